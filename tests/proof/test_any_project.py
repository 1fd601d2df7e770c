"""What holds of every project, whatever is in it: made from the model by chance, valid and nearly valid."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

from hypothesis import given, note, settings
from hypothesis import strategies as st

from action_plans.model.reflection import fields_of
from action_plans.project.options import Options, read_options
from tests.agreement.random_plans import a_random_plan
from tests.builders import a_plan, traced
from tests.proof.projects import Drawn, options, valid_projects
from tests.proof.second_trace import SecondTrace
from tests.proof.slips import nearly_valid_projects
from tests.proof.values import TODAY
from tests.proof.whole_way import gone, lay_down, wrong_with

_IS_LONG = settings().max_examples > 1000


@given(valid_projects())
def test_a_valid_project_is_told_without_errors_leaks_or_faults(drawn: Drawn) -> None:
    """It has no error, its pages are whole, families see nothing of staff, and the trace is the contract's."""
    with _on_disk(drawn) as folder:
        made = gone(drawn, folder, shows=_is_one_of(8, drawn))

        assert made.errors == []
        assert list(wrong_with(made, drawn, folder)) == []
        trace, second = made.examined.trace, SecondTrace(made.examined.trace.portfolio, TODAY)
        actions = {ref.casefold(): action for ref, action in trace.actions.items()}
        assert {ref: one.condition.value for ref, one in actions.items()} == second.conditions
        proven = {ref: one.assurance.value if one.assurance else None for ref, one in actions.items()}
        assert proven == second.assurances
        assert {ref.casefold(): one.verdict.value for ref, one in trace.findings.items()} == second.verdicts


@given(nearly_valid_projects())
def test_a_nearly_valid_project_is_answered_in_words(drawn: Drawn) -> None:
    """Whatever slipped, there is no exception, each problem has its place and plain words, and nothing leaks."""
    note(f"{drawn.slips}")
    with _on_disk(drawn) as folder:
        made = gone(drawn, folder, shows=_is_one_of(8, drawn))
        assert list(wrong_with(made, drawn, folder)) == []


@settings(max_examples=max(10, settings().max_examples // 10))
@given(st.one_of(valid_projects(), nearly_valid_projects()))
def test_the_same_project_gives_the_same_bytes(drawn: Drawn) -> None:
    """Made twice, every page, file and report is the same."""
    with _on_disk(drawn) as folder:
        assert gone(drawn, folder).outputs == gone(drawn, folder).outputs


_ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=6),
    st.lists(st.text(max_size=3), max_size=2),
    st.dictionaries(st.text(max_size=5), st.text(max_size=3), max_size=2),
)
_NAMES = st.sampled_from((*(one.name for one in fields_of(Options)), "plans", ""))


@given(options(), st.dictionaries(_NAMES, _ODD, max_size=3))
def test_any_options_are_answered(valid: dict[str, object], odd: dict[str, object]) -> None:
    """Valid options have no fault; of any others each fault is said in a sentence, with the name of the option."""
    assert read_options(valid)[1] == ()
    for name, words in read_options({**valid, **odd})[1]:
        assert words.endswith((".", "?"))
        assert name.partition(".")[0] in odd
        assert "Input should" not in words


def test_the_trace_of_random_plans_is_that_of_the_second_implementation() -> None:
    """Conditions, assurances and verdicts of 400 plans with notes left out: what the contract says, written twice."""
    for seed in range(400):
        trace = traced(a_plan(**a_random_plan(seed)))
        second = SecondTrace(trace.portfolio, TODAY)
        assert {ref.casefold(): one.condition.value for ref, one in trace.actions.items()} == second.conditions, seed
        assert {ref.casefold(): one.verdict.value for ref, one in trace.findings.items()} == second.verdicts, seed
        proven = {ref.casefold(): one.assurance.value if one.assurance else None for ref, one in trace.actions.items()}
        assert proven == second.assurances, seed


@contextmanager
def _on_disk(drawn: Drawn) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield lay_down(drawn, Path(folder) / "project")


def _is_one_of(several: int, drawn: Drawn) -> bool:
    """Whether this is one of so many for which the longest part is done; in a long run it is done for each."""
    return _IS_LONG or crc32(b"".join(drawn.files.values())) % several == 0
