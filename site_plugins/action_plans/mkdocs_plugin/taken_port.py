"""A port in use, said in a sentence."""

import os
import socket

from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

_TAKEN = (
    "The preview cannot be shown at {host}:{port} ({why}). Another program may use it, often another `mkdocs serve`: "
    "stop that one, or take another number: mkdocs serve -a {host}:{other}"
)


def refuse_taken_port(server: LiveReloadServer) -> None:
    """Stop before the server does, which would only say so in a traceback.

    Raises:
        PluginError: another program answers at the server's address.
    """
    host, port = server.server_address[:2]
    with socket.socket(server.address_family, socket.SOCK_STREAM) as tried:
        if os.name == "posix":
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does
        try:
            tried.bind(server.server_address)
        except OSError as error:
            raise PluginError(_TAKEN.format(host=host, port=port, why=error.strerror, other=int(port) + 1)) from None
