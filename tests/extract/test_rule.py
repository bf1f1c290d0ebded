"""Rulebooks: the longest reading, the first listed, and another try inside what was declined."""

from extract.rule import Kind, Rule, Rulebook

WORD = Kind("word")


def _book(*rules: tuple[str, str, bool], starts: str | None = None) -> Rulebook[str]:
    made = [Rule(name, pattern, lambda hit, ok=ok: hit.group() if ok else None, {}) for name, pattern, ok in rules]
    return Rulebook(WORD, made, starts)


def _names(book: Rulebook[str], text: str) -> list[tuple[str, str]]:
    return [(mention.rule, mention.value) for mention in book.scan(text)]


def test_the_longest_reading_wins():
    assert _names(_book(("short", "ab", True), ("long", "abc", True)), "abc") == [("long", "abc")]


def test_of_equal_readings_the_first_listed_wins():
    assert _names(_book(("first", "ab", True), ("second", "ab", True)), "ab") == [("first", "ab")]


def test_a_declined_reading_leaves_the_shorter():
    assert _names(_book(("short", "ab", True), ("long", "abc", False)), "abc") == [("short", "ab")]


def test_the_inside_of_a_declined_reading_is_tried():
    assert _names(_book(("outer", "abcd", False), ("inner", "bc", True)), "abcd") == [("inner", "bc")]


def test_starts_limit_the_places():
    assert _names(_book(("any", "[ab]", True), starts="b"), "ab") == [("any", "b")]


def test_candidates_tell_what_was_declined():
    book = _book(("no", "ab", False))
    assert [(one.rule, one.value) for one in book.candidates("ab")] == [("no", None)]
