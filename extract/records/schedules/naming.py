"""What happens on a day: the event that the words around a date name.

Korean puts the verb last, so a date belongs to the first verb after it that is not an aside: a finite or joining verb,
or a participle right behind the date (`4월 30일 열린 위원회`). The verb's object, or the subject of a passive one, says
of what. Without a verb the last noun of the phrase is the event; with nothing after the date, what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.lexicon.events import events
from extract.records.schedules.governing import REACH, form_of, is_means, is_near, is_purpose
from extract.records.schedules.named import Named
from extract.records.schedules.phrases import can_name, closes, is_agent, noun_phrase, passed_over
from extract.records.schedules.venues import by_act, by_meeting, venue_in
from extract.records.schedules.verbs import Verb
from extract.records.schedules.words import Role, Word, split_words
from extract.release import EventKind

_TIME = re.compile(
    r"(?:오전|오후|낮|밤|저녁|새벽|\d{1,2}\s?시(?:\s?\d{1,2}\s?분)?(?:부터|까지|에)?|\d{1,2}:\d{2}\S*|[~∼-]|\(?[월화수목금토일]\)?|양일간|\S{1,2}일간"
    r"|\d+\S?간|한|한달간|달간|달|간|에는|에도|에서|의|은|는|도|부터는|까지는|경에|중에는|과|와|이후에는?|이전에|동안|중|경|쯤|내|부터|까지|에|로|현재|이후|이전|초|말|중에|전후|이내에?|안에|께|자|부|자로|부로|등|및|또는|각각|[①-⑮]|까지로"
    r"|\d{1,2}분(?:부터|까지)?)"
)
_INTO = ("착수", "참석", "참가", "참여", "돌입")
_AND = ("해", "하여", "하고", "고")
_THROUGH = ("거쳐", "거친")
_AFTERWARDS = ("후", "뒤", "후에", "직후")
_PLANNED = ("예정인", "예정된", "예정이던", "예정이었던", "계획인")
_EMPTY = ("바", "수", "것")
# Verbs that add nothing to what they are said of: `세미나를 마친`, `공고를 내고`.
_WHOLE: dict[str, tuple[EventKind, ...]] = {"완료": ("meeting", "briefing"), "제출": ("call", "publication")}
_PASSING = "거침"
_TELLING = "알림"
# Verbs that name an event with some things only: `결과를 알린다`, `순위를 가린다`.
_OF_THINGS = ((_TELLING, "결과", "통보"), ("선정", "순위", "심사"))
_ABOUT: tuple[Role, ...] = ("obj", "subj", "top")


def after_date(text: str, start: int, end: int, past: bool, through: bool = False) -> Named | None:
    """The event named by the words between the end of a date and the end of its sentence.

    With `through` the words stop before another date, and what is passed through is an event: `평가를 거쳐`.
    """
    words = without_time(split_words(text, start, end))
    through_meeting = by_meeting(words) or by_act(words)
    if through_meeting:
        return through_meeting
    for at, word in enumerate(words):
        verb = word.verb
        if at and at <= REACH and (word.text.startswith(_PLANNED) or word.text.rstrip(",") in _AFTERWARDS):
            planned = _planned(words, at - 1)
            if planned:
                return planned
        if verb is None or (word.text.startswith(_THROUGH) and not through):
            continue
        form = form_of(words, at, verb, past)
        if form == "final" and not is_purpose(words, at) and not is_means(words, at, verb):
            return verb_name(words, at, verb)
        if form in ("past", "present"):
            if is_near(words, at, verb, form, past):
                return _behind_participle(words, at, verb)
            venue = venue_in(words, min(at, REACH))
            if venue:
                return venue
    return _last_noun(words) if words else None


def before_date(text: str, start: int, end: int, how: str = "before") -> Named | None:
    """The event named right before a date: `지원 대상 모집(6.21~7.9)`, `접수 기간은 10월 11일까지로`."""
    words = split_words(text, start, end)
    while words and (not words[-1].noun or words[-1].noun in _EMPTY or passed_over(words[-1])):
        words.pop()
    if not words or (words[-1].role in ("subj", "top") and is_agent(words[-1])):
        return None
    last = len(words) - 1
    verb = words[last].verb
    if verb:
        return replace(verb_name(words, last, verb), how=how)
    name, first = noun_phrase(words, last)
    if first == last > 1 and words[last - 1].role == "at":
        place, first = noun_phrase(words, last - 1, 2)
        name = joined(place, name)
        if first and can_name(words, first - 1, ("obj", "subj")):
            thing, first = noun_phrase(words, first - 1)
            name = f"{thing} {name}"
    if first == last > 0 and words[last - 1].role in ("obj", "subj") and can_name(words, last - 1, ("obj", "subj")):
        thing, first = noun_phrase(words, last - 1)
        name = joined(thing, name)
    return Named(name, words[first].start, words[last].end, how)


def object_before(text: str, start: int, end: int, passive: bool = False) -> Named | None:
    """What a verb behind an offset is about: the nearest object or topic of its own clause, else of the sentence."""
    words = split_words(text, start, end)
    ends = [at for at, word in enumerate(words) if word.verb and word.verb.form in ("final", "joining")]
    own = range(len(words) - 1, ends[-1] if ends else -1, -1)
    if ends and ends[-1] == len(words) - 1 and not passive and words[-1].text.endswith(_AND):
        before = before_date(text, start, end)
        if before and before.noun and not events().light(before.noun):
            begun = before.noun in _INTO and " " in before.event
            return (
                replace(before, event=before.event.removesuffix(before.noun).strip(), how="object")
                if begun
                else (replace(before, how="object"))
            )
    first: tuple[Role, ...] = ("subj", "top") if passive else ("obj",)
    entered = _entered(words, ends[-1]) if ends else None
    for places, roles in (
        (own, first),
        (own, _ABOUT),
        (range(len(words) - 1, -1, -1), ("top", "subj")),
        (range(len(words) - 1, -1, -1), ("obj",)),
    ):
        at = next((place for place in places if can_name(words, place, roles)), None)
        at = entered if at is None and places is own and roles is first else at
        if at is not None:
            name, begin = noun_phrase(words, at)
            return Named(name, words[begin].start, words[at].end, "object")
    last = words[ends[-1]] if ends else None
    return Named(last.verb.noun, last.start, last.end, "object") if last and last.verb and last.verb.known else None


def _planned(words: Sequence[Word], last: int) -> Named | None:
    """What stands planned before what it is said of: `2024년 개관 예정인 박물관`."""
    if words[last].role != "" or not events().head(words[last].noun):
        return None
    name, first = noun_phrase(words, last)
    return Named(name, words[first].start, words[last].end, "noun", "", "", last)


def _entered(words: Sequence[Word], at: int) -> int | None:
    """What the verb before was begun with: `실시설계에 착수해 연말까지 마친다` is about 실시설계."""
    verb = words[at].verb
    begun = at > 0 and verb is not None and verb.noun in _INTO and words[at - 1].role == "into"
    return at - 1 if begun else None


def without_time(words: list[Word]) -> list[Word]:
    """The words after those that only say the hour or the weekday."""
    first = 0
    while first < len(words) and words[first].role != "skip":
        if words[first].noun and not _TIME.fullmatch(words[first].text.strip(",. ")):
            break
        first += 1
    return words[first:]


def verb_name(words: Sequence[Word], at: int, verb: Verb) -> Named:
    place = _object(words, at, verb)
    figure = events().figures.get(f"{words[place].noun}{verb.noun}") if place is not None else None
    if place is not None and figure:
        return verb_name([*words[:place], words[at]], place, replace(verb, noun=figure, passive=True))
    name, first = verb.noun, at
    if verb.inner:
        name = joined(verb.inner, verb.noun)
    elif place is not None:
        phrase, first = noun_phrase(words, place)
        if verb.noun == _PASSING:
            phrase = re.split(r"[와과] ", phrase)[0]
        name = joined(phrase, verb.noun)
    venue = venue_in(words, min(at, REACH))
    if venue and venue.event not in name and verb.noun != _PASSING:
        name, first = f"{venue.event} {name}", min(first, venue.distance)
    return Named(name, words[first].start, words[at].end, "verb", verb.noun, verb.form, at, verb.passive)


def joined(phrase: str, verb: str) -> str:
    """An object and its verb as one noun phrase: `시상식` + `개최` is 시상식, `규정` + `시행` is 규정 시행."""
    lexicon = events()
    if not verb and phrase.endswith(tuple(lexicon.words["things"])):
        return f"{phrase} 접수"
    for act, thing, said in _OF_THINGS:
        if verb == act and phrase.endswith(thing):
            return f"{phrase} {said}"
    if (
        verb in ("", _PASSING, _TELLING)
        or phrase.replace(" ", "").endswith(verb)
        or (lexicon.light(verb) and lexicon.head(phrase))
        or lexicon.kinds.get(lexicon.head(phrase) or "") in _WHOLE.get(verb, ())
    ):
        return phrase
    return f"{phrase} {verb}"


def _object(words: Sequence[Word], at: int, verb: Verb) -> int | None:
    wanted: tuple[Role, ...] = ("subj", "top", "obj") if verb.passive else ("obj",)
    for place in range(at - 1, -1, -1):
        word = words[place]
        beside = all(passed_over(between) for between in words[place + 1 : at])
        if can_name(words, place, wanted) or (beside and _beside(word, verb)):
            return place
        if word.verb and word.verb.form in ("final", "joining"):
            return None
    if verb.passive:
        return None
    return next((place for place in range(at - 1, -1, -1) if can_name(words, place, ("subj", "top"))), None)


def _beside(word: Word, verb: Verb) -> bool:
    """Whether the word right before a verb is its object without saying so: `접수 진행한다`, `시행에 들어간다`."""
    if word.role == "into":
        return verb.noun in _INTO
    return word.role == "" and not word.verb and events().head(word.noun) is not None


def _behind_participle(words: Sequence[Word], at: int, verb: Verb) -> Named:
    """`열린 위원회의 심의를` → 위원회 심의; `발표된 방안` → 방안 발표; `민생토론회에서 발표한 정책` → 민생토론회."""
    venue = venue_in(words, at)
    if venue:
        return venue
    last = at + 1 + (at + 1 < len(words) and words[at + 1].text.startswith(("있는", "있던")))
    skipped = last
    goes_on: tuple[Role, ...] = ("", "of", "and") if events().light(verb.noun) else ("", "and")
    while last < len(words) - 1 and words[last].role in goes_on and not words[last].verb and last < at + 6:
        last += 1
    if last >= len(words) or not words[last].noun or words[last].verb:
        return verb_name(words, at, verb)
    phrase, _ = noun_phrase(words[skipped:], last - skipped, 4)
    return Named(joined(phrase, verb.noun), words[at].start, words[last].end, "participle", verb.noun, verb.form, at)


def _last_noun(words: Sequence[Word]) -> Named | None:
    """The event that a phrase without a verb ends in: the first of its parts that ends in one, else its last noun."""
    lexicon = events()
    nouns = [at for at, word in enumerate(words) if word.noun and word.role != "skip" and not closes(word)]
    if not nouns:
        return None
    ends = (at for at in nouns if _ends_part(words, at) and lexicon.head(words[at].noun))
    last = next(ends, nouns[-1])
    name, first = noun_phrase(words, last)
    return Named(name, words[first].start, words[last].end, "noun", "", "", last)


def _ends_part(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if at == len(words) - 1 or word.text.endswith((",", ")", "…", ";")):
        return True
    return closes(words[at + 1]) or (not words[at + 1].noun and words[at + 1].role != "skip")
