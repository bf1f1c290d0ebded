"""The page of a release in a browser: records light up their words, and the words their records."""

import pytest

from extract.release import Release
from tests.review.browser import CONTRAST, UNNAMED, until
from tests.review.conftest import address

TEXT, PDF, SLIDES = "신문기사-저장.txt", "섬마을-에너지자립.pdf", "골목-새숨-설명회.pdf"


@pytest.fixture
def open_release(visit, site):
    return lambda name, **options: visit(address(site, f"releases/{name}.html"), **options)


def lit(page, within):
    return page.locator(f"{within} .lit").count()


def test_a_record_lights_its_words(open_release):
    page = open_release(TEXT)
    page.hover(".card.schedules >> nth=0")
    assert "8월 초" in page.locator("#text mark.lit").first.inner_text()
    page.hover("h1")
    assert lit(page, "#text") == 0


def test_words_light_and_open_their_record(open_release):
    page = open_release(TEXT)
    words = page.locator("#text mark", has_text="30억원").first
    words.hover()
    assert page.locator(".card.budgets.lit").count() >= 1
    words.click()
    assert "30억 원" in page.locator(".card[aria-current]").inner_text()


def test_words_of_several_records_open_each_in_turn(open_release):
    page = open_release(TEXT)
    words = page.locator("#text mark", has_text="30억원").first
    seen = set()
    for _ in range(4):
        words.click()
        seen.add(page.get_attribute(".card[aria-current]", "data-id"))
    assert len(seen) > 1


@pytest.mark.parametrize("name", [PDF, SLIDES])
def test_a_record_lights_its_box_on_the_page(open_release, name):
    page = open_release(name)
    page.hover(".card.selections >> nth=0")
    assert lit(page, "#pages svg") >= 1


def test_a_box_opens_its_record(open_release):
    page = open_release(SLIDES)
    box = page.locator("rect.selections").first
    box.scroll_into_view_if_needed()
    box.hover()
    assert page.locator(".card.selections.lit").count() == 1
    box.click()
    assert page.locator(".card[aria-current]").get_attribute("class").startswith("card selections")


def test_a_box_lies_around_the_words_alone(open_release, records):
    page = open_release(PDF)
    release = Release.model_validate_json((records / f"{PDF}.json").read_bytes())
    evidence = release.selections[0].evidence[0]
    sheet = page.locator(".sheet >> nth=0").bounding_box()
    box = page.locator(f"rect[aria-label*='{evidence.quote}']").first.bounding_box()
    scale = sheet["width"] / 595
    assert box["y"] == pytest.approx(sheet["y"] + evidence.bbox[1] * scale, abs=4)
    assert box["x"] + box["width"] == pytest.approx(sheet["x"] + evidence.bbox[2] * scale, abs=4)
    assert box["width"] < 0.4 * (evidence.bbox[2] - evidence.bbox[0]) * scale
    assert page.evaluate("document.querySelector('.sheet img').naturalWidth") == 1240


def test_pictures_wait_until_they_are_near(open_release):
    page = open_release(PDF, size=(1280, 300))
    assert page.locator(".sheet img").first.get_attribute("loading") == "lazy"


def test_pages_and_text_can_be_switched(open_release):
    page = open_release(PDF)
    page.keyboard.press("v")
    assert page.locator("#text").is_visible()
    assert page.locator("#pages").is_hidden()
    page.hover(".card.selections >> nth=0")
    assert lit(page, "#text") >= 1


def test_keys_walk_the_records(open_release):
    page = open_release(PDF)
    ids = page.locator(".card").evaluate_all("cards => cards.map((card) => card.id)")
    for key, at in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == ids[at]
    assert page.url.endswith(f"#{ids[1]}")
    page.keyboard.press("Enter")
    assert page.locator("#pages .lit").count() == 1


def test_an_address_names_a_record(open_release, visit, site):
    page = open_release(TEXT)
    page.keyboard.press("j")
    again = visit(page.url)
    assert again.get_attribute(".card[aria-current]", "id") == page.get_attribute(".card[aria-current]", "id")


def test_neighbours_and_the_list_are_a_key_away(open_release):
    page = open_release(PDF)
    first = page.title()
    for key, here in (("n", False), ("p", True)):
        with page.expect_event("load"):
            page.keyboard.press(key)
        assert (page.title() == first) is here
    page.keyboard.press("/")
    page.wait_for_selector("#filters")
    until(page, "document.activeElement.name === 'q'")


def test_next_follows_the_list_as_it_was_filtered(visit, site):
    page = visit(address(site))
    page.fill("[name=q]", "빈집이 마을의")
    page.select_option("[name=sort]", "title")
    names = page.locator("#releases td.title .file").all_inner_texts()
    with page.expect_event("load"):
        page.click("#releases td.title a")
    seen = []
    for _ in names[1:]:
        seen.append(page.locator(".bar .file").inner_text())
        with page.expect_event("load"):
            page.keyboard.press("n")
    assert [*seen, page.locator(".bar .file").inner_text()] == names
    assert page.locator("a[rel=next]").is_hidden()


def test_single_keys_can_be_turned_off(open_release):
    page = open_release(TEXT)
    page.click("#help")
    page.uncheck("#keys-on")
    page.click("#keys-close")
    page.keyboard.press("j")
    page.reload()
    page.keyboard.press("j")
    assert page.locator(".card[aria-current]").count() == 0


def test_warnings_are_explained_in_both_languages(open_release):
    page = open_release("햇살도서관-경고.md")
    card = page.locator(".card.warnings").first
    assert "요일이 날짜와 다름" in card.inner_text()
    assert "2025-06-03은 수요일이 아니라 화요일" in card.inner_text()
    page.click("#language")
    assert "Weekday does not match" in card.inner_text()
    page.click("#language")
    assert "요일이 날짜와 다름" in card.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", [PDF, "햇살도서관-경고.md"])
def test_it_can_be_read_by_everyone(open_release, name, scheme):
    page = open_release(name, color_scheme=scheme, reduced_motion="reduce")
    assert page.evaluate(CONTRAST) == []
    assert page.evaluate(UNNAMED) == []
    page.keyboard.press("j")
    page.wait_for_timeout(100)
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("name", [TEXT, PDF, "빈집-새숨-마을.docx"])
def test_a_phone_needs_no_sideways_scrolling(open_release, name):
    page = open_release(name, size=(390, 844))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.keyboard.press("j")
    for pane in ("#source", "#records"):
        assert page.evaluate(f"document.querySelector('{pane}').scrollWidth") <= 390
        assert page.locator(pane).bounding_box()["height"] > 250


def test_the_keys_are_told(open_release):
    page = open_release(TEXT)
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("j")
    assert page.locator(".card[aria-current]").count() == 0
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()


def test_nothing_moves_where_that_is_not_wanted(open_release):
    page = open_release(TEXT, reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.querySelector('.card')).transitionDuration") == "0s"


def test_without_storage_the_pages_work_all_the_same(open_release):
    page = open_release(TEXT)
    page.evaluate("Object.defineProperty(window, 'localStorage', {get() { throw new Error('none'); }})")
    page.click("#language")
    assert page.locator("html").get_attribute("lang") == "en"
