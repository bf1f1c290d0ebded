"""Amounts in running text, each with the frame of words around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.reading import Reading
from extract.records.budgets.bare import with_bare
from extract.records.budgets.cards import card_recipients, card_track
from extract.records.budgets.details import limited, per_of, year_of, years_of
from extract.records.budgets.draft import Draft, Whom
from extract.records.budgets.frame import Frame, Stretch, frame_of, noun_of
from extract.records.budgets.judge import last_year, score, was_before
from extract.records.budgets.matching import matched, share_of, shared
from extract.records.budgets.money_words import names_money
from extract.records.budgets.payers import Payer, payer_in, payer_of
from extract.records.budgets.spread import spread_tier
from extract.records.budgets.tracks import Around, tracks_of
from extract.records.budgets.whom import as_many, quoted, recipients, those_before
from extract.rule import Mention
from extract.sentences import split_clauses
from extract.values import Money
from parsers.document import Block

_AMOUNT = re.compile(r"\d|[일이삼사오육칠팔구]\s?[십백천]?\s?[만억조]")
_HEADING_REACH = 8
_SHORT = 60
_FRAGMENT = 40
_AMOUNT_SPENT = re.compile(r"\s?(?:을|를)?\s?(?:출자|출연|투입|지원|투자)(?:하여|해)")
# The same amount in won: `$9,000(약 1,171만 원)`.
_SAME = re.compile(r"\s?\(\s?(?:한화|원화)?\s?(?:약|한화)?\s?")
_LINE_HEAD = re.compile(r"[\s*ㅇ○◦□•·※▶-]*(?P<head>[가-힣][가-힣\s·]{1,14}?)\s?[:：]")
_SAYS = re.compile(r"[다음함됨임요]\.?$|지원|투입|예산|[□○ㅇ※]|^\s?[-*•·]")
_SUMMED = re.compile(r"씩,?\s(?:(?:모두|총|합계|총액|합쳐)\s?)")


def frames(reading: Reading) -> Iterator[tuple[Frame, Mention[Money]]]:
    """Every amount outside tables, in reading order."""
    for stretch in stretches(reading):
        for amount in stretch.amounts:
            if stretch.clause.start <= amount.start < stretch.clause.end:
                yield frame_of(stretch, amount), amount


def stretches(reading: Reading) -> Iterator[Stretch]:
    """The clauses of running text that state amounts; their `amounts` are those of the whole sentence."""
    blocks = [block for block in reading.document.blocks if block.table is None]
    starts = [block.start for block in blocks]
    for sentence in reading.sentences:
        amounts = amounts_in(reading, sentence.start, sentence.end)
        if not amounts:
            continue
        heading = _heading(reading.text, blocks, bisect_right(starts, sentence.start) - 1)
        for clause in split_clauses(reading.text, sentence):
            if any(clause.start <= amount.start < clause.end for amount in amounts):
                yield Stretch(
                    reading.text, clause, (sentence.start, sentence.end), amounts, heading, reading.header.title or ""
                )


def _said_before(text: str, stretch: Stretch, amount: Mention[Money], draft: Draft, last: int) -> tuple[str, str]:
    """The clause and the sentence before an amount; nothing before a total of what was listed, which has no track."""
    start = stretch.sentence[0]
    if last > start and _AMOUNT_SPENT.match(text, last):
        return text[start : amount.start], text[start : amount.start]
    listed = sum(start <= other.start < amount.start for other in stretch.amounts)
    if draft.per == "program" and last > start and listed:
        return "", ""
    return text[min(stretch.clause.start, last) : amount.start], text[start : amount.start]


def amounts_in(reading: Reading, start: int, end: int) -> list[Mention[Money]]:
    """The amounts of a stretch; `최소 100만 원 ~ 최대 1,200만 원` is one, and a unit without a number is none."""
    found: list[Mention[Money]] = []
    for amount in with_bare(reading.text, start, end, reading.money.within(start, end)):
        last = found[-1] if found else None
        words = reading.text[max(0, amount.start - 1) : amount.end]
        if not _AMOUNT.search(words) or words.startswith("제"):
            continue
        if (
            last
            and last.value.currency != "KRW" == amount.value.currency
            and _SAME.fullmatch(reading.text, last.end, amount.start)
        ):
            continue
        if last and _spans(reading.text[last.end : amount.start], last.value, amount.value):
            value = replace(last.value, maximum=amount.value.maximum)
            found[-1] = replace(last, value=value, end=amount.end)
        else:
            found.append(amount)
    return found


def _spans(between: str, low: Money, high: Money) -> bool:
    """Whether two amounts are the ends of one range."""
    if low.currency != high.currency or low.minimum is None or high.maximum is None or low.minimum >= high.maximum:
        return False
    if re.fullmatch(r"\s*[~∼-]\s*", between):
        return True
    joint = r"\s*(?:에서|부터|,)\s*" if low.maximum is None else r"\s*(?:에서|부터)\s*"
    return high.minimum is None and bool(re.fullmatch(joint, between))


def _heading(text: str, blocks: list[Block], at: int) -> str:
    """The line over a block: the nearest heading, item of a higher level or short line before it."""
    here = blocks[at]
    for block in reversed(blocks[max(0, at - _HEADING_REACH) : at]):
        words = text[block.start : block.end]
        higher = block.kind in ("heading", "title") or (block.kind == "item" and block.depth < here.depth)
        if higher or (len(words) < _SHORT and not words.rstrip().endswith(("다.", "다", ","))):
            return words
    return ""


def prose_drafts(reading: Reading, tracks: Iterable[str]) -> Iterator[Draft]:
    """The budgets in running text, one for each recipient that shares an amount."""
    known, last = tuple(tracks), None
    wholes: list[Draft] = []
    for stretch in stretches(reading):
        for amount in stretch.amounts:
            if stretch.clause.start <= amount.start < stretch.clause.end:
                frame = frame_of(stretch, amount)
                tier = spread_tier(reading.text, stretch.sentence[0], stretch.amounts, amount)
                frame = replace(frame, label=f"{tier} 상금") if tier else frame
                if score(frame, amount.value) > 0:
                    for draft in _drafts(reading, stretch, amount, frame, known, tier):
                        last = _paid_alike(reading.text, last, draft)
                        for one in shared(reading.text, wholes, last):
                            wholes = [*(whole for whole in wholes if whole.place == one.place), one]
                            yield one


def _paid_alike(text: str, last: Draft | None, draft: Draft) -> Draft:
    """A draft paid as the one before: its sum (`국비 2억씩 총 4억`), a limit (`국비 최대 1천억, 통합은 2천억까지`)."""
    if last is not None and last.payer and _SUMMED.fullmatch(text, last.spans[-1][1], draft.spans[-1][0]):
        return replace(draft, source=last.source, payer=True, label=last.label)
    limits = last is not None and last.payer and last.money.minimum is None and draft.money.minimum is None
    if last is None or not limits or draft.payer or (draft.label and names_money(draft.label)):
        return draft
    apart = "\n" in text[last.start : draft.start]
    return draft if apart else replace(draft, source=last.source, payer=True)


def _year(reading: Reading, frame: Frame, segment: str) -> int | None:
    """The year that the words before an amount name; of what it was before a change, the last."""
    if reading.published and was_before(frame) and last_year(frame):
        return reading.published.year - 1
    return year_of(segment[-40:], reading.published)


def _drafts(
    reading: Reading, stretch: Stretch, amount: Mention[Money], frame: Frame, known: tuple[str, ...], tier: str | None
) -> Iterator[Draft]:
    text, (start, end) = reading.text, stretch.sentence
    last = max([start, *(other.end for other in stretch.amounts if other.end <= amount.start)])
    segment = text[last : amount.start]
    payer = payer_of(frame)
    if not payer.named and (head := _LINE_HEAD.match(text, start, amount.start)):
        source = payer_in(head["head"])
        payer = Payer(source, True) if source and source != "total" else payer
    draft = Draft(
        money=limited(amount.value, frame.label or frame.topic, segment, frame.left),
        spans=((amount.start, amount.end),),
        source=payer.source,
        payer=payer.named,
        label=frame.label or frame.topic or noun_of(frame.head) or None,
        year=_year(reading, frame, segment),
        per=per_of(segment, frame.inside, frame.verb),
        period_years=years_of(segment[-40:], frame.verb),
        share=share_of(text[amount.end : end]),
        place=start,
        loose=end - start < _FRAGMENT and not _SAYS.search(text[start:end]),
    )
    card = card_track(reading, amount.start, known) if draft.per != "program" else None
    around = Around(
        segment, *_said_before(text, stretch, amount, draft, last), text[amount.end : end][:80], frame.heading, card
    )
    tracks = (tier,) if tier else tracks_of(around, frame.label or frame.topic, known)
    named = recipients(text, reading.parties.within(last, amount.start), last, amount.start)
    named = named or quoted(text, last, amount.start) or those_before(reading, start, text[last : amount.start])
    named = named or (as_many(reading, start, amount.start) if draft.per == "recipient" and not tier else [])
    named = named or card_recipients(reading, amount.start)
    if draft.label in tracks:
        draft = replace(draft, label=noun_of(frame.head) or None)
    for who, spot in named:
        whole = replace(
            draft,
            whom=replace(who, category=next((t for t in tracks if t != who.recipient), None)),
            spans=(spot, *draft.spans),
        )
        yield from (whole, *matched(whole, text[amount.end : end], amount.end))
    for track in () if named else tracks or (None,):
        whole = replace(draft, whom=Whom(category=track))
        yield from (whole, *matched(whole, text[amount.end : end], amount.end))
