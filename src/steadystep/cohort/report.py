"""The report of a study: one file to read, beginning with what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from steadystep.charts.svg import element, safe
from steadystep.cohort.compare import HARMED_OVER_DAYS
from steadystep.cohort.report_findings import in_short
from steadystep.cohort.report_further import depends_on, equal_harm, tuned
from steadystep.cohort.report_html import (
    bullets,
    folded,
    page,
    paragraph,
    part,
    table,
    terms,
    verbatim,
)
from steadystep.cohort.report_numbers import world_part
from steadystep.cohort.report_words import (
    IN_HUNDRED,
    NO_EVIDENCE,
    UNKNOWN,
    listed,
    told_world,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steadystep.cohort.figures_all import Figures
    from steadystep.cohort.spec import Planned, Spec
    from steadystep.cohort.study_facts import Results


class Made(NamedTuple):
    """How a report came about.

    Attributes:
        spec_text: The spec as it was read.
        command: What to type for the same again.
        versions: What it was made with, by name.
        left_out: What could not be worked out, a sentence each.
    """

    spec_text: str
    command: str
    versions: Mapping[str, str]
    left_out: Sequence[str]


def report_page(spec: Spec, results: Results, figures: Figures, made: Made) -> str:
    """Write the report as one HTML file."""
    return page(
        spec.title,
        paragraph(NO_EVIDENCE, "evidence"),
        element("h1", safe(spec.title)),
        paragraph(
            "Invented people lived through each plan below, all of them through every plan, with "
            "the same bodies and the same luck. The numbers follow from what was assumed. They "
            "say nothing about a person.",
            "summary",
        ),
        _left_out(made),
        part("In short", *in_short(spec, results)),
        _compared(spec),
        *(world_part(spec, results, figures, one.name) for one in spec.settings),
        equal_harm(results, figures),
        tuned(spec, results),
        depends_on(spec, results, figures),
        _meanings(spec),
        _again(made),
    )


def _left_out(made: Made) -> str:
    return part("What is left out", bullets(made.left_out)) if made.left_out else ""


def _compared(spec: Spec) -> str:
    """Who and what was compared, in words."""
    held = listed(spec.compared.against)
    told = (
        f"{spec.people:,} invented people in each world, {_times(spec)}. The report is about "
        f"“{spec.compared.rule}”" + (f", held against {held}." if held else ".")
    )
    both = (*spec.planners, *spec.regret.oracles)
    return part(
        "What was compared",
        paragraph(told),
        part(
            "Worlds",
            terms(
                (one.name, f"{_families(one.families)}. {told_world(one.world).capitalize()}.")
                for one in spec.settings
            ),
            level=3,
        ),
        part(
            "Plans",
            table(
                "The plans, in the order of the figures. Other numbers are as their kind has them",
                ("Plan", "Kind", "Numbers"),
                (_plan(one) for one in both),
                strong=(spec.compared.rule,),
                words=True,
            ),
            level=3,
        ),
    )


def _times(spec: Spec) -> str:
    worlds = sum(len(one.families) for one in spec.settings)
    plans = len(spec.planners) + len(spec.regret.oracles)
    return f"{worlds} worlds, {plans} plans" if worlds > 1 else f"one world, {plans} plans"


def _families(families: Sequence[str]) -> str:
    return "Bodies of family " + listed(families) if families else UNKNOWN


def _plan(planned: Planned) -> tuple[str, str, str]:
    knobs = ", ".join(f"{name} {_knob(value)}" for name, value in planned.knobs)
    return planned.name, planned.kind, knobs or UNKNOWN


def _knob(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(_knob(one) for one in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _meanings(spec: Spec) -> str:
    """What each number is."""
    weight = f"{spec.regret.weight:g}"
    return part(
        "What the words mean",
        terms(
            (
                ("Gain", ("Capacity at the end against the start. Everybody counts, those who "
                 "left the plan too.")),
                ("Flare day", ("Pain two points or more above the run-in's median, at least two "
                 "days in a row.")),
                ("Caused", ("Activity explains at least half of what is above usual. Days are "
                 "counted in a year of 365.")),
                ("Harmed", f"More than {HARMED_OVER_DAYS} flare days caused in a year."),
                ("Calls", ("Flares that the plan called, in a year with the plan, and how many of "
                 "them activity had caused.")),
                ("Held", "Days on which a plateau or a pause forbade a rise."),
                ("Worth", (f"Gain less {weight} for each flare day caused a year. How a flare day "
                 "weighs against capacity is a choice, and it changes the order of plans.")),
                ("Regret", ("Worth below that of the best plan in the same world. Oracles count, "
                 "who are told what nobody can know. The worst is the largest over families.")),
                ("Interval", (f"Where the mean lies in {IN_HUNDRED} of such studies, for these "
                 "invented people. It says nothing about how right the assumptions are.")),
            )
        ),
    )  # fmt: skip


def _again(made: Made) -> str:
    """How to get the same bytes once more."""
    return part(
        "Again",
        paragraph(
            "The same spec and versions give the same numbers, however the work is shared out. "
            "The tables lie beside this file as CSV, the figures as SVG, all numbers in "
            "results.json."
        ),
        verbatim(made.command),
        terms(made.versions.items()),
        folded("The spec", verbatim(made.spec_text)),
    )
