"""The names by which a chapter asks for what a page puts into it, or opens after it."""

from __future__ import annotations

# What lives in a chapter: `:: own-picture`.
LIVING = frozenset(
    {
        "own-picture",
        "boom-bust-trap",
        "rule-of-two",
        "four-kinds",
        "choose-step",
        "bad-day",
    }
)

# What a chapter's step opens: `opens = "check-in"`.
OPENS = frozenset(
    {
        "choose-step",
        "todays-step",
        "check-in",
        "bad-day",
        "flare-page",
        "questions-to-ask",
        "breathe",
    }
)
