"""`steadystep answer`: the questions of a day that have no verb of their own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import click

from steadystep.cli.record import planned
from steadystep.cli.shown import show, written
from steadystep.cli.told import in_words
from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import gettext, verb
from steadystep.core import events as on
from steadystep.core.acts import count_seen
from steadystep.core.asks import Ask
from steadystep.core.facts import FlareWord
from steadystep.core.reasons import BackAfterGap, UsualMovedUp
from steadystep.core.screening import answer_events

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from steadystep.cli.record import Record
    from steadystep.core.events import Event
    from steadystep.core.today import Today

YES_NO = ("yes", "no")
OF_TEN = tuple(str(number) for number in range(11))
# What may be answered to each, in its order of asking.
ANSWERS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "kept-moving": (YES_NO,),
    "watch-session": (YES_NO,),
    "silent-days": (("no", "hard-day", "flare"),),
    "long-flare": (YES_NO, YES_NO),
    "usual": (("take", "keep"),),
    "confidence": (OF_TEN,),
    "effort": (OF_TEN,),
    "after": (tuple(one.value for one in on.After),),
    "evening": (tuple(one.value.replace("_", "-") for one in on.Busy),),
}
_FLARE_WORDS = {
    "no": FlareWord.NOT_SAID,
    "hard-day": FlareWord.A_HARD_DAY,
    "flare": FlareWord.A_FLARE,
}


@verb(
    "answer",
    says=gettext(
        """Answer a question of the day. "steadystep today" says what is asked, and how to answer.

        Questions that can wait: steadystep skip QUESTION
        """
    ),
    examples=(
        "steadystep answer evening busier",
        "steadystep answer after calmer",
        "steadystep answer silent-days no",
    ),
)
@click.argument("question", type=click.Choice(tuple(ANSWERS)), metavar="QUESTION")
@click.argument("answers", nargs=-1, metavar="ANSWER")
@click.pass_context
def answer(ctx: click.Context, /, question: str, answers: tuple[str, ...]) -> None:
    """Write an answer, and show what it leads to."""
    record = planned(ctx)
    _can_be_read(record, question, answers)
    if not _OPEN[question](record.today):
        raise CannotDo(
            record.words.gettext("This is not asked now. To see what is: steadystep today")
        )
    event, about = _event(record.today, question, answers)
    events = [event]
    if isinstance(event, on.LongFlareTold):
        events = answer_events(record.lasting, event, record.now)
    record.write(events, at=record.when(about))
    if isinstance(event, on.AskSkipped):
        show(record, record.words.gettext("Written: it does not count."))
        return
    show(record, written(record, in_words(event, record.unit, record.words), about))


def _can_be_read(record: Record, question: str, answers: Sequence[str]) -> None:
    """Refuse an answer that is none, saying what may be answered."""
    known = ANSWERS[question]
    fits = len(answers) == len(known) and all(
        one in choices for one, choices in zip(answers, known, strict=True)
    )
    if not fits:
        may_be = " ".join("|".join(choices) for choices in known)
        words = record.words
        say = words.gettext("Say: {command}")
        raise click.UsageError(say.format(command=f"steadystep answer {question} {may_be}"))


_OPEN: Mapping[str, Callable[[Today], bool]] = {
    "kept-moving": lambda today: (
        today.decision is not None and isinstance(today.decision.reason, BackAfterGap)
    ),
    "watch-session": lambda today: Ask.WATCH_SESSION in today.asks,
    "silent-days": lambda today: today.silent_since is not None,
    "long-flare": lambda today: today.long_flare is not None,
    "usual": lambda today: (
        today.decision is not None and UsualMovedUp.kind in today.decision.blocked_by
    ),
    "confidence": lambda today: today.decision is not None and today.decision.offered is not None,
    "effort": lambda today: bool(today.session),
    "after": lambda today: bool(today.session),
    "evening": lambda _: True,
}


def _event(today: Today, question: str, answers: Sequence[str]) -> tuple[Event, date]:
    """What an answer is, and the day that it is about."""
    said = answers[0]
    match question:
        case "kept-moving":
            return on.KeptMovingTold(said == "yes"), today.day
        case "watch-session":
            day, session = count_seen(today)
            # What was done is not told by a no: that question comes next.
            return session if said == "yes" else on.AskSkipped(Ask.WATCH_SESSION), day
        case "silent-days":
            # Told of the last of them, which is yesterday.
            return on.SilentDaysTold(_FLARE_WORDS[said]), today.day - timedelta(days=1)
        case "long-flare":
            return _long_flare(today, answers), today.day
        case "usual":
            return on.UsualAnswered(said == "take"), today.day
        case "confidence":
            return on.ConfidenceTold(int(said)), today.day
        case "effort":
            return on.EffortTold(int(said)), today.day
        case "after":
            return on.AfterTold(on.After(said)), today.day
        case _:
            return on.DayTold(on.Busy(said.replace("-", "_"))), today.day


def _long_flare(today: Today, answers: Sequence[str]) -> on.LongFlareTold:
    assert today.long_flare is not None  # noqa: S101 - for the type checker: it is asked about
    began, hours = today.long_flare
    flu_like, after = (one == "yes" for one in answers)
    return on.LongFlareTold(began, hours, flu_like, after)
