"""What a year did to one invented person."""

from __future__ import annotations

from typing import NamedTuple


class Outcome(NamedTuple):
    """One person's time under one planner, the run-in left out. Days are counts, not rates.

    Everybody is followed to the end, those who stopped the plan too (intention to treat).

    Attributes:
        gain: Capacity at the end against the capacity on joining, per cent.
        flare_days: Days of a flare: latent pain two points or more above the run-in's median, two
            such days in a row at the least.
        caused_days: Those of them on which activity explains at least half of the excess.
        flares: Flares begun.
        boom_bust: Root mean square of the day-to-day change of log load.
        busts: Days under 60 % of the person's own median within three days of a day over twice it.
        dropped_on: The day they left the plan, counted from one; 0 where they stayed.
        minutes: Mean load a day, effective minutes.
        planned: Days they were with the plan.
        calls: Flares that the planner called.
        calls_caused: Those of them called on a day on which activity explains half of the excess.
        rises: Times the dose was raised to stay.
        held: Days on which a plateau or a pause forbade any rise.
        last_dose: The dose on the last day with the plan, minutes; 0 where there was none.
        fault_on: The day the planner gave a dose that is none, counted from one; 0 for never.
    """

    gain: float
    flare_days: float
    caused_days: float
    flares: float
    boom_bust: float
    busts: float
    dropped_on: float
    minutes: float
    planned: float
    calls: float
    calls_caused: float
    rises: float
    held: float
    last_dose: float
    fault_on: float
