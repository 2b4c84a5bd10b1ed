"""`steadystep today`: the step, why, and the one thing that is asked. It fits a small window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from steadystep.cli.questions import question
from steadystep.cli.record import opened, without_a_plan
from steadystep.cli.shown import filled, on_one_line, step, width
from steadystep.cli.verbs import gettext, verb
from steadystep.core.facts import Gate
from steadystep.core.reasons import RedFlagKind
from steadystep.explain.amounts import amount
from steadystep.explain.beginning_words import anchor_word, movement_word

if TYPE_CHECKING:
    from steadystep.cli.record import Record

# A small window, or half of one: a choice.
MOST_LINES = 8


@verb("today", says=gettext("Show today's step, why, and what is asked."))
@click.option("--json", "as_json", is_flag=True, help=gettext("One JSON object."))
@click.pass_context
def today(ctx: click.Context, /, *, as_json: bool) -> None:
    """Print today."""
    record = opened(ctx)
    if as_json:
        _print_json(record)
        return
    for line in card(record):
        click.echo(line)


def card(record: Record) -> list[str]:
    """Today in a few lines: at most eight where the terminal has 80 columns."""
    told = step(record)
    lines = [*_heading(record), *(line for one in told for line in filled(one))]
    if record.today.standing.gate == Gate.RED_FLAG:
        return [*lines, *_numbers(record), *_asked(record)]
    if record.today.plan is None:
        return lines
    at_the_end = [*_asked(record), *_flare(record)]
    besides = _besides(record)
    room = MOST_LINES - len(lines) - len(at_the_end)
    if room > len(besides):
        besides += _chapter(record)
    return [*lines, *besides[: max(room, 0)], *at_the_end]


def _heading(record: Record) -> tuple[str, ...]:
    """The movement and today's dose. Where something stands against a plan there is no step."""
    plan, dose, words = record.today.plan, record.today.dose, record.words
    if plan is None or dose is None or not _is_open(record):
        return ()
    named = on_one_line(plan.name) or movement_word(words, plan.movement)
    line = words.gettext("{movement}: {dose}").format(
        movement=named, dose=amount(words, plan.unit, dose)
    )
    tied = f" · {on_one_line(anchor_word(words, plan.anchor))}" if plan.anchor else ""
    return (click.style(f"{line}{tied}", bold=True),)


def _numbers(record: Record) -> list[str]:
    """Whom to call in an emergency. On every other day nothing is loaded for it."""
    if record.today.standing.how_soon != RedFlagKind.EMERGENCY:
        return []
    from steadystep.cli.safety import whom_to_call

    comma = record.words.pgettext("between two answers", ", ")
    return filled(comma.join(whom_to_call(record)))


def _besides(record: Record) -> list[str]:
    """What was done, and how far a new step was watched. It gives way where there is no room."""
    words, today, lines = record.words, record.today, []
    if today.window is not None and _is_open(record):
        watched = words.gettext(
            "Watching: {hours} of {hours_needed} hours, {answers} of {answers_needed} answers."
        )
        lines.append(watched.format(**today.window._asdict()))
    if today.session:
        done = words.gettext("Done today: {amount}.")
        lines.append(done.format(amount=amount(words, record.unit, today.session)))
    return [*lines, *_stopped(record)]


def _stopped(record: Record) -> list[str]:
    """That the data of a source stopped, where they did; on a foggy day nothing is added."""
    words, today = record.words, record.today
    if today.stale is None or record.log.preference("fog") == "on":
        return []
    from steadystep.explain.brought_words import data_stopped

    said = words.pgettext("between two sentences", " ").join(
        data_stopped(words, today.stale, today.day)
    )
    return filled(on_one_line(said))


def _chapter(record: Record) -> list[str]:
    """Today's chapter in one quiet line. It is looked for where there is room for it."""
    from steadystep.cli.todays_line import todays_line

    return todays_line(record)


def _is_open(record: Record) -> bool:
    return record.today.standing.gate == Gate.OPEN


def _flare(record: Record) -> list[str]:
    """The one word that is always at hand."""
    if record.today.flare or record.today.standing.gate not in {Gate.OPEN, Gate.PACING_ONLY}:
        return []
    return _way(record.words.gettext("A flare?"), "steadystep flare")


def _asked(record: Record) -> list[str]:
    """The one thing that is asked now, and what to type."""
    asked, words = question(record), record.words
    if asked is None:
        return [words.gettext("That is all for today.")]
    what, command, others = asked
    if not others:
        return _way(what, command)
    either = words.gettext("(or: {others})").format(
        others=words.pgettext("between two answers", ", ").join(others)
    )
    return _way(what, f"{command}  {either}")


def _way(what: str, command: str) -> list[str]:
    """A question and what to type, on one line where there is room."""
    line = f"{what}  {command}"
    return [line] if len(line) <= width() else [*filled(what), f"  {command}"]


def _print_json(record: Record) -> None:
    import json

    click.echo(json.dumps(_plain(record), ensure_ascii=False))


def _plain(record: Record) -> dict[str, Any]:
    """Today as plain values; doses in units."""
    from steadystep.cli.lines import decision_line, units

    said, now = record.tell(), record.today
    plain: dict[str, Any] = {"day": now.day.isoformat(), "gate": now.standing.gate.name.lower()}
    if now.decision is None or now.plan is None:
        return {**plain, "plan": None, "said": without_a_plan(record), "asks": list(now.asks)}
    return {
        **decision_line(now.decision, record.words),
        **plain,
        "plan": {
            "movement": now.plan.movement,
            "name": now.plan.name,
            "anchor": now.plan.anchor,
            "per_week": now.plan.per_week,
        },
        "said": list(said),
        "today": units(now.dose),
        "easier": now.easier,
        "done": units(now.session),
        "asks": list(now.asks),
        "window": now.window._asdict() if now.window else None,
        "session_seen": _session_seen(record),
        "stale": None
        if now.stale is None
        else {"source": now.stale.source, "until": now.stale.until.isoformat()},
    }


def _session_seen(record: Record) -> dict[str, Any] | None:
    """What a device saw and nobody told yet."""
    from steadystep.cli.lines import units

    if record.today.session_seen is None:
        return None
    day, seen = record.today.session_seen
    return {
        "day": day.isoformat(),
        "amount": units(seen.seen),
        "unit": seen.unit.value,
        "source": seen.source,
    }
