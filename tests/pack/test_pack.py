"""The inspection pack: what is in it, what is not, and that it is the same whenever it is made of the same files."""

import hashlib
import json
import re
from datetime import date
from pathlib import Path

import pytest

from action_plans.pack.contents import Contents
from action_plans.pack.links import PackLinks
from action_plans.pack.manifest import About, PackedFrom
from action_plans.pack.zip_writing import write_pack
from tests.pack.packs import dead_links, files_of, pack, packed, texts_of, two_services
from tests.project import Project, files_in


def test_a_pack_holds_the_staff_edition_as_files(project: Project) -> None:
    """Pages, indexes, attachments, trace and manifest are in one zip that opens at index.html."""
    files = files_of(packed(two_services(project)))

    assert {
        "index.html",
        "today/index.html",
        "plans/oak/index.html",
        "plans/oak/findings/f1/index.html",
        "plans/elm/actions/a2/index.html",
        "evidence/oak/count-sheets/index.html",
        "evidence/oak/count-sheets/picture.png",
        "evidence/oak/count-sheets/sheets.csv",
        "a-to-z/index.html",
        "by-reference/index.html",
        "check-this-pack/index.html",
        "help/glossary/index.html",
        "trail.json",
        "manifest.json",
        "MANIFEST.sha256",
        "READ-ME-FIRST.txt",
    } <= files.keys()
    assert not any(path.startswith(("plans/oak.yaml", "help/fields", "assets/javascripts")) for path in files)


def test_every_link_leads_to_a_file(project: Project) -> None:
    """From each page every link and picture leads to a file of the pack and to a place on it, without a server."""
    assert dead_links(files_of(packed(two_services(project)))) == []


def test_nothing_in_it_runs(project: Project) -> None:
    """No page holds a script, a handler or a style of its own, and each refuses what is not the pack's."""
    pages = [html.decode() for path, html in files_of(packed(two_services(project))).items() if path.endswith(".html")]

    assert pages
    assert all("default-src 'none'" in html for html in pages)
    assert not [html for html in pages if re.search(r"<script|<iframe|\son[a-z]+=\"|\sstyle=\"", html)]


def test_it_asks_nobody_to_write(project: Project) -> None:
    """Whoever is handed a pack has not the files: the block to paste stands on no page of it."""
    files = files_of(packed(two_services(project)))

    assert [path for path, content in files.items() if b"What to write" in content] == []
    assert "today/index.html" in files


def test_it_opens_with_the_gaps(project: Project) -> None:
    """The opening page names the late actions first, then what the plan answers, before anything else it links to."""
    start = files_of(packed(two_services(project)))["index.html"].decode()

    assert start.index("Éclair of a title") < start.index("decides in June") < start.index("Where to begin")
    assert start.index("plans/elm/actions/a2/index.html") < start.index("by-reference/index.html", start.index("<main"))


def test_everything_stands_in_both_indexes(project: Project) -> None:
    """Findings, actions, notes and measures are found by title, accents apart, and by reference, A2 before A10."""
    files = files_of(packed(two_services(project)))
    by_title, by_reference = files["a-to-z/index.html"].decode(), files["by-reference/index.html"].decode()

    for title in ("Medicines were not always counted", "Count each day", "Count sheets of April", "Counts made"):
        assert title in by_title
        assert title in by_reference
    assert by_title.index("Count each day") < by_title.index("Éclair") < by_title.index("Zero counts")
    assert by_reference.index(">OAK/A2<") < by_reference.index(">OAK/A10<")


def test_what_is_on_request_stays_out(project: Project) -> None:
    """Of such a note title, date and verdict are there; text, sample, place and files are not, nor are plan files."""
    two_services(project).commit()
    project.write({"evidence/OAK/canary-answers.txt": "canary-changed\n"})
    files = files_of(packed(project))

    assert b"What staff told us" in files["evidence/oak/told-in-confidence/index.html"]
    assert [path for path, content in files.items() if b"canary-" in content or "canary-" in path] == []


