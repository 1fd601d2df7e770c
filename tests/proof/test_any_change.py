"""Whatever changes in a project, what is kept of it is never told when it is old."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from action_plans.keeping.kept_files import CACHE_DIR
from tests.proof.projects import Drawn, valid_projects
from tests.proof.slips import nearly_valid_projects
from tests.proof.whole_way import Gone, gone, lay_down


@settings(max_examples=max(10, settings().max_examples // 20))
@given(valid_projects(), st.one_of(valid_projects(), nearly_valid_projects()), st.data())
def test_after_any_change_all_is_as_made_anew(before: Drawn, after: Drawn, data: st.DataObject) -> None:
    """Any of a project's files are those of another, or gone, its options too: pages and files are as made anew."""
    with tempfile.TemporaryDirectory() as place:
        folder = lay_down(before, Path(place) / "project")
        gone(before, folder)
        paths = sorted({*before.files, *after.files})
        for path in data.draw(st.lists(st.sampled_from(paths), min_size=1, max_size=4, unique=True)):
            file = folder / path
            file.unlink(missing_ok=True)
            if path in after.files:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(after.files[path])
        now = data.draw(st.sampled_from((before, after)))
        assert (folder / CACHE_DIR / "pages").is_dir()
        kept = gone(now, folder)
        shutil.rmtree(folder / CACHE_DIR)
        assert _all(gone(now, folder)) == _all(kept)


def _all(made: Gone) -> dict[str, object]:
    return {**made.pages, **made.outputs}
