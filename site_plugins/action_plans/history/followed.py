"""What became of each item and file through all versions: one way along the main line, oldest first.

Items are followed where they go: to a file that was moved, to another plan's file, to a new id. A version that cannot
be read is passed over: what it changed counts from the next one that can, and what seems new there may not be. What a
merge changed counts on the main line from the merge, and names the commit of the branch that did the work.
"""

from collections.abc import Iterator, Mapping, Sequence

from action_plans.history.commits import Commit, FileChange, Lines
from action_plans.history.moves import Gone, Key, Whence, moved
from action_plans.history.stories import FileStory, FileVersion, Log, Moment, Story
from action_plans.history.version_values import NOTHING, WHOLE, Values, VersionValues
from action_plans.history.versions import Versions


class Followed:
    """Everything that was followed. Cost: linear in versions and their items.

    Attributes:
        now: what each file says after the newest version, by path in the repository and item.
        items: the story of each item that was ever there, where it lies now or lay last.
        files: the story of each file, likewise.
        blobs: what each file held at each moment, by its path at that moment.
        came: what a commit brought into a file from another plan, by commit and path: by its id in lower case the
            reference that it had there, such as `ELM/A1`.
        after_unread: the commits, each with the path of a file, before which not all of that file could be read: what
            seems new in it may have been there.
    """

    def __init__(self, lines: Lines, versions: Versions, reads: Mapping[str, bool]) -> None:
        """Follow everything; `reads` are the paths of plans and notes, the rest is not read."""
        self.now: dict[str, dict[str, Values]] = {}
        self.items: dict[Key, Story] = {}
        self.files: dict[str, FileStory] = {}
        self.blobs: dict[str, Log] = {}
        self.came: dict[tuple[str, str], dict[str, str]] = {}
        self.after_unread: set[tuple[str, str]] = set()
        self._called: dict[str, str] = {}
        self._versions = versions
        self._reads = reads
        self._lost = Gone()
        self._step = 0
        for commit in lines.main:
            work = _Work(self, lines.brought_by(commit.name), commit)
            self._step += 1
            self._take(commit, Moment(self._step), work)

    def next_moment(self, merge: str) -> Moment:
        """Return the next moment, on a branch."""
        self._step += 1
        return Moment(self._step, merge)

    def says(self, blob: str | None, path: str) -> VersionValues:
        """Return what a version of a file says; nothing of a file that is no plan or note."""
        return self._versions.read(blob, path) if self._reads.get(path) else NOTHING

    def _take(self, commit: Commit, moment: Moment, work: "_Work") -> None:
        """Go on to the next version of the main line."""
        come, changed, gone = self._compare(commit, moment)
        whence = moved(come, gone, self._lost, commit.files)
        self._remember(commit, whence)
        unsure = frozenset(self._after_unread(commit))
        self.after_unread |= {(commit.name, path) for path in unsure}
        touched = self._move_files(commit, work, whence.files)
        for path, item in gone:
            del self.now[path][item]
        for key, values in come.items():
            before = whence.items.get(key)
            is_there = before is not None and before[1] in self.now.get(before[0], {})
            is_sure = key[0] not in unsure and work.is_sure(key)
            self._come(key, None if is_there else before, values, moment, work, is_sure=is_sure)
        for key, values in changed.items():
            is_sure = key[0] not in unsure
            self._change(self.items[key], key, values, moment, work, is_sure=is_sure)
        for key in gone:
            if key in self.items:  # it was not moved
                self.items[key].log.said.append((moment, None))
        meant = {path for path, _ in (*changed, *gone)} | {key[0] for key in come if not whence.is_same(key)}
        for path in touched:
            if path in meant or not self._reads.get(path):
                self.files[path].last = work.of_file(path) or commit

    def _compare(
        self, commit: Commit, moment: Moment
    ) -> tuple[dict[Key, Values], dict[Key, Values], dict[Key, Values]]:
        """Return what came, what changed and what went with a commit."""
        come: dict[Key, Values] = {}
        changed: dict[Key, Values] = {}
        gone: dict[Key, Values] = {}
        for one in commit.files:
            self.blobs.setdefault(one.path, Log()).said.append((moment, one.after))
            self._begin(one)
            said, held = self.says(one.after, one.path), self.now.setdefault(one.path, {})
            self._called[one.path] = str(said.items.get(WHOLE, {}).get("id") or self._called.get(one.path, ""))
            for item, values in said.items.items():
                if item not in held:
                    come[one.path, item] = values
                elif held[item] is not values and held[item] != values:
                    changed[one.path, item] = values
            if said.is_complete:
                gone |= {(one.path, item): values for item, values in held.items() if item not in said.items}
        return come, changed, gone

    def _begin(self, one: FileChange) -> None:
        """Take over what a file says that was there before the first version that is read."""
        if one.path in self.files or one.before is None:
            return
        self.files[one.path] = FileStory(is_older=True, before=one.before)
        held = self.now.setdefault(one.path, {})
        for item, values in self.says(one.before, one.path).items.items():
            held[item] = values
            story = self.items.setdefault((one.path, item), Story())
            story.log.said.append((Moment(0), values))
            story.note(values, None, Moment(0))

    def _after_unread(self, commit: Commit) -> Iterator[str]:
        """Yield the files of a commit that may hold what was in a version before it that could not be read whole.

        A file that is new may be one that is gone with the same commit, of which nobody can say what it was called.
        """
        unread = {one.path for one in commit.files if not self.says(one.before, one.path).is_complete}
        is_lost = any(one.after is None for one in commit.files if one.path in unread)
        for one in commit.files:
            if one.path in unread or (is_lost and one.before is None):
                yield one.path

    def _remember(self, commit: Commit, whence: Whence) -> None:
        """Remember what came from another plan: no plan's file was moved, but something in it."""
        for (path, item), before in whence.items.items():
            story = self.items.get(before)
            said = _newest(story) if story is not None and whence.files.get(path) != before[0] else None
            plan = self._called.get(before[0], "")
            if isinstance(said, Mapping) and plan and plan.casefold() != self._called.get(path, "").casefold():
                self.came.setdefault((commit.name, path), {})[item] = f"{plan}/{said['id']}"

    def _move_files(self, commit: Commit, work: "_Work", whence: Mapping[str, str]) -> tuple[str, ...]:
        """Let the stories of files go where the files went; return the paths that a commit touched and left there."""
        for path, before in whence.items():
            if before in self.files:
                self.files[path] = self.files.pop(before)
        left = []
        for one in commit.files:
            if one.path in whence.values() and one.path not in self.files:
                continue
            story = self.files.get(one.path)
            if story is None:
                story = self.files[one.path] = FileStory(first=work.first_of_file(one.path) or commit)
                story.last = work.of_file(one.path) or commit
            story.versions.append(FileVersion(commit, one.path, one.after))
            left.append(one.path)
        return tuple(left)

    def _come(
        self, key: Key, before: Key | None, values: Values, moment: Moment, work: "_Work", *, is_sure: bool
    ) -> None:
        """Take an item that was not in this file before: from where it was moved, back again, or new.

        Where it is not sure that it is new, since the version before could not be read, it has no first commit; a note
        as a whole came with its file.
        """
        story = self.items.pop(before, None) if before is not None else None
        if story is not None:
            held = _newest(story)
            self.items[key] = story
            if held == values:
                self.now[key[0]][key[1]] = values
                story.log.said.append((moment, values))
                return
        story = self.items.get(key)
        if story is None:
            story = self.items[key] = work.stories.get(key) or Story()
            story.was_unread = not is_sure and key[1] != WHOLE
            story.first = (work.first(key) or work.commit) if is_sure else self._first_of_file(key)
        self._change(story, key, values, moment, work, is_sure=is_sure)

    def _first_of_file(self, key: Key) -> Commit | None:
        file = self.files.get(key[0]) if key[1] == WHOLE else None
        return file.first if file is not None else None

    def _change(self, story: Story, key: Key, values: Values, moment: Moment, work: "_Work", *, is_sure: bool) -> None:
        self.now[key[0]][key[1]] = values
        story.last = work.last(key, values) or work.commit
        story.log.said.append((moment, values))
        story.note(values, story.last if is_sure else None, moment)


