"""What reading a release costs, against the libraries that one would use otherwise: `make bench`.

CPU seconds of this process, the median of several rounds over the same files in one run. Writes bench/results.md.
"""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

import dateparser.search
import pdfplumber
import pypdfium2
from bs4 import BeautifulSoup
from kiwipiepy import Kiwi

from bench import material
from bench.results import put
from extract import extract
from extract.rules.date import find_dates
from parsers import Source, parse

ROUNDS = 5
PUBLISHED = date(2024, 6, 24)
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
Work = Callable[[Source], object]


@dataclass(frozen=True)
class Claim:
    """One measured claim: `cost` against `other`, and the bound on what `ratio` gives."""

    what: str
    cost: str
    other: str
    ratio: float
    bound: str
    holds: bool

    def row(self) -> str:
        """As a row of the table."""
        cells = (self.what, self.cost, self.other, f"{self.ratio:.2f}", self.bound, "yes" if self.holds else "NO")
        return f"| {' | '.join(cells)} |"


def whole(source: Source) -> object:
    """From bytes to records."""
    return extract(parse(source))


def by_pdfplumber(source: Source) -> object:
    """Text and tables of every page."""
    with pdfplumber.open(io.BytesIO(source.data)) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
            page.close()
    return None


def by_pdfium(source: Source) -> object:
    """Plain text of every page."""
    pdf = pypdfium2.PdfDocument(source.data)
    for page in pdf:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    pdf.close()
    return None


def dates_alone(source: Source) -> object:
    """The dates of a text, without the rest of the path."""
    return find_dates(source.data.decode(), PUBLISHED)


def by_soup(source: Source) -> object:
    """The tree of a page, nothing more."""
    return BeautifulSoup(source.data, "lxml")


def seconds(*works: tuple[Work, Sequence[Source]]) -> list[float]:
    """CPU seconds of each work on all its sources: medians of the rounds, after each was done once on its first.

    The works take turns within a round, so that a machine that slows down meanwhile slows all of them.
    """
    spent: list[list[float]] = [[] for _ in works]
    for work, sources in works:
        work(sources[0])
    for _ in range(ROUNDS):
        for (work, sources), taken in zip(works, spent, strict=True):
            start = time.process_time()
            for source in sources:
                work(source)
            taken.append(time.process_time() - start)
    return [median(taken) for taken in spent]


def cheaper(what: str, sources: Sequence[Source], other: tuple[str, Work], times: float, ours: Work = whole) -> Claim:
    """That our work, the whole path if none is named, costs at most one part in `times` of other work."""
    mine, theirs = seconds((ours, sources), (other[1], sources))
    cost = f"{1000 * mine:.1f} ms"
    held = theirs / mine >= times
    return Claim(what, cost, f"{other[0]} {1000 * theirs:.1f} ms", theirs / mine, f"≥ {times:g} × cheaper", held)


def at_most(what: str, sources: Sequence[Source], other: tuple[str, Work], times: float) -> Claim:
    """That the whole path costs at most `times` as much as other work."""
    ours, theirs = seconds((whole, sources), (other[1], sources))
    cost = f"{1000 * ours:.1f} ms"
    held = ours / theirs <= times
    return Claim(what, cost, f"{other[0]} {1000 * theirs:.1f} ms", ours / theirs, f"≤ {times:g} ×", held)


def grows(what: str, make: Callable[[int], bytes], name: str, parts: int = 4) -> Claim:
    """That a document ten times as long costs at most eleven times as much."""
    short, long = seconds(*((whole, [Source(name, make(n))]) for n in (parts, 10 * parts)))
    ratio = long / short
    return Claim(what, f"{1000 * long:.1f} ms", f"a tenth of it {1000 * short:.1f} ms", ratio, "≤ 11 ×", ratio <= 11)


def child(*command: str) -> float:
    """CPU seconds of another process, which finds its modules compiled, as where it is installed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env=COMPILED)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def peak(code: str) -> float:
    """Peak megabytes of another Python; `getrusage` would count this process, from which it is forked."""
    code += "; print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    return int(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout.split()[-1]) / 1024


def starts() -> list[Claim]:
    """Start-up and memory."""
    command = str(Path(sys.executable).parent / "bodojaryo")
    help_cpu = median(child(command, "--help") for _ in range(ROUNDS))
    ready = (
        "from extract import extract; from parsers import Source, parse; extract(parse(Source('a.txt', '가'.encode())))"
    )
    child(sys.executable, "-c", ready)
    first = median(child(sys.executable, "-c", ready) for _ in range(ROUNDS))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        path.write_bytes(material.long_pdf(300))
        read = "from pathlib import Path; from extract import extract; from parsers import Source, parse; "
        most = peak(read + f"extract(parse(Source('a.pdf', Path({str(path)!r}).read_bytes())))")
    return [
        Claim("`bodojaryo --help`", f"{help_cpu:.2f} s", "", help_cpu, "≤ 0.2 s", help_cpu <= 0.2),
        Claim("start-up with a first, empty release", f"{first:.2f} s", "", first, "≤ 0.6 s", first <= 0.6),
        Claim("peak memory, PDF of 300 pages", f"{most:.0f} MB", "", most, "≤ 300 MB", most <= 300),
    ]


def claims() -> list[Claim]:
    """All that is claimed."""
    releases, decks, articles, texts = material.releases(), material.decks(), material.articles(), material.texts()
    kiwi = Kiwi()
    plumber, pdfium, soup = ("pdfplumber", by_pdfplumber), ("PDFium", by_pdfium), ("beautifulsoup4/lxml", by_soup)
    tokens = "kiwipiepy", lambda source: kiwi.tokenize(source.data.decode())
    dates = "dateparser", lambda source: dateparser.search.search_dates(source.data.decode())
    return [
        cheaper(f"PDF releases ({len(releases)}), against text and tables", releases, plumber, 8),
        at_most("PDF releases, against plain text", releases, pdfium, 5),
        cheaper(f"slides ({len(decks)}), against text and tables", decks, plumber, 8),
        at_most(f"HTML ({len(articles)}), against building the tree", articles, soup, 1.6),
        cheaper(f"text and Markdown ({len(texts)}), against tokens", texts, tokens, 1),
        cheaper(f"text and Markdown ({len(texts)}), against a search for dates", texts, dates, 50),
        cheaper("reading the dates alone, against a search for dates", texts, dates, 50, dates_alone),
        grows("PDF, ten times as long", material.long_pdf, "a.pdf"),
        grows("text, ten times as long", material.long_text, "a.txt"),
        grows("HTML, ten times as long", material.long_html, "a.html"),
        *starts(),
    ]


def main() -> None:
    """Measure, print and write."""
    rows = [claim.row() for claim in claims()]
    head = ["| what | bodojaryo | against | ratio | bound | holds |", "| --- | --- | --- | --- | --- | --- |"]
    table = "\n".join([*head, *rows])
    print(table)
    about = f"PDFium {pypdfium2.PDFIUM_INFO}; CPU time, medians of {ROUNDS} (`make bench`)."
    put("Costs", about, table)


if __name__ == "__main__":
    main()
