"""The story of a replayed diary: what the rule would have said, told to whoever wants to decide.

Nobody followed what is told here. So the story counts, and claims no flare avoided and no cause.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steadystep.core.policy import GENTLE, Policy
from steadystep.explain.amounts import amount, decimal, number
from steadystep.explain.counting import Counts, FirstAndLast, Flares, Swings, Tally, tally
from steadystep.explain.translations import ENGLISH, Translations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.core.diary import DiaryDay, DiaryTerms
    from steadystep.core.observations import Unit

# A choice: after fewer big days than this, two shares are hardly worth comparing.
_FEW_BOOMS = 5


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the story: a heading, and the sentences under it."""

    heading: str
    sentences: tuple[str, ...]


def story(
    days: Sequence[DiaryDay],
    terms: DiaryTerms,
    words: Translations = ENGLISH,
    *,
    policy: Policy = GENTLE,
) -> tuple[Section, ...]:
    """Tell a replayed diary in sections. The first one is enough to decide by.

    Args:
        days: What `core.diary.replay` gave.
        terms: How the diary was read.
        words: The catalogue of the reader's language.
        policy: The numbers it was replayed with.
    """
    return told(tally(days, policy), terms, words)


def told(counted: Tally, terms: DiaryTerms, words: Translations = ENGLISH) -> tuple[Section, ...]:
    """The same from what was counted already. An empty diary has one sentence."""
    if not counted.whole.days:
        return (Section(words.gettext("In short"), (words.gettext("This diary has no days."),)),)
    return (
        Section(words.gettext("In short"), _in_short(counted, words)),
        Section(words.gettext("The days"), _days(counted, words)),
        Section(words.gettext("Flares"), _flares(counted.flares, words)),
        Section(words.gettext("Big and small days"), _swings(counted.swings, words)),
        Section(words.gettext("The step"), _step(counted, words, terms.unit)),
        Section(words.gettext("Your usual"), _usual(counted, words)),
        Section(words.gettext("What was not there"), _missing(counted, words)),
    )


# In short ---------------------------------------------------------------------------------------


def _in_short(counted: Tally, words: Translations) -> tuple[str, ...]:
    recent = () if counted.recent is None else (_recent(counted.recent, words),)
    return (
        _whole(counted.whole, words),
        *_eased(counted.whole, words),
        *recent,
        words.gettext("Nobody followed this: it shows what the rule would have said."),
        words.gettext("What would have come of it, nobody can know."),
    )


def _eased(counts: Counts, words: Translations) -> tuple[str, ...]:
    if not counts.eased:
        return ()
    sentence = words.ngettext(
        "On {days} day it would have eased the step.",
        "On {days} days it would have eased the step.",
        counts.eased,
    )
    return (sentence.format(days=number(words, counts.eased)),)


def _whole(counts: Counts, words: Translations) -> str:
    """The sentence that lets someone decide."""
    if counts.no_plan == counts.days:
        return words.ngettext(
            "In this {days} day there was no plan to decide about.",
            "In these {days} days there was no plan to decide about.",
            counts.days,
        ).format(days=number(words, counts.days))
    if counts.paced:
        return words.ngettext(
            "In this {days} day the rule would have set a limit on {paced} and offered nothing.",
            "In these {days} days the rule would have set a limit on {paced} and offered nothing.",
            counts.days,
        ).format(days=number(words, counts.days), paced=number(words, counts.paced))
    return words.ngettext(
        "In this {days} day the rule would have held {held}, offered {offered}"
        " and stepped back {back}.",
        "In these {days} days the rule would have held {held}, offered {offered}"
        " and stepped back {back}.",
        counts.days,
    ).format(**_main_counts(counts, words))


def _recent(counts: Counts, words: Translations) -> str:
    if counts.paced:
        return words.ngettext(
            "On your last {days} day this rule would have set a limit on {paced}.",
            "On your last {days} days this rule would have set a limit on {paced}.",
            counts.days,
        ).format(days=number(words, counts.days), paced=number(words, counts.paced))
    return words.ngettext(
        "On your last {days} day this rule would have held {held}, offered {offered},"
        " stepped back {back}.",
        "On your last {days} days this rule would have held {held}, offered {offered},"
        " stepped back {back}.",
        counts.days,
    ).format(**_main_counts(counts, words))


def _main_counts(counts: Counts, words: Translations) -> dict[str, str]:
    return {
        "days": number(words, counts.days),
        "held": number(words, counts.held),
        "offered": number(words, counts.offered),
        "back": number(words, counts.stepped_back),
    }


# The days ---------------------------------------------------------------------------------------


