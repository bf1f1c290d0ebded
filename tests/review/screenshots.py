"""The pictures of the README: `python -m tests.review.screenshots` makes docs/images anew from samples/."""

import io
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from extract.batch import Options, Settings, run
from extract.batch.command import choose_engine
from extract.batch.inputs import find_inputs
from extract.batch.report import Quiet
from extract.review.site import Options as Pages
from extract.review.site import build
from tests.review.browser import ARGUMENTS

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"
SIZE = {"width": 1120, "height": 640}


def main() -> None:
    """Run, build the pages, take the pictures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        records, site = Path(folder, "records"), Path(folder, "site")
        run(find_inputs([str(ROOT / "samples")]), Options(str(records)), choose_engine(1, None), Settings(), Quiet())
        build(records, site, Pages())
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        page = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        page.goto((site / "index.html").as_uri())
        _save(page, "review-list")
        page.goto((site / "releases/섬마을-에너지자립.pdf.html").as_uri())
        page.hover(".card.selections .lead")
        page.wait_for_timeout(500)
        _save(page, "review-release")
        browser.close()


def _save(page: Page, name: str) -> None:
    IMAGES.mkdir(exist_ok=True)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.save(IMAGES / f"{name}.png", optimize=True)
    print(f"{name}.png: {(IMAGES / f'{name}.png').stat().st_size // 1000} KB")


if __name__ == "__main__":
    main()
