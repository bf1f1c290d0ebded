"""Tables of winners: who was chosen, a row each, under heads such as `유형 | 시·도 | 시·군 | 사업명`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from extract.reading import Reading
from extract.records.selections import tracks
from extract.records.selections.chosen import choice_of, choices_of
from extract.records.selections.claim import Choice, Claim
from extract.records.selections.counts import places_in
from extract.records.selections.crossed import crossed_in
from extract.records.selections.names import is_count, named, plausible, split_names
from extract.records.selections.sheets import Box, Row, Sheet, column
from extract.release import Region

_NAME = re.compile(
    r"(?!담당|소관|주최|지원기|문의|평가기|소속|협력|수요|관련|관계|참석|전담)[가-힣]{0,6}?(?:기업|업체|기업체|기관|기관명칭|대학|대학교|병원|학교|단체|사업자|사업단|회사|농가|법인|마을|지구|산단|산업단지|어항|휴양림|사업주|사업체|컨소시엄|수상자|수상팀|팀|성명|이름|대상지|사업지|시장|상점가|수행기관|주관기관|주관기업|주관연구기관|운영기관|참여기업|공급기업|대상자|후보지|점포|연구자|연구책임자|발명자|작가|명장|농장|목장|어촌계|상호|제조사|신청인|신청자|신청기업)"
    r"(?:\(.{1,12}\))?(?:명)?(?:\(.{1,12}\))?"
)
# Who carries out what a municipality was chosen for, where one is named too.
_RUNS_IT = re.compile(r"(?:거점|협력|주관연구)(?:기관|기업|대학|병원|단체)(?:명)?(?:\(.{1,12}\))?")
_GOVERNS = re.compile(r"(?:기초)?(?:지자체|지방자치단체|시군구?)(?:명)?")
_TOWN = re.compile(r"[가-힣]{0,4}?(?:지자체|지방자치단체|시군구?|기초|지역)(?:명)?(?:\(.{1,12}\))?")
_WORK = re.compile(
    r"(?:우수|수상|선정)?(?:사례|작품|제품|과제|사업|서비스|기술|아이디어|콘텐츠|프로그램|연구|품목|성과|특구|제목|혁신비전|핵심과제|수상작)(?:명|내용|제목|명칭)?(?:\(.{1,12}\))?|공모내용|사업내용|과제내용|주요내용|특화분야|주요사업|공적내용|공적요지"
)
_TRACK = re.compile(r"[가-힣]{0,6}?(?:구분|유형|분야|부문|훈격|등급|트랙|상격|상명|시상내역|권역)(?:\(.{1,12}\))?")
_SIDO = re.compile(r"(?:광역)?시도(?:명)?|광역(?:지자체|시도)?|지역|권역|소재지(?:\(.*\))?")
_CONTEXT = re.compile(
    r"선정|수상|선발|지정|확정|명단|입상|인증|당선|시상|포상|합격|채택|낙점|대상\s?(?:지자체|시·군|기업|기관|지역|사업)|우수\s?(?:사례|기관|기업|단체|작품|제품|사업주|사업장|업소|마을|학교|농가)"
)
_OTHER = re.compile(
    r"(?:기관|대학|센터|지역)별\s?(?:인원|배정)|(?:심사|평가)\s?위원\s?(?:명단|구성|현황|회)|참석|일정|개요|신청\s?현황|접수\s?현황|예산|연도별|문의|담당|기준|배점|비교|절차|개최\s?계획|누적"
)
_FIELD = re.compile(
    r"[<\[【]?\s?(?:참고|붙임|별첨)\s?\d*\s?[>\]】]?|\s?(?:최종\s)?(?:선정|수상|지정)\s?(?:기업|기관|대학|지자체|자|작|팀|결과)?\s?\(?(?:총\s?)?$"
)
# A party among the tracks: the cells of the rows have slipped, and so have the names.
_SLIPPED = re.compile(r"대학교|㈜|\(주\)|[가-힣]{2}병원$")
_SAYS = re.compile(r"\(?(\d{1,2})\s?(?:개사|개소|개|곳|건|명|팀|점|편)?\)$")
_SUM = re.compile(r"(?:총\s?)?(?:계|합\s?계|소\s?계|총계|비고)(?:\s?\([^()]*\))?|-|–|…")


def winners_in(reading: Reading, sheet: Sheet, counts: Collection[int]) -> Iterator[Claim]:
    """A claim for each track of a winners' table; `counts` are the numbers that the text says were chosen."""
    if crossed := list(crossed_in(reading, sheet, counts)):
        yield from crossed
        return
    track = _track(sheet)
    place = column(sheet, _SIDO)
    taken = [at for at in (place, track) if at is not None]
    name, town = column(sheet, _NAME, taken), column(sheet, _TOWN, taken)
    if name is None or (town is not None and _only_runs_it(sheet, name, town)):
        name, town = town, None
    if name is None and place is not None and _TOWN.fullmatch(_bare(sheet.heads[place])):
        name, place = place, None
    place = town if town is not None else place
    bodies, work = name is not None, column(sheet, _WORK)
    if name is None:
        name, work = work, None
    if name is None:
        yield from _roll(reading, sheet)
        return
    rows = [row for row in sheet.rows if (box := row[name]) and not _SUM.fullmatch(box.words) and not _summed(row)]
    rows = [row for row in rows if not _heads_again(sheet, row, name)]
    fits = len({row[name] for row in rows}) in counts and len(rows) > 1
    counted = (
        bodies
        and len(rows) > 1
        and any(one.value == len(rows) for one in places_in(sheet.caption, 0, len(sheet.caption)))
    )
    if not fits and (not (counted or _CONTEXT.search(sheet.caption)) or _OTHER.search(sheet.caption)):
        return
    if not _sound(reading, rows, name):
        return
    names = [at for at, head in enumerate(sheet.heads) if head == sheet.heads[name]]
    yield from _by_track(reading, sheet, rows, names, work, place)


