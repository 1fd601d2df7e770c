"""Inspection packs for tests: a small project of two services, and what is inside a pack."""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

from PIL import Image

from tests.project import Project, Run

AS_OF = "2026-05-12"

TWO_SERVICES = """\
plans/oak.yaml:
    id: OAK
    title: Improvement plan of Oakfield
    service: {id: oakfield, name: Oakfield House}
    roles:
      RM: Registered manager # canary-comment
      CL: Clinical lead
    lead: RM
    sources:
      - {id: CQC26, kind: assessment, title: CQC report, published: 2026-03-20}
    findings:
      - {id: F1, title: Medicines were not always counted, source: CQC26, kind: must, regulations: Regulation 12}
      - {id: F2, title: Nobody asked, source: CQC26}
    accepted:
      - {code: AP301, item: F2, because: The new manager decides in June.}
    actions:
      - {id: A1, title: Count each day, for: F1, owner: CL, due: 2026-06-24, started: 2026-03-01, depends_on: ELM/A2}
      - {id: A10, title: Éclair of a title, for: F1, owner: RM, due: 2026-04-01}
      - {id: A2, title: Zero counts missing, for: F1, owner: RM, due: 2026-07-01}
    measures:
      - {id: M1, title: Counts made, unit: "%", baseline: {value: 60, date: 2026-01-05}}
plans/elm.yaml:
    id: ELM
    title: Improvement plan of elmcanary
    service: {id: elmbank, name: Elmcanary Bank}
    roles: {RM: Registered manager}
    findings:
      - {id: F1, title: A finding of elmcanary}
    actions:
      - {id: A2, title: An action of elmcanary, for: F1, owner: RM, due: 2026-04-30}
evidence/OAK/count-sheets.md:
    ---
    id: E1
    title: Count sheets of April
    date: 2026-04-30
    supports: OAK/A1
    by: CL
    attachments: [{file: picture.png, title: The sheet}, {file: sheets.csv, title: The counts}]
    ---
    All sheets were read. See [the other home](../elm-note.md).

    ![The sheet](picture.png)
evidence/OAK/sheets.csv:
    week,counts
    1,60
evidence/OAK/told-in-confidence.md:
    ---
    id: E2
    title: What staff told us
    date: 2026-04-22
    supports: A1
    by: CL
    checked_by: RM
    checked_on: 2026-04-25
    verdict: meets
    sample: canary-sample of staff
    result: canary-result
    kept: canary-cabinet
    confidentiality: on-request
    attachments: [{file: canary-answers.txt, title: canary-title}]
    ---
    The canary-account of what was said.
evidence/OAK/canary-answers.txt:
    canary-words
evidence/elm-note.md:
    ---
    id: E3
    title: A note of elmcanary
    date: 2026-04-22
    supports: ELM/A2
    ---
    An account of elmcanary.
"""
"""Two homes; an action of the first waits for a late one of the second. What may not cross is called a canary."""


def two_services(project: Project) -> Project:
    """Write the two homes, picture and all, to a project."""
    project.write(TWO_SERVICES)
    Image.new("RGB", (4, 4), "red").save(project.folder / "evidence" / "OAK" / "picture.png")
    return project


def packed(
    project: Project, *arguments: str, name: str = "pack.zip", environment: dict[str, str] | None = None
) -> Path:
    """Pack a project with `action-plans pack`, and return the zip."""
    done = pack(project, *arguments, "-o", name, environment=environment)
    assert done.exit_code == 0, done.said
    return project.folder / name


def pack(project: Project, *arguments: str, environment: dict[str, str] | None = None) -> Run:
    """Run `action-plans pack` as at a fixed day."""
    return project.command("pack", "--as-of", AS_OF, *arguments, environment=environment)


def files_of(pack: Path) -> dict[str, bytes]:
    """Return what each file of a zip holds, by its path."""
    with zipfile.ZipFile(pack) as held:
        return {path: held.read(path) for path in held.namelist()}


def rewritten(pack: Path, changed: Mapping[str, bytes | None]) -> Path:
    """Write the same zip again with some files changed or added, and those left out that are None."""
    there = pack.with_name(f"altered-{pack.name}")
    files = {**files_of(pack), **changed}
    with zipfile.ZipFile(there, "w", zipfile.ZIP_DEFLATED) as held:
        for path, content in files.items():
            if content is not None:
                held.writestr(path, content)
    return there


def dead_links(files: Mapping[str, bytes]) -> list[str]:
    """Return every link and picture of every page that leads to no file of the pack, or to no place on its page."""
    pages = {path: _read(content) for path, content in files.items() if path.endswith(".html")}
    return [
        f"{path}: {link}" for path, page in pages.items() for link in page.links if _is_dead(path, link, files, pages)
    ]


def texts_of(html: bytes) -> Iterator[str]:
    """Yield the words of each link of a page that leads nowhere."""
    yield from _read(html).plain


def _is_dead(path: str, link: str, files: Mapping[str, bytes], pages: Mapping[str, "_Page"]) -> bool:
    parts = urlsplit(link)
    if parts.scheme in {"https", "mailto", "tel", "data"}:
        return False
    there = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path)) if parts.path else path
    if there not in files or parts.path.endswith("/"):
        return True
    return bool(parts.fragment) and parts.fragment not in pages[there].ids


class _Page(HTMLParser):
    """The links of a page, its ids, and the words of links without an address."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.plain: list[str] = []
        self._inside_plain = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag links to, and what it is called."""
        said = dict(attrs)
        self.links += [value for name in ("href", "src", "xlink:href") if (value := said.get(name)) is not None]
        self.ids.update(value for value in [said.get("id")] if value)
        if tag == "a" and "href" not in said:
            self._inside_plain = True
            self.plain.append("")

    def handle_endtag(self, tag: str) -> None:
        """Stop gathering words at the end of a link."""
        if tag == "a":
            self._inside_plain = False

    def handle_data(self, data: str) -> None:
        """Gather the words of a link without an address."""
        if self._inside_plain:
            self.plain[-1] += data


def _read(html: bytes) -> _Page:
    page = _Page()
    page.feed(html.decode())
    return page