def _days(counted: Tally, words: Translations) -> tuple[str, ...]:
    whole = counted.whole
    answered = words.ngettext(
        "You answered on {answered} of {days} day.",
        "You answered on {answered} of {days} days.",
        whole.days,
    ).format(answered=number(words, counted.answered), days=number(words, whole.days))
    return answered, _silence(counted.silence, words), *_other_days(whole, words)


def _silence(days: int, words: Translations) -> str:
    if not days:
        return words.gettext("There was an answer on every day.")
    return words.ngettext(
        "The longest silence lasted {days} day.",
        "The longest silence lasted {days} days.",
        days,
    ).format(days=number(words, days))


def _other_days(whole: Counts, words: Translations) -> tuple[str, ...]:
    """The days that the first sentence does not count, each kind where there were any."""
    days = (
        (
            whole.eased_in,
            words.ngettext(
                "On {days} day it would have been smaller after a gap.",
                "On {days} days it would have been smaller after a gap.",
                whole.eased_in,
            ),
        ),
        (
            whole.no_plan,
            words.ngettext(
                "On {days} day there was no plan.",
                "On {days} days there was no plan.",
                whole.no_plan,
            ),
        ),
        (
            whole.paused,
            words.ngettext(
                "On {days} day the plan was paused.",
                "On {days} days the plan was paused.",
                whole.paused,
            ),
        ),
    )
    return tuple(said.format(days=number(words, many)) for many, said in days if many)


# Flares -----------------------------------------------------------------------------------------


def _flares(flares: Flares, words: Translations) -> tuple[str, ...]:
    warnings = _warnings(flares.warning_days, words)
    if not flares.episodes:
        return words.gettext("There was no flare in this diary."), warnings
    return _episodes(flares, words), *_marked(flares, words), *_kinds(flares, words), warnings


def _episodes(flares: Flares, words: Translations) -> str:
    """Episodes and their RED days. One flare may have many days; many flares have as many."""
    if flares.episodes == 1:
        return words.ngettext(
            "There was one flare, with {days} flare day.",
            "There was one flare, with {days} flare days.",
            flares.red_days,
        ).format(days=number(words, flares.red_days))
    return words.ngettext(
        "There was {episodes} flare, with {days} flare days in all.",
        "There were {episodes} flares, with {days} flare days in all.",
        flares.episodes,
    ).format(episodes=number(words, flares.episodes), days=number(words, flares.red_days))


def _marked(flares: Flares, words: Translations) -> tuple[str, ...]:
    """How many days are the person's own word; the rest is numbers that nobody was asked about."""
    if flares.marked_days:
        return (
            words.ngettext(
                "You marked {marked} day as a flare yourself.",
                "You marked {marked} days as a flare yourself.",
                flares.marked_days,
            ).format(marked=number(words, flares.marked_days)),
        )
    return (words.gettext("This is read off the numbers: nobody was asked."),)


def _kinds(flares: Flares, words: Translations) -> tuple[str, ...]:
    kinds = (
        (
            flares.after_rise,
            words.ngettext(
                "{flares} came within days of a new step.",
                "{flares} came within days of a new step.",
                flares.after_rise,
            ),
        ),
        (
            flares.after_big_day,
            words.ngettext(
                "{flares} came within days of a big day.",
                "{flares} came within days of a big day.",
                flares.after_big_day,
            ),
        ),
        (
            flares.on_their_own,
            words.ngettext(
                "{flares} came on its own.",
                "{flares} came on their own.",
                flares.on_their_own,
            ),
        ),
    )
    return tuple(said.format(flares=number(words, many)) for many, said in kinds if many)


def _warnings(days: int, words: Translations) -> str:
    if not days:
        return words.gettext("There was no warning day besides.")
    return words.ngettext(
        "There was {days} warning day.", "There were {days} warning days.", days
    ).format(days=number(words, days))


# Big and small days -----------------------------------------------------------------------------


def _swings(swings: Swings, words: Translations) -> tuple[str, ...]:
    if not swings.known_days:
        return (words.gettext("The diary does not say how much was moved on a day."),)
    return _big_days(swings, words), _small_days(swings, words), *_whether_follow(swings, words)


def _big_days(swings: Swings, words: Translations) -> str:
    if not swings.booms:
        return words.gettext("There was no day far bigger than the ones before.")
    return words.ngettext(
        "{days} day was far bigger than the ones before.",
        "{days} days were far bigger than the ones before.",
        swings.booms,
    ).format(days=number(words, swings.booms))


def _small_days(swings: Swings, words: Translations) -> str:
    if not swings.busts:
        return words.gettext("There was no day far smaller than the ones before.")
    return words.ngettext(
        "{days} day was far smaller than the ones before.",
        "{days} days were far smaller than the ones before.",
        swings.busts,
    ).format(days=number(words, swings.busts))


