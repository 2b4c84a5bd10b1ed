"""One question as it is shown: what is asked, and the buttons that answer it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Answer:
    """One button: what it says, and what it sends or where it leads."""

    label: str
    word: str = ""
    href: str = ""
    primary: bool = False
    small: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question as it is shown.

    Attributes:
        name: Its name in the address it is answered at.
        title: The question.
        about: What it is about: an old page's answer is told by it.
        answers: The buttons.
        shape: How the buttons lie: `pair`, `three`, `stack` or `scale`.
        skip: What leaving it for today is called; nothing where it cannot be left.
        also: One more question's button beside these, such as "Stay" beside the scale.
    """

    name: str
    title: str
    about: str
    answers: tuple[Answer, ...]
    shape: str = "pair"
    skip: str = ""
    also: Question | None = None

    @property
    def leave_in_scale(self) -> bool:
        """Has the way to leave it the last place of the scale?"""
        return self.shape == "scale" and self.also is None

    @property
    def url(self) -> str:
        """Where the buttons send their word."""
        return reverse("today:answer", args=[self.name])

    @property
    def skip_url(self) -> str:
        """Where leaving it for today is said."""
        return reverse("today:skip", args=[self.name])
