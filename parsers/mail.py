"""Mail (.eml) and pages saved as one file (MHTML): the part that holds the words, and the files attached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from typing import cast

from parsers.decoding import decode
from parsers.document import Document, Meta, Source
from parsers.errors import Damaged, EmptyInput, TooLarge

_MOST_PARTS = 1_000
_FIELD = re.compile(rb"(?im)^(?:From|To|Subject|Date|MIME-Version|Received|Return-Path|Message-ID|Content-Type)[ \t]*:")
_HEAD = re.compile(rb"\A(?:[!-9;-~]{1,60}:[^\n]{0,4000}\n(?:[ \t][^\n]{0,4000}\n){0,60}){2,80}\r?\n")


def is_mail(data: bytes) -> bool:
    """Whether bytes open with a mail's header: fields by line, three known ones at least, then an empty line."""
    head = data[:8192]
    return _FIELD.match(head.lstrip(b"\r\n")) is not None and len(_FIELD.findall(head)) >= 3 and bool(_HEAD.match(head))


def parse(source: Source) -> Document:
    """Read the words of a mail or saved page: its HTML part where there is one, else its plain text."""
    message = _message(source.data)
    meta = Meta() if message.get_content_type() == "multipart/related" else _meta(message)
    for kind in ("text/html", "text/plain"):
        for part in message.walk():
            if part.get_content_type() == kind and not part.get_filename():
                words = decode(_payload(part))
                return _read(source, words, meta, kind)
    raise EmptyInput("the mail has no text of its own")


def attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the files attached."""
    for part in _message(data).walk():
        name = part.get_filename()
        if name and not part.is_multipart():
            yield name, _payload(part)


def _read(source: Source, words: str, meta: Meta, kind: str) -> Document:
    from parsers import html, text  # late: a PDF or a text needs no HTML library

    if kind == "text/html":
        return html.read_page(source, words, meta)
    return text.read_text(source, words, meta)


def _message(data: bytes) -> EmailMessage:
    if data.count(b"\n--") > _MOST_PARTS:
        raise TooLarge(f"the mail has more than {_MOST_PARTS:,} parts")
    try:
        return message_from_bytes(data, policy=default)
    except (MessageError, ValueError, RecursionError, LookupError) as error:
        raise Damaged(f"not a readable mail: {error}") from error


def _payload(part: object) -> bytes:
    payload = cast("EmailMessage", part).get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _meta(message: EmailMessage) -> Meta:
    try:
        subject, date = str(message["Subject"] or ""), str(message["Date"] or "")
    except (ValueError, IndexError):  # a header that the library itself cannot read
        return Meta()
    return replace(Meta(), title=subject.strip() or None, published=date.strip() or None)
