"""Tables that count the chosen by track: `분야 | 접수 | 선정`, or the tracks side by side over a row `선정 과제 수`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.records.selections import tracks
from extract.records.selections.claim import Claim
from extract.records.selections.sheets import Box, Row, Sheet

_ACT = r"(?:선정|수상|모집|시상|선발|지정|공모|지원|인증|포상)"
_HEAD = re.compile(
    rf"(?:최종|신규|총|올해|금회|이번)?{_ACT}(?:예정)?(?:결과|대상)?(?:과제|기업|업체|기관|병원|대학|지자체|작품|사업단|사업|단체|팀|편|점)?(?:수|개수|개소|인원|규모|건수|수량|편수|점수|결과|내역)?(?:\(.{{1,8}}\))?"
    r"|(?:과제|기업|업체|기관|병원|대학|지자체|작품|사업단|팀|개소|수상자|수상)(?:수|인원|편수)(?:\(.{1,8}\))?|인원(?:수)?|규모|편수|수상자|점수|개소|신규선정기업|수상작"
)
_APPLIED = re.compile(r"신청|접수|응모|지원자|출품")
_VALUE = re.compile(
    r"(?:총|약|각)?\s?(?P<count>\d{1,3}(?:,\d{3})*)\s?(?P<unit>명|점|팀|편|건|작품|곳|인|개\s?(?:소|사|교|팀|기업|과제|기관|지자체|병원|사업단|작품|대학)?)?\s?(?:내외|이내|안팎)?(?:\s?\([^()]*\))?"
)
_SUM = re.compile(r"(?:총\s?)?(?:계|합\s?계|총계|총\s?수상내역|전\s?체)")
_PART = re.compile(r"소\s?계")
_CONTEXT = re.compile(r"선정|수상|모집|시상|선발|지정|공모|포상")
_OTHER = re.compile(r"연도별|추진\s?실적|누적|최근\s?\d|현재|심사\s?위원|배점|예산|통계|현황\s?\([^)]*(?:말|기준)")


def tallies_in(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each track that a table counts, and one for its total."""
    heads = [_squash(head) for head in sheet.heads]
    if _OTHER.search(sheet.caption):
        return
    prizes = sum(bool(box and tracks.PRIZE.match(box.words)) for row in sheet.rows for box in row[:2])
    told = bool(_CONTEXT.search(sheet.caption)) or prizes > 1
    for at, head in enumerate(heads):
        if at and _HEAD.fullmatch(head) and (told or _CONTEXT.search(head)) and _numeric(row[at] for row in sheet.rows):
            yield from _down(sheet, at)
            return
    yield from _across(sheet, told)


def _down(sheet: Sheet, at: int) -> Iterator[Claim]:
    for row in sheet.rows:
        box, label = row[at], _label(row, at)
        if box and label is not None and (hit := _VALUE.fullmatch(box.words)):
            yield _claim(box, hit, label)


def _across(sheet: Sheet, told: bool) -> Iterator[Claim]:
    """Tracks in the heads, and a row that counts the chosen of each."""
    for row in sheet.rows:
        first = row[0]
        if first is None or not _HEAD.fullmatch(_squash(first.words)) or not _numeric(row[1:]):
            continue
        if not (told or _CONTEXT.search(first.words)) or _APPLIED.search(first.words):
            continue
        for box, head in zip(row[1:], sheet.heads[1:], strict=False):
            hit = _VALUE.fullmatch(box.words) if box else None
            if box and hit and not re.search(r"\d", head):
                yield _claim(box, hit, "" if _SUM.fullmatch(head) else tracks.clean(head))
        return


def _claim(box: Box, hit: re.Match[str], label: str) -> Claim:
    unit = "".join((hit["unit"] or "").split())
    return Claim(box.start, box.end, None, int(hit["count"].replace(",", "")), unit, label or None)


def _label(row: Row, at: int) -> str | None:
    """The track of a row: its last label before the count; empty for the total, None where it is no track."""
    words = [box.words for box in row[:at] if box and not re.fullmatch(r"[\d,.\s]+(?:원|만\s?원)?", box.words)]
    if not words:
        return None
    if any(_PART.fullmatch(word) for word in words):
        return None
    if _SUM.fullmatch(words[0]) or _SUM.fullmatch(words[-1]):
        return ""
    prizes = [word for word in words if tracks.PRIZE.fullmatch(word)]
    label = tracks.clean(re.sub(r"\s?\([^()]*\)$", "", (prizes or words)[-1 if prizes else 0]))
    return label if 1 < len(label) <= 60 and not tracks.is_region(label) else None


def _numeric(boxes: Iterator[Box | None] | Row) -> bool:
    filled = [box for box in boxes if box and box.words not in ("-", "–")]
    return bool(filled) and all(_VALUE.fullmatch(box.words) for box in filled)


def _squash(words: str) -> str:
    return re.sub(r"[\s*]+|(?:['‘’`]?\d{2,4}년도?)", "", words)
