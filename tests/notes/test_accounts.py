"""An account is only taken for sound unread where parsing it would find nothing."""

from datetime import date

import pytest

from action_plans.model.evidence import Attachment, EvidenceNote
from action_plans.model.origin import Origins
from action_plans.model.when import When
from action_plans.notes.accounts import account_of, is_plainly_sound
from action_plans.notes.attachments import Attached

OTHER = "evidence/oak/other.md"
COUNTS = Attached("counts 1.csv", "counts-1.csv", "Counts", b"", "table of figures", 0, "")


def note(body: str, path: str = "evidence/oak/e1.md") -> EvidenceNote:
    """Return a note at a path of the project, with this account and one attachment."""
    return EvidenceNote(
        id="E1",
        title="Count sheets",
        date=When(date(2026, 4, 1), date(2026, 4, 1)),
        supports=("OAK/A1",),
        attachments=(Attachment(file=COUNTS.written),),
        body=body,
        origins=Origins(path),
    )


NOTES = {path: note("", path) for path in ("evidence/oak/e1.md", OTHER)}

PLAIN = (
    "",
    "Each sheet was complete.\n\n| Week | Sheets |\n| --- | --- |\n| 1 | **14** |\n",
    "See [the site](https://example.org/a_b?c=d&e=f), [us](mailto:us@example.org) or [call](tel:01632-960001).",
    "See [the other](other.md) and [it again](../oak/other.md) and [the counts](counts%201.csv).",
    "Numbers [sic] and (brackets), R&D, a `code` word, # no heading",
)
DOUBTFUL = (
    "<b>bold</b>",
    "An &lt;b&gt; entity",
    "![A picture](a.png)",
    "![A picture][1]\n\n[1]: https://example.org/a.png",
    "[nowhere](gone.md)",
    "[above](#nothing)",
    "[the other](other.md#part)",
    "[empty]()",
    "[script](javascript:alert(1))",
    "[titled](gone.md 'A title')",
    "[angled](<gone.md>)",
    "[spaced]( gone.md )",
    "[absolute](/plans/oak/)",
    "[other host](//example.org/x)",
    "[outside](../../plans/oak.yaml)",
    "[words][1]\n\n[1]: gone.md",
    "[1]:\ngone.md\n\n[words][1]",
    "[1] [words]\n\n  [words]: gone.md",
    "[nested [words](other.md)](gone.md)",
    "[broken](https://[::1)",
    "<https://example.org>",
    "[a](other.md)[b](gone.md)",
    "\\[a](gone.md)",
    "[query](other.md?x)",
    "[shouted](JAVASCRIPT:alert(1))",
)


@pytest.mark.parametrize("body", PLAIN)
def test_a_plain_account_is_not_parsed(body: str) -> None:
    """Words, tables, and links that lead somewhere as they are written need no second look: nothing is wrong."""
    one = note(body)
    assert is_plainly_sound(one, (COUNTS,), NOTES)
    assert account_of(one, (COUNTS,), NOTES).problems == ()


@pytest.mark.parametrize("body", DOUBTFUL)
@pytest.mark.parametrize("around", ["{}", "Before {} after.", "- {}\n- more", "| a |\n| --- |\n| {} |"])
def test_in_doubt_it_is_parsed(body: str, around: str) -> None:
    """Whatever could be wrong is looked at, wherever it stands."""
    assert not is_plainly_sound(note(around.format(body)), (COUNTS,), NOTES)
