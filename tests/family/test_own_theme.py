"""A project's own templates and words of the family edition: guarded, approved as one entry, or not used at all."""

import hashlib
import json
from pathlib import Path

import pytest

from action_plans.family.family_edition import FamilyEdition
from action_plans.model.problem import Code
from action_plans.project.options import FamilyOptions
from action_plans.tracing.trace import Trace
from tests.builders import a_finding, an_action
from tests.family.family_projects import THEME, UNAPPROVED, a_home, codes, edition
from tests.family.leaking_projects import FOUND, a_full_home
from tests.project import Project
from tests.small_plans import FAMILY

WORDS = '{% extends "base.html" %}{% block main %}<p>Our own page.</p>'
OURS = b"Our own page."
PAGE = "oakfield-house/words.html"


def own(folder: Path, files: dict[str, str]) -> Path:
    """Write a project's own theme and return its folder."""
    family = folder / "docs_templates" / "family"
    for name, text in files.items():
        (family / name).parent.mkdir(parents=True, exist_ok=True)
        (family / name).write_text(text, encoding="utf-8")
    return family


def built(folder: Path, files: dict[str, str], trace: Trace | None = None) -> FamilyEdition:
    """Build the small project with its own theme, which needs no approval."""
    return edition(trace or a_home(), UNAPPROVED, own(folder, files))


