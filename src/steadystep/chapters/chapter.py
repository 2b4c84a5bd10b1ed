"""What a chapter is: words for one day, each claim in them with its grade and its source."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Grade(StrEnum):
    """How well a claim is known, in the words of the field (GRADE), and three of our own.

    Source of the four: Guyatt and others 2008, doi 10.1136/bmj.39489.470347.AD.
    """

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very_low"
    # Studies say so, and nobody has graded them.
    UNGRADED = "ungraded"
    # A fact that no trial is needed for: what a guideline says, what a label lists.
    STATED = "stated"
    # How this program was made, and nothing more.
    CHOICE = "choice"


class Seen(StrEnum):
    """Where the editor saw what a source says. What was seen nowhere is not published."""

    PAPER = "paper"
    ABSTRACT = "abstract"
    # The page of those who own the fact: a regulator, a guideline, a label.
    OWNER = "owner"
    # Two or more copies that agree.
    COPIES = "copies"
    # One copy: an editor may cite it, and says so.
    COPY = "copy"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim comes from.

    Attributes:
        name: What claims call it by, the same in every chapter of a programme.
        cite: Authors, year, and what it is.
        seen: Where the editor saw it.
        doi: Its DOI, without any address before it; empty where it has none.
        place: Where else it is found, such as "nice.org.uk/guidance/ng193"; empty with a DOI.
        line: Its line in its file, where one is known.
    """

    name: str
    cite: str
    seen: Seen
    doi: str = ""
    place: str = ""
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that is said to be so.

    Attributes:
        name: What the text calls it by: `[^name]`.
        text: The claim by itself, in the chapter's language.
        grade: How well it is known.
        sources: The names of its sources; a choice needs none.
        doubt: What speaks against leaning on it; a fact that is stated needs none.
        line: Its line in its file, where one is known.
    """

    name: str
    text: str
    grade: Grade
    sources: tuple[str, ...]
    doubt: str = ""
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Prose:
    """A stretch of Markdown, under a heading of its own or before the first.

    Attributes:
        heading: The heading's words; empty before the first.
        markdown: What stands below it.
        line: The line of its file on which the Markdown begins.
    """

    heading: str
    markdown: str
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Living:
    """A place where a page puts something that lives, such as the reader's own picture.

    Attributes:
        name: One of those that pages know.
        line: Its line in its file.
    """

    name: str
    line: int = field(default=1, compare=False)


Part = Prose | Living


@dataclass(frozen=True, slots=True)
class Chapter:
    """One day in one language.

    Attributes:
        day: The day of the programme, from 1.
        language: Such as "en" or "he".
        title: Its title.
        minutes: How long it takes to read, minutes.
        step: The one small step it ends in.
        opens: What the step opens on a page, such as "check-in"; one of those that pages know.
        tomorrow: A word about the next chapter.
        claims: What it says to be so.
        sources: Where that comes from.
        reviewed: The day on which its claims were last looked at.
        read_by: The native reader who has read it; empty until one has.
        parts: The text, in order.
        file: The file, from the programme's folder on.
        lines: The line of each thing that the front matter says.
    """

    day: int
    language: str
    title: str
    minutes: int
    step: str
    opens: str
    tomorrow: str
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    reviewed: date
    read_by: str
    parts: tuple[Part, ...]
    file: str = field(default="", compare=False)
    lines: dict[str, int] = field(default_factory=dict, compare=False)

    @property
    def text(self) -> str:
        """All of its Markdown, without what lives."""
        prose = (one for one in self.parts if isinstance(one, Prose))
        return "\n\n".join("\n\n".join(filter(None, (one.heading, one.markdown))) for one in prose)


@dataclass(frozen=True, slots=True)
class Planned:
    """One day of the plan: its line in each language, and what calls it up.

    Attributes:
        day: The day, from 1.
        lines: What it will be about, by language.
        needs: Days to read before it.
        called_by: Kinds of happenings that call it up out of turn, such as "boom".
    """

    day: int
    lines: dict[str, str]
    needs: tuple[int, ...] = ()
    called_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """A folder of chapters and the plan they belong to.

    Attributes:
        name: What records call it by. It never changes.
        titles: The programme's title, by language.
        languages: Languages that every written chapter has to be there in.
        plan: All days, in order, written or not.
        chapters: What is written, by day and language.
    """

    name: str
    titles: dict[str, str]
    languages: tuple[str, ...]
    plan: tuple[Planned, ...]
    chapters: dict[tuple[int, str], Chapter]

    def chapter(self, day: int, language: str) -> Chapter | None:
        """The chapter of a day: in this language, else in the programme's first."""
        return self.chapters.get((day, language)) or self.chapters.get((day, self.languages[0]))

    @property
    def written(self) -> tuple[int, ...]:
        """The days that can be read."""
        return tuple(sorted({day for day, _ in self.chapters}))