def _by_track(
    reading: Reading, sheet: Sheet, rows: Sequence[Row], names: Sequence[int], work: int | None, place: int | None
) -> Iterator[Claim]:
    """The winners of the rows, a claim for each label of the track column."""
    track, year = _track(sheet), year_of(sheet.caption)
    found: dict[str | None, list[Choice]] = {}
    label: str | None = None
    grown = len({_label(row, track) for row in rows} - {None}) > 1
    for row in rows:
        label = _label(row, track) or (label if grown and _merged(row, track) else None)
        for choice in (one for at in names for one in _choices(reading, row, at, work, place)):
            if choice not in found.setdefault(label, []):
                found[label].append(choice)
    if any(label and _SLIPPED.search(label) for label in found):
        return
    for label, choices in found.items():
        if choices:
            span = choices[0].start, choices[-1].end
            yield Claim(*span, None, len(choices), "", label, tuple(choices), year=year)


def _track(sheet: Sheet) -> int | None:
    """The column of tracks: by its head, else the first if it lists prizes (`순위` over `대상`)."""
    listed = {row[0] for row in sheet.rows if row[0]}
    prizes = sum(bool(tracks.PRIZE.match(box.words)) for box in listed)
    counted = len(listed) > 1 and sum(_counts_rows(sheet, box) for box in listed) >= len(listed) - 1
    return 0 if counted or (prizes > 1 and prizes > len(listed) / 2) else column(sheet, _TRACK)


def _counts_rows(sheet: Sheet, box: Box) -> bool:
    """Whether a label says over how many rows it stands: `생활 현안 해결 (3)`."""
    hit = _SAYS.search(box.words)
    return bool(hit) and sum(row[0] == box for row in sheet.rows) == int(hit[1] if hit else 0)


def _only_runs_it(sheet: Sheet, name: int, town: int) -> bool:
    """Whether a column names who carries out what the municipalities of another were chosen for."""
    return bool(_RUNS_IT.fullmatch(_bare(sheet.heads[name])) and _GOVERNS.fullmatch(_bare(sheet.heads[town])))


def _heads_again(sheet: Sheet, row: Row, name: int) -> bool:
    """Whether a row is the lower one of two rows of heads, where a head over both stands again."""
    box, first = row[name], sheet.first[name] if sheet.first else None
    return box is not None and box == first


def _sound(reading: Reading, rows: Sequence[Row], name: int) -> bool:
    """Whether a column holds names: no counts, amounts or dates."""
    items = [named(reading.text, box.start, box.end) for row in rows if (box := row[name])]
    return sum(item is not None and not is_count(item.name) for item in items) >= 0.8 * len(rows)


def year_of(caption: str) -> int | None:
    """The year with which a caption begins: `’25년 우수기업`."""
    hit = re.match(r"[\W_]*(?:20|['’])(\d\d)년\s", caption)
    return 2000 + int(hit[1]) if hit else None


def _bare(head: str) -> str:
    return re.sub(r"[\s·‧・ㆍ∙*]+", "", head)


def _roll(reading: Reading, sheet: Sheet) -> Iterator[Claim]:
    """A table that is nothing but names, as many as its caption counts."""
    counted = list(places_in(sheet.caption, 0, len(sheet.caption)))
    if not counted or not _CONTEXT.search(sheet.caption) or _OTHER.search(sheet.caption):
        return
    places = counted[-1]
    boxes = [box for row in (sheet.first, *sheet.rows) for box in row if box]
    items = [item for box in boxes if (item := named(reading.text, box.start, box.end)) and plausible(item)]
    if len(items) == len(boxes) and 0.7 * places.value <= len(items) <= places.value > 1:
        label = tracks.clean(_FIELD.sub("", sheet.caption[: places.start]).rstrip(" (총"))
        choices = choices_of(reading, items, places.unit)
        yield Claim(boxes[0].start, boxes[-1].end, None, places.value, places.unit, label or None, choices)


def _summed(row: Row) -> bool:
    return any(box and _SUM.fullmatch(box.words) and box.words not in "-–…" for box in row[:2])


def _merged(row: Row, track: int | None) -> bool:
    """Whether a row leaves its track empty, as Markdown writes a cell that is merged over rows."""
    return track is not None and row[track] is None


def _label(row: Row, track: int | None) -> str | None:
    box = row[track] if track is not None else None
    if not box:
        return None
    words = re.sub(r"\s?\(?\d+\s?(?:개사|개소|개|곳|건|명|팀|점|편)?\)?$", "", box.words)
    return tracks.clean(words) or None


def _choices(reading: Reading, row: Row, name: int, work: int | None, place: int | None) -> Iterator[Choice]:
    box = row[name]
    if box is None:
        return
    parts = [part for a, b in split_names(reading.text, box.start, box.end) if (part := named(reading.text, a, b))]
    if len(parts) > 1 and all(map(plausible, parts)) and "," in reading.text[box.start : box.end]:
        yield from choices_of(reading, parts, "")
        return
    item = named(reading.text, box.start, box.end)
    if item is None or len(item.name) > 60 or re.fullmatch(r"[\d,.\s]+", item.name):
        return
    sido = row[place] if place is not None else None
    choice, _ = choice_of(reading, item, "", sido.words if sido and tracks.is_region(sido.words) else None)
    box_work = row[work] if work is not None else None
    yield replace(choice, region=choice.region or _where(reading, sido), project=box_work.words if box_work else None)


def _where(reading: Reading, box: Box | None) -> Region | None:
    return reading.region(box.words) if box else None