def test_what_is_still_to_be_written_of_cqcs_form_stays_out(project: Project) -> None:
    """The manager reads on the site what is missing and where; who is given a pack reads the form, and has its file."""
    two_services(project).commit()
    assert project.build().exit_code == 0
    address = "plans/oak/report-on-actions"
    site, files = project.read(f"site/{address}/index.html"), files_of(packed(project))
    given = files[f"{address}/index.html"].decode()

    for words in ("Before you send it", "Not written yet", "sustained_by:", "the account number on"):
        assert (words in site, words in given) == (True, False)
    assert "Count each day" in given
    assert files[f"{address}/report.docx"] == (project.site / address / "report.docx").read_bytes()


@pytest.mark.xdist_group("seeds")  # one process starts what starts commands under each seed
def test_the_same_version_and_day_give_the_same_bytes(project: Project) -> None:
    """Two runs with other orders of hashes give the same zip, byte for byte."""
    two_services(project).commit()
    first = packed(project, name="../1.zip", environment={"PYTHONHASHSEED": "1"})
    second = packed(project, name="../2.zip", environment={"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"})

    assert first.read_bytes() == second.read_bytes()


def test_it_says_what_it_was_made_from(project: Project) -> None:
    """Pages and manifest name the commit and the day; a plan changed since is named there and at the start."""
    two_services(project).commit()
    commit = project.git("rev-parse", "HEAD").output.strip()
    clean = files_of(packed(project, name="../clean.zip"))
    with (project.folder / "plans" / "elm.yaml").open("a", encoding="utf-8") as plan:
        plan.write("summary: More.\n")
    changed = files_of(packed(project, name="../changed.zip"))

    said = json.loads(clean["manifest.json"])
    assert (said["schema"], said["commit"], said["as_of"]) == ("action-plans/pack/1", commit, "2026-05-12")
    assert said["uncommitted"] == []
    for path, html in clean.items():
        if path.endswith(".html"):
            assert f"version {commit[:7]}".encode() in html, path
            assert b"Test: inspection pack" in html, path
            assert b"12 May 2026" in html.replace("\N{NO-BREAK SPACE}".encode(), b" "), path
    assert json.loads(changed["manifest.json"])["uncommitted"] == ["plans/elm.yaml"]
    assert b"plans/elm.yaml" in changed["index.html"]
    assert b"with changes since" in changed["plans/oak/index.html"]


def test_the_manifest_is_what_sha256sum_reads(project: Project) -> None:
    """Each line is a sum, two spaces and a path, in order, for every other file; the number shown is its own sum."""
    done = pack(two_services(project), "-o", "pack.zip")
    files = files_of(project.folder / "pack.zip")
    manifest = files.pop("MANIFEST.sha256")

    assert manifest.decode() == "".join(
        f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)
    )
    assert hashlib.sha256(manifest).hexdigest() in done.output
    listed = json.loads(files.pop("manifest.json"))["files"]
    assert listed == {
        path: {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)} for path, content in files.items()
    }


def test_the_trace_in_it_leads_to_files(project: Project) -> None:
    """Every address in trail.json is that of a file of the pack, also where the site lies under a folder."""
    two_services(project).write({"mkdocs.yml": project.read("mkdocs.yml").replace("as_of:", "under: plan\n    as_of:")})
    files = files_of(packed(project))
    held = json.loads(files["trail.json"])

    assert [each["url"] for each in held["nodes"] if each["url"].partition("#")[0] not in files] == []
    assert len(held["plans"]) == 2


def test_a_pack_of_one_service_holds_nothing_of_another(project: Project) -> None:
    """No page, index, trace or problem names a thing of the other home, but where this one writes of it in words."""
    files = files_of(packed(two_services(project), "--service", "Oakfield"))

    assert "plans/oak/actions/a1/index.html" in files
    assert [path for path in files if "elm" in path] == []
    assert [path for path, content in files.items() if b"elmcanary" in content.lower()] == []
    assert dead_links(files) == []
    assert json.loads(files["manifest.json"])["service"] == "oakfield"
    assert b"Oakfield House: inspection pack" in files["index.html"]


def test_a_link_to_what_is_left_out_stays_as_words(project: Project) -> None:
    """A note's link to another home's note becomes its words, and an action that waits for that home stays blocked."""
    files = files_of(packed(two_services(project), "--service", "oakfield"))

    assert list(texts_of(files["evidence/oak/count-sheets/index.html"])) == ["the other home"]
    nodes = {node["ref"]: node for node in json.loads(files["trail.json"])["nodes"]}
    assert nodes["OAK/A1"]["condition"] == "blocked"