def _whether_follow(swings: Swings, words: Translations) -> tuple[str, ...]:
    """Both shares, always; the name of the pattern where the first is the larger one."""
    if not swings.looked_after or not swings.other_days:
        return ()
    shares = (
        words.ngettext(
            "A far smaller day followed within three days after {followed} of {days} big day.",
            "A far smaller day followed within three days after {followed} of {days} big days.",
            swings.looked_after,
        ).format(
            followed=number(words, swings.bust_after), days=number(words, swings.looked_after)
        ),
        words.ngettext(
            "The same came after {followed} of {days} other day.",
            "The same came after {followed} of {days} other days.",
            swings.other_days,
        ).format(
            followed=number(words, swings.bust_after_other), days=number(words, swings.other_days)
        ),
        words.gettext("That is {big} in 100, against {other} in 100.").format(
            big=number(words, _in_a_hundred(swings.bust_after, swings.looked_after)),
            other=number(words, _in_a_hundred(swings.bust_after_other, swings.other_days)),
        ),
    )
    return *shares, _pattern(swings, words), *_how_sure(swings, words)


def _in_a_hundred(some: int, every: int) -> int:
    return (some * 200 + every) // (2 * every)


def _pattern(swings: Swings, words: Translations) -> str:
    if swings.busts_follow_booms:
        return words.gettext("So there is a boom–bust pattern in this diary.")
    return words.gettext("So small days do not follow big days more often here.")


def _how_sure(swings: Swings, words: Translations) -> tuple[str, ...]:
    if swings.looked_after >= _FEW_BOOMS:
        return ()
    return (words.gettext("Those are few big days, so this is a guess."),)


# The step, the usual, and what was not there ------------------------------------------------------


def _step(counted: Tally, words: Translations, unit: Unit) -> tuple[str, ...]:
    if counted.level is None:
        return (words.gettext("There was never a step to tell of."),)
    first, last = (amount(words, unit, one) for one in (counted.level.first, counted.level.last))
    if counted.level.first == counted.level.last:
        went = words.gettext("The step began at {first}, and is there at the end.")
    else:
        went = words.gettext("The step would have gone from {first} to {last}.")
    return went.format(first=first, last=last), _taken(counted.whole, words)


def _taken(whole: Counts, words: Translations) -> str:
    if not whole.taken:
        return words.gettext("No offer counts as taken.")
    return words.ngettext(
        "{steps} offer counts as taken.", "{steps} offers count as taken.", whole.taken
    ).format(steps=number(words, whole.taken))


def _usual(counted: Tally, words: Translations) -> tuple[str, ...]:
    pain, fatigue = counted.usual_pain, counted.usual_fatigue
    if pain is None and fatigue is None:
        return (words.gettext("There were too few answers to know what is usual for you."),)
    same = words.gettext("Your usual pain was {first}, and still is.")
    moved = words.gettext("Your usual pain was {first} at first, and {last} at the end.")
    tired_same = words.gettext("Your usual fatigue was {first}, and still is.")
    tired_moved = words.gettext("Your usual fatigue was {first} at first, and {last} at the end.")
    return (*_moved(pain, same, moved, words), *_moved(fatigue, tired_same, tired_moved, words))


def _moved(
    usual: FirstAndLast | None, same: str, moved: str, words: Translations
) -> tuple[str, ...]:
    if usual is None:
        return ()
    said = same if usual.first == usual.last else moved
    return (said.format(first=decimal(words, usual.first), last=decimal(words, usual.last)),)


def _missing(counted: Tally, words: Translations) -> tuple[str, ...]:
    """What was not there, on how many days. A load the diary never knows is told of once, above."""
    missing = [one for one in counted.missing if one[0] != "load" or counted.swings.known_days]
    if not missing:
        return (words.gettext("Nothing that the rule asks for was left open."),)
    return tuple(
        _not_there(name, days, words).format(name=name, days=number(words, days))
        for name, days in missing
    )


def _not_there(name: str, days: int, words: Translations) -> str:
    """One sentence for each thing that may not be there; a new one goes by its code."""
    match name:
        case "answer":
            return words.ngettext(
                "On {days} day there was no answer.", "On {days} days there was no answer.", days
            )
        case "pain":
            return words.ngettext(
                "On {days} day pain was not told.", "On {days} days pain was not told.", days
            )
        case "fatigue":
            return words.ngettext(
                "On {days} day fatigue was not told.",
                "On {days} days fatigue was not told.",
                days,
            )
        case "load":
            return words.ngettext(
                "On {days} day the load of the day before was not known.",
                "On {days} days the load of the day before was not known.",
                days,
            )
        case "usual":
            return words.ngettext(
                "On {days} day your usual was not known yet.",
                "On {days} days your usual was not known yet.",
                days,
            )
        case _:
            return words.ngettext(
                "On {days} day this was not there: {name}.",
                "On {days} days this was not there: {name}.",
                days,
            )
