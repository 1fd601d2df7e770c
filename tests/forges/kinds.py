"""Every kind of run, and what must come of it: on the forge, in families' pages, where the staff edition lies."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.forges.place import Settings
from tests.forges.staff_server import StaffServer
from tests.forges.story import Story

MARK = ".staff-edition-of"


@dataclass(frozen=True)
class Kind:
    """A kind of run: which version, at which settings, and what must come of it.

    `families` and `staff` say what is online afterwards: `new`, `same` as before, or `less` by what was taken back.
    """

    name: str
    version: Callable[[Story], str] | None
    ends_well: bool
    families: str
    staff: str
    says: str
    settings: Callable[[Settings, StaffServer], Settings] = lambda settings, _: settings
    event: str = "push"
    branch: str = "main"
    days_later: int = 0
    forges: tuple[str, ...] = ("GitHub", "GitLab")


def _without(name: str) -> Callable[[Settings, StaffServer], Settings]:
    return lambda settings, _: replace(
        settings, secrets={key: told for key, told in settings.secrets.items() if key != name}
    )


def _target(name: str, *files: str) -> Callable[[Settings, StaffServer], Settings]:
    def named(settings: Settings, server: StaffServer) -> Settings:
        for file in files:
            (server.folder(name) / file).write_text("Somebody's own.\n", encoding="utf-8")
        return replace(settings, variables=dict(settings.variables) | {"STAFF_EDITION_TARGET": server.target(name)})

    return named


def _other_host_key(settings: Settings, server: StaffServer) -> Settings:
    address, _ = server.host_key.split(" ", 1)
    own = server.account_key.split(" ", 1)[1]
    return replace(
        settings, secrets=dict(settings.secrets) | {"STAFF_EDITION_HOST_KEY": f"{address} ssh-ed25519 {own}"}
    )


def _no_place(settings: Settings, _: StaffServer) -> Settings:
    return replace(settings, variables={}, secrets={})


def _taken_back_and_told(story: Story) -> str:
    """Two versions in one push: the first takes a topic back, the second is good as well."""
    story.taken_back()
    return story.retold()


def _taken_back_beside_an_error(story: Story) -> str:
    story.with_an_error()
    return story.taken_back()


KINDS = (
    Kind("a good version", Story.retold, True, "new", "new", "Online now: both editions of this version"),
    Kind(
        "nothing new, on a later day",
        None,
        True,
        "new",
        "new",
        "Online now: both editions",
        event="schedule",
        days_later=40,
    ),
    Kind("an error", Story.with_an_error, False, "same", "same", "each mistake is named above.*stays as it is"),
    Kind("a warning", Story.with_a_warning, False, "same", "same", "the build stopped.*stays as it is"),
    Kind(
        "withdrawn beside an error", _taken_back_beside_an_error, False, "less", "same", "pages less what is withdrawn"
    ),
    Kind(
        "a secret is missing",
        Story.retold,
        False,
        "same",
        "same",
        "STAFF_EDITION_KEY is not set",
        _without("STAFF_EDITION_KEY"),
    ),
    Kind(
        "withdrawn, and a secret is missing",
        _taken_back_and_told,
        False,
        "less",
        "same",
        "pages less what is withdrawn",
        _without("STAFF_EDITION_KEY"),
    ),
    Kind(
        "a folder of somebody else's",
        Story.retold,
        False,
        "same",
        "same",
        "not empty and has no file .staff-edition-of.*nothing was written",
        _target("own", "photo.jpg"),
    ),
    Kind(
        "another project's place",
        Story.retold,
        False,
        "same",
        "same",
        "staff edition of another project",
        _target("other", MARK),
    ),
    Kind("another server answers", Story.retold, False, "same", "same", "was not reached", _other_host_key),
    Kind(
        "no place for the staff edition",
        Story.retold,
        True,
        "new",
        "same",
        "The staff edition of it is kept with this",
        _no_place,
    ),
    Kind(
        "the staff edition cannot be kept",
        Story.retold,
        True,
        "new",
        "same",
        "The staff edition of it is kept nowhere",
        lambda settings, server: replace(_no_place(settings, server), refuses="staff-edition"),
        forges=("GitHub",),
    ),
    Kind(
        "it cannot be kept, and has a place",
        Story.retold,
        False,
        "same",
        "same",
        "was not kept with this run",
        lambda settings, _: replace(settings, refuses="staff-edition"),
        forges=("GitHub",),
    ),
    Kind(
        "pages are turned off",
        Story.retold,
        False,
        "same",
        "same",
        "GitHub Pages took nothing",
        lambda settings, _: replace(settings, refuses="pages"),
        forges=("GitHub",),
    ),
    Kind(
        "the project is public",
        Story.retold,
        True,
        "new",
        "same",
        "The staff edition of it is kept nowhere",
        lambda settings, _: replace(settings, visibility="public"),
    ),
    Kind(
        "without the plugin's line",
        Story.without_our_line,
        False,
        "same",
        "same",
        "AP131",
    ),
    Kind(
        "another branch, by hand",
        Story.retold,
        True,
        "same",
        "same",
        "Both editions of this version are made",
        event="workflow_dispatch",
        branch="draft",
    ),
    Kind(
        "a fork with hostile mistakes",
        Story.hostile_mistake,
        False,
        "same",
        "same",
        "each mistake is named above",
        event="pull_request",
        branch="draft",
    ),
    Kind(
        "a fork whose build runs code",
        Story.hostile_build,
        True,
        "same",
        "same",
        "Forged by a print",
        event="pull_request",
        branch="draft",
    ),
)
