"""A browser for the tests of the pages, and folders of records to look at. Skipped where no Chromium is on the path."""

import shutil
from pathlib import Path

import pytest

from extract.batch import Options, Settings, run
from extract.batch.engine import run_local
from extract.batch.inputs import find_inputs
from extract.batch.report import Quiet
from extract.batch.work import process
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
    folder = tmp_path_factory.mktemp("records")
    items = find_inputs([str(SAMPLES)])
    engine = lambda jobs, stop: run_local(jobs, stop, process, 1)  # noqa: E731
    run(items, Options(str(folder)), engine, Settings(), Quiet(), lambda: False)
    return folder


@pytest.fixture(scope="package")
def site(records, tmp_path_factory):
    """The pages of samples/."""
    folder = tmp_path_factory.mktemp("site")
    build(records, folder, Pages())
    return folder


def address(folder: Path, page="index.html"):
    return (folder / page).as_uri()
