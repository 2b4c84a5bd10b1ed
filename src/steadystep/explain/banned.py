"""Words that weigh on a tired person, or promise what nobody can: one list for each language.

Whatever is said to people is looked through for these: sentences here, pages elsewhere.
"""

# ruff: noqa: RUF001 - Hebrew letters are meant.

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
BANNED_IN_HEBREW: tuple[str, ...] = (
    "עצלן",
    "נכשל",
    "כישלון",
    "פספסת",
    "החמצת",
    "צריך",
    "חייב",
    "מוכרח",
    "לדחוף",
    "בלי כאב אין הישג",
    "לרפא",
    "ריפוי",
    "רצף",
    "יעד",
    "רק",
    "בלבד",
    "סתם",
    "ציות",
    "נורמלי",
    "הכול בראש",
)

# The same words with their endings. "Adjust" and "early" are other words and may stay.
_ENGLISH = (
    r"\b(?:lazy|laziness|fail(?:s|ed|ing|ures?)?|missed|should(?:n['’]t)?|push(?:ed|ing)? through"
    r"|no pain,? no gain|cur(?:es?|ed|ing)|streaks?|target(?:s|ed)?|only|just|compliant"
    r"|normal(?:ly)?|in (?:the|your) mind)\b"
)
# Hebrew writes "and", "the", "in", "to" as one letter before a word. Soup (מרק), a clinic (מרפאה),
# urgent (דחוף) and occupational therapy (ריפוי בעיסוק) are other words and may stay.
_HEBREW = (
    r"(?<![א-ת])(?:"
    r"[והש]{0,2}עצל(?:ן|נית|נים|ניות|ות|נות)?"
    r"|[וש]{0,2}נכשל(?:ת|תי|ה|ו|נו)?"
    r"|[והבלכמש]{0,2}כי?שלו(?:ן|נות)"
    r"|[וש]{0,2}פי?ספס(?:ת|תי|ה|ו|נו)|[והש]{0,2}פי?ספוס(?:ים)?|[וש]{0,2}החמצ(?:ת|תי|ה)"
    r"|[והש]{0,2}צריכ(?:ה|ים|ות)|[והש]{0,2}צריך"
    r"|[והש]{0,2}חייב(?:ת|ים|ות)?|[והש]{0,2}מוכרח(?:ה|ים|ות)?"
    r"|[וש]{0,2}(?:ל|ת|נ|י)דחוף"
    r"|(?:בלי|ללא) כאב אין (?:רווח|הישג)|אין (?:רווח|הישג) (?:בלי|ללא) כאב"
    r"|[ושמ]{0,2}לרפא|[והבלכמש]{0,2}ריפוי(?! בעיסוק)|[והשל]{0,2}מרפא"
    r"|[והבלכמש]{0,2}רצף|[והבלכמש]{0,2}יעד(?:ים|י)?"
    r"|[וש]{0,2}רק|[וש]{0,2}בלבד|[וש]{0,2}סתם|[והבלמש]{0,2}ציות"
    r"|[והבלש]{0,2}נורמלי(?:ת|ים|ות)?|(?:הכול|הכל) בראש|בראש שלך"
    r")(?![א-ת])"
)
_PATTERN = re.compile(f"{_ENGLISH}|{_HEBREW}", re.IGNORECASE)


def banned_in(text: str) -> tuple[str, ...]:
    """Every banned word in a text of either language, as it stands there, in order."""
    return tuple(_PATTERN.findall(text))
