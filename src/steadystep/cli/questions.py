"""The one thing that is asked now, in words, and what to type for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.cli.shown import on_one_line
from steadystep.core.asks import Ask
from steadystep.core.events import ReferenceSet
from steadystep.core.facts import Gate
from steadystep.core.fold import local_day
from steadystep.explain.amounts import amount, decimal, symptom_word
from steadystep.explain.days import on_date

if TYPE_CHECKING:
    from steadystep.cli.record import Record
    from steadystep.core.events import Entry

# A question, what may be typed, and what else may stand at its end.
Asked = tuple[str, str, tuple[str, ...]]


def question(record: Record) -> Asked | None:
    """What is asked now; None where nothing is, and nothing is left to be told."""
    words, ask = record.words, record.today.ask
    if record.today.standing.gate not in {Gate.OPEN, Gate.PACING_ONLY}:
        return _of_the_gate(record)
    match ask:
        case Ask.KEPT_MOVING:
            kept = words.gettext("Did you keep moving in the last days?")
            return kept, "steadystep answer kept-moving yes", ("no",)
        case Ask.WATCH_SESSION if record.today.session_seen is not None:
            from steadystep.explain.brought_words import count_it

            day, seen = record.today.session_seen
            count = on_one_line(count_it(words, seen, is_today=day == record.today.day))
            return count, "steadystep answer watch-session yes", ("no",)
        case Ask.YESTERDAY | Ask.SILENT_DAYS | Ask.LONG_FLARE:
            return _of_days_before(record, ask)
        case Ask.CHECK_IN if record.log.preference("fog") == "on":
            foggy = words.gettext("Is it better, the same, or worse than usual?")
            others = ("better", "worse", "much-worse")
            return foggy, "steadystep check-in --fog same", others
        case Ask.CHECK_IN:
            how = words.gettext("How are you? Pain, fatigue, sleep; 0 none, 10 worst:")
            return how, "steadystep check-in 4 5 3", ()
        case Ask.IS_IT_A_FLARE:
            flare = words.gettext("Is this a flare, or a hard day?")
            return flare, "steadystep flare", ("flare --hard-day",)
        case Ask.SCREEN:
            screen = words.gettext("Some questions about effort are waiting:")
            return screen, "steadystep start", ()
        case Ask.USUAL | Ask.CONFIDENCE | Ask.OFFER:
            return _of_the_step(record, ask)
        case _:
            return _of_the_session(record, ask)


def _of_the_gate(record: Record) -> Asked | None:
    """What opens the way again, and who can say so."""
    words = record.words
    match record.today.standing.gate:
        case Gate.RED_FLAG:
            cleared = words.gettext("Has a doctor said that all is clear?")
            return cleared, 'steadystep resume --all-clear "their name"', ()
        case Gate.CLINICIAN_FIRST:
            fine = words.gettext("When your clinician has said it is fine:")
            return fine, 'steadystep resume --clinician "their name"', ()
        case Gate.PAUSED:
            return words.gettext("When you are ready:"), "steadystep resume", ()
        case _:
            return words.gettext("Some questions are open:"), "steadystep start", ()


def _of_days_before(record: Record, ask: Ask) -> Asked | None:
    today, words = record.today, record.words
    if ask == Ask.YESTERDAY and today.yesterday is not None:
        dose = amount(words, today.yesterday.unit, today.yesterday.dose)
        yesterday = words.gettext("Yesterday's {amount}: did you do it?").format(amount=dose)
        return yesterday, "steadystep moved yes --yesterday", ("a-bit", "no")
    if ask == Ask.SILENT_DAYS and today.silent_since is not None:
        since = words.gettext("Since {date}, was any day clearly worse?")
        when = on_date(words, today.silent_since)
        return since.format(date=when), "steadystep answer silent-days no", ("hard-day", "flare")
    if today.long_flare is None:
        return None
    long = words.gettext(
        "Your flare from {date}: flu-like or foggy? A day or more after moving? Yes or no to each:"
    )
    began = on_date(words, today.long_flare[0])
    return long.format(date=began), "steadystep answer long-flare yes no", ()


def _of_the_step(record: Record, ask: Ask) -> Asked | None:
    words, decision = record.words, record.today.decision
    if ask == Ask.USUAL:
        return _of_usual(record)
    if decision is None:
        return None
    offered = amount(words, record.unit, decision.offered)
    if ask == Ask.CONFIDENCE:
        sure = words.gettext("How sure are you of {amount} on most days? 0 to 10:")
        return sure.format(amount=offered), "steadystep accept --sure 8", ("stay",)
    stay = words.gettext("Try {amount}, or stay at {level}?")
    level = amount(words, record.unit, decision.level)
    return stay.format(amount=offered, level=level), "steadystep accept", ("stay",)


def _of_usual(record: Record) -> Asked | None:
    """Both values have to be seen before one is chosen."""
    from steadystep.core.usual import asked_about, usual_now

    words, asked = record.words, asked_about(usual_now(_since_usual_was_set(record), record.today))
    if asked is None or asked.higher is None:
        return None
    moved = words.gettext("Your usual {symptom} was {usual}. Lately it is {higher}. Take that?")
    return (
        moved.format(
            symptom=symptom_word(words, asked.symptom),
            usual=decimal(words, asked.usual),
            higher=decimal(words, asked.higher),
        ),
        "steadystep answer usual take",
        ("keep",),
    )


def _since_usual_was_set(record: Record) -> list[Entry]:
    """What says which usual holds: the last look at it, and the answers since."""
    set_on = [local_day(one) for one in record.lasting if isinstance(one.event, ReferenceSet)]
    last = max(set_on, default=record.day)
    before = [one for one in record.lasting if local_day(one) < last]
    return [*before, *record.since(last)]


def _of_the_session(record: Record, ask: Ask) -> Asked | None:
    words, today = record.words, record.today
    match ask:
        case Ask.EFFORT:
            return words.gettext("How hard was it, 0 to 10?"), "steadystep answer effort 3", ()
        case Ask.AFTER:
            after = words.gettext("How is it ten minutes later?")
            return after, "steadystep answer after calmer", ("same", "worse")
        case Ask.WEEK:
            week = words.gettext("Your first week is behind you. Look back:")
            return week, "steadystep history --days 7", ()
        case Ask.EVENING:
            day = words.gettext("How was the whole day?")
            others = ("quieter", "busier", "far-too-much")
            return day, "steadystep answer evening usual", others
        case _ if today.session is None and today.dose is not None:
            return words.gettext("When you have moved:"), "steadystep moved", ("a-bit", "no")
        case _:
            return None
