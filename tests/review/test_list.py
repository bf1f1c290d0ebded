"""The list of releases in a browser, opened from a folder."""

import re

import pytest

from extract.release import Release, SourceInfo
from extract.review.pages import Desk, list_page
from extract.review.rows import CHUNK, row
from extract.review.site import site_files
from tests.review.browser import CONTRAST, UNNAMED
from tests.review.conftest import address


def titles(page):
    return page.locator("#releases td.title a").all_inner_texts()


def test_it_lists_every_release_the_newest_first(visit, site):
    page = visit(address(site))
    assert page.locator("#found").inner_text() == "14건"
    days = [day for day in page.locator("#releases td.published").all_inner_texts() if day != "날짜 없음"]
    assert days == sorted(days, reverse=True)


def test_search_reads_titles_programmes_and_the_chosen(visit, site):
    page = visit(address(site))
    page.fill("[name=q]", "고흥군 남해군")
    assert "바닷가 마을 빈집, 청년 일터로 바꾼다" in titles(page)
    assert re.fullmatch(r"14건 가운데 \d건", page.locator("#found").inner_text())
    page.fill("[name=q]", "없는 낱말")
    assert page.locator("#nothing").is_visible()


def test_filters_combine_and_survive_going_back(visit, site):
    page = visit(address(site))
    page.select_option("[name=issuer]", "문화체육관광부")
    page.select_option("[name=warning]", "any")
    assert titles(page) == ["작은 마을 햇살도서관 조성사업 대상지 4곳 선정"]
    page.click("#releases td.title a")
    page.click("#back")
    page.wait_for_selector("#releases tbody tr")
    assert page.input_value("[name=issuer]") == "문화체육관광부"
    assert len(titles(page)) == 1
    page.click("#clear")
    assert len(titles(page)) == 14


def test_filter_by_programme_and_kind(visit, site):
    page = visit(address(site))
    page.fill("[name=programme]", "섬마을")
    assert titles(page) == ["섬마을 에너지자립 사업 대상지 12곳 확정"]
    page.select_option("[name=kind]", "none")
    assert titles(page) == []


def test_headings_sort(visit, site):
    page = visit(address(site))
    page.click("th[data-sort=title] button")
    found = titles(page)
    assert page.get_attribute("th[data-sort=title]", "aria-sort") == "ascending"
    page.click("th[data-sort=title] button")
    assert titles(page) != found
    assert page.get_attribute("th[data-sort=title]", "aria-sort") == "descending"


def test_keys_walk_search_and_open(visit, site):
    page = visit(address(site))
    page.keyboard.press("/")
    page.keyboard.type("햇살")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_selector("#records")
    assert "햇살도서관" in page.title()


def test_keys_work_while_hangul_is_typed(visit, site):
    page = visit(address(site))
    press = "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'ㅓ', code: 'KeyJ', bubbles: true}))"
    page.evaluate(press.replace("document.", "document.body."))
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 1


def test_language_and_brightness_are_remembered(visit, site):
    page = visit(address(site), color_scheme="light")
    assert page.locator("html").get_attribute("lang") == "ko"
    page.click("#language")
    page.click("#theme")
    page.reload()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#found").inner_text() == "14 releases"
    assert page.get_attribute("[name=q]", "placeholder").startswith("Title")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_by_everyone(visit, site, scheme):
    page = visit(address(site), color_scheme=scheme, reduced_motion="reduce")
    assert page.evaluate(CONTRAST) == []
    assert page.evaluate(UNNAMED) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_phone_needs_no_sideways_scrolling(visit, site):
    page = visit(address(site), size=(390, 844))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("#releases td.title a").first.is_visible()


def many(count):
    for number in range(count):
        source = SourceInfo(uri="", format="html", sha256="0" * 64)
        issuer = f"제{number % 40}부"
        title = f"{number}번째 새숨 마을 조성사업 대상지 선정"
        yield row(f"2025/{number:05}.html", Release(source=source, title=title, issuer=issuer))


def test_five_thousand_releases_are_quick(visit, tmp_path):
    """Script time by the browser's own counters, so that a slow machine's waiting does not count."""
    for name, text in site_files(list(many(5_000))):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert max(path.stat().st_size for path in tmp_path.rglob("*.js")) < 400 * CHUNK
    page = visit(address(tmp_path))
    counters = page.context.new_cdp_session(page)
    counters.send("Performance.enable")
    page.reload()
    page.wait_for_selector("#releases tbody tr")
    page.fill("[name=q]", "4999번째")
    assert page.locator("#releases tbody tr").count() == 1
    metrics = {one["name"]: one["value"] for one in counters.send("Performance.getMetrics")["metrics"]}
    assert metrics["ScriptDuration"] < 1.0


def test_pages_turn(visit, tmp_path):
    for name, text in site_files(list(many(120))):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    page = visit(address(tmp_path))
    assert page.locator("#page").inner_text() == "3쪽 가운데 1쪽"
    page.click("#later")
    page.click("#later")
    assert page.locator("#releases tbody tr").count() == 20
    assert page.locator("#later").is_disabled()


def test_an_empty_folder_has_a_list_too(visit, tmp_path):
    for name, text in site_files([]):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert visit(address(tmp_path)).locator("#nothing").is_visible()


def test_the_policy_stands_before_anything_is_loaded():
    page = list_page(Desk(), [])
    assert page.index("Content-Security-Policy") < page.index("<link") < page.index("<script")
    assert "unsafe" not in page
