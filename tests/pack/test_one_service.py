"""What of the whole belongs to the pack of one service."""

from action_plans.checking.checker import check
from action_plans.model.problem import Code
from action_plans.pack.one_service import part_of, problems_of_part
from tests.builders import a_plan, traced


def test_late_answers_and_messages_go_with_their_service() -> None:
    """They are no things with a page, but stand in a plan: in the pack of its service, and in no other."""
    letter = {"id": "S1", "kind": "requirement-notice", "title": "Notice", "response_due": "2026-05-01"}
    message = {"id": "C1", "audience": "Families", "message": "What we do", "due": "2026-05-01"}
    whole = traced(a_plan(sources=[letter], communications=[message]), a_plan(id="ELM", service="Elm House"))
    problems = check(whole)
    late = {Code.ANSWER_DUE, Code.TASK_LATE}

    def told(service: str) -> set[Code]:
        return {one.code for one in problems_of_part(part_of(whole, service, {}), problems)} & late

    assert told("oakfield-house") == late
    assert told("elm-house") == set()
