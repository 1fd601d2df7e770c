"""Words for families in a language that the site does not speak: they are on no page, and the author is told."""

from collections.abc import Collection, Iterator, Sequence

from action_plans.family.telling.release import Judged
from action_plans.model.problem import Code, Problem


def unspoken_languages(
    judged: Sequence[Judged], spoken: Collection[str], waiting: Collection[str] = ()
) -> Iterator[Problem]:
    """Yield a problem for each language that is written and not spoken, where it is first written.

    Of a language that is `waiting`, the project has words already: why they are not used is told with their file.
    """
    seen = {*spoken, *waiting}
    for each in judged:
        for text in each.entry.texts:
            if text.language and text.language not in seen:
                seen.add(text.language)
                message = f"Families are told nothing in {text.language}: the site has no words of its own in it."
                hint = (
                    f"Add them as docs_templates/family/words/{text.language}.json, every entry of en.json in that"
                    " language (see help on words for families), or take these texts out."
                )
                yield Problem(Code.FAMILY_TEXT, message, text.origin, hint, each.entry.item)
