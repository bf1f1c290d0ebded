"""Places by name and day."""

from datetime import date

import pytest

from extract.rules.region import lookup, reference_day


@pytest.mark.parametrize(
    ("name", "sido", "on", "code"),
    [
        ("천안시", None, None, "44130"),
        ("충남 천안", None, None, "44130"),
        ("충남천안시", None, None, "44130"),
        ("속초시", None, date(2023, 6, 10), "42210"),
        ("속초시", None, date(2023, 6, 11), "51210"),
        ("강원도 속초시", None, None, "42210"),
        ("군위군", None, date(2023, 7, 1), "27720"),
        ("수원시 장안구", None, None, "41111"),
        ("고양특례시", None, None, "41280"),
        ("동구", "부산", None, "26170"),
        ("고성군", "경남", None, "48820"),
        ("광주시", None, date(2024, 1, 1), "29000"),
        ("광주시", "경기", None, "41610"),
        ("세종시", None, None, "36110"),
        ("전북", None, date(2024, 1, 17), "45000"),
    ],
)
def test_lookup(name, sido, on, code):
    assert lookup(name, sido, on).code == code


@pytest.mark.parametrize("name", ["동구", "고성군", "홍길군", "충남대"])
def test_no_single_region(name):
    assert lookup(name) is None


def test_undated_text_is_read_by_the_names_it_writes():
    assert reference_day("강원도 속초시", None) == date(2023, 6, 10)
    assert reference_day("강원특별자치도 속초시", None) is None
    assert reference_day("강원도 속초시", date(2025, 1, 1)) == date(2025, 1, 1)
