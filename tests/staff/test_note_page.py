"""The page of a note: its account made safe, its links resolved, and nothing of what is on request."""

import re

import pytest

from action_plans.exchange.trail_json import trail
from tests.notes.picture_files import plain_picture
from tests.project import Project
from tests.staff.edition import PLAN, Made, made_of

FRONT = "---\nid: {id}\ntitle: {title}\ndate: 2026-04-01\nsupports: OAK/A1\n{more}---\n"


def note(body: str, identity: str = "E1", title: str = "Count sheets", more: str = "") -> str:
    """Return a note whose account begins at line 7, plus the lines of `more`."""
    return FRONT.format(id=identity, title=title, more=more) + body


def made_with(project: Project, files: dict[str, str]) -> Made:
    """Make the edition of the plan with these files."""
    return made_of(project.write({"plans/oak.yaml": PLAN, **files}))


def account(made: Made, address: str = "evidence/a/e1/") -> str:
    """Return the HTML of a note's account."""
    found = re.search(r'<div class="account">(.*?)</div>', made.pages[address].html, re.DOTALL)
    assert found is not None
    return found[1]


def test_links_between_notes_lead_to_their_pages(project: Project) -> None:
    """A link to another note's file leads to that note's page, with its heading."""
    made = made_with(
        project,
        {
            "evidence/a/e1.md": note("See [the second](../b/second%20one.md#what-came-of-it).\n"),
            "evidence/b/second one.md": note("## What came of it\n\nText.\n", "E2"),
        },
    )
    assert made.note_codes == []
    assert 'href="../../../evidence/b/second-one/index.html#what-came-of-it"' in account(made)
    assert "what-came-of-it" in made.pages["evidence/b/second-one/"].anchors


def test_links_to_attachments_lead_to_the_published_file(project: Project) -> None:
    """A link or picture that names a listed file leads to the file as it is published."""
    listed = "attachments: [{file: Door 1.png}, {file: counts.csv}]\n"
    body = "![The door](Door%201.png) and [the counts](counts.csv)\n"
    project.write({"evidence/a/counts.csv": "1"})
    (project.folder / "evidence/a/Door 1.png").write_bytes(plain_picture("PNG"))
    made = made_with(project, {"evidence/a/e1.md": note(body, more=listed)})
    assert made.note_codes == []
    assert '<img src="door-1.png" alt="The door">' in account(made)
    assert '<a href="counts.csv">' in account(made)


@pytest.mark.parametrize("target", ["rota.pdf", "../../plans/oak.yaml", "/plans/oak/", "README.md", "#nowhere", ""])
def test_a_link_that_leads_nowhere_is_an_error_with_its_line(project: Project, target: str) -> None:
    """Whatever is neither a note, an attachment nor a whole address is an error at its own line, and no link."""
    files = {"evidence/a/e1.md": note(f"First.\n\nA [link]({target}).\n"), "evidence/a/rota.pdf": "names"}
    made = made_with(project, {**files, "evidence/a/README.md": "Not a note."})
    (problem,) = made.note_problems
    assert (problem.code.value, problem.origin.path, problem.origin.line) == (
        "AP104",
        "evidence/a/e1.md",
        9 if target else 7,
    )
    assert "href" not in account(made)


def test_a_picture_from_another_host_is_dropped_with_a_warning(project: Project) -> None:
    """No page asks another host: the picture becomes its words, and the line is named."""
    made = made_with(project, {"evidence/a/e1.md": note("Text.\n\n![A chart](https://example.org/chart.png)\n")})
    (problem,) = made.note_problems
    assert (problem.code.value, problem.origin.line) == ("AP209", 9)
    assert "example.org" not in made.pages["evidence/a/e1/"].html
    assert "A chart" in account(made)


def test_raw_html_shows_as_written_with_a_warning(project: Project) -> None:
    """HTML in an account never becomes part of the page; each line that holds some is named once."""
    body = "One <b>bold</b> word.\n\n<script>alert(1)</script>\n\nAs code: `<b>`.\n"
    made = made_with(project, {"evidence/a/e1.md": note(body)})
    assert [(one.code.value, one.origin.line) for one in made.note_problems] == [("AP209", 7), ("AP209", 9)]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in account(made)
    assert "<script" not in made.pages["evidence/a/e1/"].html


