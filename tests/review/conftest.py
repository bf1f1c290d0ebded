"""A browser for the tests of the pages, and folders of records to look at. Skipped where no Chromium is on the path."""

import shutil
from pathlib import Path

import pytest

from extract.batch import Options, Settings, run
from extract.batch.command import choose_engine
from extract.batch.inputs import find_inputs
from extract.batch.report import Quiet
from extract.review.site import Options as Pages
from extract.review.site import build
from tests.conftest import SAMPLES
from tests.review.browser import ARGUMENTS, Visit


@pytest.fixture(scope="package")
def chromium():
    """Ended when a worker leaves this folder: Playwright's event loop runs on while it is open."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        pytest.skip("no chromium on the path")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium):
    """Opens pages, each in a context of its own; a script error or a request to elsewhere fails the test."""
    visits = []

    def open_page(url, **options):
        found = Visit(chromium, url, **options)
        visits.append(found)
        return found.page

    yield open_page
    for one in visits:
        one.close()
    assert [problem for one in visits for problem in one.problems] == []


@pytest.fixture(scope="package")
def records(tmp_path_factory):
    """The records of samples/."""
    return read_into(tmp_path_factory.mktemp("records"), SAMPLES)


@pytest.fixture(scope="package")
def site(records, tmp_path_factory):
    """The pages of samples/."""
    folder = tmp_path_factory.mktemp("site")
    build(records, folder, Pages())
    return folder


def read_into(folder: Path, inputs: Path):
    """A run's output."""
    run(find_inputs([str(inputs)]), Options(str(folder)), choose_engine(1, None), Settings(), Quiet())
    return folder


def address(folder: Path, page="index.html"):
    return (folder / page).as_uri()
