"""The files of the review pages: the same every time, and safe whatever a release says."""

import hashlib
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from extract.cli import main
from extract.release import Contact, Evidence, Release, Schedule, SourceInfo, Warning
from extract.review.marked import lay_out
from extract.review.marks import Marks
from extract.review.site import Options, build
from tests.conftest import SAMPLES
from tests.review.conftest import address, read_into

ATTACKS = [
    "<script>window.hit = 1</script>",
    '"><img src=x onerror="window.hit = 1">',
    "</textarea></title><svg onload=window.hit=1>",
    "javascript:window.hit=1",
    "' autofocus onfocus=window.hit=1 x='",
    "{{ 7 * 7 }} {% raw %}",
    "\u2028]);window.hit=1;//",
    "<!--",
]


def digest(folder):
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def hostile(text):
    """A release that says the text wherever it can."""
    quote = Evidence(start=0, end=len(text), quote=text)
    schedule = {"program": text, "category": text, "event": text, "kind": "other", "precision": "day", "text": text}
    return Release(
        source=SourceInfo(uri=text, format="html", sha256="0" * 64),
        title=text,
        subtitles=[text],
        issuer=text,
        contacts=[Contact(name=text, phone=text)],
        schedules=[Schedule(id="sch-1", start=date(2025, 1, 1), end=None, evidence=[quote], **schedule)],
        warnings=[Warning(code="truncated", message=text, evidence=[quote])],
    )


def put(folder, name, release, text):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(release.to_json(), "utf-8")
    (folder / f"{name}.txt").write_text(text, "utf-8")


@pytest.fixture
def attacked(tmp_path):
    out, site = tmp_path / "out", tmp_path / "site"
    for number, text in enumerate(ATTACKS):
        put(out, f"{number} <b>'\"&#?%.html", hostile(text), text)
    build(out, site, Options())
    return site


def test_hostile_releases_stay_text(attacked, visit):
    page = visit(address(attacked))
    assert page.locator("#releases tbody tr").count() == len(ATTACKS)
    shown = set(page.locator("#releases td.title a").all_text_contents())
    assert {text.strip() for text in ATTACKS} <= {text.strip() for text in shown}
    for number in range(len(ATTACKS)):
        page.locator("#releases td.title a").nth(number).click()
        page.wait_for_selector(".card")
        page.keyboard.press("j")
        page.click("#language")
        assert page.evaluate("window.hit") is None
        assert (
            page.locator("a[href^='javascript' i], [onerror], [onload], [onfocus], img, script:not([src])").count() == 0
        )
        page.click("#back")
        page.wait_for_selector("#releases tbody tr")
    assert page.evaluate("window.hit") is None


@pytest.mark.parametrize(
    "uri", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"]
)
def test_only_web_addresses_become_links(tmp_path, uri):
    release = Release(source=SourceInfo(uri=uri, format="text", sha256="0" * 64))
    put(tmp_path / "out", "a", release, "글")
    build(tmp_path / "out", tmp_path / "site", Options())
    assert "noopener" not in (tmp_path / "site/releases/a.html").read_text("utf-8")


def test_the_same_input_gives_the_same_bytes(records, site, tmp_path):
    build(records, tmp_path / "again", Options())
    assert digest(tmp_path / "again") == digest(site)
    build(records, tmp_path / "again", Options())
    assert digest(tmp_path / "again") == digest(site)


def test_nothing_is_inline(site):
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert "<style" not in text
        assert " style=" not in text
        assert "<script>" not in text
        assert "://" not in text.replace("http://www.w3.org", "")


def test_pages_of_releases_that_have_gone_go(records, tmp_path):
    out, site = tmp_path / "out", tmp_path / "site"
    shutil.copytree(records, out)
    build(out, site, Options("none"))
    (out / "신문기사-저장.txt.json").unlink()
    build(out, site, Options("none"))
    assert not (site / "releases/신문기사-저장.txt.html").exists()
    assert (site / "releases/섬마을-에너지자립.pdf.html").exists()


def test_only_cited_pages_are_drawn_where_asked(records, tmp_path):
    build(records, tmp_path, Options("evidence"))
    assert len(list((tmp_path / "pages").iterdir())) < 7
    assert "그림을 만들지 않은 쪽" in (tmp_path / "releases/골목-새숨-설명회.pdf.html").read_text("utf-8")