@pytest.mark.parametrize(
    ("name", "text", "said", "line"),
    [
        ("footer.html", "<p>\nAsk Mrs Smith in room 14.</p>", "a person's name", 2),
        ("footer.html", "<p>Her number is 943 476 5919.</p>", "an NHS number", 1),
        ("footer.html", "<p>Ask Mrs</p><p>Smith.</p>", "a person's name", 1),
        ("footer.html", "{# Brenda wrote this #}<p>Hello</p>", "a person's name", 1),
        ("footer.html", '<p title="See A1">Hello</p>', "a reference of the plan", 1),
        ("footer.html", "<p>Medicines were not counted</p>", "the title of a finding", 1),
        ("footer.html", '<p title="Sack the agency">Hello</p>', "the title of a finding or action", 1),
        ("footer.html", f"<p>Hello.\n{FOUND}.</p>", "words of an internal text", 2),
        ("footer.html", "<p>See A&shy;1</p>", "a reference of the plan", 1),
        ("footer.html", "<p>See A<wbr>1</p>", "a reference of the plan", 1),
        ("footer.html", "<p>See A<b>1</b></p>", "a reference of the plan", 1),
        ("footer.html", "<p>See A{# #}1</p>", "a reference of the plan", 1),
        ("footer.html", '<p>\nSee <bdo dir="rtl">1A</bdo></p>', "turns the order of letters", 2),
        ("footer.html", '<p dir="rtl">1A</p>', "turns the order of letters", 1),
        ("footer.html", '<p dir="auto">1A</p>', "turns the order of letters", 1),
        ("footer.html", '<bdo dir="ltr">1A</bdo>', "turns the order of letters", 1),
        ("footer.html", "<p>Hello</p>\n<p>See &#x202e;1A</p>", "a hidden mark that turns its letters", 2),
        ("words/en.json", '{"skip": "See \\u202e1A"}', "a hidden mark that turns its letters", 1),
        ("style.css", 'p {}\np::after { content: "\\41\\31" }', "a reference of the plan", 2),
        ("style.css", 'p::after { content: "A" "1" }', "a reference of the plan", 1),
        ("style.css", "p {}\n/* as A1 asks */", "a reference of the plan", 2),
        ("style.css", "p::after { content: \"A\"/**/'1' }", "a reference of the plan", 1),
        ("style.css", 'p::after { content: "Sack the \\61 gency" }', "the title of a finding or action", 1),
        ("style.css", 'p::after { content: "Mrs Smith" }', "a person's name", 1),
        ("style.css", "p {}\n.rating { display:none }", "hides what families must be able to read", 2),
        ("style.css", ".home p.rating, a { visibility: hidden }", "hides what families must be able to read", 1),
        ("style.css", "@media screen { footer { display: none } }", "hides what families must be able to read", 1),
        ("style.css", "p { unicode-bidi: bidi-override; direction: rtl }", "turns the order of letters", 1),
        ("footer.html", '<a href="https://example.org/">More</a>', "leads out of the site", 1),
        ("footer.html", '<a href="//example.org/">More</a>', "leads out of the site", 1),
        ("footer.html", '<img src="http://example.org/p.png">', "leads out of the site", 1),
        ("footer.html", "<p>Hello</p>\n<script>1</script>", "holds <script>", 2),
        ("footer.html", '<p onclick="x()">Hello</p>', "runs a script", 1),
        ("footer.html", '<meta http-equiv="refresh" content="0; url=x.html">', "sends the reader elsewhere", 1),
        ("footer.html", "<p>\n{% if %}</p>", "is no template", 2),
        ("footer.html", "<p>\n\n{{ nothing_such }}</p>", "undefined", 3),
        ("footer.html", '{% include "none.html" %}', "there is no template none.html", 1),
        ("footer.html", '{% include "footer.html" %}', "takes itself in without end", 1),
        ("topic.html", '{% extends "topic.html" %}', "takes itself in without end", 1),
        ("base.html", "<!DOCTYPE html><html lang=en><head><title>x</title></head><body></body></html>", "policy", 1),
        ("style.css", "p { color: red }\n@import url(https://example.org/x.css);", "loads something from elsewhere", 2),
        ("style.css", "p { background: url('//example.org/x.png') }", "loads something from elsewhere", 1),
        ("words/en.json", '{\n"skip": null}', "has no words in `skip`", 2),
        ("words/en.json", '{"skip": "Skip {here}"}', "other slots in `skip`", 1),
        ("words/en.json", '{"skipp": "Skip"}', "an entry `skipp` that no page says", 1),
        ("words/en.json", '{"states": {"done": 1}}', "has no words in `states > done`", 1),
        ("words/en.json", '{"months": ["January"]}', "has no list of words in `months`", 1),
        ("words/en.json", f'{{"months": {json.dumps(["January"] * 11 + [" "])}}}', "no list of words in `months`", 1),
        ("words/en.json", f'{{"months": {json.dumps(["January"] * 11 + [12])}}}', "no list of words in `months`", 1),
        ("words/en.json", f'{{"months": {json.dumps(["January"] * 13)}}}', "no list of words in `months`", 1),
        ("words/en.json", '{\n"direction": "up"}', "a `direction` that is neither ltr nor rtl", 2),
        ("words/en.json", '{\n"language": "English"}', "a `language` that is no code of one", 2),
        ("words/en.json", '{"cqc_phone": "01632 960555"}', "changes `cqc_phone`, which is a fact", 1),
        ("words/en.json", '{"skip": "Ask Mrs Smith"}', "a person's name", 1),
        ("words/en.json", "[" * 100_000, "nested too deep", 1),
        ("words/en.json", "[1]", "holds no table", 1),
        ("plain-words.json", '{"official": ["x"]}', "has no table of words in `official`", 1),
    ],
)
def test_what_is_wrong_is_named_and_not_used(tmp_path: Path, name: str, text: str, said: str, line: int) -> None:
    """A gap names file and line; the package's own pages are there instead, and nothing else is held back."""
    found = built(tmp_path, {name: text, "words.html": f"{WORDS}{{% endblock %}}"}, a_full_home())
    assert set(codes(found)) == {Code.OWN_THEME}
    problem = next(each for each in found.problems if said in each.message)
    assert (problem.origin.path, problem.origin.line) == (f"docs_templates/family/{name}", line)
    assert problem.hint
    assert found.files == edition(a_full_home()).files


def test_a_style_of_ones_own_is_used(tmp_path: Path) -> None:
    """The package's own stylesheet, copied, and one that hides what need not be read, are no fault."""
    style = (THEME[0] / "style.css").read_text(encoding="utf-8")
    for name, text in {
        "a": style,
        "b": f'{style}\n.made {{ display: none }}\np::before {{ content: "\\201c" }}',
    }.items():
        assert codes(built(tmp_path / name, {"style.css": text})) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("style.css", "@media print { footer { display: none } }"),
        ("style.css", ".cards > * { display: none }"),
        ("style.css", "@page { size: A4; margin: 1cm }"),
        ("footer.html", '<p>Ring <span dir="ltr">01632 960101</span>.</p>'),
        ("footer.html", "<h2>Care plans</h2><p>You can see it.</p>"),
        ("footer.html", '<h2 title="Infection control">Medicines</h2>'),
    ],
)
def test_what_tells_nothing_is_used(tmp_path: Path, name: str, text: str) -> None:
    """A footer left out on paper, a number that runs as it is read, and everyday words that are a title, too."""
    titles = ("Care plans", "Infection control", "Medicines")
    findings = [a_finding(id=f"F{number}", title=title) for number, title in enumerate(titles, 1)]
    home = a_home(findings=findings, actions=[an_action(id="A4")])
    assert codes(built(tmp_path, {name: text}, home)) == []


