import io
import json
import zipfile
from email.message import EmailMessage

import pytest

from parsers import Source, expand, parse
from parsers.errors import Damaged, ParseError, TooLarge

RELEASE = "보도자료\n새싹마을 두 곳 선정\n국토교통부는 두 곳을 골랐다.\n"


def zipped(members, **kinds):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **kinds) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def uris(data, name="a.zip"):
    return [member.uri for member in expand(Source(name, data))]


def test_each_member_is_a_release():
    data = zipped(
        [("가/하나.txt", RELEASE), ("둘.html", "<html><p>글</p></html>"), ("사진.jpg", b"x"), (".DS_Store", b"x")]
    )
    assert uris(data) == ["a.zip!/가/하나.txt", "a.zip!/둘.html"]


def test_what_is_no_container_is_itself():
    assert uris(RELEASE.encode(), "a.txt") == ["a.txt"]


def test_archives_in_archives_end_somewhere():
    data = zipped([("a.txt", RELEASE)])
    for _ in range(6):
        data = zipped([("b.zip", data)])
    (member,) = expand(Source("a.zip", data))
    with pytest.raises(TooLarge):
        parse(member)


def test_a_bomb_costs_only_itself():
    members = list(expand(Source("a.zip", zipped([("bomb.txt", b"0" * 50_000_000), ("a.txt", RELEASE)]))))
    with pytest.raises(TooLarge):
        parse(members[0])
    assert "두 곳" in parse(members[1]).text


@pytest.mark.parametrize("name", ["../../a.txt", "..\\..\\a.txt"])
def test_a_name_that_climbs_is_refused_and_stays_inside(name):
    (member,) = expand(Source("a.zip", zipped([(name, RELEASE)])))
    assert ".." not in member.uri.split("!/")[1].split("/")
    with pytest.raises(Damaged):
        parse(member)


def test_names_are_told_apart():
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped([("a.txt", RELEASE), ("a.txt", RELEASE)])
    assert uris(data) == ["a.zip!/a.txt", "a.zip!/a (2).txt"]


def test_a_broken_archive_is_damaged():
    with pytest.raises(ParseError):
        list(expand(Source("a.zip", zipped([("a.txt", RELEASE)])[:60])))


def test_json_lines_hold_a_release_each():
    record = {
        "title": "새싹마을 두 곳",
        "content": "<p>국토교통부는</p><p>두 곳을 골랐다.</p>",
        "approve_date": "06/24/2024",
    }
    data = "\n".join([json.dumps(record), json.dumps(record | {"content": "글이다.\n둘째 줄"})]).encode()
    members = list(expand(Source("a.jsonl", data)))
    assert [member.uri for member in members] == ["a.jsonl!/1", "a.jsonl!/2"]
    first, second = map(parse, members)
    assert (first.format, second.format) == ("html", "text")
    assert first.text == "새싹마을 두 곳\n국토교통부는\n두 곳을 골랐다."
    assert first.meta.published == "06/24/2024"
    assert second.text == "새싹마을 두 곳\n글이다.\n둘째 줄"


def test_a_release_deep_in_an_answer():
    data = json.dumps(
        {"response": {"body": {"items": [{"Title": "제목이다", "DataContents": "글이다." * 30}]}}}
    ).encode()
    document = parse(Source("a.json", data))
    assert document.meta.title == "제목이다"
    assert document.source.uri == "a.json"


@pytest.mark.parametrize("data", [b'{"a": 1}', b'{"a": [' + b"[" * 100_000, b'{"a": 1'])
def test_json_without_a_release_is_refused(data):
    with pytest.raises(ParseError):
        parse(Source("a.json", data))


def mail(attachment=None):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "[보도자료] 새싹마을 두 곳"
    message["Date"] = "Mon, 24 Jun 2024 09:50:00 +0900"
    message.set_content(RELEASE)
    if attachment:
        message.add_attachment(attachment, maintype="text", subtype="html", filename="보도자료.html")
    return message.as_bytes()


def test_a_mail_is_read_by_its_own_words():
    document = parse(Source("a.eml", mail()))
    assert document.meta.title == "[보도자료] 새싹마을 두 곳"
    assert "두 곳을 골랐다" in document.text


def test_a_release_attached_stands_for_the_mail():
    (member,) = expand(Source("a.eml", mail("<html><p>첨부한 글이다.</p></html>".encode())))
    assert member.uri == "a.eml!/보도자료.html"
    assert parse(member).text == "첨부한 글이다."


def test_a_page_saved_as_one_file():
    page = (
        "From: <saved>\r\nSubject: page\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n'
        "Content-Transfer-Encoding: 8bit\r\n\r\n<html><body><p>가람시는 두 곳을 골랐다.</p></body></html>\r\n--x--\r\n"
    )
    assert parse(Source("a.mhtml", page.encode())).text == "가람시는 두 곳을 골랐다."
