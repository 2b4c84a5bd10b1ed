"""What a person said, in a few words: for a row of a day, and for the data a decision rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from steadystep.core import events as on
from steadystep.core.facts import FlareWord, Reply
from steadystep.core.observations import Symptom
from steadystep.core.reasons import Limit
from steadystep.core.usual import How
from steadystep.explain.amounts import amount, decimal, number
from steadystep.explain.brought_words import brought_in_words
from steadystep.explain.drawn import mark_name
from steadystep.web.history.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from steadystep.core.events import Entry, Event
    from steadystep.core.history import HistoryDay
    from steadystep.core.observations import Unit
    from steadystep.core.usual import UsualNow
    from steadystep.explain import Translations


def answers_of(day: HistoryDay, words: Translations) -> list[str]:
    """How the day was answered: "Pain 4"."""
    told = ((Symptom.PAIN, day.pain), (Symptom.FATIGUE, day.fatigue), (Symptom.SLEEP, day.sleep))
    numbers = [answered(symptom, tenths, words) for symptom, tenths in told if tenths is not None]
    return numbers if day.than_usual is None else [*numbers, than_usual(day.than_usual)]


def movement_of(day: HistoryDay, words: Translations) -> list[str]:
    """What was done, how hard it was, and how it was afterwards."""
    said = [] if day.done is None else [done(day.done, day.decision.unit, words)]
    if day.effort is not None:
        said.append(_("effort %(number)s of 10") % {"number": number(words, day.effort)})
    if day.after is not None:
        said.append(after(day.after))
    return said


def beside(day: HistoryDay, words: Translations) -> list[str]:
    """The person's own word on a flare, how the whole day was, and what else went on."""
    said = [] if day.word == FlareWord.NOT_SAID else [flare_word(day.word)]
    if day.busy is not None:
        said.append(busy(day.busy))
    return [*said, *(mark_name(one, words) for one in day.marks)]


def answered(symptom: Symptom, tenths: int, words: Translations) -> str:
    """One answer with its name."""
    name = {
        Symptom.PAIN: _("Pain %(number)s"),
        Symptom.FATIGUE: _("Fatigue %(number)s"),
        Symptom.SLEEP: _("Sleep %(number)s"),
    }[symptom]
    return name % {"number": decimal(words, tenths)}


def usual(symptom: Symptom, tenths: int, words: Translations) -> str:
    """Usual of a symptom with its name."""
    name = _("Usual pain %(number)s") if symptom == Symptom.PAIN else _("Usual fatigue %(number)s")
    return name % {"number": decimal(words, tenths)}


def usual_since(stands: UsualNow, words: Translations, *, today: date) -> str:
    """Since when a usual holds, and where it comes from."""
    since = {"date": short_date(stands.since, words, today=today)}
    return {
        How.TOLD: _("You told us on %(date)s."),
        How.ANSWERS: _("From your answers, since %(date)s."),
        How.TAKEN: _("You chose it on %(date)s."),
    }[stands.how] % since


def than_usual(answer: int) -> str:
    """Fog mode's one answer."""
    if answer < 0:
        return _("Better than usual")
    return (_("Same as usual"), _("Worse than usual"), _("Much worse than usual"))[min(answer, 2)]


def flare_word(word: FlareWord) -> str:
    """The person's word on a flare."""
    return {
        FlareWord.A_FLARE: _("A flare"),
        FlareWord.A_HARD_DAY: _("A hard day"),
        FlareWord.NOT_SAID: _("No flare"),
    }[word]


def done(tenths: int, unit: Unit, words: Translations) -> str:
    """What was done of a step."""
    if not tenths:
        return _("Rest")
    return _("%(dose)s done") % {"dose": amount(words, unit, tenths)}


def after(felt: on.After) -> str:
    """How it was ten minutes later."""
    return {
        on.After.CALMER: _("calmer after"),
        on.After.SAME: _("the same after"),
        on.After.WORSE: _("worse after"),
    }[felt]


def busy(how: on.Busy) -> str:
    """How the whole day was."""
    return {
        on.Busy.QUIETER: _("A quieter day"),
        on.Busy.USUAL: _("A usual day"),
        on.Busy.BUSIER: _("A busier day"),
        on.Busy.FAR_TOO_MUCH: _("Far too much"),
    }[how]


def entry_in_words(entry: Entry, unit: Unit, words: Translations) -> Sequence[str]:
    """Something that was said, each part of it by itself; nothing of what the log wrote itself."""
    event = entry.event
    if isinstance(event, on.CheckedIn):
        parts = (
            (Symptom.PAIN, event.pain),
            (Symptom.FATIGUE, event.fatigue),
            (Symptom.SLEEP, event.sleep),
        )
        return [answered(one, tenths, words) for one, tenths in parts if tenths is not None]
    if isinstance(event, on.DayMeasured | on.DiaryBrought):
        return brought_in_words(words, event)
    said = _of_the_day(event, unit, words) or _of_the_plan(event, unit, words)
    return [said] if said else []


def _of_the_day(event: Event, unit: Unit, words: Translations) -> str:
    match event:
        case on.FogAnswered(than_usual=answer):
            return than_usual(answer)
        case on.FlareTold(word=word) | on.SilentDaysTold(word=word):
            return flare_word(word)
        case on.SessionTold(done=tenths):
            return done(tenths, unit, words)
        case on.EffortTold(of_ten=effort):
            return _("Effort %(number)s of 10") % {"number": number(words, effort)}
        case on.AfterTold(felt=felt):
            return after(felt)
        case on.FarTooMuchTold():
            return busy(on.Busy.FAR_TOO_MUCH)
        case on.DayTold(busy=how):
            return busy(how)
        case on.Marked(mark=mark):
            return mark_name(mark, words)
        case on.NoteWritten(text=text):
            return text
        case _:
            return ""


def _of_the_plan(event: Event, unit: Unit, words: Translations) -> str:
    match event:
        case on.KeptMovingTold(kept=kept):
            return _("Kept moving") if kept else _("Did not keep moving")
        case on.ConfidenceTold(of_ten=sure):
            return _("%(number)s of 10 sure") % {"number": number(words, sure)}
        case on.OfferAnswered(reply=reply):
            return {
                Reply.ACCEPT: _("Yes to the offer"),
                Reply.STAY: _("Stay, to the offer"),
                Reply.TRY_MORE: _("Ready to try more"),
            }.get(reply, "")
        case on.DoseChosen(dose=tenths):
            return _("Your own step: %(dose)s") % {"dose": amount(words, unit, tenths)}
        case on.MoreBegun():
            return _("More days, or more effort")
        case on.UsualAnswered(take=take):
            return _("The higher usual taken") if take else _("The present usual kept")
        case on.LimitSet(limit=limit, dose=tenths):
            return _limit(limit, tenths, unit, words)
        case _:
            return ""


def _limit(limit: Limit, tenths: int | None, unit: Unit, words: Translations) -> str:
    if tenths is None:
        return _("Goal lifted") if limit == Limit.GOAL else _("Clinician's limit lifted")
    name = _("Goal: %(dose)s") if limit == Limit.GOAL else _("Clinician's limit: %(dose)s")
    return name % {"dose": amount(words, unit, tenths)}
