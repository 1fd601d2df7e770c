"""What help gives to copy for web servers does what help says of it: Debian's nginx, Caddy and Apache, as they are."""

import os
import re
import shutil
import socket
import subprocess
import time
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from action_plans.project.template_folders import builtin_templates
from tests.built_sites import BothSites

pytestmark = pytest.mark.xdist_group("servers")  # one process starts each server once

HELP = builtin_templates() / "help" / "servers.md"
STAFF, FAMILIES = "staff.example.org", "families.example.org"
PASSWORD = "four words to try"  # noqa: S105 -- of a server that lives for a second
HASHED = "$2b$04$xZwXVwc3zRCW44.GRYqYWu4G3SOKu45OYLM.R6CIYBQd5hp./VTYS"
"""The same as `caddy hash-password` would have it, but quick to try: that of Caddy takes a second each time."""
NOBODY = 65534
MODULES = "authn_core authn_file authz_core authz_user auth_basic dir headers mime mpm_event"
"""Those of Apache that Debian turns on by itself, and `headers`, which help says to turn on."""

Replaced = Mapping[str, str]


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    """A server that runs, and the two sites that it shows."""

    port: int
    sites: Path

    def asked(self, path: str, host: str = STAFF, *, password: str | None = None) -> Answer:
        """Ask for a path of a host, with the name `staff` and a password where there is one."""
        headers = {"Host": f"{host}:{self.port}"}
        if password is not None:
            headers["Authorization"] = f"Basic {b64encode(f'staff:{password}'.encode()).decode()}"
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        said = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        connection.close()
        return said


@pytest.fixture(scope="module", params=["nginx", "caddy", "apache"])
def server(request: pytest.FixtureRequest, both_sites: BothSites) -> Iterator[Server]:
    """Each server in turn, with its block of help as its settings: only places, ports and certificates are others."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        shutil.copytree(both_sites.staff, place / "site")
        shutil.copytree(both_sites.family, place / "site-family")
        for site in ("site", "site-family"):
            (place / site / ".git").mkdir()
            (place / site / ".git" / "config").write_text("[core]\n")
            (place / site / ".env").write_text("hidden\n")
        for each in (place, *place.rglob("*")):
            each.chmod(0o777 if each.is_dir() else 0o644)
        with _started(request.param, place) as port:
            yield Server(port, place)


@pytest.mark.parametrize(
    "path", ["/", "/trail.json", "/search/search_index.json", "/plans/oak/", "/404.html", "/nothing-here/"]
)
def test_a_stranger_gets_nothing_of_the_staff_edition(server: Server, path: str) -> None:
    """Without the password, or with another, the answer is 401 and holds nothing of the file, for any file."""
    for password in (None, "another"):
        answer = server.asked(path, password=password)
        assert answer.status == 401
        assert "basic" in answer.headers["www-authenticate"].lower()
        assert b"Oakfield" not in answer.body


def test_a_stranger_gets_nothing_by_another_name_of_the_server(server: Server) -> None:
    """Asked by its number, or by a name that it does not know, the server hands out nothing of the staff edition."""
    for host in ("127.0.0.1", "other.example.org", FAMILIES):
        assert b"action-plans/trail" not in server.asked("/trail.json", host).body


def test_with_the_password_the_staff_edition_is_there(server: Server) -> None:
    """Whoever knows the password reads each page and file as it was built."""
    for path, file in (("/", "index.html"), ("/trail.json", "trail.json"), ("/plans/oak/", "plans/oak/index.html")):
        answer = server.asked(path, password=PASSWORD)
        assert (answer.status, answer.body) == (200, (server.sites / "site" / file).read_bytes())


def test_families_read_without_a_password(server: Server) -> None:
    """The families' site is open to all."""
    for path, file in (("/", "index.html"), ("/404.html", "404.html")):
        answer = server.asked(path, FAMILIES)
        assert (answer.status, answer.body) == (200, (server.sites / "site-family" / file).read_bytes())
    assert server.asked("/trail.json", FAMILIES).status == 404


def test_an_address_without_a_page_says_so_in_our_words(server: Server) -> None:
    """The answer is 404, with our page: for families, and for staff with the password."""
    for path, host, site, password in (
        ("/oakfield-house/topics/old.html", FAMILIES, "site-family", None),
        ("/plans/gone/", STAFF, "site", PASSWORD),
    ):
        answer = server.asked(path, host, password=password)
        assert (answer.status, answer.body) == (404, (server.sites / site / "404.html").read_bytes())


@pytest.mark.parametrize("path", ["/.git/config", "/.env", "/.git/"])
def test_nothing_hidden_is_handed_out(server: Server, path: str) -> None:
    """What lies under a name that begins with a dot is refused: to strangers, to families, and with the password."""
    assert server.asked(path).status in (401, 403, 404)
    assert server.asked(path, password=PASSWORD).status in (403, 404)
    assert server.asked(path, FAMILIES).status in (403, 404)


def test_no_folder_is_listed(server: Server) -> None:
    """A folder without a page of its own shows nothing of what is in it."""
    assert server.asked("/assets/", password=PASSWORD).status in (403, 404)
    assert server.asked("/oakfield-house/topics/", FAMILIES).status in (403, 404)


