"""A folder full of bad files: each ends in a clear error or a warning of its own, and the good ones are done."""

import io
import json

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.batch.test_command import bodojaryo
from tests.batch.test_run import write


def pdf(draw, **options):
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, **options)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def picture(kind):
    out = io.BytesIO()
    Image.new("RGB", (60, 60), "white").save(out, kind)
    return out.getvalue()


def page(canvas):
    canvas.drawString(72, 700, "A release of our own, with some words in it.")


def scan(canvas):
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 60), "white")), 0, 0, 500, 700)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Exit code, errors by input, and records by input of a run over the folder."""
    top = tmp_path_factory.mktemp("bad")
    folder, out = write(top / "in", 2), top / "out"
    files = {
        "빈 파일.txt": b"",
        "잘린.pdf": pdf(page)[:200],
        "암호.pdf": pdf(page, encrypt="secret"),
        "그림.pdf": picture("PNG"),
        "잡음.hwp": bytes(range(256)) * 64,
        "깊은.html": b"<html><body>" + b"<div>" * 100_000 + "글".encode(),
        "훑은.pdf": pdf(scan),
        "옛 인코딩.html": "<html><meta charset=utf-8><body><p>환경부는 6월 3일 설명회를 연다.</p>".encode("cp949"),
        "깨진.zip": b"PK\x03\x04" + bytes(100),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    with (folder / "거대한.txt").open("wb") as file:
        file.truncate(200_000_000)
    done = bodojaryo("run", folder, "-o", out, "--memory", "1024")
    errors = [json.loads(line) for line in (out / "errors.jsonl").read_text("utf-8").splitlines()]
    records = {path.name.removesuffix(".json"): json.loads(path.read_text("utf-8")) for path in out.glob("*.json")}
    return done, {row["input"]: row for row in errors}, records


def test_good_ones_are_done(run):
    done, _, records = run
    assert done.returncode == 1
    assert {"보도자료-00000.txt", "보도자료-00001.txt"} <= set(records)


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("빈 파일.txt", "EmptyInput"),
        ("잘린.pdf", "Damaged"),
        ("암호.pdf", "Encrypted"),
        ("그림.pdf", "UnknownFormat"),
        ("잡음.hwp", "UnknownFormat"),
        ("거대한.txt", "TooLarge"),
        ("깨진.zip", "Damaged"),
    ],
)
def test_bad_ones_are_named_with_the_reason(run, name, error):
    done, errors, _ = run
    assert errors[name]["error"] == error
    assert errors[name]["message"] in done.stderr


def test_what_can_be_read_is_read(run):
    _, _, records = run
    assert records["옛 인코딩.html"]["schedules"] or "설명회" in str(records["옛 인코딩.html"])
    assert [warning["code"] for warning in records["훑은.pdf"]["warnings"]] == ["no_text_layer"]


def test_deep_nesting_ends_in_a_record_or_a_clear_error(run):
    _, errors, records = run
    assert ("깊은.html" in records) != ("깊은.html" in errors)
    assert errors.get("깊은.html", {"stage": "parse"})["stage"] == "parse"


def test_no_fault_of_ours(run):
    _, errors, _ = run
    assert [row for row in errors.values() if row["stage"] == "worker" or "fault of bodojaryo" in row["message"]] == []