def test_words_between_angle_brackets_are_no_html(project: Project) -> None:
    """A placeholder is shown as it was meant, without a warning."""
    made = made_with(project, {"evidence/a/e1.md": note("Signed <initials> on <date of visit>.\n")})
    assert made.note_codes == []
    assert "Signed &lt;initials&gt; on &lt;date of visit&gt;." in account(made)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:alert(1)", "vbscript:x"])
def test_a_link_that_could_run_a_program_is_dropped(project: Project, address: str) -> None:
    """A link whose scheme could run something is no link, and a warning says so."""
    made = made_with(project, {"evidence/a/e1.md": note(f"[Click]({address})\n")})
    assert made.note_codes == ["AP209"]
    assert "href" not in account(made)


def test_headings_keep_their_ids_and_take_none_of_the_page(project: Project) -> None:
    """A heading can be linked to; one that is called like a part of the page around it gets another id."""
    made = made_with(project, {"evidence/a/e1.md": note("# Content\n\n## What I saw\n\n[Up](#content)\n")})
    html = made.pages["evidence/a/e1/"].html
    assert {"note-content", "what-i-saw"} <= made.pages["evidence/a/e1/"].anchors
    assert 'href="#note-content"' in html
    assert html.count('id="content"') == 0


REQUESTED = """\
kept: SECRET-PLACE
category: processes
type: minutes
by: DM
period: SECRET-PERIOD
sample: SECRET-SAMPLE
result: SECRET-RESULT
note: SECRET-NOTE
extra: {SECRET-LABEL: SECRET-EXTRA}
checked_by: QL
checked_on: 2026-04-09
verdict: meets
confidentiality: on-request
attachments: [{file: secret-file.pdf, title: SECRET-TITLE}, {file: secret-missing.pdf}]
"""


def test_of_a_note_on_request_only_what_may_be_known_is_anywhere(project: Project) -> None:
    """Title, date, who checked it, verdict and whom to ask are shown; nothing else is on any page, file or search."""
    body = "SECRET-BODY with [a link](secret-link.pdf) and <b>raw</b> words.\n"
    made = made_with(
        project,
        {"evidence/a/e1.md": note(body, title="What staff said", more=REQUESTED), "evidence/a/secret-file.pdf": "x"},
    )
    said = made.said("evidence/a/e1/")
    for shown in (
        "What staff said",
        "1 April 2026",
        "The quality lead checked it on 9 April 2026",
        "Meets",
        "Whom to ask The quality lead",
    ):
        assert shown in said
    everything = [page.html + repr(page.search) for page in made.pages.values()]
    everything += [asset.path for asset in made.assets.values()]
    everything += [trail(made.trace, made.problems).decode()]
    assert not [text for text in everything if "secret-" in text.casefold()]


def test_a_missing_file_of_a_note_on_request_is_told_without_its_name(project: Project) -> None:
    """The error says on which line a file is missing, and not what it is called."""
    made = made_with(project, {"evidence/a/e1.md": note("Text.\n", more=REQUESTED)})
    assert made.note_codes == ["AP119", "AP119"]
    assert "secret" not in "".join(map(str, made.note_problems)).casefold()


def test_a_check_by_its_own_author_is_called_that(project: Project) -> None:
    """A verdict by whoever made the evidence is not passed off as independent."""
    more = "by: DM\nchecked_by: Deputy manager\nchecked_on: 2026-04-09\nverdict: meets\n"
    made = made_with(project, {"evidence/a/e1.md": note("Text.\n", more=more)})
    assert "this is not an independent check" in made.said("evidence/a/e1/")


def test_what_is_past_its_review_date_leads_with_that(project: Project) -> None:
    """A note that no longer counts says so in its verdict."""
    made = made_with(project, {"evidence/a/e1.md": note("Text.\n", more="review_due: 2026-05-11\n")})
    assert "Out of date" in made.said("evidence/a/e1/")
    assert "11 May 2026 and no longer counts" in made.said("evidence/a/e1/")


def test_figures_in_a_table_stand_in_line(project: Project) -> None:
    """A column of numbers in an account is set as one, under its heading; words are left alone."""
    made = made_with(project, {"evidence/a/e1.md": note("| Week | Counts |\n| --- | ---: |\n| First | 14 |\n")})
    assert '<th scope="col">Week</th>' in account(made)
    assert '<td class="num">14</td>' in account(made)