def test_each_answer_says_how_it_is_to_be_kept_and_shown(server: Server) -> None:
    """Pages are asked for anew each time, files named by their content kept a year; no search engine keeps staff's."""
    style = next((server.sites / "site" / "assets").glob("staff.*.css")).name
    theme = next((server.sites / "site" / "assets" / "stylesheets").glob("main.*.min.css")).name
    read = next((server.sites / "site-family" / "oakfield-house").glob("style.*.css")).name
    for path, host, kept in (
        ("/", STAFF, "no-cache"),
        ("/trail.json", STAFF, "no-cache"),
        ("/gone/", STAFF, "no-cache"),
        (f"/assets/{style}", STAFF, "max-age=31536000, immutable"),
        (f"/assets/stylesheets/{theme}", STAFF, "max-age=31536000, immutable"),
        ("/", FAMILIES, "no-cache"),
        ("/gone.html", FAMILIES, "no-cache"),
        (f"/oakfield-house/{read}", FAMILIES, "max-age=31536000, immutable"),
    ):
        said = server.asked(path, host, password=PASSWORD).headers
        assert said["cache-control"] == kept, path
        assert said["x-content-type-options"] == "nosniff"
        assert said["referrer-policy"] == "no-referrer"
        assert said.get("x-robots-tag") == ("noindex" if host == STAFF else None)


@contextmanager
def _started(name: str, place: Path) -> Iterator[int]:
    """Start a server with the block of help that is called after it, and end it."""
    port = _free_port()
    settings = place / f"{name}.conf"
    command, text, environment = {"nginx": _nginx, "caddy": _caddy, "apache": _apache}[name](place, port, settings)
    settings.write_text(text)
    log = place / "said.txt"
    with log.open("wb") as said:
        log.chmod(0o666)
        running = subprocess.Popen(
            command, cwd=place, env=os.environ | environment, stdout=said, stderr=said,
            user=NOBODY if os.geteuid() == 0 else None,
        )  # fmt: skip
        try:
            _wait_for(port, running, log)
            yield port
        finally:
            running.terminate()
            running.wait(timeout=10)


def _nginx(place: Path, port: int, settings: Path) -> tuple[list[str], str, Replaced]:
    block = _block("nginx", place, {"listen 443 ssl;": f"listen 127.0.0.1:{port};"}, "ssl_certificate")
    kept = "".join(f"    {what}_temp_path {place};\n" for what in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    types = "    include /etc/nginx/mime.types;\n" if Path("/etc/nginx/mime.types").is_file() else ""
    text = f"daemon off;\nmaster_process off;\npid {place}/nginx.pid;\nerror_log stderr;\nevents {{}}\n"
    text += f"http {{\n    access_log off;\n{types}{kept}{block}}}\n"
    return [_program("nginx"), "-e", "stderr", "-p", str(place), "-c", str(settings)], text, {}


def _caddy(place: Path, port: int, settings: Path) -> tuple[list[str], str, Replaced]:
    program = _program("caddy")
    ours = {f"\n{host} {{": f"\nhttp://{host}:{port} {{" for host in (STAFF, FAMILIES)} | {"HASH": HASHED}
    text = "{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n}\n" + _block("caddy", place, ours)
    command = [program, "run", "--config", str(settings), "--adapter", "caddyfile"]
    return command, text, {"HOME": str(place), "XDG_DATA_HOME": str(place), "XDG_CONFIG_HOME": str(place)}


def _apache(place: Path, port: int, settings: Path) -> tuple[list[str], str, Replaced]:
    block = _block("apache", place, {"<VirtualHost *:443>": f"<VirtualHost 127.0.0.1:{port}>"}, "SSL")
    program = _program("apache2", "httpd")
    folders = ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2")
    modules = next(Path(each) for each in folders if Path(each).is_dir())
    there = [each for each in MODULES.split() if (modules / f"mod_{each}.so").is_file()]  # others are built in
    text = f'ServerRoot "{place}"\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {place}/apache.pid\n'
    text += f"ErrorLog /dev/stderr\nDefaultRuntimeDir {place}\nMutex file:{place} default\nDirectoryIndex index.html\n"
    loaded = "".join(f"LoadModule {each}_module {modules}/mod_{each}.so\n" for each in there)
    types = "TypesConfig /etc/mime.types\n" if Path("/etc/mime.types").is_file() else "TypesConfig /dev/null\n"
    refused = "<Directory />\n    AllowOverride None\n    Require all denied\n</Directory>\n"
    return [program, "-X", "-f", str(settings)], f"{loaded}{types}{text}{refused}{block}", {}


def _block(name: str, place: Path, replaced: Replaced, left_out: str = "") -> str:
    """Return a block of help with our own places, and without the lines that begin with `left_out`: certificates."""
    found = re.search(rf"^```{name}\n(.*?)^```$", HELP.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found
    passwords = place / "plans.htpasswd"
    hashed = subprocess.run(
        ["openssl", "passwd", "-6", "-stdin"], input=PASSWORD, capture_output=True, text=True, check=True
    ).stdout
    passwords.write_text(f"staff:{hashed}")
    passwords.chmod(0o644)
    text = "".join(
        line for line in found[1].splitlines(keepends=True) if not left_out or not line.strip().startswith(left_out)
    )
    for there, here in {**replaced, "/srv/plans/": f"{place}/"}.items():
        assert there in text, there
        text = text.replace(there, here)
    return text.replace("/etc/plans.htpasswd", str(passwords))


def _program(*names: str) -> str:
    where = os.pathsep.join([os.environ["PATH"], "/usr/sbin", "/usr/local/sbin"])
    for name in names:
        found = shutil.which(name, path=where)
        if found:
            return found
    pytest.fail(f"There is no {names[0]}. Start the tests with `make test`, which installs it.")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port


def _wait_for(port: int, running: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(500):
        if running.poll() is not None:
            break
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.02)
    pytest.fail(f"The server does not start:\n{log.read_text(errors='replace')}")
