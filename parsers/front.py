"""Front matter of Markdown and Jekyll files: YAML between `---` lines or TOML between `+++` lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

from parsers.document import Meta

_FRONT = re.compile(r"\A\ufeff?\s*?(---|\+\+\+)[ \t]*\n(.{0,65536}?)\n\1[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"(?m)^([A-Za-z_][\w-]{0,40})[ \t]*[:=][ \t]*[\"']?(.*?)[\"']?[ \t]*$")

# Names under which collectors and site generators keep a field, best first.
_KEYS = {
    "title": ("title", "subject", "headline", "제목"),
    "issuer": ("ministry", "issuer", "agency", "organization", "department", "부처", "기관", "발행기관"),
    "published": ("approve_date", "배포일", "published", "date", "pubdate", "created", "regdate", "등록일", "작성일"),
}


def split_front(text: str) -> tuple[Meta, str]:
    """The front matter's fields as written, and the text after it; broken YAML is read line by line."""
    hit = _FRONT.match(text)
    if hit is None:
        return Meta(), text
    return meta_of(_fields(hit.group(2), toml=hit.group(1) == "+++")), text[hit.end() :]


def meta_of(fields: Mapping[str, str]) -> Meta:
    """The fields that a release needs, by the names that collectors use."""
    lower = {key.lower(): value for key, value in fields.items()}
    found = {name: next((lower[key] for key in keys if lower.get(key)), None) for name, keys in _KEYS.items()}
    return Meta(found["title"], found["issuer"], found["published"])


def _fields(source: str, *, toml: bool) -> dict[str, str]:
    try:
        loaded = tomllib.loads(source) if toml else _yaml(source)
    except (ValueError, RecursionError):
        loaded = None
    if not isinstance(loaded, dict):
        return dict(_FIELD.findall(source))
    return {str(key): str(value).strip() for key, value in loaded.items() if not isinstance(value, dict | list)}


def _yaml(source: str) -> object:
    """Every scalar stays the text it is: a date is read once, by the header."""
    import yaml  # only Markdown needs it, and loading it takes longer than reading a release

    try:
        return yaml.load(source, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError as error:
        raise ValueError("broken YAML") from error
