"""A server for the staff edition on this machine: Debian's sshd, with keys of its own."""

import getpass
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

_SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin") or "/usr/sbin/sshd"


class StaffServer:
    """An SSH server that answers on this machine alone, for as long as it is used."""

    def __init__(self, folder: Path) -> None:
        """Take a new folder for its keys, its settings, and what is copied to it."""
        self._folder = folder
        self.port = 0

    def __enter__(self) -> Self:
        """Start it."""
        (self._folder / "srv").mkdir(parents=True)
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)
        for name in ("host", "account"):
            subprocess.run(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(self._folder / name)], check=True
            )
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        lines = (
            f"Port {self.port}",
            "ListenAddress 127.0.0.1",
            f"HostKey {self._folder / 'host'}",
            f"AuthorizedKeysFile {self._folder / 'account.pub'}",
            f"PidFile {self._folder / 'pid'}",
            "PasswordAuthentication no",
            "PermitRootLogin prohibit-password",
            "StrictModes no",
            "UsePAM no",
        )
        settings = self._folder / "sshd_config"
        settings.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self._process = subprocess.Popen([_SSHD, "-D", "-e", "-f", str(settings)], stderr=subprocess.DEVNULL)
        for _ in range(200):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.05)
        message = "sshd did not start"
        raise OSError(message)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()

    @property
    def key(self) -> str:
        """The account's key, as it is given to a forge."""
        return (self._folder / "account").read_text("utf-8")

    @property
    def host_key(self) -> str:
        """The server's known_hosts line."""
        return f"[127.0.0.1]:{self.port} {(self._folder / 'host.pub').read_text('utf-8')}"

    @property
    def account_key(self) -> str:
        """The open half of the account's key: no host key of any server."""
        return (self._folder / "account.pub").read_text("utf-8")

    def folder(self, name: str) -> Path:
        """Return a folder on the server, made where there is none."""
        place = self._folder / "srv" / name
        place.mkdir(exist_ok=True)
        return place

    def target(self, name: str) -> str:
        """Return how a folder on the server is named to `rsync`."""
        return f"{getpass.getuser()}@127.0.0.1:{self.folder(name)}/"
