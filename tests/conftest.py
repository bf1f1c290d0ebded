"""What tests share: where the corpora are, and how goldens are accepted."""

import os
from pathlib import Path

import pytest

import parsers.pdfium  # noqa: F401 - before any test draws with PDFium: it looks for fonts but once

SAMPLES = Path(__file__).parent.parent / "samples"


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="write the goldens of samples/ anew instead of comparing")


@pytest.fixture(scope="session")
def corpus():
    """The folder of the corpora, named by BODOJARYO_CORPUS."""
    folder = os.environ.get("BODOJARYO_CORPUS")
    if not folder:
        pytest.skip("BODOJARYO_CORPUS names no folder")
    return Path(folder)