def test_an_original_that_changed_is_not_shown(records, tmp_path):
    (tmp_path / "moved").mkdir()
    for name in ("섬마을-에너지자립.pdf", "골목-새숨-설명회.pdf"):
        (tmp_path / "moved" / name).write_bytes(b"%PDF-1.4 another file")
    built = build(records, tmp_path / "site", Options(originals=tmp_path / "moved"))
    assert built.undrawn == 3
    assert "원본 파일이 없거나 바뀌었거나" in (tmp_path / "site/releases/섬마을-에너지자립.pdf.html").read_text("utf-8")


def test_originals_in_archives_are_drawn(tmp_path):
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in" / "a.zip", "w") as archive:
        archive.write(SAMPLES / "섬마을-에너지자립.pdf", "섬마을.pdf")
        archive.write(SAMPLES / "신문기사-저장.txt", "기사.txt")
    out = read_into(tmp_path / "out", tmp_path / "in")
    assert build(out, tmp_path / "site", Options()).undrawn == 0
    assert len(list((tmp_path / "site/pages").iterdir())) == 2


def test_the_command_says_what_it_did(records, tmp_path):
    result = CliRunner().invoke(main, ["review", str(records), "-o", str(tmp_path / "site"), "--pictures", "none"])
    assert result.exit_code == 0
    assert f"14 releases: open {tmp_path / 'site' / 'index.html'}" in result.output


def test_a_folder_of_other_files_is_left_alone(records, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine", "utf-8")
    result = CliRunner().invoke(main, ["review", str(records), "-o", str(tmp_path)])
    assert result.exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_unreadable_records_are_named(records, tmp_path):
    shutil.copytree(records, tmp_path / "out")
    (tmp_path / "out/신문기사-저장.txt.json").write_text("{}", "utf-8")
    result = CliRunner().invoke(
        main, ["review", str(tmp_path / "out"), "-o", str(tmp_path / "s"), "--pictures", "none"]
    )
    assert result.exit_code == 1
    assert "신문기사-저장.txt.json: source: Field required" in result.output


TEXT = "제목 3곳\n가\t나 1억\t다\n\n끝 \U0001f600 1억"


def laid_out(*spans):
    evidence = [Evidence(start=start, end=end, quote=TEXT[start:end]) for start, end in spans]
    release = Release(
        source=SourceInfo(uri="", format="text", sha256="0" * 64),
        warnings=[Warning(code="truncated", message="", evidence=[one]) for one in evidence],
    )
    return lay_out(TEXT, Marks.of(release).all())


def test_lines_with_tabs_are_a_table_and_offsets_hold():
    heading, table, end = laid_out()
    assert (heading.is_table, table.is_table, end.is_table) == (False, True, False)
    for part in (heading, table, end):
        for cell in (cell for line in part.rows for cell in line):
            words = "".join(piece.text for piece in cell.pieces)
            assert TEXT[cell.start : cell.start + len(words)] == words


def test_overlapping_places_are_cut_apart():
    pieces = laid_out((0, 4), (3, 5))[0].rows[0][0].pieces
    assert [(piece.text, piece.numbers) for piece in pieces] == [("제목 ", (0,)), ("3", (1, 0)), ("곳", (1,))]


def test_a_place_over_several_lines_marks_each():
    parts = laid_out((3, 14))
    marked = [
        piece.text for part in parts for line in part.rows for cell in line for piece in cell.pieces if piece.numbers
    ]
    assert marked == ["3곳", "가", "나 1억", "다"]


def test_long_texts_with_many_places_are_laid_out_quickly():
    text = "가나다 1억원\t라마바\n" * 5_000
    spans = [
        Evidence(start=start, end=start + 2, quote=text[start : start + 2]) for start in range(0, len(text) - 5, 25)
    ]
    release = Release(
        source=SourceInfo(uri="", format="text", sha256="0" * 64),
        warnings=[Warning(code="truncated", message="", evidence=spans)],
    )
    assert sum(len(part.rows) for part in lay_out(text, Marks.of(release).all())) == 5_000


def test_the_packaged_files_are_there():
    folder = Path(__file__).parents[2] / "extract/review"
    assert {path.suffix for path in (folder / "assets").iterdir()} == {".css", ".js", ".svg"}
