"""A portfolio too large for one page: what the pages over all count is what those of each plan and service hold."""

import re
from collections.abc import Mapping

import pytest

from action_plans.staff.page import Page
from action_plans.tracing.extent import MOST_TOGETHER
from tests.project import Project
from tests.staff.edition import Made, made_of, words
from tests.staff.reading_html import faults

SERVICES, FINDINGS = 3, 20
COLUMN = 'data-label="Services, with their findings"'
FRAME = 12_000
"""What stands around a page, at most."""
LAWS = ("Regulation 12(2)(g)", "Regulation 17(2)(a)", "Registration Regulation 18")
QUESTIONS = ("safe", "well-led", "caring")

Pages = Mapping[str, Page]


def _plan(number: int) -> str:
    """Return a plan of which every third action is late and every second has evidence, some unchecked, some stale."""
    head = f"id: P{number}\ntitle: Plan {number}\nservice: House {number}\nlead: RM\n"
    out = [head + "roles: {RM: Registered manager, QL: Quality lead}\nfindings:"]
    out += [
        f"  - {{id: F{at}, title: Shortfall {at}, kind: breach, regulations: ['{LAWS[at % 3]}'],"
        f" key_questions: [{QUESTIONS[(at + number) % 3]}]}}"
        for at in range(1, FINDINGS + 1)
    ]
    out.append("actions:")
    for at in range(1, FINDINGS + 1):
        due = "2026-05-01" if at % 3 == 0 else "2026-09-01"
        out.append(f"  - id: A{at}\n    title: Step {at}\n    for: F{at}\n    owner: RM\n    due: {due}")
        if at % 2:
            check = ", checked_by: QL, verdict: meets" if at % 4 == 1 else ""
            lasts = ", review_due: 2026-04-30" if at % 5 == 0 else ""
            proofs = ", ".join(
                f"{{title: Sheet {at} {n}, date: 2026-03-{n:02}, kept: Office {number}, by: RM{check}{lasts}}}"
                for n in range(1, 4)
            )
            out.append(f"    evidence: [{proofs}]")
    return "\n".join(out) + "\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Three services with so much that each has pages of its own."""
    plans = {f"plans/p{number}.yaml": _plan(number) for number in range(1, SERVICES + 1)}
    notes = {
        f"evidence/p{number}/e{at}.md": f"---\nid: P{number}-E{at}\ntitle: Note {at}\ndate: 2026-02-0{1 + at % 9}\n"
        f"supports: [P{number}/A{at}{', P1/A1' if at == 1 else ''}]\nby: RM\n---\nSeen.\n"
        for number in range(1, SERVICES + 1)
        for at in range(1, 15)
    }
    made = made_of(Project(tmp_path_factory.mktemp("large")).write({**plans, **notes}))
    assert made.trace.extent.is_large
    assert len(made.trace.findings) + len(made.trace.actions) + len(made.trace.portfolio.notes) > MOST_TOGETHER
    return made


def test_the_problems_of_each_plan_add_up(made: Made) -> None:
    """The page over all says of each section as many as the pages of the plans hold in full, and each problem once."""
    total = _numbers(made, "problems/", "All plans")
    plans = [_numbers(made, "problems/", f"P{number} Plan {number}") for number in range(1, SERVICES + 1)]
    of_none = _numbers(made, "problems/", "Of no plan") or [0] * len(total)
    assert [sum(column) for column in zip(*plans, of_none, strict=True)] == total
    assert sum(total) == len(made.problems)
    for number, told in enumerate(plans, 1):
        page = made.pages[f"plans/p{number}/problems/"]
        assert len(re.findall(r'data-label="Code"', page.html)) == sum(told)


def test_each_problem_stands_in_full_on_the_page_of_its_plan(made: Made) -> None:
    """No problem is lost between the pages: its message is on that of its plan."""
    pages = {number: made.pages[f"plans/p{number}/problems/"].html for number in range(1, SERVICES + 1)}
    own = [one for one in made.problems if one.item and one.item.startswith("P")]
    places = [
        (int(one.item[1]), f"{one.origin.path}:{one.origin.line}".replace("/", "/<wbr>")) for one in own if one.item
    ]
    lost = [place for plan, place in places if f"<code>{place}</code>" not in pages[plan]]
    assert len(own) > FINDINGS
    assert lost == []


def test_the_evidence_of_each_plan_adds_up(made: Made) -> None:
    """What supports several plans is counted for each and once in all, and each piece is a row on its plan's page."""
    total, *_ = _numbers(made, "evidence/", "All plans, each piece once")
    plans = [_numbers(made, "evidence/", f"P{n} Plan {n} House {n}")[0] for n in range(1, SERVICES + 1)]
    rows = [len(re.findall(r'<tr role="row" id="', made.pages[f"plans/p{n}/evidence/"].html)) for n in (1, 2, 3)]
    assert plans == rows
    shared = 2
    assert sum(plans) - shared == total == len(tuple(made.trace.evidence_refs()))


@pytest.mark.parametrize("page", ["by-regulation", "by-key-question"])
def test_what_is_cited_adds_up_over_the_services(made: Made, page: str) -> None:
    """Each thing cited has as many findings as its services together, each link leads to where they stand in full."""
    html = made.pages[f"{page}/"].html
    groups = [row for row in re.findall(r'<tr role="row".*?</tr>', html, re.DOTALL) if COLUMN in row]
    assert len(groups) >= 3
    for row in groups:
        findings = int(words(row.partition('data-label="Findings"')[2].partition("</td>")[0].partition(">")[2]))
        links = re.findall(r'<a href="\.\./(services/[^"#]+/)(?:index\.html)?#([^"]+)">[^<]*</a> \((\d+)\)', row)
        assert sum(int(count) for _, _, count in links) == findings
        for address, anchor, count in links:
            there = made.pages[address]
            assert anchor in there.anchors
            section = there.html.partition(f'id="{anchor}"')[2].partition("</tbody>")[0]
            assert section.count('data-label="Finding"') == int(count)
            assert "evidence/" in section or "#evidence" in section, "a click from there is the proof, the third in all"


def test_every_page_is_sound_and_can_be_opened_on_a_telephone(made: Made) -> None:
    """The pages over all, and those they lead to, are whole HTML, and none is longer than 300 kB with its frame."""
    for address in ("problems/", "evidence/", "by-regulation/", "by-key-question/", "plans/p1/problems/"):
        assert faults(made.pages[address].html) == faults(""), address
    assert max(len(page.html.encode()) for page in made.pages.values()) < 300_000 - FRAME
    assert len(made.pages[""].html.encode()) < 60_000 - FRAME


def _numbers(made: Made, address: str, head: str) -> list[int]:
    """Return the whole numbers in the cells of the row that begins with some words."""
    for row in re.findall(r'<tr role="row".*?</tr>', made.pages[address].html, re.DOTALL):
        first, _, rest = row.partition("</th>")
        if words(first) == head:
            cells = re.findall(r"<td.*?</td>", rest, re.DOTALL)
            return [int(said) for said in map(words, cells) if said.isdecimal()]
    return []
