"""The sockets: Python's own threading server, bounded in what it reads."""

from __future__ import annotations

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import AF_INET6
from urllib.parse import urlsplit

from extract.review.pages import POLICY
from extract.review.server.app import Answer, App, problem
from extract.review.server.guard import HEADERS, Guard

MAX_BODY = 8_000_000
_POLICY = POLICY.format(own="'self'", connect="'self'") + "; frame-ancestors 'none'"


class Server(ThreadingHTTPServer):
    """Serves an app to those whom the guard lets in."""

    daemon_threads = True
    app: App
    guard: Guard

    def __init__(self, host: str, port: int) -> None:
        if ":" in host:
            self.address_family = AF_INET6
        super().__init__((host, port), Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say what went wrong, unless the browser just went away."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "bodojaryo", ""
    timeout = 60

    def do_GET(self) -> None:
        """Answer a page, a picture or a draft."""
        self._send(self._refused() or self.server.app.get(self._path()))

    do_HEAD = do_GET  # noqa: N815

    def do_PUT(self) -> None:
        """Save a draft."""
        refused = self._refused() or self._oversized()
        if refused:
            self.close_connection = True  # the body was not read
            self._send(refused)
            return
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self._send(self.server.app.put(self._path(), body))

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""

    def _path(self) -> str:
        return urlsplit(self.path).path

    def _refused(self) -> Answer | None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        if len(self.headers.get_all("Host", [])) != 1:
            return problem(400, "one Host header is needed")
        why = self.server.guard.refusal(self.command, self._path(), headers)
        return problem(403, why) if why else None

    def _oversized(self) -> Answer | None:
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit() or "Transfer-Encoding" in self.headers:
            return problem(411, "the Content-Length is missing")
        return problem(413, f"more than {MAX_BODY:,} bytes") if int(length) > MAX_BODY else None

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        kept = answer.status == 200 and answer.type.startswith("image/webp")
        own = {
            "Content-Type": answer.type,
            "Content-Length": str(len(answer.body)),
            "Content-Security-Policy": _POLICY,
            "Cache-Control": "private, max-age=86400" if kept else "no-store",
        }
        for name, value in {**own, **HEADERS}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)