def _newest(story: Story) -> object:
    return next((said for one, said in reversed(story.log.said) if one.merge is None and said is not None), None)


class _Work:
    """What the commits that one of the main line brought did, oldest first; nothing where `commit` is no merge."""

    def __init__(self, followed: Followed, brought: Sequence[Commit], commit: Commit) -> None:
        self.commit = commit
        self.stories: dict[Key, Story] = {}
        self._done: dict[Key, list[tuple[Commit, Values, bool]]] = {}
        self._unsure: set[Key] = set()
        self._files: dict[str, list[Commit]] = {}
        for each in brought:
            moment = followed.next_moment(commit.name)
            for one in each.files:
                followed.blobs.setdefault(one.path, Log()).said.append((moment, one.after))
                self._files.setdefault(one.path, []).append(each)
                is_sure = followed.says(one.before, one.path).is_complete
                for key, values, is_new in _differences(followed, one):
                    story = followed.items.get(key) or self.stories.setdefault(key, Story())
                    story.log.said.append((moment, values))
                    story.note(values, each if is_sure else None, moment)
                    if is_new and not is_sure:
                        self._unsure.add(key)
                    self._done.setdefault(key, []).append((each, values, is_new))

    def last(self, key: Key, values: Values) -> Commit | None:
        """Return the commit that made an item say what the merge has it say; one that is no merge, if there is one."""
        found = [commit for commit, said, _ in self._done.get(key, ()) if said == values]
        alone = [commit for commit in found if not commit.is_merge]
        return next(reversed(alone or found), None)

    def is_sure(self, key: Key) -> bool:
        """Whether no item that came was in a version before that could not be read."""
        return key not in self._unsure

    def first(self, key: Key) -> Commit | None:
        """Return the commit that first held an item."""
        found = [commit for commit, _, is_new in self._done.get(key, ()) if is_new]
        alone = [commit for commit in found if not commit.is_merge]
        return next(iter(alone or found), None)

    def of_file(self, path: str) -> Commit | None:
        """Return the last commit that touched a file, no merge if there is one."""
        alone = [commit for commit in self._files.get(path, ()) if not commit.is_merge]
        return alone[-1] if alone else None

    def first_of_file(self, path: str) -> Commit | None:
        """Return the first commit that touched a file, no merge if there is one."""
        alone = [commit for commit in self._files.get(path, ()) if not commit.is_merge]
        return alone[0] if alone else None


def _differences(followed: Followed, one: FileChange) -> Iterator[tuple[Key, Values, bool]]:
    """Yield the items that a commit of a branch changed or added, and whether they are new in their file."""
    before, after = followed.says(one.before, one.path).items, followed.says(one.after, one.path).items
    for item, values in after.items():
        held = before.get(item)
        if held is not values and held != values:
            yield (one.path, item), values, held is None