@pytest.mark.parametrize(
    "title", ["Warfarin overdose", "Staff suspended", "Resident assaulted", "Care plans were lost"]
)
def test_a_title_that_says_what_happened_is_no_heading(tmp_path: Path, title: str) -> None:
    """Two words of which one is no everyday word, and three words and more, are held as before."""
    home = a_home(findings=[a_finding(title=title)])
    found = built(tmp_path, {"footer.html": f"<h2>{title}</h2>"}, home)
    assert set(codes(found)) == {Code.OWN_THEME}
    assert "the title of a finding or action" in found.problems[0].message


def test_what_stands_in_the_packages_own_files_may_stand_in_a_copy(tmp_path: Path) -> None:
    """A footer copied, one with a sentence more, and the whole folder copied are used as they are."""
    files = {
        path.relative_to(THEME[0]).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(THEME[0].rglob("*"))
        if path.is_file()
    }
    footer = files["footer.html"]
    for number, own_files in enumerate(
        ({"footer.html": footer}, {"footer.html": f"{footer}<p>Our own page.</p>"}, files)
    ):
        found = built(tmp_path / str(number), own_files, a_full_home())
        assert [str(problem) for problem in found.problems] == []
    mixed = built(tmp_path / "mixed", {"footer.html": f"{footer}<p>Mrs <b>Smith</b></p>"}, a_full_home())
    assert set(codes(mixed)) == {Code.OWN_THEME}
    assert b"Smith" not in mixed.files[PAGE]


def test_a_link_to_another_file_is_refused(tmp_path: Path) -> None:
    """Neither a linked file nor a linked folder is read."""
    note = tmp_path / "note.md"
    note.write_text("Mrs Smith in room 14", encoding="utf-8")
    folder = own(tmp_path, {"words.html": f"{WORDS}{{% endblock %}}"})
    (folder / "footer.html").symlink_to(note)
    found = edition(a_home(), UNAPPROVED, folder)
    assert codes(found) == [Code.OWN_THEME]
    assert "is a link" in found.problems[0].message
    assert OURS not in found.files[PAGE]
    other = tmp_path / "other" / "family"
    other.parent.mkdir()
    other.symlink_to(folder)
    assert codes(edition(a_home(), UNAPPROVED, other)) == [Code.OWN_THEME]


def test_a_language_without_words_for_names_rooms_and_beds_is_not_published(tmp_path: Path) -> None:
    """The guards could not look for them; the gap says what to write."""
    from action_plans.family.words.theme_words import read_theme_words  # noqa: PLC0415 -- for this test alone
    from tests.family.family_projects import THEME  # noqa: PLC0415 -- likewise

    english = read_theme_words(THEME)["en"].words
    for personal in ({}, {**english["personal_words"], "beds": []}):
        text = json.dumps({**english, "language": "pl", "personal_words": personal})
        found = built(tmp_path, {"words/pl.json": text})
        assert any("what stands before a name, a room and a bed" in problem.message for problem in found.problems)
        assert not any("/pl/" in name for name in found.files)


