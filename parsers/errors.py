"""What can go wrong while bytes become a document.

ParseError                 one input could not be read; the run goes on
├── EmptyInput             no bytes, or nothing but white space
├── UnknownFormat          no parser claims these bytes
├── TooLarge               a bound on size, depth, members or pages was passed
├── Encrypted              a password would be needed
├── Damaged                the format is known, the content is broken
└── Unsupported            the format is known, but not this form of it
"""

from __future__ import annotations


class ParseError(Exception):
    """An input that yields no document; the message says why and, where it helps, what to do."""


class EmptyInput(ParseError):
    """No bytes, or nothing but white space."""


class UnknownFormat(ParseError):
    """No parser claims these bytes."""


class TooLarge(ParseError):
    """A bound on size, depth, members or pages was passed."""


class Encrypted(ParseError):
    """A password would be needed."""


class Damaged(ParseError):
    """The format is known, the content is broken."""


class Unsupported(ParseError):
    """The format is known, but not this form of it."""
