"""The policy of a page: worked out from its frame, and stood at the top of its head."""

import base64
import hashlib

import pytest

from action_plans.project.content_policy import STILL, policy_for, with_policy
from tests.project import MKDOCS_YML, Project
from tests.small_plans import NOTE, OAK


def directives(policy: str) -> dict[str, list[str]]:
    """Return what a policy allows, by what it is about."""
    parts = (each.split() for each in policy.split(";"))
    return {name: sources for name, *sources in parts}


def sum_of(text: str) -> str:
    """Return a sum as https://www.w3.org/TR/CSP3/#grammardef-hash-source has it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_only_the_frames_own_code_may_run() -> None:
    """Each inline script and style is allowed by its sum; scripts in a file and data in a script need none."""
    frame = (
        '<head><style>p{color:red}</style><script>one()</script></head><script src="a.js"></script>'
        '<script type="application/json">{"a": 1}</script><script type="module">two(\n)</script><script>one()</script>'
    )
    allowed = directives(policy_for(frame))

    scripts = {source for source in allowed["script-src"] if source.startswith("'sha")}
    assert scripts == {sum_of("one()"), sum_of("two(\n)")}
    assert [source for source in allowed["style-src"] if source.startswith("'sha")] == [sum_of("p{color:red}")]


@pytest.mark.parametrize("policy", [policy_for('<p style="color:red" onclick="x()">'), STILL])
def test_nothing_else_is_allowed(policy: str) -> None:
    """No other host, no attribute that runs or styles, no frame, no form, no base: whatever is not named is refused."""
    allowed = directives(policy)

    assert allowed["default-src"] == allowed["base-uri"] == allowed["form-action"] == ["'none'"]
    sources = {source for name in allowed for source in allowed[name]}
    assert sources == {"'none'", "'self'", "data:"}
    assert "data:" not in allowed.get("script-src", [])


def test_styles_of_a_page_by_hand_are_allowed_where_asked() -> None:
    """The attributes that align a table's columns are allowed by their sums, and only on such pages."""
    page = '<td style="text-align: right;">1</td>'

    assert sum_of("text-align: right;") in policy_for(page, styled=True)
    assert sum_of("text-align: right;") not in policy_for(page)


@pytest.mark.parametrize(
    ("page", "before"),
    [
        ('<!doctype html>\n<html><head>\n<meta charset="utf-8"><script>1</script></head>', '<meta charset="utf-8">'),
        ("<!doctype html><html><head><title>x</title><header>", "<head>"),
        ("<!doctype html><p>no head", "<!doctype html>"),
    ],
)
def test_it_stands_before_everything_that_it_is_about(page: str, before: str) -> None:
    """The policy follows the charset, or opens the head; what a person wrote into it cannot end it."""
    made = with_policy(page, "default-src 'none';\n  img-src \"x\"><script>")

    policy = (
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src &quot;x&quot;&gt;&lt;script'
    )
    assert made.startswith(page[: page.index(before) + len(before)] + "\n" + policy)


def test_a_project_may_put_another_in_its_place(project: Project) -> None:
    """`content_policy` stands on every page of the staff edition, and on none of the family edition."""
    option = "content_policy: \"default-src 'self'; img-src 'self' https://pictures.example.org\""
    settings = MKDOCS_YML.replace("as_of: 2026-05-12", f"as_of: 2026-05-12\n    {option}")
    built = project.write({"mkdocs.yml": settings, "plans/oak.yaml": OAK, "evidence/e1.md": NOTE}).build()

    assert built.exit_code == 0, built.said
    for page in project.site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert text.count("Content-Security-Policy") == 1, page
        assert "content=\"default-src 'self'; img-src 'self' https://pictures.example.org\"" in text, page
    families = [page.read_text(encoding="utf-8") for page in project.family_site.rglob("*.html")]
    assert families
    assert not any("pictures.example.org" in page for page in families)


def test_pages_of_a_site_that_was_there_before_stay_as_they_are(project: Project) -> None:
    """In a site with a home of its own, every page of ours has the policy and `noindex`, and no other page has."""
    project.write({"docs_templates/pages/index.md": "# Welcome\n", "plans/oak.yaml": OAK, "evidence/e1.md": NOTE})
    built = project.build()

    assert built.exit_code == 0, built.said
    pages = {page: page.read_text(encoding="utf-8") for page in project.site.rglob("*.html")}
    protected = {page for page, text in pages.items() if text.count("Content-Security-Policy") == 1}
    hidden = {page for page, text in pages.items() if '<meta name="robots" content="noindex">' in text}
    theirs = {project.site / "index.html", project.site / "404.html"}
    assert protected == hidden == set(pages) - theirs
    assert not any("Content-Security-Policy" in pages[page] for page in theirs)


def test_words_of_a_plan_cannot_allow_themselves(project: Project) -> None:
    """The sums on a page are those of the frame: the same whatever stands in the plan."""
    project.write({"plans/oak.yaml": OAK})
    assert project.build().exit_code == 0
    before = project.read("site/plans/oak/index.html").split('Policy" content="')[1].split('"')[0]
    project.write({"plans/oak.yaml": OAK.replace("Improvement plan 2026", '"<script>alert(1)</script>"')})
    assert project.build().exit_code == 0

    assert before in project.read("site/plans/oak/index.html")
