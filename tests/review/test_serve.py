"""Checking and correcting records in a browser, and what the server refuses."""

import http.client
import json
import re
import shutil
import signal
import subprocess
import sys
from threading import Thread
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from extract.cli import main
from extract.release import Release
from extract.review.server.command import serving
from extract.review.server.guard import Guard
from extract.review.server.http import MAX_BODY
from tests.review.browser import CONTRAST, UNNAMED, until

TEXT, PDF = "신문기사-저장.txt", "섬마을-에너지자립.pdf"


@pytest.fixture
def server(records, tmp_path):
    folder = tmp_path / "out"
    shutil.copytree(records, folder)
    with serving(folder) as found:
        thread = Thread(target=found.serve_forever, args=[0.05])
        thread.start()
        yield found
        found.shutdown()
        thread.join()


@pytest.fixture
def folder(server):
    return server.app.folder


@pytest.fixture
def open_release(server, visit):
    return lambda name=TEXT, **options: visit(url(server, f"releases/{quote(name)}.html"), **options)


def url(server, path=""):
    return f"http://127.0.0.1:{server.server_port}/{path}"


def golden(folder, name=TEXT):
    return Release.model_validate_json((folder / "golden" / f"{name}.json").read_bytes())


def saved(page):
    page.wait_for_selector("#banner.saved")


