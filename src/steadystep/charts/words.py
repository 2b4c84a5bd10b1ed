"""Every word a picture shows, and how it writes a number and a date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

# A number is kept whole and left to right, or a right-to-left line moves its sign to the far side.
_LEFT_TO_RIGHT = "\u2066"
_END_OF_NUMBER = "\u2069"
_MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class Words:
    """The labels, in English until a door passes others. Braces are filled in."""

    months: tuple[str, ...] = (
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    )
    day_and_month: str = "{day} {month}"
    full_date: str = "{day} {month} {year}"
    period: str = "{first} to {last}"
    decimal_mark: str = "."
    thousands_mark: str = ","

    movement: str = "Movement"
    pain: str = "Pain"
    fatigue: str = "Fatigue"
    movement_heading: str = "{name}, {unit}"
    symptom_heading: str = "{name}, 0 to 10"
    flare_label: str = "flare"

    level: str = "The step you are on"
    dose: str = "The amount told for the day"
    offer: str = "A step offered, and its size"
    step_back: str = "One step back"
    load: str = "What was moved that day"
    over: str = "More than the scale shows"
    boom: str = "A much bigger day than usual"
    bust: str = "A much smaller day than usual"
    watching: str = "Watching how a change is answered"
    answer: str = "An answer. A space is no answer"
    load_together: str = "What was moved a day, on average"
    answers_together: str = "The middle answer of {days} days"
    answer_range: str = "From the lowest answer to the highest"
    usual: str = "Your usual"
    warning: str = "Where a warning starts"
    amber: str = "A warning day (amber)"
    red: str = "A flare day (red)"
    flare: str = "A flare, until it is calm"
    marked: str = "You called it a flare"
    beside: str = "Something else went on that day"

    together: str = "One dot stands for {days} days. One sign can stand for several."
    left_out: str = "Offers and watching are left out at this scale."
    left_out_signs: str = "Offers, watching and signs of single days are left out at this scale."
    nothing_yet: str = "Nothing to show yet. It grows day by day."

    table_summary: str = "The same facts as a table"
    table_day: str = "Day"
    table_action: str = "Plan"
    table_level: str = "Step"
    table_dose: str = "Told"
    table_offered: str = "Offered"
    table_load: str = "Moved"
    table_usual_pain: str = "Usual pain"
    table_usual_fatigue: str = "Usual fatigue"
    table_warning_pain: str = "Pain warning"
    table_warning_fatigue: str = "Fatigue warning"
    table_signs: str = "Signs"
    sign_amber: str = "amber"
    sign_red: str = "red"
    sign_marked: str = "called a flare"
    sign_watching: str = "watching"
    sign_boom: str = "much bigger day"
    sign_bust: str = "much smaller day"
    unknown: str = "\u2013"
    between_signs: str = ", "

    action_start: str = "start"
    action_hold: str = "same"
    action_offer: str = "offer"
    action_step_back: str = "step back"
    action_ease: str = "ease"
    action_ease_in: str = "ease in"
    action_stay: str = "stay"
    action_pause: str = "paused"
    action_pacing_only: str = "pacing"
    action_no_plan: str = "no plan"

    def action(self, name: str) -> str:
        """Say what the planner did; a kind of day without a word here keeps its own name."""
        return str(getattr(self, f"action_{name}", name.replace("_", " ")))


def number(value: float, words: Words) -> str:
    """Write a number with at most one decimal; a minus stays on the left in every language."""
    whole = f"{abs(value):,.1f}".removesuffix(".0")
    marks = {ord(","): words.thousands_mark, ord("."): words.decimal_mark}
    written = whole.translate(marks)
    if value < 0 and whole != "0":
        return f"{_LEFT_TO_RIGHT}{_MINUS}{written}{_END_OF_NUMBER}"
    return written


def month(day: date, words: Words) -> str:
    """Name the month of a day."""
    return words.months[day.month - 1]


def short_date(day: date, words: Words) -> str:
    """Write a date without its year."""
    return words.day_and_month.format(day=day.day, month=month(day, words))


def full_date(day: date, words: Words) -> str:
    """Write a date with its year."""
    return words.full_date.format(day=day.day, month=month(day, words), year=day.year)


def period(first: date, last: date, words: Words) -> str:
    """Write the stretch of time a picture covers; one day is written once."""
    if first == last:
        return full_date(first, words)
    return words.period.format(first=full_date(first, words), last=full_date(last, words))
