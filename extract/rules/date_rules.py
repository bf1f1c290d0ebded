"""The rules for dates: what surrounds the forms of one end, and how two ends join."""

from __future__ import annotations

from datetime import date

from extract.lexicon import words
from extract.rule import Kind, Rule, Rulebook
from extract.rules import date_forms as form
from extract.rules import date_read as read
from extract.rules.number import digits_before
from extract.rules.when import When
from extract.values import Period

DATE: Kind[When] = Kind("date")

_HINT = r"(?:(?P<hint>지난|오는|다가오는|돌아오는) ?)?"
_TO = r"(?: ?[~∼～〜] ?)"
# Looks ahead for what joins two ends, so that the costly forms are not tried in vain.
_JOINED = r"(?=[^~∼～〜\n]{1,32}[~∼～〜])"
_JOINED_BY_WORD = r"(?=[^\n]{2,32}?(?:[~∼～〜]|부터|에서|[.)] ?-))"
_LENGTH = (
    rf"부터 ?(?:약 ?)?(?:(?P<length>\d{{1,3}}) ?(?P<unit>일|주|개월|년)|(?P<word>{'|'.join(read.DAYS)}))"
    r" ?(?:간|동안|(?=이다|이며|이고|입니다))"
)
_SAID = r"(?P<said>(?= ?(?:밝혔|밝힌|전했|말했|발표했|알렸|강조했|설명했)))"
_TAIL = (
    rf"(?: ?\*{{0,3}} ?(?P<tail>{_LENGTH}|부터|이후(?!로도)|까지|이전|전까지|안에|이내|내에"
    r"|중(?![가-힣]{2}|[국앙순·])|[~∼～](?! ?[\d'‘’])))?"
)
_UNTIL = "(?: ?까지)?"


def _d(year: int, month: int, day: int) -> Period:
    return Period(date(year, month, day), date(year, month, day), "day")


