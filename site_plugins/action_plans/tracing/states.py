"""What the site concludes: the condition of an action, its assurance, the verdict of a finding."""

from enum import Enum, unique
from typing import Self


class State(Enum):
    """A conclusion: its word in files, the word a page shows, a sentence, and whether it is a gap."""

    label: str
    sentence: str
    is_gap: bool

    def __new__(cls, value: str, label: str, sentence: str, is_gap: bool) -> Self:
        """Keep the words beside the value."""
        state = object.__new__(cls)
        state._value_ = value
        state.label = label
        state.sentence = sentence
        state.is_gap = is_gap
        return state


@unique
class Condition(State):
    """How an action stands; the first that fits, in this order."""

    STOPPED = "stopped", "Stopped", "It was withdrawn, replaced or handed over.", False
    SLIPPED = "slipped", "Slipped", "It was closed, but the newest result says that it does not hold.", True
    CLOSED = "closed", "Closed", "It is closed.", False
    OVERDUE = "overdue", "Late", "Its due date has passed.", True
    LATE_FORECAST = "late-forecast", "Likely late", "Something it waits for is due after it.", True
    BLOCKED = "blocked", "Blocked", "It waits for something that is late, or not finished in time.", True
    OFF_TRACK = "off-track", "Off track", "Its owner says that it is off track.", True
    AT_RISK = "at-risk", "At risk", "Its owner says that it is at risk.", True
    DUE_SOON = "due-soon", "Due soon", "It is due within 14 days.", False
    ON_TRACK = "on-track", "On track", "It has begun and is on track.", False
    NOT_STARTED = "not-started", "Not started", "It has not been started.", False


@unique
class Assurance(State):
    """How well a closed action is proven, weakest first."""

    NONE = "none", "No proof", "Nothing that counts shows it.", True
    SUBMITTED = "submitted", "Not checked", "There is evidence, but nobody independent has confirmed it.", True
    VERIFIED = "verified", "Verified", "Someone independent confirmed it.", False
    EMBEDDED = "embedded", "Embedded", "Someone independent found it to hold 28 days or more after closing.", False


@unique
class WhyUnchecked(Enum):
    """Why what there is does not prove a closed action: what the newest result lacks."""

    few_words: str
    sentence: str

    def __new__(cls, value: str, few_words: str, sentence: str) -> Self:
        """Keep the words beside the value."""
        why = object.__new__(cls)
        why._value_ = value
        why.few_words = few_words
        why.sentence = sentence
        return why

    NOBODY = "nobody", "Not checked", "nobody independent has checked it"
    FAILED = "failed", "Failed before it was closed", "the newest check failed before it was closed"
    PARTLY = "partly", "Holds only in part", "the newest check found it to hold only in part"
    NAMELESS = "nameless", "Checked by nobody named", "the newest check does not say who made it"
    OWNER = "owner", "Checked by its owner", "the newest check is by {by}, who owns it"
    AUTHOR = "author", "Checked by who made the evidence", "the newest check is by {by}, who made the evidence"

    def said(self, by: str) -> str:
        """Return why, within a sentence; `by` is who made the newest check."""
        return self.sentence.format(by=by)


@unique
class Verdict(State):
    """How a finding stands, worst first, over the live actions that serve it."""

    UNADDRESSED = "unaddressed", "No action", "No live action serves it.", True
    SLIPPED = "slipped", "Slipped", "A closed action does not hold in practice.", True
    IN_HAND = "in-hand", "In hand", "An action is still open.", False
    UNPROVEN = "unproven", "Not proven", "Every action is closed, but nothing shows that one of them was done.", True
    UNCHECKED = "unchecked", "Not checked", "Every action is closed, but one was confirmed by nobody independent.", True
    EVIDENCED = "evidenced", "Evidenced", "Every action is closed and confirmed by someone independent.", False
    EMBEDDED = "embedded", "Embedded", "Every action was found to hold 28 days or more after closing.", False
