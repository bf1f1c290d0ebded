"""Labels of 116 real releases that no corpus labels: `python -m bench.wild FOLDER` writes them beside their documents.

`gold/wild.jsonl` holds what the releases state, a line a release, labelled by reading and never by looking at what
this project makes of them; the documents are in the archive of releases below BODOJARYO_CORPUS. FOLDER/seen is for
rules and training, FOLDER/held is kept out of both.
"""

from __future__ import annotations

import argparse
import json
import os
import tarfile
from pathlib import Path

LABELS = Path(__file__).parent / "gold" / "wild.jsonl"


def unpack(corpus: Path, folder: Path) -> None:
    """Write every labelled document and its golden file into FOLDER/seen or FOLDER/held."""
    with tarfile.open(corpus / "corpus" / "wild-4000.tar.gz") as archive:
        for line in LABELS.read_text(encoding="utf-8").splitlines():
            gold = json.loads(line)
            name, place = gold.pop("document"), folder / ("held" if gold.pop("held") else "seen")
            member = archive.extractfile(f"wild/{name}")
            assert member is not None
            place.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(member.read())
            (place / f"{name}.gold.json").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")


def main() -> None:
    """Unpack where the command says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    if not (corpus := os.environ.get("BODOJARYO_CORPUS")):
        parser.error("BODOJARYO_CORPUS names no folder of releases")
    unpack(Path(corpus), folder)


if __name__ == "__main__":
    main()