def test_an_unknown_service_is_wrong_use(project: Project) -> None:
    """The services that there are are named, and nothing is written."""
    done = pack(two_services(project), "--service", "oakfeild", "-o", "pack.zip")

    assert done.exit_code == 2
    assert "elmbank, oakfield" in done.errors
    assert not (project.folder / "pack.zip").exists()


def test_errors_stop_it_before_anything_is_written(project: Project) -> None:
    """With an error in a plan the problem is said with its line, the exit status is 1, and no file appears."""
    two_services(project).write({"plans/oak.yaml": project.read("plans/oak.yaml").replace("owner: CL", "owner: CX")})
    before = sorted(project.folder.iterdir())
    done = pack(project)

    assert done.exit_code == 1
    assert "plans/oak.yaml:16:" in done.errors
    assert "AP110" in done.errors
    assert sorted(project.folder.iterdir()) == before


def test_only_a_pack_is_replaced(project: Project) -> None:
    """An older pack gives way; any other file stays as it is, and so does the folder around it."""
    two_services(project)
    (project.folder / "letter.zip").write_bytes(b"not a pack")
    before = sorted(project.folder.iterdir())
    refused = pack(project, "-o", "letter.zip")
    first = packed(project)
    first.write_bytes(first.read_bytes() + b"0")
    again = packed(project)

    assert refused.exit_code == 1
    assert "letter.zip" in refused.errors
    assert (project.folder / "letter.zip").read_bytes() == b"not a pack"
    assert again.read_bytes()[-1:] != b"0"
    assert sorted(project.folder.iterdir()) == sorted([*before, again])


@pytest.mark.parametrize(("place", "code"), [("no/such/folder/pack.zip", 1), ("plans", 2)])
def test_a_place_that_cannot_be_written_is_said(project: Project, place: str, code: int) -> None:
    """A folder that is not there ends with 1, as it does elsewhere; a folder where a file is meant is wrong use."""
    done = pack(two_services(project), "-o", place)

    assert done.exit_code == code
    assert "Traceback" not in done.said


def test_a_pack_that_breaks_off_leaves_the_old_one(tmp_path: Path) -> None:
    """Where a file to copy has gone, the pack of before is still whole, and nothing else lies beside it."""
    about = About("Pack", "Test", None, date(2026, 5, 12), PackedFrom(None, "No git."))
    place = tmp_path / "pack.zip"
    write_pack(place, Contents({"index.html": lambda: b"old"}, {}), about)
    before = place.read_bytes()

    with pytest.raises(FileNotFoundError):
        write_pack(place, Contents({"index.html": lambda: b"new", "x.pdf": tmp_path / "gone.pdf"}, {}), about)

    assert place.read_bytes() == before
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ('<a href="../b/">B</a>', '<a href="../../plans/b/index.html">B</a>'),
        ('<a class="to" href="../b/#a1">B</a>', '<a class="to" href="../../plans/b/index.html#a1">B</a>'),
        ('<a href="../../">Home</a>', '<a href="../../today/index.html">Home</a>'),
        ('<img src="p.png" alt="x > y">', '<img src="../../plans/a/p.png" alt="x > y">'),
        ('<a href="#here">Here</a>', '<a href="#here">Here</a>'),
        ('<img alt="A" src="https://example.org/p.png">', '<img alt="A">'),
        ('<img alt="A" src="//example.org/p.png">', '<img alt="A">'),
        ('<svg><image href="http://example.org/p.png"/></svg>', "<svg><image/></svg>"),
        ('<svg><use href="#mark"/></svg>', '<svg><use href="#mark"/></svg>'),
        ('<a href="javascript:run()">Run</a>', "<a>Run</a>"),
        ('<a href="https://example.org/">Out</a>', '<a href="https://example.org/">Out</a>'),
        ('<a href="../c/" title="href">C</a>', '<a title="href">C</a>'),
        ('<a href="../../../b/">Above the top</a>', "<a>Above the top</a>"),
        ('<p>write href="../b/" so</p>', '<p>write href="../b/" so</p>'),
        ('<svg><a class="node" href="../b/"><text>B</text></a></svg>', None),
    ],
)
def test_links_are_written_to_files(html: str, written: str | None) -> None:
    """A link to a page names its file, one to what is left out loses its address, words that look like one stay."""
    pages = {"": "today/index.html", "plans/a/": "plans/a/index.html", "plans/b/": "plans/b/index.html"}
    links = PackLinks(pages, {"plans/a/p.png": "plans/a/p.png"})
    expected = written or html.replace("../b/", "../../plans/b/index.html")

    assert links.rewritten(html, "plans/a/", "plans/a/index.html") == expected


