"""Words that weigh on a tired person, or promise what nobody can. The one list of them.

Whatever is said to people is looked through for these: sentences here, pages elsewhere.
"""

from __future__ import annotations

import re

BANNED: tuple[str, ...] = (
    "lazy",
    "failed",
    "missed",
    "should",
    "push through",
    "no pain no gain",
    "cure",
    "streak",
    "target",
    "only",
    "just",
    "compliant",
    "normal",
    "in the mind",
)

# The same words with their endings. "Adjust" and "early" are other words and may stay.
_PATTERN = re.compile(
    r"\b(?:lazy|laziness|fail(?:s|ed|ing|ures?)?|missed|should(?:n['’]t)?|push(?:ed|ing)? through"
    r"|no pain,? no gain|cur(?:es?|ed|ing)|streaks?|target(?:s|ed)?|only|just|compliant"
    r"|normal(?:ly)?|in (?:the|your) mind)\b",
    re.IGNORECASE,
)


def banned_in(text: str) -> tuple[str, ...]:
    """Every banned word in a text, as it stands there, in order."""
    return tuple(_PATTERN.findall(text))
