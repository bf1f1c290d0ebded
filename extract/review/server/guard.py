"""Who may ask the server what: pages of its own, opened under its own name.

Against other sites in the same browser: the `Host` must be ours (a name of theirs may point at this machine), requests
from their pages are refused, and what reads or changes drafts needs a token that only our pages hold.
"""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

TOKEN = "x-bodojaryo-token"
_LOOPBACK_NAMES = {"localhost"}

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Guard:
    """The rules for a server that listens on `host` and `port`."""

    host: str
    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def refusal(self, method: str, path: str, headers: Mapping[str, str]) -> str | None:
        """Why a request is refused; None where it is not. Names of headers are in small letters."""
        if not self._is_ours(headers.get("host", "")):
            return "the Host header does not name this server"
        origin = headers.get("origin")
        if origin is not None and origin != f"http://{headers['host']}":
            return "requests of other sites are not answered"
        site = headers.get("sec-fetch-site", "none")
        if site not in ("same-origin", "none") and headers.get("sec-fetch-mode") != "navigate":
            return "requests of other sites are not answered"
        if method in ("GET", "HEAD") and not path.startswith("/api/"):
            return None
        if not secrets.compare_digest(headers.get(TOKEN, "").encode(), self.token.encode()):
            return f"the {TOKEN} header is missing or not of this server's pages"
        return None

    def _is_ours(self, host: str) -> bool:
        name, colon, port = host.rpartition(":")
        if not colon or port != str(self.port):
            return False
        address = _address(name.removeprefix("[").removesuffix("]"))
        if is_loopback(self.host):
            return name in _LOOPBACK_NAMES if address is None else address.is_loopback
        return address is not None or name in {self.host, *_LOOPBACK_NAMES}


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    address = _address(host)
    return host in _LOOPBACK_NAMES if address is None else address.is_loopback


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
