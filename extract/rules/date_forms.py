"""The forms in which one end of a date is written, as patterns without groups.

Each form keeps clear of what only looks like a date: decimals, section numbers, versions, laws, durations.
"""

from __future__ import annotations

_Q = "['‘’]"
NOT_INSIDE = r"(?<![\d.,/:])(?<!\d-)"
_M = r"(?:1[0-2]|0?[1-9])(?!\d)"
_D = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
YEAR = rf"(?:{_Q}?(?:19|20)\d\d(?!\d)|{_Q}\d\d(?!\d))"
# Two digits without a mark: only where the rest of the form leaves no doubt.
_YY = r"(?:0\d|[1-3]\d)(?!\d)"
WEEKDAY = (
    r"(?: ?\(?[월화수목금토일]요일\)?| ?\( ?[월화수목금토일] ?\)"
    r"| ?\(?(?:MON|TUE|WED|THU|FRI|SAT|SUN|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\)?)"
)
TIME = r"(?:,? ?(?:(?:오전|오후|낮|저녁|밤|아침|새벽) ?)?\d{1,2}(?:시(?: ?\d{1,2}분| ?반)?|:\d\d)|,? ?정오|,? ?자정)"

HALF = r"(?:[상하]반기(?!별)|[1-4](?:/4)? ?분기(?![점별])|[일이삼사]분기)"
_START = r"초(?![등기반대고청점빙안미월입창소밥과]|순)"
_FINISH = r"말(?![씀레라하했한뚝복로])"
PART = rf"(?: ?(?:초순|{_START}|상순|중순|하순|말일|{_FINISH}|마지막 ?날))"
_NTH = r"(?:첫(?:째|번째| 번째)?|둘째|두 ?번째|셋째|세 ?번째|넷째|네 ?번째|다섯째|[1-5](?:째|번째)|마지막)"
_NTH_WEEK = rf"(?:의? ?(?:{_NTH} ?|[1-5])(?:주차?(?![년최제민간])(?: ?[월화수목금토일]요일)?|[월화수목금토일]요일))"

# `2024년`, `'24년도`, `24년` before a month or half, 올해, 내년, 지난해, 같은 해.
_YEAR_NEXT = rf"(?=도? ?(?:{HALF}|{_M}월|연?말|연?초(?!등)))"
YEAR_WORD = (
    rf"(?:올해|올{_YEAR_NEXT}|금년도?|내년도?|작년|지난 ?해|재작년|내후년|같은 ?해|동년|이듬해)(?!보다|의 [관올])"
)
YEAR_KO = rf"(?:(?:{YEAR}|1[3-8]\d\d) ?년도?(?![간생짜]|대(?!비))|{NOT_INSIDE}{_YY}년{_YEAR_NEXT}도?|{YEAR_WORD})"
_MONTH_WORD = r"(?:이달|이번 ?달|금월|지난 ?달|다음 ?달|내달|같은 ?달|익월)(?!의)"
_NOT_MONTH = r"(?!호|령|세|급|간|별|평균|드컵|요일|납|차|째|분(?!기)|정산|[ ]?\d+회)"
_MONTH = rf"(?:(?<![\d.]){_M} ?월{_NOT_MONTH}|{_MONTH_WORD})"
# What makes a number of days a duration. Words of one syllable must end there: 25일 전라북도, 25일 이상민 장관.
_WORD_END = r"(?=[ ,.)·의에은을로까부]|$)"
NOT_DAY = (
    rf"(?! ?(?:(?:간|전|후|뒤|차|분|당|치|여|내|수|이상|이하){_WORD_END}|동안|이내|만에|째|씩|짜리|마다|정도"
    r"|소요|영업|한도|이 지|앞둔|\d+회|근무|평일|안에|가량|까지만|간의|간은))"
)