NOTE = """\
---
id: {id}
title: {title}
date: 2026-04-30
supports: OAK/A1
by: CL
---
Words of {title}.
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("evidence/OAK/a b.md", "evidence/OAK/a-b.md"),
        ("evidence/OAK/Ab.md", "evidence/OAK/aB.md"),
        ("evidence/OAK/!!!.md", "evidence/OAK/+++.md"),
    ],
)
def test_a_note_is_never_lost(project: Project, first: str, second: str) -> None:
    """Two notes that would lie at one place stop packing, and both files are named; nothing is written."""
    notes = {path: NOTE.format(id=f"N{number}", title="A note") for number, path in enumerate((first, second))}
    done = pack(two_services(project).write(notes), "-o", "pack.zip")

    assert done.exit_code != 0
    assert first in done.errors
    assert second in done.errors
    assert not (project.folder / "pack.zip").exists()


def test_every_computer_can_take_it_out(project: Project) -> None:
    """No path is over 180 characters or holds what Windows refuses; the list says which moved, and links follow."""
    folders = "/".join(f"{number}{'x' * 59}" for number in range(4))
    names = {
        f"evidence/{folders}/deep.md": "Deep",
        "evidence/con/aux.md": "Device",
        "evidence/OAK/zähl-bögen.md": "Accents",
        "evidence/OAK/dots./end.md": "Dots",
    }
    two_services(project).write({path: NOTE.format(id=title, title=title) for path, title in names.items()})
    linking = f"[Deep](../{folders}/deep.md), [Device](../con/aux.md), [Accents](z%C3%A4hl-b%C3%B6gen.md)."
    project.write({"evidence/OAK/links.md": f"{NOTE.format(id='Links', title='Links')}{linking}\n"})
    files = files_of(packed(project))

    assert [path for path in files if len(path) > 180 or not re.fullmatch(r"[\w./-]+", path, re.ASCII)] == []
    assert [path for path in files if {"con", "aux"} & set(path.split("/"))] == []
    assert dead_links(files) == []
    assert list(texts_of(files["evidence/oak/links/index.html"])) == []
    moved = json.loads(files["manifest.json"])["paths"]["moved"]
    assert moved.keys() <= files.keys()
    deep = next(there for there, path in moved.items() if path.endswith("/deep/index.html"))
    assert re.fullmatch(r"evidence/long-[0-9a-f]{16}/index\.html", deep)
    assert b"Words of Deep" in files[deep]
    nodes = {node["ref"]: node["url"] for node in json.loads(files["trail.json"])["nodes"]}
    assert nodes["evidence/Deep"] == deep


def test_the_numbers_at_the_start_are_those_of_the_trace(project: Project) -> None:
    """Of one service, too, late actions are those that its trail counts, without late tasks of closed actions."""
    plan = """\
        plans/ash.yaml:
            id: ASH
            title: Plan of Ash
            service: {id: ash, name: Ash House}
            roles: {RM: Registered manager, CL: Clinical lead}
            findings: [{id: F1, title: One}]
            actions:
              - {id: A1, title: Late, for: F1, owner: RM, due: 2026-04-01}
              - id: A2
                title: Closed
                for: F1
                owner: RM
                due: 2026-04-30
                closed_on: 2026-04-20
                tasks: [{what: Count, who: CL, by: 2026-04-02}, {what: Tell, who: CL, by: 2026-04-03}]
        """
    files = files_of(packed(two_services(project).write(files_in(plan)), "--service", "ash"))
    counts = json.loads(files["trail.json"])["plans"][0]["counts"]
    numbers = re.findall(r"<b>(\d+)</b> ([a-z, ]+)</a>", files["index.html"].decode())

    assert (counts["overdue"], counts["unproven"]) == (1, 1)
    assert numbers == [("1", "late"), ("1", "closed, no proof")]
