"""The messages of warnings in Korean. A record has them in English; each is recognised by its form."""

from __future__ import annotations

import re

from extract.review.words import Both, same

_SAYINGS = (
    (r"(.+) are stated, (.+) are listed", "적힌 수는 {0}, 늘어놓은 수는 {1}"),
    (r"(\S+) is a (\S요일), not a (\S요일)", "{0}은 {2}이 아니라 {1}"),
    (r"(.+): (\S+) is before (\S+)", "{0}: 끝 {1}이 시작 {2}보다 앞섬"),
    (r"(.+) is in no list of municipalities", "{0}: 행정구역 목록에 없음"),
    (r"(.+) applicants for (.+) places are not (.+):1", "신청 {0}, 선정 {1}이면 {2} 대 1이 아님"),
    (r"(.+) is (\S+), not (\S+)", "{0}의 합은 {2}이 아니라 {1}"),
    (r"(\S+) is stated, the parts add up to (\S+)", "적힌 합계는 {0}, 더한 값은 {1}"),
    (r"page (\d+) is a picture; its text was recognised by tesseract", "{0}쪽은 그림이며, 글자 인식으로 읽음"),
    (r"page (\d+) is a picture without text", "{0}쪽은 글자 없는 그림"),
    (r"page (\d+) is broken", "{0}쪽이 깨져 있음"),
    (r"the file ends before the end of the PDF; pages may be missing", "파일이 중간에서 끝남. 빠진 쪽이 있을 수 있음"),
    (r"(.+) ends early|(.+) ends in the middle of a record", "{0}: 중간에서 끝남"),
)
_READ = tuple((re.compile(pattern), korean) for pattern, korean in _SAYINGS)


def saying(message: str) -> Both:
    """A message in both languages; one of an unknown form stays as it is."""
    for pattern, korean in _READ:
        if hit := pattern.fullmatch(message):
            return Both(korean.format(*(group for group in hit.groups() if group is not None)), message)
    return same(message)
