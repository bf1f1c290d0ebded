"""Tables that count the chosen by track: `분야 | 접수 | 선정`, or the tracks side by side over a row `선정 과제 수`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.records.selections import tracks
from extract.records.selections.claim import Claim
from extract.records.selections.sheets import Box, Row, Sheet

_ACT = r"(?:선정|수상|모집|시상|선발|지정|공모|지원|인증|포상)"
_HEAD = re.compile(
    rf"(?:최종|신규|총|올해|금회|이번)?{_ACT}(?:예정)?(?:결과|대상)?(?:과제|기업|업체|기관|병원|대학|지자체|작품|사업단|사업|단체|팀|편|점)?(?:수|개수|개소|인원|규모|건수|수량|편수|점수|결과|내역)?(?:\(.{{1,8}}\))?"
    r"|(?:과제|기업|업체|기관|병원|대학|지자체|작품|사업단|팀|개소|수상자|수상)(?:수|인원|편수)(?:\(.{1,8}\))?|인원(?:수)?|규모|편수|수상자|점수|수량|개소|신규선정기업|수상작"
)
_APPLIED = re.compile(r"신청|접수|응모|지원자|출품")
_VALUE = re.compile(
    r"(?:총|약|각)?\s?(?P<count>\d{1,3}(?:,\d{3})*)\s?(?P<unit>명|점|팀|편|건|작품|곳|인|개\s?(?:소|사|교|팀|기업|과제|기관|지자체|병원|사업단|작품|대학)?)?\s?(?:내외|이내|안팎)?(?:\s?\([^()]*\))?"
)
_SUM = re.compile(r"(?:총\s?)?(?:계|합\s?계|총계|총\s?수상내역|전\s?체)")
_PART = re.compile(r"소\s?계")
_CONTEXT = re.compile(r"인증|선정|수상|모집|시상|선발|지정|공모|포상|지원\s?(?:과제|기업|대상)\s?수")
_OTHER = re.compile(
    r"(?:기관|지역|대학|센터|시·?도|권역)별|연도별|추진\s?실적|누적|최근\s?\d|현재|심사\s?위원|배점|예산|통계|현황\s?\([^)]*(?:말|기준)"
)


_HALF = re.compile(r"[상하]반기|\d차|\d분기|소계|계|합계")
_MOST = 0.8
_GIVER = re.compile(r"(?:장|대통령|총리|대표이사|도지사|교육감)\s?(?:상|표창|상장)$")
_SMALL = re.compile(r"\d{1,2}\s?(?:명|점|팀|편|건|개|작품)?")
_SECTION = re.compile(r"(?P<name>[가-힣A-Za-z]{2,10})(?:\([^()]*\))?\s?(?P<kind>부문|분야)")


def tallies_in(sheet: Sheet, among: Sequence[Sheet] = ()) -> Iterator[Claim]:
    """A claim for each track that a table counts, and one for its total.

    Where several tables of prizes are `among` a release's, each of a division of its own, the division leads the track.
    """
    section = _section(sheet)
    others = {name for other in among if (name := _section(other))}
    for claim in _summed(_counted(sheet)):
        yield replace(claim, track=" ".join(filter(None, (section, claim.track)))) if len(others) > 1 else claim


def _summed(claims: Iterable[Claim]) -> list[Claim]:
    """Claims with those of one prize, a row for each who gives it, made one."""
    done: list[Claim] = []
    for claim in claims:
        last = done[-1] if done else None
        again = last is not None and last.track == claim.track and tracks.PRIZE.fullmatch(str(claim.track))
        if last and again and last.count and claim.count:
            done[-1] = replace(last, end=claim.end, count=last.count + claim.count)
        else:
            done.append(claim)
    return done


def _section(sheet: Sheet) -> str | None:
    """The division whose prizes a table lists, as its caption names it: `《 기업(수기) 부문 》`."""
    listed = sum(bool(row[0] and tracks.PRIZE.match(row[0].words)) for row in sheet.rows)
    found = _SECTION.search(sheet.caption) if listed > 1 else None
    return found["name"] + found["kind"] if found else None


def _counted(sheet: Sheet) -> Iterator[Claim]:
    heads = [_squash(head.removeprefix(top) or head) for head, top in zip(sheet.heads, _tops(sheet), strict=True)]
    if _OTHER.search(sheet.caption):
        return
    prizes = sum(bool(box and tracks.PRIZE.match(box.words)) for row in sheet.rows for box in row[:2])
    told = bool(_CONTEXT.search(sheet.caption)) or prizes > 1
    for at, head in enumerate(heads):
        if at and _HEAD.fullmatch(head) and (told or _CONTEXT.search(head)) and _numeric(row[at] for row in sheet.rows):
            yield from _down(sheet, at)
            return
    if divided := _divided(sheet, told):
        for at in divided:
            yield from _down(sheet, at)
        return
    if bare := _unheaded(sheet):
        yield from _down(sheet, bare)
        return
    yield from _across(sheet, told)


def _tops(sheet: Sheet) -> Sequence[str]:
    """The upper heads, empty where there is one row of heads only."""
    return sheet.tops or [""] * len(sheet.heads)


def _divided(sheet: Sheet, told: bool) -> list[int]:
    """The columns of a head that halves of the year and a sum divide: `과제 수 | 상반기 | 하반기 | 소계`."""
    found = [
        at
        for at, top in enumerate(sheet.tops)
        if at and _HEAD.fullmatch(_squash(top)) and (told or _CONTEXT.search(top))
    ]
    lower = [_squash(sheet.heads[at].removeprefix(sheet.tops[at])) for at in found]
    sound = len(found) > 1 and all(map(_HALF.fullmatch, lower)) and all(_numeric(_column(sheet, at)) for at in found)
    return found if sound else []


def _unheaded(sheet: Sheet) -> int | None:
    """The one column of small numbers in a table whose rows, the first too, begin with prizes: its heads were lost."""
    if not sheet.first or not sheet.first[0] or not tracks.PRIZE.match(sheet.first[0].words):
        return None
    columns = {at: _column(sheet, at) for at in range(1, len(sheet.heads))}
    small = [at for at, boxes in columns.items() if all(box and _SMALL.fullmatch(box.words) for box in boxes)]
    return small[0] if len(small) == 1 else None


def _column(sheet: Sheet, at: int) -> Row:
    return tuple(row[at] for row in sheet.rows)


def _down(sheet: Sheet, at: int) -> Iterator[Claim]:
    for row in sheet.rows:
        box, label = row[at], _label(row, at, sheet)
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


def _label(row: Row, at: int, sheet: Sheet) -> str | None:
    """The track of a row: its first label that no other row shares; empty for the total, None where it has none."""
    boxes = [box for box in row[:at] if box and not re.fullmatch(r"[\d,.\s]+(?:원|만\s?원)?", box.words)]
    own = [box for box in boxes if sum(box in other for other in sheet.rows) == 1]
    words = [box.words for box in own or boxes]
    if not words:
        return None
    if any(_PART.fullmatch(word) for word in words):
        return None
    if _SUM.fullmatch(words[0]) or _SUM.fullmatch(words[-1]):
        return ""
    prizes = sorted((box.words for box in boxes if tracks.PRIZE.fullmatch(box.words)), key=_given_by)
    label = tracks.clean(re.sub(r"\s?\([^()]*\)$", "", (prizes or words)[0]))
    return label if 1 < len(label) <= 60 and not tracks.is_region(label) else None


def _given_by(prize: str) -> bool:
    """Whether a prize is named after who gives it (`가나부 장관상`): beside a tier it is no track of its own."""
    return bool(_GIVER.search(prize))


def _numeric(boxes: Iterator[Box | None] | Row) -> bool:
    filled = [box for box in boxes if box and box.words not in ("-", "–")]
    return bool(filled) and sum(bool(_VALUE.fullmatch(box.words)) for box in filled) >= _MOST * len(filled)


def _squash(words: str) -> str:
    return re.sub(r"[\s*]+|(?:['‘’`]?\d{2,4}년도?)", "", words)
