"""Bodies: what movement does to capacity and to pain. Scalar functions, one definition for all.

A  threshold and sensitisation: punishes a load above capacity, and remembers it.
B  fitness and fatigue (Banister) with a nonlinear link to pain: punishes a recent load that is
   high for one's fitness, and forgets it.
C  A with sensitivity and sensitisation at 15 %: activity barely matters.
D  A with flares that last for weeks, ignited by strain or by nothing one can name; in some people
   the answer comes days later and costs capacity, as with malaise.
R  scripted: a session above all of the last two weeks costs three points a day later and two on
   the day after. With sensitivity 0 it is a person of noise alone.

No dose-response of flares is known, so the forms are assumed; that is why there are several, and
why nothing is claimed that holds in one of them alone.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, NamedTuple

from steadystep.cohort.people import clipped
from steadystep.cohort.world import B, D, R

if TYPE_CHECKING:
    from steadystep.cohort.people import Person


class Strain(NamedTuple):
    """Numbers of the bodies that are the same for everybody; all assumed but where said."""

    sleep_helps: float = 0.05
    infection_costs: float = 0.30
    stress_costs: float = 0.05
    safe_from: float = 0.35
    stress_sensitises: float = 0.02
    most_training: float = 1.15
    rest_floor: float = 0.55
    allostatic_kept: float = 0.95
    allostatic_pain: float = 0.12
    strain_kept: float = 0.85
    flare_prolongs: float = 0.15
    flare_costs: float = 0.03
    delayed_costs: float = 0.03
    scripted_forgets: int = 14


STRAIN = Strain()


class Body(NamedTuple):
    """What a body carries from one day to the next.

    Attributes:
        capacity: What it can bear on an ordinary day, effective minutes.
        sensitised: How sensitised it is; 0 is not at all.
        over: By how much yesterday's load was above what it could bear, as a share; and the three
            days before.
        over_2: Two days ago.
        over_3: Three days ago.
        over_4: Four days ago.
        fitness: Family B's fitness, effective minutes.
        fatigue: Family B's fatigue, effective minutes.
        fatigue_late: The same a little later, which is what pain follows.
        allostatic: Family B's load of stress.
        strain: Family D's strain, which ignites a flare.
        flare: Family D's flare that activity lit, points of pain.
        flare_own: One that came by itself.
        highest: Family R's largest session of late, minutes.
        highest_age: Its age in days.
    """

    capacity: float
    sensitised: float
    over: float
    over_2: float
    over_3: float
    over_4: float
    fitness: float
    fatigue: float
    fatigue_late: float
    allostatic: float
    strain: float
    flare: float
    flare_own: float
    highest: float
    highest_age: int


class Weather(NamedTuple):
    """What of a day's circumstances reaches the body.

    Attributes:
        sleep: Depth of last night's sleep, standard deviations.
        stress: Stress, standard deviations.
        infection: 1.0 while an infection lasts, else 0.0.
        ignites: A uniform draw, for a flare that comes by itself.
    """

    sleep: float
    stress: float
    infection: float
    ignites: float


def newborn(person: Person) -> Body:
    """A body that has lived its usual days."""
    habit = person.frame.habit
    return Body(
        person.frame.capacity,
        0.1,
        0.0,
        0.0,
        0.0,
        0.0,
        habit,
        habit,
        habit,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0,
    )


def capacity_today(person: Person, body: Body, around: Weather) -> float:
    """What the body can bear today, effective minutes."""
    if person.family == R:
        return person.frame.capacity
    stress = max(around.stress, 0.0)
    base = body.capacity * (1.0 - STRAIN.infection_costs * around.infection)
    base *= 1.0 - STRAIN.stress_costs * min(stress, 4.0)
    base *= 1.0 + STRAIN.sleep_helps * clipped(around.sleep, -3.0, 3.0)
    if person.family == B:
        return base
    base *= 1.0 - person.reply.sensitised_loss * body.sensitised / (1.0 + body.sensitised)
    return base * (1.0 - STRAIN.flare_costs * min(body.flare + body.flare_own, 5.0))


def activity_pain(person: Person, body: Body) -> float:
    """Points of pain today that come from what was done on the days before."""
    if person.family == B:
        recent = body.fatigue_late / body.capacity + STRAIN.allostatic_pain * body.allostatic
        steep = (recent - person.reply.overload_middle) / person.reply.overload_width
        return person.reply.overload_pain / (1.0 + exp(-clipped(steep, -40.0, 40.0)))
    answer = (
        person.reply.first * body.over
        + person.reply.second * body.over_2
        + person.reply.third * body.over_3
        + person.reply.fourth * body.over_4
    )
    if person.family == R:
        return answer
    return (
        person.reply.sensitivity * answer
        + person.reply.sensitised_pain * body.sensitised
        + body.flare
    )


def after_the_day(
    person: Person, body: Body, load: float, dose: float, able: float, around: Weather
) -> Body:
    """The body on the next morning.

    Args:
        person: Whose it is.
        body: As it was this morning.
        load: The whole day's load, effective minutes.
        dose: The session's part of it, minutes.
        able: What the body could bear that day, effective minutes.
        around: The day's circumstances.
    """
    if person.family == R:
        return after_a_scripted_day(person, body, dose)
    reached = load / able
    over = clipped(reached - 1.0, 0.0, 1.0)
    if person.family == B:
        return after_a_day_of_fitness(person, body, load, over, around)
    safe = STRAIN.safe_from < reached <= 1.0
    kept = person.reply.kept_safe if safe else person.reply.kept
    sensitised = (
        body.sensitised * kept
        + person.reply.sensitising * over
        + STRAIN.stress_sensitises * max(around.stress - 1.0, 0.0)
    )
    capacity = trained(person, body, load)
    strain, flare, own = body.strain, body.flare, body.flare_own
    if person.family == D:
        strain, flare, own = smouldering(person, body, over, around)
        capacity *= 1.0 - STRAIN.delayed_costs * person.frame.delayed * over
    return Body(
        capacity,
        sensitised,
        over,
        body.over,
        body.over_2,
        body.over_3,
        body.fitness,
        body.fatigue,
        body.fatigue_late,
        body.allostatic,
        strain,
        flare,
        own,
        0.0,
        0,
    )


def trained(person: Person, body: Body, load: float) -> float:
    """Capacity after a day: it grows above the habitual share, and shrinks below it."""
    frame, capacity = person.frame, body.capacity
    share = frame.resting_share
    used = load / capacity
    if used > share:
        up = min((used - share) / (1.0 - share), STRAIN.most_training)
        up *= 1.0 - capacity / frame.ceiling
        hindered = 1.0 - 0.5 * min(body.sensitised, 1.0)
        return capacity * (1.0 + frame.growth * up * hindered)
    down = (share - used) / share
    down *= 1.0 - STRAIN.rest_floor * frame.capacity / capacity
    return capacity * (1.0 - frame.decline * down)


def smouldering(
    person: Person, body: Body, over: float, around: Weather
) -> tuple[float, float, float]:
    """Family D: strain gathers and ignites a flare of weeks; doing too much keeps it alive."""
    strain = STRAIN.strain_kept * body.strain + over
    flare = body.flare * person.frame.flare_kept
    own = body.flare_own * person.frame.flare_kept
    alight = flare + own
    if alight < 1.0 and strain > person.frame.flare_threshold:
        flare, strain = person.frame.flare_height, 0.0
    elif alight >= 1.0:
        flare = min(flare + STRAIN.flare_prolongs * over * person.frame.flare_height, 5.0)
    if alight < 1.0 and around.ignites < person.frame.flare_hazard:
        own = person.frame.flare_height
    return strain, flare, own


def after_a_day_of_fitness(
    person: Person, body: Body, load: float, over: float, around: Weather
) -> Body:
    """Family B: fitness and fatigue follow the load, each at its own pace."""
    fitness = person.frame.fitness_kept * body.fitness + (1.0 - person.frame.fitness_kept) * load
    fatigue = person.frame.fatigue_kept * body.fatigue + (1.0 - person.frame.fatigue_kept) * load
    late = (
        person.frame.fatigue_kept * body.fatigue_late
        + (1.0 - person.frame.fatigue_kept) * body.fatigue
    )
    stress = STRAIN.allostatic_kept * body.allostatic + STRAIN.stress_costs * max(
        around.stress, 0.0
    )
    capacity = max(person.frame.base_capacity + person.frame.fitness_share * fitness, 1.0)
    return Body(
        capacity, 0.0, over, 0.0, 0.0, 0.0, fitness, fatigue, late, stress, 0.0, 0.0, 0.0, 0.0, 0
    )


def after_a_scripted_day(person: Person, body: Body, dose: float) -> Body:
    """Family R: a session above all of the last two weeks costs the two days after it."""
    highest, age, over = body.highest, body.highest_age + 1, 0.0
    if age > STRAIN.scripted_forgets:
        # By now the body is used to what it does, and not to what it did.
        highest, age = dose, 0
    elif dose > highest:
        # The first session of all is what the person does anyway, and costs nothing.
        over = 1.0 if highest > 0.0 else 0.0
        highest, age = dose, 0
    elif dose == highest:
        age = 0
    return Body(
        person.frame.capacity,
        0.0,
        over,
        body.over,
        body.over_2,
        body.over_3,
        body.fitness,
        body.fatigue,
        body.fatigue_late,
        0.0,
        0.0,
        0.0,
        0.0,
        highest,
        age,
    )
