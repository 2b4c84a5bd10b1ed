"""The parts of a report beyond the tables: equal harm, tuning, and what it depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.cohort.report_findings import what_it_rests_on
from steadystep.cohort.report_html import (
    bullets,
    gallery,
    paragraph,
    part,
    table,
)
from steadystep.cohort.report_words import (
    OF_FAMILY,
    UNKNOWN,
    apart,
    said,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steadystep.cohort.figures_all import Figures
    from steadystep.cohort.spec import Spec
    from steadystep.cohort.study_facts import Results, Swept


def equal_harm(results: Results, figures: Figures) -> str:
    """What sweeps gain where they cause the same."""
    if not results.swept:
        return ""
    drawn = [one for group in figures.equal_harm.values() for one in group]
    return part(
        "At equal harm",
        paragraph(
            "One number of each plan is turned. Where two lines stand over the same number of "
            "flare days caused, the higher one gains more for the same harm. A dash stands where "
            "a plan comes by no such harm."
        ),
        gallery(drawn),
        *_harm_tables(results.swept),
    )


def _harm_tables(swept: Sequence[Swept]) -> Iterator[str]:
    for setting, family in dict.fromkeys((one.setting, one.family) for one in swept):
        here = [one for one in swept if (one.setting, one.family) == (setting, family)]
        if not here[0].at:
            continue
        first = here[0].sweep
        yield table(
            f"{setting}, {family}: gain in per cent at so many flare days caused a year; "
            f"in brackets, the difference from {first}",
            ("Plan", *(f"{at.caused:g} days" for at in here[0].at)),
            (
                (
                    one.sweep,
                    *(
                        (UNKNOWN if at.gain is None else said(at.gain.mean))
                        + ("" if at.more is None else f" [{apart(at.more)}]")
                        for at in one.at
                    ),
                )
                for one in here
            ),
        )


def tuned(spec: Spec, results: Results) -> str:
    """Chosen in one family, used in another."""
    if not results.tuned or spec.tune is None:
        return ""
    families = spec.tune.families
    return part(
        "Chosen on one family, used in another",
        paragraph(
            f"Of {len(spec.tune.candidates)} candidates, the one worth most in a family was "
            "chosen, and the one whose worst regret over all families is least. Then each met "
            f"{spec.people:,} fresh people of every family. Regret is against the best candidate "
            "there."
        ),
        table(
            f"{spec.tune.setting}: worth to fresh people, regret in brackets",
            ("Chosen on", "Candidate", *families, "Worst regret"),
            (
                (
                    "all, by worst regret" if one.on == "all" else one.on,
                    one.candidate,
                    *(f"{said(one.uses[each])} [{said(one.regrets[each])}]" for each in families),
                    said(one.worst),
                )
                for one in results.tuned
            ),
        ),
    )


def depends_on(spec: Spec, results: Results, figures: Figures) -> str:
    """One thing changed at a time."""
    if spec.sensitivity is None:
        asked = "This study changed nothing about its worlds, so it cannot say what it depends on."
        return part("What it depends on", paragraph(asked))
    return part(
        "What it depends on",
        paragraph("One thing about the world is changed at a time; everything else stays."),
        bullets(what_it_rests_on(spec, results.changed)),
        gallery(figures.depends_on),
        *_change_tables(spec, results),
    )


def _change_tables(spec: Spec, results: Results) -> Iterator[str]:
    asked = spec.sensitivity
    for family in dict.fromkeys(one.family for one in results.changed):
        cells = {
            (one.change, one.planner): f"{said(one.gain)} / {said(one.caused)}"
            for one in results.changed
            if one.family == family
        }
        changes = dict.fromkeys(change for change, _ in cells)
        planners = asked.planners if asked else ()
        yield table(
            f"{OF_FAMILY[family]}: gain in per cent / flare days caused a year",
            ("What is changed", *planners),
            (
                (change or "nothing", *(cells.get((change, one), UNKNOWN) for one in planners))
                for change in changes
            ),
        )
