"""`bodojaryo serve`, once its arguments are read."""

from __future__ import annotations

import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extract.review.pictures import Painter
from extract.review.server.app import App
from extract.review.server.guard import Guard, is_loopback
from extract.review.server.http import Server

NO_PORT = 3


def serve_command(folder: Path, host: str, port: int, workers: int) -> int:
    """Serve until Ctrl-C or SIGTERM; the exit code is 0, or 3 where the address cannot be had."""
    try:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with serving(folder, host, port, workers) as server:
            name = f"[{host}]" if ":" in host else host
            if not is_loopback(host):
                print(f"warning: whoever reaches {host} can read and change the records", file=sys.stderr)
            print(f"http://{name}:{server.server_port}/ - Ctrl-C ends it", file=sys.stderr, flush=True)
            server.serve_forever()
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        print(f"error: {host}:{port}: {error.strerror or error}; give another --port", file=sys.stderr)
        return NO_PORT
    return 0


@contextmanager
def serving(folder: Path, host: str = "127.0.0.1", port: int = 0, workers: int = 1) -> Iterator[Server]:
    """A server that is bound but does not answer yet; port 0 takes a free one."""
    with Server(host, port) as server, Painter(workers) as painter, tempfile.TemporaryDirectory() as pictures:
        server.guard = Guard(host, server.server_port)
        server.app = App(folder, server.guard.token, painter, Path(pictures))
        yield server
