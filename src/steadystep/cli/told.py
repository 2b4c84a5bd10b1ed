"""What a person told, in a few words each, as a list names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.cli.shown import on_one_line
from steadystep.core import events as on
from steadystep.core.facts import FlareWord, Reply
from steadystep.core.observations import Symptom
from steadystep.explain.amounts import amount, decimal
from steadystep.explain.brought_words import brought_in_words
from steadystep.explain.safety_words import told_word
from steadystep.explain.scales import scale_word

if TYPE_CHECKING:
    from steadystep.core.events import Event, Mark
    from steadystep.core.observations import Unit
    from steadystep.explain import Translations


def in_words(event: Event, unit: Unit, words: Translations) -> str:  # noqa: C901, PLR0912 - one case an event
    """Name what was told.

    Args:
        event: What was told.
        unit: What the plan's dose is counted in.
        words: The person's catalogue.
    """
    match event:
        case on.CheckedIn():
            return answer_in_words(event, words)
        case on.FogAnswered(than_usual):
            return than_usual_in_words(than_usual, words)
        case on.FlareTold(word) | on.SilentDaysTold(word):
            return flare_in_words(word, words)
        case on.Marked(mark):
            return mark_in_words(mark, words)
        case on.NoteWritten(text):
            return words.gettext("a note: {text}").format(text=on_one_line(text))
        case on.SessionTold() | on.EffortTold() | on.AfterTold() | on.EasierToday():
            return _movement(event, unit, words)
        case on.FarTooMuchTold() | on.DayTold():
            return busy_in_words(event, words)
        case on.OfferAnswered() | on.DoseChosen() | on.ConfidenceTold() | on.MoreBegun():
            return _choice(event, unit, words)
        case on.KeptMovingTold(kept):
            if kept:
                return words.gettext("you kept moving")
            return words.gettext("you did not keep moving")
        case on.DayMeasured() | on.DiaryBrought():
            comma = words.pgettext("between two answers", ", ")
            return comma.join(brought_in_words(words, event))
        case on.UsualAnswered(take):
            return words.gettext("a new usual") if take else words.gettext("the same usual")
        case _:
            return _beginning(event, unit, words)


def answer_in_words(answer: on.CheckedIn, words: Translations) -> str:
    """An answer to the check-in: what was told of it."""
    told = (
        (words.gettext("pain {number} ({word})"), Symptom.PAIN, answer.pain),
        (words.gettext("fatigue {number} ({word})"), Symptom.FATIGUE, answer.fatigue),
        (words.gettext("sleep {number} ({word})"), Symptom.SLEEP, answer.sleep),
    )
    # With its word beside it, nobody takes a number for its opposite.
    said = [
        one.format(number=decimal(words, tenths), word=scale_word(words, symptom, tenths))
        for one, symptom, tenths in told
        if tenths is not None
    ]
    return words.pgettext("between two answers", ", ").join(said)


def than_usual_in_words(than_usual: int, words: Translations) -> str:
    """Fog mode's one answer."""
    return {
        -1: words.gettext("better than usual"),
        0: words.gettext("the same as usual"),
        1: words.gettext("worse than usual"),
        2: words.gettext("much worse than usual"),
    }[than_usual]


def flare_in_words(word: FlareWord, words: Translations) -> str:
    """The person's own word on a flare."""
    return {
        FlareWord.NOT_SAID: words.gettext("no day clearly worse"),
        FlareWord.A_FLARE: words.gettext("a flare"),
        FlareWord.A_HARD_DAY: words.gettext("a hard day"),
    }[word]


def mark_in_words(mark: Mark, words: Translations) -> str:
    """What else was going on."""
    return {
        on.Mark.ILLNESS: words.gettext("illness"),
        on.Mark.TRAVEL: words.gettext("travel"),
        on.Mark.PERIOD: words.gettext("period"),
        on.Mark.POOR_NIGHT: words.gettext("a poor night"),
        on.Mark.STRESS: words.gettext("stress"),
        on.Mark.MEDICATION_CHANGE: words.gettext("a change of medicine"),
    }[mark]


def busy_in_words(event: on.DayTold | on.FarTooMuchTold, words: Translations) -> str:
    """How the whole day was."""
    busy = event.busy if isinstance(event, on.DayTold) else on.Busy.FAR_TOO_MUCH
    return {
        on.Busy.QUIETER: words.gettext("a quieter day"),
        on.Busy.USUAL: words.gettext("a usual day"),
        on.Busy.BUSIER: words.gettext("a busier day"),
        on.Busy.FAR_TOO_MUCH: words.gettext("far too much"),
    }[busy]


def after_in_words(felt: on.After, words: Translations) -> str:
    """How it was ten minutes later."""
    return {
        on.After.CALMER: words.gettext("calmer afterwards"),
        on.After.SAME: words.gettext("the same afterwards"),
        on.After.WORSE: words.gettext("worse afterwards"),
    }[felt]


def _movement(
    event: on.SessionTold | on.EffortTold | on.AfterTold | on.EasierToday,
    unit: Unit,
    words: Translations,
) -> str:
    match event:
        case on.SessionTold(done):
            if not done:
                return words.gettext("no movement, and that is fine")
            return words.gettext("you moved {amount}").format(amount=amount(words, unit, done))
        case on.EffortTold(of_ten):
            return words.gettext("effort {number} of 10").format(number=of_ten)
        case on.AfterTold(felt):
            return after_in_words(felt, words)
        case on.EasierToday(dose):
            less = words.gettext("less for today: {amount}")
            return less.format(amount=amount(words, unit, dose))


def _choice(
    event: on.OfferAnswered | on.DoseChosen | on.ConfidenceTold | on.MoreBegun,
    unit: Unit,
    words: Translations,
) -> str:
    match event:
        case on.OfferAnswered(reply=Reply.ACCEPT):
            return words.gettext("you try the offer")
        case on.OfferAnswered(reply=Reply.STAY):
            return words.gettext("you stay")
        case on.OfferAnswered() | on.MoreBegun():
            return words.gettext("you would like to try more")
        case on.DoseChosen(dose):
            return words.gettext("your own step: {amount}").format(amount=amount(words, unit, dose))
        case on.ConfidenceTold(of_ten):
            return words.gettext("sure of it: {number} of 10").format(number=of_ten)


def _beginning(event: Event, unit: Unit, words: Translations) -> str:
    """What was told when the plan began, and about safety."""
    match event:
        case on.PlanStarted():
            return words.gettext("your plan")
        case on.MovementChosen():
            return words.gettext("your movement")
        case on.BadDayTold(amount=told):
            bad_day = words.gettext("a bad day: {amount}")
            return bad_day.format(amount=amount(words, unit, told))
        case on.UsualTold():
            return words.gettext("your usual")
        case on.PaceChosen():
            return words.gettext("your pace")
        case on.LimitSet():
            return words.gettext("a limit")
        case on.LongFlareTold():
            return words.gettext("how a long flare was")
        case (
            on.RedFlagsTold(told=told) | on.IllnessNamed(told=told) | on.MalaiseGateTold(told=told)
        ):
            safety = words.gettext("a safety question: {answer}")
            return safety.format(answer=told_word(words, told))
        case _:
            return words.gettext("a safety question")
