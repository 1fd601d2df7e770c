"""The reading report: every text with its line, sentence, word and what to write instead; a score for each page."""

import json

from action_plans.family.family_report import family_report
from tests.family.family_projects import THEME, a_home, a_topic


def test_a_remark_names_sentence_word_and_plain_words() -> None:
    """What holds back and what is only worth a look are told apart, in text and in JSON."""
    report = family_report(a_home(topic={"why": "The doors were mended. We utilise them."}), THEME)
    remarks = {remark.word: remark for page in report.pages for remark in page.remarks}
    assert remarks["utilise"].holds_back
    assert remarks["utilise"].instead == "Write “use”."
    assert remarks["utilise"].sentence == "We utilise them."
    assert not remarks["were mended"].holds_back
    assert "holds back: `why`: “utilise” is an official word. Write “use”." in report.as_text()
    page = next(page for page in json.loads(report.as_json())["pages"] if page["ref"] == "OAK/F1")
    assert page["held_back"] is True
    assert {remark["word"] for remark in page["remarks"]} >= {"utilise", "were mended"}


def test_what_is_not_published_yet_is_read_too() -> None:
    """An author sees the report before asking for publication, privacy included."""
    report = family_report(a_home(findings=[a_topic(publish="false", why="It was in room 12.")]), THEME)
    topic = next(page for page in report.pages if page.ref == "OAK/F1")
    assert not topic.publish
    assert any("room or bed number" in remark.what for remark in topic.remarks)


def test_a_page_of_plain_words_has_no_remarks() -> None:
    """The clean project gives a line for each page and nothing else."""
    report = family_report(a_home(), THEME)
    assert [page.remarks for page in report.pages] == [(), (), ()]
    assert len(report.as_text().splitlines()) == 3