def ask(server, method="GET", path="/", body=None, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    found = answer.status, answer.read(), dict(answer.headers)
    connection.close()
    return found


def draft(server, name=TEXT):
    status, body, _ = ask(server, path=f"/api/draft/{quote(name)}", X_Bodojaryo_Token=server.guard.token)
    assert status == 200
    return json.loads(body)


def put(server, changed, name=TEXT, **headers):
    body = json.dumps({key: changed[key] for key in ("version", "release", "marks")})
    token = {"X_Bodojaryo_Token": server.guard.token, **headers}
    return ask(server, "PUT", f"/api/draft/{quote(name)}", body, **token)


# In the browser


def test_what_is_right_is_marked_and_stays_marked(open_release, folder):
    page = open_release()
    page.click(".card.selections [data-act=correct]")
    saved(page)
    assert page.locator("#progress").inner_text().startswith("7개 가운데 1개")
    assert golden(folder).to_json() == (folder / f"{TEXT}.json").read_text("utf-8")
    page.reload()
    assert page.get_attribute(".card.selections", "data-mark") == "correct"


def test_what_is_wrong_leaves_the_golden_file_and_comes_back(open_release, folder):
    page = open_release()
    page.click(".card.schedules >> nth=0 >> [data-act=wrong]")
    saved(page)
    assert len(golden(folder).schedules) == 1
    page.reload()
    assert page.locator(".card.schedules").count() == 2
    page.click(".card[data-mark=wrong] [data-act=wrong]")
    saved(page)
    assert golden(folder).to_json() == (folder / f"{TEXT}.json").read_text("utf-8")


def test_a_field_is_edited_saved_and_there_after_a_reload(open_release, folder):
    page = open_release()
    page.click(".card.selections [data-act=edit]")
    page.fill(".editor .count input", "3")
    page.select_option(".editor .status select", "planned")
    with page.expect_event("load"):
        page.click(".editor .main")
    selection = golden(folder).selections[0]
    assert (selection.count, selection.status) == (3, "planned")
    assert "선정 예정 3" in page.locator(".card.selections .lead").inner_text()
    assert page.get_attribute(".card.selections", "data-mark") == "edited"


def test_a_value_that_the_contract_does_not_allow_is_refused(open_release, folder):
    page = open_release()
    page.click(".card.budgets >> nth=0 >> [data-act=edit]")
    page.fill(".editor .currency input", "원")
    page.click(".editor .main")
    page.wait_for_selector("#banner.alert")
    assert "currency" in page.locator("#banner").inner_text()
    assert page.locator(".editor").is_visible()
    assert not (folder / "golden").exists()


def test_what_is_missing_is_added_with_the_words_selected(open_release, folder):
    page = open_release()
    page.evaluate(
        """() => {
          const lines = [...document.querySelectorAll("#text [data-at]")];
          const line = lines.find((one) => one.textContent.includes("15일"));
          const node = [...line.childNodes].filter((one) => one.textContent.includes("15일"))[0];
          const start = node.textContent.indexOf("15일");
          getSelection().setBaseAndExtent(node, start, node, start + 3);
        }"""
    )
    page.click("[data-add=schedules]")
    assert page.input_value(".editor .text input") == "15일"
    page.fill(".editor .event input", "발표")
    page.fill(".editor .start input", "2025-07-15")
    with page.expect_event("load"):
        page.click(".editor .main")
    added = next(one for one in golden(folder).schedules if one.event == "발표")
    text = (folder / f"{TEXT}.txt").read_text("utf-8")
    assert text[added.evidence[0].start : added.evidence[0].end] == "15일"
    assert page.get_attribute(f"#r-{added.id}", "data-mark") == "missing"


def test_words_added_on_a_pdf_get_their_box(open_release, folder):
    page = open_release(PDF)
    page.keyboard.press("v")
    page.evaluate(
        """() => {
          const line = [...document.querySelectorAll("#text p")].find((one) => one.textContent.includes("볕이 넉넉한"));
          getSelection().setBaseAndExtent(line.firstChild, 2, line.firstChild, 8);
        }"""
    )
    page.click("[data-add=selections]")
    with page.expect_event("load"):
        page.click(".editor .main")
    added = next(one for one in golden(folder, PDF).selections if one.id in page.url)
    evidence = added.evidence[0]
    assert (evidence.quote, evidence.page) == ("홍길동 장관", 1)
    assert 68 <= evidence.bbox[0] < evidence.bbox[2] < 200
    page.keyboard.press("v")
    assert page.locator("rect[aria-label='홍길동 장관']").is_visible()


def test_what_is_missing_needs_words(open_release, folder):
    page = open_release()
    page.click("[data-add=budgets]")
    page.click(".editor .main")
    page.wait_for_selector("#banner.alert")
    assert "evidence" in page.locator("#banner").inner_text()


def test_a_chosen_party_can_be_added_and_the_title_corrected(open_release, folder):
    page = open_release()
    page.click(".card.selections [data-act=edit]")
    page.click(".editor fieldset >> nth=1 >> text=지우기")
    page.fill(".editor fieldset >> nth=0 >> .project input", "바다 일터")
    with page.expect_event("load"):
        page.click(".editor .main")
    assert [(one.name, one.project) for one in golden(folder).selections[0].selectees] == [("고흥군", "바다 일터")]
    page.click("#edit-header")
    page.fill(".editor .title input", "다른 제목")
    with page.expect_event("load"):
        page.click(".editor .main")
    assert golden(folder).title == "다른 제목"


def test_the_second_of_two_editors_is_told_and_nothing_is_lost(open_release, folder):
    first, second = open_release(), open_release()
    until(second, "bodojaryo.draft() !== null")
    first.click(".card.schedules >> nth=0 >> [data-act=wrong]")
    saved(first)
    second.click(".card.budgets >> nth=0 >> [data-act=wrong]")
    second.wait_for_selector("#banner.alert")
    assert "다른 사람이" in second.locator("#banner").inner_text()
    assert (len(golden(folder).schedules), len(golden(folder).budgets)) == (1, 4)
    second.click("#banner button >> nth=1")
    saved(second)
    assert (len(golden(folder).schedules), len(golden(folder).budgets)) == (1, 3)


def test_keys_judge(open_release, folder):
    page = open_release()
    page.keyboard.press("j")
    page.keyboard.press("c")
    saved(page)
    assert page.get_attribute(".card[aria-current]", "data-mark") == "correct"


def test_pages_are_drawn_when_they_are_asked_for(open_release):
    page = open_release(PDF)
    until(page, "document.querySelector('.sheet img').naturalWidth === 1240")
    page.hover(".card.selections >> nth=0")
    assert page.locator("#pages svg .lit").count() >= 1


def test_the_list_tells_what_was_reviewed(open_release, visit, server):
    page = open_release()
    page.click(".card.selections [data-act=correct]")
    saved(page)
    page = visit(url(server))
    page.select_option("[name=reviewed]", "yes")
    assert page.locator("#releases tbody tr").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_by_everyone(open_release, scheme):
    page = open_release(color_scheme=scheme, reduced_motion="reduce")
    page.click(".card.selections [data-act=correct]")
    page.click(".card.selections [data-act=edit]")
    page.wait_for_selector(".editor")
    assert page.evaluate(CONTRAST) == []
    assert page.evaluate(UNNAMED) == []


def test_a_phone_needs_no_sideways_scrolling(open_release):
    page = open_release(size=(390, 844))
    page.click(".card.selections [data-act=edit]")
    page.wait_for_selector(".editor")
    assert page.evaluate("document.querySelector('#records').scrollWidth") <= 390


# At the door


def test_drafts_need_the_token(server):
    path = f"/api/draft/{quote(TEXT)}"
    assert ask(server, path=path)[0] == 403
    assert ask(server, path=path, X_Bodojaryo_Token="guess")[0] == 403
    assert put(server, draft(server), X_Bodojaryo_Token="guess")[0] == 403
    assert put(server, draft(server))[0] == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example:{port}", "", "127.0.0.1"])
def test_another_name_for_this_machine_is_refused(server, host):
    assert ask(server, Host=host.format(port=server.server_port))[0] in (400, 403)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1"])
def test_requests_of_other_sites_are_refused(server, origin):
    assert put(server, draft(server), Origin=origin)[0] == 403
    assert ask(server, path="/data/releases-1.js", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors")[0] == 403


@pytest.mark.parametrize(
    "path",
    [
        "/../manifest.sqlite", "/releases/../../manifest.sqlite", "/%2e%2e/%2e%2e/etc/passwd", "/manifest.sqlite",
        "/releases//etc/passwd.html", "/pages/../manifest.sqlite", "/assets/../../pages.py", "/api/draft/..%2f..%2fx",
        "/releases/%ff.html", "/releases/%00.html", "/golden/x.json",
    ],
)  # fmt: skip
def test_nothing_but_pages_is_served(server, path):
    assert ask(server, path=path, X_Bodojaryo_Token=server.guard.token)[0] == 404


def test_links_out_of_the_folder_are_not_followed(server, folder, tmp_path):
    secret = json.loads((folder / f"{TEXT}.json").read_text("utf-8"))
    (tmp_path / "secret.json").write_text(json.dumps(secret), "utf-8")
    (folder / "link.json").symlink_to(tmp_path / "secret.json")
    (folder / "link.txt").symlink_to(folder / f"{TEXT}.txt")
    assert ask(server, path="/releases/link.html")[0] == 404
    (tmp_path / "elsewhere").mkdir()
    (folder / "golden").symlink_to(tmp_path / "elsewhere")
    status, page, _ = ask(server, path=f"/releases/{quote(TEXT)}.html")
    assert (status, server.guard.token.encode() in page) == (200, False)
    path = f"/api/draft/{quote(TEXT)}"
    assert ask(server, path=path, X_Bodojaryo_Token=server.guard.token)[0] == 422
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_bodies_are_bounded(server):
    path, token = f"/api/draft/{quote(TEXT)}", {"X_Bodojaryo_Token": server.guard.token}
    assert ask(server, "PUT", path, None, Content_Length=str(MAX_BODY + 1), **token)[0] == 413
    assert ask(server, "PUT", path, iter([b"{}"]), Transfer_Encoding="chunked", **token)[0] == 411
    assert ask(server, "POST", path, "{}", **token)[0] == 501


def test_a_stale_version_is_refused_whoever_sends_it(server):
    old = draft(server)
    assert put(server, old)[0] == 200
    assert put(server, old)[0] == 409


def test_of_many_at_once_one_is_saved(server):
    old, answers = draft(server), []
    threads = [Thread(target=lambda: answers.append(put(server, old)[0])) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [200, *[409] * 7]


def test_a_partial_golden_file_stays_as_it_is(server, folder, visit):
    (folder / "golden").mkdir()
    (folder / "golden" / f"{TEXT}.json").write_text('{"budgets": []}', "utf-8")
    page = visit(url(server, f"releases/{quote(TEXT)}.html"))
    assert "골든 파일은 일부만" in page.locator("#source .note").inner_text()
    assert page.locator("[data-act]").count() == 0
    assert page.locator(".card.budgets").count() == 4


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda release: release["source"].update(sha256="0" * 64), "source"),
        (lambda release: release["budgets"][0]["evidence"][0].update(quote="다른 말"), "evidence"),
        (lambda release: release["budgets"][0]["evidence"][0].update(end=10**9), "evidence"),
        (lambda release: release["budgets"].append(release["budgets"][0]), "id"),
        (lambda release: release["budgets"][0].update(amount_min="많이"), "amount_min"),
        (lambda release: release.update(extra=1), "extra"),
    ],
)
def test_only_true_records_become_golden(server, folder, spoil, why):
    changed = draft(server)
    spoil(changed["release"])
    status, body, _ = put(server, changed)
    assert status == 422
    assert why in json.loads(body)["error"]
    assert not (folder / "golden").exists()


def test_every_answer_brings_the_policy(server):
    for path in ("/", "/assets/list.js", "/nothing", f"/releases/{quote(TEXT)}.html"):
        headers = ask(server, path=path)[2]
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_named_host_lets_addresses_in_but_no_names():
    guard = Guard("0.0.0.0", 80)
    assert guard.refusal("GET", "/", {"host": "192.168.0.7:80"}) is None
    assert guard.refusal("GET", "/", {"host": "evil.example:80"}) is not None


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_the_command_serves_until_it_is_ended(records, end):
    line = [sys.executable, "-m", "extract", "serve", str(records), "--port", "0"]
    with subprocess.Popen(line, stderr=subprocess.PIPE, text=True) as process:
        said = process.stderr.readline()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/ - Ctrl-C ends it\n", said)
        with urlopen(said.split(" ")[0], timeout=10) as answer:
            assert answer.status == 200
        process.send_signal(end)
        assert process.wait(10) == 0


def test_a_port_that_is_taken_is_told(server):
    result = CliRunner().invoke(main, ["serve", str(server.app.folder), "--port", str(server.server_port)])
    assert result.exit_code == 3
    assert "give another --port" in result.output
