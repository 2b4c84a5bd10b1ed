"""The questions themselves, each worded for this morning."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from steadystep.core.asks import Ask
from steadystep.core.events import After, Busy, ReferenceSet
from steadystep.core.fold import in_order
from steadystep.core.movements import GENTLE_EFFORT_MOST
from steadystep.core.observations import Symptom
from steadystep.core.reasons import UsualMovedUp
from steadystep.explain.amounts import decimal
from steadystep.explain.brought_words import count_it
from steadystep.web.record.words import apart, rule_words
from steadystep.web.today.morning import dose_told
from steadystep.web.today.question import Answer, Question
from steadystep.web.today.words import dose_in_words, dose_on_a_button, weekday

if TYPE_CHECKING:
    from collections.abc import Callable

    from steadystep.core.today import Today
    from steadystep.web.today.morning import Morning

# Not one of the rule's questions: whether fog mode stays.
FOG = "fog"


def fog(morning: Morning) -> Question:
    """Fog mode ends by itself the next morning, with a question (journey §4)."""
    return Question(
        FOG,
        _("Foggy today as well?"),
        _day(morning),
        (Answer(_("Yes, keep it short"), "on"), Answer(_("No, all of it"), "off")),
    )


def _all_clear(morning: Morning) -> Question:
    answer = Answer(_("What to do now"), href=reverse("begin:red-flag"), primary=True)
    return Question(Ask.ALL_CLEAR, _("Has a person looked at it?"), _day(morning), (answer,))


def _kept_moving(morning: Morning) -> Question:
    return Question(
        Ask.KEPT_MOVING,
        _("Welcome back. Did you keep moving these days?"),
        _day(morning),
        (Answer(_("Yes, most days"), "yes"), Answer(_("No, or a little"), "no")),
        skip=_("Skip"),
    )


def _watch_session(morning: Morning) -> Question:
    found = morning.today.session_seen
    day, title = morning.today.day, ""
    if found is not None:
        day, seen = found
        seen = replace(seen, source=apart(seen.source))
        title = count_it(rule_words(), seen, is_today=day == morning.today.day)
    return Question(
        Ask.WATCH_SESSION,
        title,
        f"{_day(morning)}/{day}/{found[1].seen if found else 0}",
        (Answer(_("Count it"), "yes"), Answer(_("No"), "no")),
    )


def _yesterday(morning: Morning) -> Question:
    unit = morning.today.plan.unit if morning.today.plan else None
    dose = dose_told(morning)
    told = dose_in_words(unit, dose) if unit and dose is not None else ""
    return Question(
        Ask.YESTERDAY,
        _("Yesterday's %(dose)s?") % {"dose": told},
        f"{_day(morning)}/{dose}",
        (
            Answer(_("Yes"), "yes"),
            Answer(_("A bit"), "a_bit"),
            Answer(_("No"), "none"),
            Answer(_("Something else"), href=reverse("today:yesterday_session")),
        ),
        skip=_("Skip"),
    )


def _silent_days(morning: Morning) -> Question:
    today, since = morning.today.day, morning.today.silent_since
    named = weekday(since, today) if since else ""
    title = (
        _("Since %(weekday)s, was any day clearly worse?") % {"weekday": named}
        if named
        else _("Welcome back. Was any day clearly worse?")
    )
    return Question(
        Ask.SILENT_DAYS,
        title,
        f"{_day(morning)}/{since}",
        (
            Answer(_("No"), "no"),
            Answer(_("A hard day"), "hard_day"),
            Answer(_("A flare"), "flare"),
        ),
        shape="three",
        skip=_("Skip"),
    )


def _check_in(morning: Morning) -> Question:
    if morning.fog:
        return _in_fog(morning)
    again = same_as(morning.today)
    answer = Answer(_("Answer"), href=reverse("today:check_in"), primary=not again)
    same = Answer(again, href=reverse("today:check_in") + "?same", primary=True)
    return Question(
        Ask.CHECK_IN,
        _("How is today?"),
        _day(morning),
        (same, answer) if again else (answer,),
        skip=_("Skip today"),
    )


def _in_fog(morning: Morning) -> Question:
    return Question(
        Ask.CHECK_IN,
        _("Today, next to your usual?"),
        _day(morning),
        (
            Answer(_("Better"), "-1"),
            Answer(_("Same"), "0"),
            Answer(_("Worse"), "1"),
            Answer(_("Much worse"), "2"),
        ),
        skip=_("Skip today"),
    )


def _is_it_a_flare(morning: Morning) -> Question:
    plan = morning.today.plan
    after_strength = plan is not None and plan.resistance
    return Question(
        Ask.IS_IT_A_FLARE,
        _("Sore muscles, or your flare?") if after_strength else _("Is this a flare?"),
        _day(morning),
        (
            Answer(_("A flare") if after_strength else _("Yes"), "flare"),
            Answer(_("Sore, or a hard day") if after_strength else _("No, a hard day"), "hard_day"),
        ),
        skip=_("Skip"),
    )


def _long_flare(morning: Morning) -> Question:
    began = morning.today.long_flare[0] if morning.today.long_flare else None
    return Question(
        Ask.LONG_FLARE,
        _("Your last flare: like flu, or foggier than usual?"),
        f"{_day(morning)}/{began}",
        (Answer(_("Yes"), "yes"), Answer(_("No"), "no")),
        skip=_("Skip"),
    )


def _usual(morning: Morning) -> Question:
    moved = usual_moved(morning)
    if moved is None:
        look = Answer(_("Look at it"), href=reverse("history:usual"), primary=True)
        return Question(
            Ask.USUAL, _("Your usual may have moved."), _day(morning), (look,), skip=_("Later")
        )
    words = rule_words()
    old, new = decimal(words, moved.usual), decimal(words, moved.now)
    title = {
        Symptom.PAIN: _("Your usual pain: still %(old)s, or now %(new)s?"),
        Symptom.FATIGUE: _("Your usual fatigue: still %(old)s, or now %(new)s?"),
        Symptom.SLEEP: _("Your usual sleep: still %(old)s, or now %(new)s?"),
    }[moved.symptom]
    return Question(
        Ask.USUAL,
        title % {"old": old, "new": new},
        f"{_day(morning)}/{moved.usual}/{moved.now}",
        (
            Answer(_("Keep %(old)s") % {"old": old}, "keep"),
            Answer(_("Take %(new)s") % {"new": new}, "take"),
        ),
        skip=_("Later"),
    )


def _screen(morning: Morning) -> Question:
    answer = Answer(_("Answer them"), href=reverse("begin:malaise"), primary=True)
    title = _("A few questions about days after effort")
    return Question(Ask.SCREEN, title, _day(morning), (answer,), skip=_("Later"))


def _confidence(morning: Morning) -> Question:
    return Question(
        Ask.CONFIDENCE,
        _("How sure are you of %(dose)s most days?") % {"dose": _offered(morning.today)},
        f"{_day(morning)}/{_offered_tenths(morning.today)}",
        _scale({0: _("not at all"), 10: _("very sure")}),
        shape="scale",
        skip=_("Skip"),
        also=_offer(morning),
    )


def _offer(morning: Morning) -> Question:
    today, decision = morning.today, morning.today.decision
    unit = decision.unit if decision else None
    step = decision.level if decision else None
    tried = _offered_tenths(today)
    more = dose_on_a_button(unit, tried) if unit and tried is not None else ""
    same = dose_on_a_button(unit, step) if unit and step is not None else ""
    return Question(
        Ask.OFFER,
        _("Which one suits you?"),
        f"{_day(morning)}/{tried}",
        (
            Answer(_("Stay at %(dose)s") % {"dose": same}, "stay"),
            Answer(_("Try %(dose)s") % {"dose": more}, "try"),
        ),
        skip=_("Skip"),
    )


def _effort(morning: Morning) -> Question:
    return Question(
        Ask.EFFORT,
        _("How hard was it?"),
        f"{_day(morning)}/{morning.today.session}",
        _scale({0: _("rest"), GENTLE_EFFORT_MOST: _("gentle"), 10: _("the most")}),
        shape="scale",
        skip=_("Skip"),
    )


def _after(morning: Morning) -> Question:
    return Question(
        Ask.AFTER,
        _("A little later: how do you feel?"),
        _day(morning),
        (
            Answer(_("Calmer"), After.CALMER),
            Answer(_("Same"), After.SAME),
            Answer(_("Worse"), After.WORSE),
        ),
        shape="three",
        skip=_("Skip"),
    )


def _week(morning: Morning) -> Question:
    look = Answer(_("Look back"), href=reverse("history:week"), primary=True)
    return Question(Ask.WEEK, _("Seven days. How was it?"), _day(morning), (look,), skip=_("Later"))


def _evening(morning: Morning) -> Question:
    return Question(
        Ask.EVENING, _("All of today was:"), _day(morning), busy_answers(), skip=_("Skip")
    )


def _scale(named: dict[int, str]) -> tuple[Answer, ...]:
    """0 to 10, with a word at the places that need one."""
    return tuple(Answer(str(one), str(one), small=named.get(one, "")) for one in range(11))


def busy_answers() -> tuple[Answer, ...]:
    """The evening tap's four buttons."""
    return (
        Answer(_("Quieter"), Busy.QUIETER),
        Answer(_("Usual"), Busy.USUAL),
        Answer(_("Busier"), Busy.BUSIER),
        Answer(_("Far too much"), Busy.FAR_TOO_MUCH),
    )


