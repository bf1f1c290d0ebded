"""Numbers and bullets that a word processor puts before paragraphs by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_SYLLABLES = "가나다라마바사아자차카타파하"
_JAMO = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_IDEOGRAPHS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Level:
    """How one depth of a list is written: `shape` holds `^1` to `^9` where the numbers of those levels stand."""

    shape: str
    figures: str = "digit"
    start: int = 1


@dataclass
class Counters:
    """The lists of one document and how far each has counted."""

    lists: Mapping[str, Sequence[Level]]
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def mark(self, name: str, depth: int) -> str:
        """Count one paragraph of a list at a 0-based depth; what stands before it, with a space, or nothing."""
        levels = self.lists.get(name, ())
        if not 0 <= depth < len(levels):
            return ""
        counts = self._counts.setdefault(name, [])
        del counts[depth + 1 :]
        while len(counts) <= depth:
            counts.append(levels[len(counts)].start - (len(counts) == depth))
        counts[depth] += 1
        shape = levels[depth].shape
        for at in range(depth, -1, -1):
            shape = shape.replace(f"^{at + 1}", figure(counts[at], levels[at].figures))
        return f"{shape} " if shape.strip() else ""


def figure(number: int, figures: str) -> str:
    """A number as the named figures write it (`digit`, `syllable`, `jamo`, `circle`, `roman`, `latin`, ...)."""
    match figures:
        case "syllable" if 0 < number <= len(_SYLLABLES):
            return _SYLLABLES[number - 1]
        case "jamo" if 0 < number <= len(_JAMO):
            return _JAMO[number - 1]
        case "ideograph" if 0 < number <= len(_IDEOGRAPHS):
            return _IDEOGRAPHS[number - 1]
        case "circle" if 0 < number <= 20:
            return chr(0x2460 + number - 1)
        case "circled syllable" if 0 < number <= len(_SYLLABLES):
            return chr(0x326E + number - 1)
        case "latin" if 0 < number <= 26:
            return chr(ord("a") + number - 1)
        case "LATIN" if 0 < number <= 26:
            return chr(ord("A") + number - 1)
        case "roman" if 0 < number < 100:
            return _roman(number).lower()
        case "ROMAN" if 0 < number < 100:
            return _roman(number)
    return str(number)


def _roman(number: int) -> str:
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return tens[number // 10] + ones[number % 10]
