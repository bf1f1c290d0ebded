"""A quick round of broken documents: each ends in a document or a ParseError."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import SAMPLES
from tests.fuzz.mutations import broken, broken_package, broken_records, check
from tests.make_office import docx, hwp, hwpx, pptx

NAMES = ("flip", "cut", "drop", "repeat", "ones", "number", "element")
OPERATIONS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.integers(0, 1000), st.integers(0, 4000)), min_size=1, max_size=6
)
SEEDS = [path.read_bytes() for path in sorted(SAMPLES.rglob("*")) if path.suffix not in (".json", "")]
PACKAGES = [hwpx(), docx(), pptx()]
HWP = hwp()
quick = settings(max_examples=150, deadline=None, derandomize=True, database=None)


@quick
@given(st.sampled_from(SEEDS), OPERATIONS)
def test_bytes(data, operations):
    check(broken(data, operations))


@quick
@given(st.sampled_from(PACKAGES), st.integers(0, 40), OPERATIONS)
def test_markup_of_packages(data, member, operations):
    check(broken_package(data, member, operations))


@quick
@given(OPERATIONS)
def test_records(operations):
    check(broken_records(HWP, operations))


@quick
@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.4", b"<html>", HWP[:512]]))
def test_noise(data, start):
    check(start + data)
