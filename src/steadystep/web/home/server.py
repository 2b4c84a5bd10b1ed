"""The small server of home mode: one machine, one program, nothing that writes down who asked."""

from __future__ import annotations

import os
import sys
from socketserver import TCPServer, ThreadingMixIn
from typing import TYPE_CHECKING, Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

if TYPE_CHECKING:
    from socket import socket
    from wsgiref.types import WSGIApplication

LOOPBACK = "127.0.0.1"
# A browser that opens a line and says nothing for so long is not waited for.
_PATIENCE_SECONDS = 30


class HomeServer(ThreadingMixIn, WSGIServer):
    """Answers on the loopback address alone. It is bound when it is made, and answers when run."""

    daemon_threads = True
    # On Windows this would let two programs share one port.
    allow_reuse_address = os.name == "posix"
    # A browser may ask before the pages are ready; it waits in this line.
    request_queue_size = 64

    def __init__(self, port: int) -> None:
        """Take a port; 0 takes any that is free.

        Raises:
            OSError: Somebody else has it.
        """
        super().__init__((LOOPBACK, port), _Quiet)

    def server_bind(self) -> None:
        """Bind, and ask no name server what this machine is called."""
        TCPServer.server_bind(self)
        self.server_name = LOOPBACK
        self.server_port = self.server_address[1]
        self.setup_environ()

    def run(self, application: WSGIApplication) -> None:
        """Answer until the program is told to stop."""
        self.set_app(application)
        self.serve_forever()

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:  # noqa: ANN401 - the library's own
        """A browser that went away is nobody's mistake; anything else is told."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Quiet(WSGIRequestHandler):
    """Says nothing of who asked for what."""

    timeout = _PATIENCE_SECONDS

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in the library
        """Keep no list of pages that were read."""
