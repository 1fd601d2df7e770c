"""Words by which people look for what is called otherwise here: a title with ours is found by theirs too."""

import re
from functools import cache

_SAID = {
    "medicines?": "medication meds drugs tablets MAR eMAR pharmacy",
    "staffing": "staff levels numbers rota shifts agency understaffed short-staffed cover",
    "training": "course e-learning competency induction",
    "complaints?": "grievance concern unhappy",
    "safeguarding": "abuse neglect whistleblowing",
    "infection": "IPC hygiene cleaning PPE outbreak",
    "consent": "mental capacity MCA DoLS best interests",
    "governance": "audits oversight management quality assurance",
    "nutrition|meals?|drink": "food diet weight hydration fluids MUST",
    "falls?": "fell slips trips",
    "fire": "evacuation PEEP alarm doors",
    "risks?": "register hazard RAG",
    "measures?": "KPI metric indicator figures data",
    "timeline": "Gantt schedule",
    "problems?": "errors warnings mistakes",
    "evidence": "proof documents",
    "regulations?": "law legal breach",
    "key questions?": "KLOE KLOEs domains",
    "closed": "completed finished done signed off",
    "communications?": "letters meetings newsletter",
    "milestones?": "targets stages",
    "history": "versions audit log changes",
}
"""Our words, as patterns of whole words in a title, and other words for the same, which nothing shows."""

_PATTERNS = tuple((re.compile(rf"\b(?:{ours})\b", re.IGNORECASE), theirs) for ours, theirs in _SAID.items())

UNSAID = (
    "a", "about", "am", "an", "and", "are", "as", "at", "be", "been", "by", "can", "could", "did", "do", "does",
    "for", "from", "get", "had", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "need",
    "of", "on", "one", "or", "our", "please", "shall", "should", "so", "some", "than", "that", "the", "their", "them",
    "then", "there", "this", "to", "us", "want", "was", "way", "we", "were", "what", "when", "where", "which",
    "why", "will", "with", "would", "you", "your",
)  # fmt: skip
"""Words of a question that say nothing of what is asked for."""


@cache  # the same titles head many entries
def other_words(title: str) -> str:
    """Return other words for what a title names, for the search alone; empty where it names nothing of the kind."""
    return " ".join(theirs for ours, theirs in _PATTERNS if ours.search(title))
