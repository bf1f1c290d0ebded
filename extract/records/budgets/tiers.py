"""The names of prizes by rank."""

from __future__ import annotations

import re

TIER = re.compile(
    r"(?:최우수|우수|장려|특별|인기|아이디어|기쁨|격려|참가|공로|으뜸|버금|희망|도약|혁신)(?:상|작)(?![가-힣])|최우수[상작]?"
    r"|(?<![가-힣])(?:대|금|은|동|입|가)상(?=[은는이의과와\s(,:)]|$)|(?<![가-힣])(?:입선|가작)"
)