_YMD = rf"(?:{YEAR}|{_YY})"
FULL = (
    rf"(?:{NOT_INSIDE}{_YMD}\. ?{_M}\. ?{_D}(?!\.\d)(?:\.(?!\d))?(?: ?일(?!간))?"
    rf"|{NOT_INSIDE}(?:19|20)\d\d(?:-{_M}-{_D}|/{_M}/{_D})(?![-/])|{NOT_INSIDE}\d\d/{_M}/{_D}(?![-/])"
    rf"|{NOT_INSIDE}(?:(?:1[3-9]|2\d|3[01])([-/.]){_M}[-/.](?:19|20)\d\d|{_M}/(?:1[3-9]|2\d|3[01])/(?:19|20)\d\d)(?!\d))"
).replace("([-/.])", "[-/.]")
_NO_AMOUNT = r"(?<!평균 )(?<!최대 )(?<!약 )"
MONTH_DAY = (
    rf"(?:{NOT_INSIDE}{_NO_AMOUNT}{_M}\. ?{_D}"
    rf"(?:\.(?!\d)(?: ?일(?!간))?| ?일(?!간|차|째|내|만| ?소요)|(?={WEEKDAY})))"
)
YEAR_MONTH = (
    rf"(?:{NOT_INSIDE}{YEAR}(?:\.? ?{HALF}|\. ?(?:[상하](?=[ )~,]|$)|[上下]))"
    rf"|{NOT_INSIDE}(?:{YEAR}|{_YY})\. ?{_M} ?월{_NOT_MONTH}{PART}?"
    rf"|{NOT_INSIDE}{YEAR}\. ?{_M}\.? ?(?:중순|초|말)(?![가-힣])"
    rf"|{NOT_INSIDE}{YEAR}\. ?{_M}(?:\.(?! ?\d)|(?![\d.]))|{NOT_INSIDE}(?:19|20)\d\d-{_M}(?![-\d]))"
)
KOREAN = (
    rf"(?:(?:{YEAR_KO}(?:의|,)? ?)?{_MONTH}(?: ?{_D}(?: ?일(?!간)|(?={WEEKDAY})|\.(?!\d))|{PART}|{_NTH_WEEK})?"
    rf"|{YEAR_KO}(?: ?(?:{HALF}|연말|연초|{_FINISH}|{_START}))?"
    rf"|{NOT_INSIDE}{HALF}|연(?:내(?=[ ,.)에로]|$)|말(?!정산)|초(?=[ ,.)에부까]|$)))"
)
SPOKEN = (
    r"(?:(?<![가-힣])[일이삼사오육칠팔구십백천]{2,8}년 ?)?(?<![가-힣])[일이삼사오육칠팔구십]{1,2}월 ?"
    r"[일이삼사오육칠팔구십]{1,3}일(?![가-힣])"
)
# A fraction (`9/10`) has no 13th to 31st part.
SLASHED = (
    rf"(?:{NOT_INSIDE}{_M}/{_D}(?![/])"
    rf"(?:(?={WEEKDAY})|(?= ?(?:부터|까지|일))|(?<=/[123]\d)(?<!/10)(?<!/1[12])(?!\d| ?[가-힣%])))"
)
DAY_WORD = (
    r"(?:(?<![가-힣])(?:오늘(?!날)|내일(?![배채로])|어제|금일(?!봉)|명일|작일|모레)"
    r"|(?:이번|지난|다음) ?주(?![년최제민간말택])(?: ?[월화수목금토일]요일)?"
    r"|(?<![가-힣])[금차]주(?: ?[월화수목금토일]요일)?(?=[ ,.에중내]|$)"
    r"|(?:이번|지난|다음|오는) ?[월화수목금토일]요일|(?:이번|다음|지난) ?분기)"
)
DAY = rf"(?:(?!1일 ?(?:평균|최대)){_D}(?:일(?![반])| 일(?![가-힣]{{2}}|[반자])){NOT_DAY})"
# Ends that only a range's other end tells from a decimal or a number.
OPEN_MONTH_DAY = rf"(?:{NOT_INSIDE}{_NO_AMOUNT}{_M}\.{_D}(?!\.\d))"
OPEN_YEAR_MONTH = rf"(?:{NOT_INSIDE}{_YY}\. ?{_M}\.?(?!\d))"
OPEN_MONTH = rf"(?:(?:{YEAR_KO} ?|{YEAR}\. ?)?(?<![\d.]){_M})"
OPEN_DAY = rf"(?:(?:(?:{YEAR_KO} ?)?(?<![\d.]){_M} ?월|{_MONTH_WORD}) ?{_D})"
BARE_DAY = rf"(?:{_D})"
BARE_YEAR = rf"(?:{YEAR}\.?(?!\d))"

CLOSED = rf"(?:{FULL}|{YEAR_MONTH}|{MONTH_DAY}|{KOREAN}|{SLASHED}|{DAY_WORD}|{SPOKEN})"