def test_names_rooms_and_beds_of_another_language_are_found(tmp_path: Path) -> None:
    """In a translation the words of that language stand before names and numbers."""
    from action_plans.family.words.theme_words import read_theme_words  # noqa: PLC0415 -- for this test alone
    from tests.family.family_projects import THEME  # noqa: PLC0415 -- likewise

    english = read_theme_words(THEME)["en"].words
    personal = {"before_names": ["Pan", "Pani"], "rooms": ["pokój", "pokoju"], "beds": ["łóżko"]}
    folder = own(tmp_path, {"words/pl.json": json.dumps({**english, "language": "pl", "personal_words": personal})})
    for said, is_held in (
        ("Pani Xyzkiewa czekała.", True),
        ("Dzwonek w pokoju 14 nie działał.", True),
        ("łóżko 3 było mokre.", True),
        ("Jeśli pani chce, proszę zapytać.", False),
    ):
        why = {"en": "We look at it each day.", "pl": said}
        found = edition(a_home(topic={"why": why}), UNAPPROVED, folder)
        assert (Code.PRIVATE in codes(found)) == is_held, said


def test_own_pages_wait_for_an_approval(project: Project) -> None:
    """Not approved they are not used; approved they are; changed by one letter they wait again; the rest stays."""
    page = "docs_templates/family/words.html"
    project.write({"plans/oak.yaml": FAMILY, page: f"{WORDS}{{% endblock %}}"})
    project.command("approve", "--by", "RM")
    assert project.build().exit_code == 0
    assert "Our own page." not in project.read(f"site-family/{PAGE}")
    assert "AP410" in project.check().output

    shown = project.command("approve", "--theme").output
    assert "Our own page." in shown
    assert project.command("approve", "--theme", "--by", "RM").exit_code == 0
    assert project.build().exit_code == 0
    assert "Our own page." in project.read(f"site-family/{PAGE}")
    assert "AP410" not in project.check().output

    sum_of_file = hashlib.sha256(project.read(page).encode()).hexdigest()
    whole = hashlib.sha256(f"words.html {sum_of_file}\n".encode()).hexdigest()
    assert f"fingerprint: {whole}" in project.read("docs_templates/family/approved-theme.yaml")

    project.write({page: f"{WORDS}!{{% endblock %}}"})
    assert project.build().exit_code == 0
    assert "Our own page." not in project.read(f"site-family/{PAGE}")
    assert "Giving medicines safely" in project.read("site-family/index.html")


@pytest.mark.parametrize(
    ("approval", "said"),
    [
        ("by: XX\ndate: 2026-05-01\nfingerprint: {sum}\n", "names XX, which is no role"),
        ("by: RM\ndate: [\n", "approved-theme.yaml"),
        ("by: RM\ndate: 2026-05-01\n", "has changed since it was approved"),
    ],
)
def test_an_approval_that_is_wrong_approves_nothing(project: Project, approval: str, said: str) -> None:
    """By nobody, unreadable, or without a fingerprint."""
    page = f"{WORDS}{{% endblock %}}"
    whole = hashlib.sha256(f"words.html {hashlib.sha256(page.encode()).hexdigest()}\n".encode()).hexdigest()
    project.write({"plans/oak.yaml": FAMILY, "docs_templates/family/words.html": page})
    project.write({"docs_templates/family/approved-theme.yaml": approval.format(sum=whole)})
    checked = project.check()
    assert checked.exit_code == 0, checked.said
    assert said in checked.output
    assert "AP410" in checked.output


def test_a_wrong_theme_cannot_be_approved(project: Project) -> None:
    """What leads elsewhere has to be mended first; by a code that nobody has, nothing is written."""
    project.write(
        {"plans/oak.yaml": FAMILY, "docs_templates/family/words.html": '<a href="https://x.example.org">x</a>'}
    )
    refused = project.command("approve", "--theme", "--by", "RM")
    assert refused.exit_code == 1
    assert "leads out of the site" in refused.said
    project.write({"docs_templates/family/words.html": f"{WORDS}{{% endblock %}}"})
    refused = project.command("approve", "--theme", "--by", "XX")
    assert refused.exit_code == 1
    assert "XX is no role" in refused.said
    assert not (project.folder / "docs_templates/family/approved-theme.yaml").exists()


def test_without_own_files_there_is_nothing_to_say(tmp_path: Path) -> None:
    """An empty folder, or none, is no theme of one's own."""
    (tmp_path / "docs_templates" / "family").mkdir(parents=True)
    assert codes(edition(a_home(), UNAPPROVED, tmp_path / "docs_templates" / "family")) == []
    strict = FamilyOptions(require_approval=True)
    assert Code.OWN_THEME not in codes(edition(a_home(), strict, tmp_path / "nowhere"))