# Words after which days are counted, not named.
_NO_LENGTH = "".join(f"(?<!{word} )" for word in ("제", "평균", "매월", "매주", "최대", "최소", "총", "약", "박"))
_NOT_UNIT = (
    r"(?! ?(?:%|퍼센트|p|배|억|조|만|천|백|명|개(?![최막관통강])|건|원"
    r"|톤|도|점|k|m|℃|시간|h|㎡|위|세|년|달러|불|\d|\.\d|대))"
)
_POINT = rf"{form.CLOSED}{form.WEEKDAY}?"
# What stands between the two ends of a range.
_JOINT = (
    rf"(?: ?부터{_TO}|{_TO}|(?<=[.)]) ?- ?(?=\d)"
    r"| ?(?:부터|에서)(?: 시작(?:해|하여|되어|돼),?)? ?(?=[^~∼\n]{2,30}까지)(?:오는 ?)?)"
)
# A second end that is a bare number: `29.`, `29(수)`, `29까지`, `~29`.
_SECOND_DAY = (
    rf"{form.BARE_DAY}\.(?!\d)|{form.BARE_DAY}(?=\([월화수목금토일]|까지)|(?<=\.[~∼～]){form.BARE_DAY}{_NOT_UNIT}"
)
_EVENT = (
    r"(?<=\()(?:"
    + "|".join(rf"(?<={word}{mark}\()" for word in words("dated.toml")["dated"] for mark in ("", r"\*"))
    + ")"
)
_ACT = rf"(?= (?:{'|'.join(words('dated.toml')['acts'])})(?:$|[\s,.)·]|[하되할될된했됐]))"
RULES = (
    Rule(
        name="<date> ~ <date>",
        pattern=rf"{_JOINED_BY_WORD}{_HINT}(?P<start>{_POINT}){form.TIME}?{_JOINT}"
        rf"(?P<end>(?:{form.CLOSED}|{form.DAY}|{_SECOND_DAY}|{form.OPEN_MONTH_DAY}{_NOT_UNIT}){form.WEEKDAY}?)"
        rf"(?:{form.TIME}?(?: ?까지))?",
        resolve=read.ends,
        reads={
            "5.27.~29.": Period(date(2024, 5, 27), date(2024, 5, 29), "day"),
            "'23.12.26.~1.5.": Period(date(2023, 12, 26), date(2024, 1, 5), "day"),
            "6월 4일부터 7월 5일까지": Period(date(2024, 6, 4), date(2024, 7, 5), "day"),
        },
    ),
    Rule(
        name="<year>.<month>.<day>~<day>",
        pattern=rf"{_JOINED}(?P<start>{form.FULL}){_TO}(?P<end>{form.BARE_DAY}){_NOT_UNIT}(?![-.:/~∼월])",
        resolve=read.ends,
        reads={"'24.06.16~18": Period(date(2024, 6, 16), date(2024, 6, 18), "day")},
    ),
    Rule(
        name="<event>(<month>.<day>~<month>.<day>)",
        pattern=rf"{_EVENT}(?P<start>{form.OPEN_MONTH_DAY}){_TO}(?P<end>{form.OPEN_MONTH_DAY})(?=[),])",
        resolve=read.ends,
        reads={"현장실사(4.3~4.5)": Period(date(2024, 4, 3), date(2024, 4, 5), "day")},
        refuses=("증가율(4.3~4.5)",),
    ),
    Rule(
        name="<event>(<month>.<day>~<day>)",
        pattern=rf"{_EVENT}(?P<start>{form.OPEN_MONTH_DAY}){_TO}(?P<end>{form.BARE_DAY})(?=[),])",
        resolve=read.ends,
        reads={"서류평가(2.21~22, 2배수)": Period(date(2024, 2, 21), date(2024, 2, 22), "day")},
        refuses=("증가율(2.21~22)",),
    ),
    Rule(
        name="<month> <day> ~ <day>",
        pattern=rf"{_JOINED}{_HINT}(?P<start>{form.OPEN_DAY}|{form.OPEN_MONTH_DAY}){_TO}"
        rf"(?P<end>(?:{form.CLOSED}|{form.DAY}){form.WEEKDAY}?){_UNTIL}",
        resolve=read.ends,
        reads={"6월 4~5일": Period(date(2024, 6, 4), date(2024, 6, 5), "day")},
        refuses=("3.5~4일간",),
    ),
    Rule(
        name="지난 <day>~<day>일",
        pattern=rf"{_JOINED}(?:(?:지난|오는)(?<=(?P<hint>지난|오는)) ?|(?<![\d.,/~:가-힣-]))"
        rf"(?P<start>{form.BARE_DAY}(?=[^가-힣]{{1,5}}일(?P<sure>{form.WEEKDAY})?)){_TO}"
        rf"(?P<end>{form.DAY}{form.WEEKDAY}?)",
        resolve=read.days,
        reads={"지난 6~7일": Period(date(2024, 6, 6), date(2024, 6, 7), "day")},
        refuses=("3~5일", "2~3일 미만"),
    ),
    Rule(
        name="<month>.<day>~<month>.<day>",
        pattern=rf"{_JOINED}(?<![$€£\-] )(?<![$€£\-])(?P<start>{form.OPEN_MONTH_DAY}){_TO}"
        rf"(?P<end>{form.OPEN_MONTH_DAY}(?:일(?!간))?){_NOT_UNIT}",
        resolve=read.open_ends,
        reads={"5.27~6.3": Period(date(2024, 5, 27), date(2024, 6, 3), "day")},
        refuses=("3.70~4.00", "3.7~3.9%", "1.5~2.5배", "3.12~3.45%"),
    ),
    Rule(
        name="<month>~<month>",
        pattern=rf"{_JOINED}(?P<start>{form.OPEN_MONTH}){_TO}"
        rf"(?P<end>(?:{form.YEAR_KO} ?)?(?:1[0-2]|0?[1-9])월(?!호|령|간|세){form.PART}?){_UNTIL}",
        resolve=read.months,
        reads={"7~12월": Period(date(2024, 7, 1), date(2024, 12, 31), "month")},
    ),
    Rule(
        name="<year>.<month>~<year>.<month>",
        pattern=rf"{_JOINED}(?P<start>{form.OPEN_YEAR_MONTH}|{form.YEAR_MONTH}){_TO}"
        rf"(?P<end>{form.YEAR_MONTH}){_UNTIL}",
        resolve=read.marked_years,
        reads={"19.7~’20.2": Period(date(2019, 7, 1), date(2020, 2, 29), "month")},
    ),
    Rule(
        name="<year>~<year>",
        pattern=rf"{form.NOT_INSIDE}(?P<start>{form.YEAR})(?:년|\.)?(?:{_TO}| ?- ?)"
        rf"(?P<end>{form.YEAR})(?:년도?|\.(?!\d))?(?![\d.]*\d){_UNTIL}",
        resolve=read.years,
        reads={"'18~'22": Period(date(2018, 1, 1), date(2022, 12, 31), "year")},
        refuses=("02-2100-2020", "2023-2020호"),
    ),
    Rule(
        name="~<date>",
        pattern=rf"[~∼～] ?(?P<point>(?:{form.CLOSED}|{form.BARE_YEAR}){form.WEEKDAY}?)(?:{form.TIME}?(?: ?까지))?",
        resolve=read.until,
        reads={"~'24년": Period(None, date(2024, 12, 31), "year"), "~ '21.": Period(None, date(2021, 12, 31), "year")},
    ),
    Rule(
        name="(~<month>.<day>)",
        pattern=rf"(?<=[(/])[~∼～] ?(?P<point>{form.OPEN_MONTH_DAY})(?=[)/,])",
        resolve=read.until,
        reads={"협약(~5.22)": Period(None, date(2024, 5, 22), "day")},
        refuses=("범위(~3.50)",),
    ),
    Rule(
        name="<date>",
        pattern=rf"{_HINT}(?P<point>{_POINT})(?:{form.TIME}(?= ?(?:부터|까지)))?(?:{_TAIL}|{_SAID})",
        resolve=read.single,
        reads={
            "'24.6.25.(화)": _d(2024, 6, 25),
            "12월 초까지": Period(None, date(2024, 12, 10), "ten_days"),
            "10월 중": Period(date(2024, 10, 1), date(2024, 10, 31), "month"),
            "내년 상반기": Period(date(2025, 1, 1), date(2025, 6, 30), "half"),
            "3/7부터 25일간": Period(date(2024, 3, 7), date(2024, 3, 31), "day"),
            "2018년부터": Period(date(2018, 1, 1), None, "year"),
        },
        refuses=("4.7조원", "1.5배", "3.2%", "제3조", "3.1운동", "6.25 전쟁", "2.0", "3.5일간", "6개월"),
    ),
    Rule(
        name="<month>.<day> 부터",
        pattern=rf"(?<!평균 )(?<!최대 )(?P<point>{form.OPEN_MONTH_DAY}) ?(?P<tail>{_LENGTH}|부터|까지)",
        resolve=read.single,
        reads={"7.4부터": Period(date(2024, 7, 4), None, "day")},
    ),
    Rule(
        name="(<year>)",
        pattern=r"(?<=\()(?P<point>['‘’]\d\d)(?:(?P<tail>[~∼])(?=\))|(?=[),~→]))(?P<length>)(?P<word>)",
        resolve=read.single,
        reads={
            "(’18) 65개": Period(date(2018, 1, 1), date(2018, 12, 31), "year"),
            "전국 확대(’21~)": Period(date(2021, 1, 1), None, "year"),
        },
    ),
    Rule(
        name="<event>(<month>.<day>)",
        pattern=rf"{_EVENT}(?P<point>{form.OPEN_MONTH_DAY})(?=[)~,])",
        resolve=read.single,
        reads={"정상회의(11.28)": _d(2024, 11, 28)},
        refuses=("증가율(11.28)", "비중(3.5)"),
    ),
    Rule(
        name="<month>.<day> <act>",
        pattern=rf"(?P<point>{form.OPEN_MONTH_DAY}){_ACT}",
        resolve=read.single,
        reads={"법 개정(6.21 시행)": _d(2024, 6, 21)},
        refuses=("평점 4.27 발표자", "지수 3.5 상승"),
    ),
    Rule(
        name="<date>(<weekday>), <day>(<weekday>)",
        pattern=rf"(?:(?<=[월화수목금토일]\), )|(?<=[월화수목금토일]\)[,·]))"
        rf"(?P<point>{form.BARE_DAY}{form.WEEKDAY})(?:{_TAIL})",
        resolve=read.single,
        reads={"6.27(목), 28(금)": (_d(2024, 6, 27), _d(2024, 6, 28))},
    ),
    Rule(
        name="<day>일",
        pattern=rf"(?:(?:지난|오는)(?<=(?P<hint>지난|오는)) ?|(?<![\d.,/~:제가-힣A-Za-z-]){_NO_LENGTH})"
        rf"(?P<point>{form.DAY}{form.WEEKDAY}?)(?:{_SAID}|{_TAIL})",
        resolve=read.single,
        reads={"오는 28일": _d(2024, 6, 28), "지난 20일": _d(2024, 6, 20)},
        refuses=("25일간", "접수 후 60일 이내", "행사 3일 전", "1일 평균 300명", "매월 25일"),
    ),
)
_ALONE = (
    Rule(
        name="<duration> 후, nothing else",
        pattern=r"\A(?:지금으로부터 |오늘보다 )?(?P<number>\d{1,3}|[일이삼사오육칠팔구십]{1,3}) ?"
        r"(?P<unit>일|주일|주|개월|년) ?(?P<way>이전|전|후|뒤|이내|안|내)에?\Z",
        resolve=read.lone_duration,
        reads={"2주 후": _d(2024, 7, 8), "7일전": _d(2024, 6, 17)},
        refuses=("신청 후 2주 후",),
    ),
    Rule(
        name="<year>, nothing else",
        pattern=r"\A(?P<point>(?:1[89]|20)\d\d|\d\d년)\Z",
        resolve=read.lone_year,
        reads={"1954": Period(date(1954, 1, 1), date(1954, 12, 31), "year")},
        refuses=("1954명", "1954 1955"),
    ),
)
_WORDS = (
    "지난|오는|다가오는|돌아오는|올|금년|금일|금주|금월|내년|내일|내달|내후년|작년|작일|재작년|이달|이번|이듬해|다음|오늘"
    "|어제|모레|명일|연내|연말|연초|상반기|하반기|같은|동년|익월|차주|지금으로|일분기|이분기|삼분기|사분기|일월|이월|삼월|사월|오월|유월|칠월|팔월|구월|십월|시월|십일월|십이월"
)
_AFTER = ".월년일/~∼～주분부까\\-(중초말상하개전후뒤내안이"
_STARTS = f"{digits_before(_AFTER, '[0-9]{0,3}+')}|'|‘|’|~|∼|～|{_WORDS}|이천|이년|삼년"
DATES = Rulebook(DATE, (*RULES, *_ALONE), starts=_STARTS)