def same_as(today: Today) -> str:
    """What "the same again" is called; nothing where there is no answer to repeat."""
    if today.last_answer is None:
        return ""
    day = today.last_answer[0]
    if (today.day - day).days == 1:
        return _("Same as yesterday")
    named = weekday(day, today.day)
    return _("Same as %(weekday)s") % {"weekday": named} if named else _("Same as last time")


def usual_moved(morning: Morning) -> UsualMovedUp | None:
    """Which usual is asked about, with both values; None where they are not at hand."""
    decision = morning.today.decision
    if decision is not None and isinstance(decision.reason, UsualMovedUp):
        return decision.reason
    last = {
        one.event.symptom: one.event
        for one in in_order(morning.entries)
        if isinstance(one.event, ReferenceSet)
    }
    for symptom in (Symptom.PAIN, Symptom.FATIGUE):
        found = last.get(symptom)
        if found is not None and found.higher is not None:
            return UsualMovedUp(symptom, found.usual, found.higher)
    return None


def _offered(today: Today) -> str:
    tenths = _offered_tenths(today)
    if today.decision is None or tenths is None:
        return ""
    return dose_in_words(today.decision.unit, tenths)


def _offered_tenths(today: Today) -> int | None:
    return today.decision.offered if today.decision else None


def _day(morning: Morning) -> str:
    return morning.today.day.isoformat()


QUESTIONS: dict[Ask, Callable[[Morning], Question]] = {
    Ask.ALL_CLEAR: _all_clear,
    Ask.KEPT_MOVING: _kept_moving,
    Ask.WATCH_SESSION: _watch_session,
    Ask.YESTERDAY: _yesterday,
    Ask.SILENT_DAYS: _silent_days,
    Ask.CHECK_IN: _check_in,
    Ask.IS_IT_A_FLARE: _is_it_a_flare,
    Ask.LONG_FLARE: _long_flare,
    Ask.USUAL: _usual,
    Ask.SCREEN: _screen,
    Ask.CONFIDENCE: _confidence,
    Ask.OFFER: _offer,
    Ask.EFFORT: _effort,
    Ask.AFTER: _after,
    Ask.WEEK: _week,
    Ask.EVENING: _evening,
}
