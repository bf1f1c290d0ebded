"""Sentences end where one has been said; clauses where a verb connects to the next."""

import pytest

from extract.sentences import Sentence, sentences_of, split_clauses


def cut(text):
    return [text[s.start : s.end] for s in sentences_of(text, 0, len(text))]


def clauses(text):
    return [text[c.start : c.end].strip() for c in split_clauses(text, Sentence(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("공모를 시작한다. 결과는 5월에 나온다.", ["공모를 시작한다.", "결과는 5월에 나온다."]),
        ("5.27.~29. 접수한다.", ["5.27.~29. 접수한다."]),
        ('"시작이다. 더 하겠다."라고 말했다. 끝이다.', ['"시작이다. 더 하겠다."라고 말했다.', "끝이다."]),
        ("□ 공고 ○ 접수는 3월", ["□ 공고", "○ 접수는 3월"]),
    ],
)
def test_sentences(text, parts):
    assert cut(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("3월에 공모하고, 5월에 선정한다", ["3월에 공모하고,", "5월에 선정한다"]),
        ("3월 평가를 거쳐 4월 선정할 계획", ["3월 평가를 거쳐", "4월 선정할 계획"]),
        ("공고(3월) → 접수(4월)", ["공고(3월)", "→ 접수(4월)"]),
        ("협약을 체결한 뒤 6월 착수", ["협약을 체결한 뒤", "6월 착수"]),
        ("군(고성하고 통영) 공고", ["군(고성하고 통영) 공고"]),
    ],
)
def test_clauses(text, parts):
    assert clauses(text) == parts


def test_long_runs_cost_little():
    text = "(" * 3000 + '"' * 3001 + "하고" * 3000
    assert split_clauses(text, Sentence(0, len(text)))
