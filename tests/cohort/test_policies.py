"""What each comparator does with a day, told as short stories, and what all of them keep to."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.cohort import engine
from steadystep.cohort.compiled import twin
from steadystep.cohort.policies import named, tolerance
from steadystep.cohort.policies.knobs import declared
from steadystep.cohort.policies.named import KINDS, OURS, planner
from steadystep.cohort.policies.percentile import at_percentile
from steadystep.cohort.policies.tolerance import Guard, belief_at_start, bound, learn, spread
from steadystep.cohort.told import NO_DOSE, UNTOLD, Start, Told
from steadystep.cohort.world import World
from steadystep.core.policy import GENTLE
from tests.cohort.days_told import MOVEMENT, WHOLE_DAY, doses, lived, marks, mornings, told

A_DAY = 1440.0
A_YEAR = 365
ANY_LETTERS = st.text("=!brwhBRWH?", min_size=1, max_size=60)


class TestThoseWhoAskForNothingMore:
    def test_no_plan_gives_no_dose(self) -> None:
        assert doses(planner("none"), mornings("=bwh?")) == [NO_DOSE] * 5

    def test_a_constant_dose_is_the_first_one_for_good(self) -> None:
        assert doses(planner("constant"), mornings("=bwh?"), MOVEMENT) == [5.0] * 5

    def test_a_constant_dose_may_be_given(self) -> None:
        assert doses(planner("constant", minutes=8), mornings("=b"), MOVEMENT) == [8.0] * 2


class TestSchedulesThatNeverLook:
    def test_a_week_passes_and_it_rises(self) -> None:
        assert marks(planner("ramp"), "======= ======= =") == ".......^......^"

    @given(ANY_LETTERS)
    def test_they_never_look(self, letters: str) -> None:
        calm = "=" * len(letters)
        for kind in ("graded", "trial", "ramp", "ramp_minutes"):
            assert doses(planner(kind), mornings(letters)) == doses(planner(kind), mornings(calm))

    def test_a_percent_a_week_is_two_thirds_more_in_a_year(self) -> None:
        assert doses(planner("ramp"), mornings("=" * A_YEAR))[-1] == pytest.approx(32 * 1.01**52)

    def test_minutes_a_week_end_at_half_an_hour(self) -> None:
        year = doses(planner("ramp_minutes"), mornings("=" * A_YEAR), MOVEMENT)

        assert year[::7][:3] == [5.0, 6.0, 7.0]
        assert year[-1] == 30.0

    def test_the_trial_ends_half_as_high_again_and_stays(self) -> None:
        choices = lived(planner("trial"), mornings("=" * A_YEAR))

        assert choices[-1].dose == pytest.approx(32 * 1.54)
        assert sum(one.rose for one in choices) == 5

    def test_graded_activity_ends_at_three_times_the_first_day(self) -> None:
        assert doses(planner("graded"), mornings("=" * A_YEAR))[-1] == 96.0


class TestDosesThatFollowTheDay:
    def test_the_envelope_goes_down_and_back_and_never_above(self) -> None:
        assert doses(planner("envelope"), mornings("=brwh=")) == [
            32.0,
            32.0,
            24.0,
            16.0,
            12.8,
            32.0,
        ]

    def test_symptom_contingent_goes_both_ways(self) -> None:
        assert marks(planner("symptom_contingent"), "=b=w=") == ".+--+"

    def test_a_silent_morning_keeps_yesterdays_dose(self) -> None:
        for kind in ("envelope", "symptom_contingent"):
            day = doses(planner(kind), mornings("w??="))
            assert day[0] == day[1] == day[2] < day[3] == 32.0

    def test_one_symptom_of_the_two_is_enough(self) -> None:
        days = [told(0, fatigue=UNTOLD, pain=70), told(1, pain=UNTOLD, fatigue=70)]
        assert doses(planner("envelope"), days) == [16.0, 16.0]

    def test_an_evening_check_in_counts_as_half_of_pain(self) -> None:
        days = [told(0, pain=70, fatigue=50), told(1, pain=70, fatigue=50, evening=50)]
        assert doses(planner("envelope"), days) == [24.0, 28.0]

    def test_somebody_who_never_answered_is_taken_for_the_middle_of_the_scale(self) -> None:
        silent = Start(UNTOLD, UNTOLD, UNTOLD, UNTOLD, 32.0, 32.0, 1)
        assert doses(planner("envelope"), mornings("=w"), silent) == [32.0, 16.0]


class TestPercentileGoals:
    def test_the_first_dose_stands_until_the_window_is_full(self) -> None:
        days = [told(day, did=50) for day in range(12)]
        goals = doses(planner("percentile"), days)

        assert goals[:9] == [32.0] * 9
        assert goals[9] == 16.0

    def test_a_day_nobody_told_of_is_left_out(self) -> None:
        days = [told(0)] + [told(day, did=UNTOLD) for day in range(1, 40)]
        assert doses(planner("percentile"), days) == [32.0] * 40

    def test_a_watch_shows_the_whole_day(self) -> None:
        days = [told(day, load=40.0) for day in range(10)]
        assert doses(planner("percentile"), days)[-1] == 40.0

    def test_a_watch_does_not_know_one_movement_from_the_day(self) -> None:
        days = [told(day, load=40.0) for day in range(10)]
        assert doses(planner("percentile"), days, MOVEMENT)[-1] == 5.0

    def test_doing_nothing_leads_to_the_floor_and_not_to_nothing(self) -> None:
        days = [told(day, did=0) for day in range(30)]
        assert doses(planner("percentile"), days, MOVEMENT)[-1] == 0.5

    @given(
        st.lists(st.floats(0.0, 1e3), min_size=1, max_size=30),
        st.integers(1, 100),
    )
    def test_a_percentile_is_what_numpy_says(self, values: list[float], percentile: int) -> None:
        ours = at_percentile(np.array(values), percentile)
        assert ours == pytest.approx(np.percentile(values, percentile), rel=1e-9, abs=1e-9)


class TestTheRuleOfTwoAsItIsWritten:
    """Marks: `^` raised, `F` a flare called, `-` a further step back, `.` the same."""

    @pytest.mark.parametrize(
        ("letters", "story"),
        [
            # Two days done and calm, and it rises; again and again.
            ("=======", "..^.^.^"),
            # A good day raises nothing sooner.
            ("=bbb===", "..^.^.^"),
            # A point above usual is not two.
            ("=rrr===", "..^.^.^"),
            # One check-in two points up, and it steps back; then seven stable days.
            ("===w ======= ===", "..^F......^.^."),
            # Still there after two days, it steps back again; a third day waits.
            ("===www =", "..^F-.."),
            # Back within the week, it is the same flare, and the week begins again.
            ("===w==w ======= ==", "..^F.........^.^"),
            # Not done is not tolerated.
            ("=!=!=!==", ".......^"),
            # The rule as written does not wait for a word; but a dose nobody told of is not done.
            ("=?=?==", "....^."),
        ],
    )
    def test_its_stories(self, letters: str, story: str) -> None:
        assert marks(planner("literal"), letters) == story

    def test_a_rise_is_five_per_cent_and_a_step_back_ten(self) -> None:
        assert doses(planner("literal"), mornings("===w"))[2:] == pytest.approx(
            [33.6, 30.24], abs=1e-9
        )

    def test_every_number_of_it_may_be_changed(self) -> None:
        fast = planner(
            "literal", rise_percent=10, window_days=1, threshold=3.0, scale_back_percent=20
        )
        assert doses(fast, mornings("==wh")) == pytest.approx([32.0, 35.2, 38.72, 30.976])

    def test_without_stable_days_it_rises_after_its_window(self) -> None:
        assert marks(planner("literal", stabilise_days=0), "===w====") == "..^F.^.^"

    def test_where_doing_is_not_asked_for_it_rises_on_days_not_done(self) -> None:
        assert marks(planner("literal", done_percent=0), "=!!!!") == "..^.^"

    def test_a_usual_that_follows_gets_used_to_being_worse(self) -> None:
        worse = mornings("=" + "r" * 200)
        creeping, fixed = planner("literal"), planner("literal", usual_days=0)
        last = told(201, pain=70, fatigue=70)

        assert lived(fixed, [*worse, last])[-1].call == 1
        assert lived(creeping, [*worse, last])[-1].call == 0

    def test_a_bad_night_holds_a_rise_where_nights_are_looked_at(self) -> None:
        nights = [told(day, sleep=90, hrv=-2.0) for day in range(3)]

        assert lived(planner("literal"), nights)[-1].rose == 1
        assert lived(planner("literal", hold_sleep=8), nights)[-1].rose == 0
        assert lived(planner("literal", hold_hrv=1), nights)[-1].rose == 0

    def test_an_evening_check_in_is_a_check_in(self) -> None:
        assert lived(planner("literal"), [told(0, evening=70)])[0].call == 1

    def test_it_stops_at_the_ceiling(self) -> None:
        year = doses(planner("literal"), mornings("=" * A_YEAR), MOVEMENT)
        assert year[-1] == 30.0


class TestPlus:
    @pytest.mark.parametrize(
        ("letters", "story"),
        [
            ("=======", "..^.^.^"),
            # Right after a rise a flare cuts, and stays cut.
            ("===w====", "..^F...."),
            # With no rise to blame it rests, and is back with the first answer below the line.
            ("w==", "F+."),
            # A flare of four days cuts anyway.
            ("wwww===", "F..-+.."),
            # Back within the week it is the same flare, and rests again.
            ("w==w==", "F+.-+."),
            # Silence neither ends a flare nor begins one.
            ("w??=", "F..+"),
            ("???", "..."),
        ],
    )
    def test_its_stories(self, letters: str, story: str) -> None:
        assert marks(planner("plus"), letters) == story

    def test_it_goes_by_the_persons_own_spread(self) -> None:
        narrow = WHOLE_DAY._replace(spread_pain=70, spread_fatigue=70)

        assert lived(planner("plus"), mornings("r"), WHOLE_DAY)[0].call == 0
        assert lived(planner("plus"), mornings("r"), narrow)[0].call == 1
        assert lived(planner("plus", z=3.0), mornings("w"), WHOLE_DAY)[0].call == 0

    def test_a_rest_is_seven_tenths_of_the_level(self) -> None:
        assert doses(planner("plus"), mornings("w=")) == pytest.approx([22.4, 32.0])


class TestTheGuard:
    def test_a_calm_month_raises_the_bound_and_a_flare_lowers_it(self) -> None:
        guard = Guard()
        belief = belief_at_start(WHOLE_DAY, guard)
        at_first = bound(belief, guard)
        for _ in range(28):
            learn(belief, 0)
        calm = bound(belief, guard)
        learn(belief, 1)

        assert at_first < calm
        assert bound(belief, guard) < calm

    def test_a_night_keeps_every_weight_and_the_bound_nearly_where_it_is(self) -> None:
        guard = Guard()
        belief = belief_at_start(WHOLE_DAY, guard)
        before, total = bound(belief, guard), belief.weights.sum()
        spread(belief, guard)

        assert belief.weights.sum() == pytest.approx(total)
        assert bound(belief, guard) == pytest.approx(before, rel=0.01)

    def test_more_risk_allows_more_and_more_doubt_allows_less(self) -> None:
        belief = belief_at_start(WHOLE_DAY, Guard())
        usual = bound(belief, Guard())

        assert bound(belief, Guard(risk=0.05)) < usual < bound(belief, Guard(risk=0.2))
        assert bound(belief, Guard(alpha=0.1)) < usual < bound(belief, Guard(alpha=0.4))

    def test_the_bound_is_never_above_the_largest_tolerance_on_the_grid(self) -> None:
        belief = belief_at_start(WHOLE_DAY, Guard())
        belief.weights[:] = 0.0
        highest = tolerance.TIMES[-1] * 32.0 * (0.1 / 0.9) ** 0.125
        assert bound(belief, Guard()) == pytest.approx(highest)

    def test_belief_is_bayes_on_the_grid_by_logarithms(self) -> None:
        guard = Guard(drift=0.0)
        belief = belief_at_start(WHOLE_DAY, guard)
        story = [(20.0, 0), (40.0, 0), (55.0, 1), (30.0, 0), (60.0, 1)]
        for load, begins in story:
            belief.recent[:] = load
            learn(belief, begins)

        expected = np.zeros_like(belief.weights)
        for row, rate in enumerate(tolerance.RATES):
            for column, times in enumerate(tolerance.TIMES):
                at = -0.5 * ((math.log(times) - math.log(1.8)) / 0.35) ** 2
                for load, begins in story:
                    caused = 1.0 / (1.0 + (times * 32.0 / load) ** 8)
                    none = (1.0 - rate) * (1.0 - caused)
                    at += math.log(1.0 - none if begins else none)
                expected[row, column] = math.exp(at)
        ours = belief.weights / belief.weights.sum()

        assert np.allclose(ours, expected / expected.sum(), rtol=1e-9, atol=0.0)

    def test_a_load_nobody_told_of_is_taken_to_be_the_day_befores(self) -> None:
        belief = belief_at_start(WHOLE_DAY, Guard())
        tolerance.note_load(belief, told(1, did=50), 30.0)
        tolerance.note_load(belief, told(2, did=UNTOLD), 30.0)
        tolerance.note_load(belief, told(3, load=44.0), 30.0)

        assert list(belief.recent) == [44.0, 15.0, 15.0, 32.0]

    def test_where_the_dose_comes_on_top_the_own_day_is_counted(self) -> None:
        belief = belief_at_start(MOVEMENT, Guard())
        tolerance.note_load(belief, told(1, did=50), 6.0)

        assert list(belief.recent) == [35.0, 37.0, 37.0, 37.0]

    def test_with_it_r2_plus_never_goes_above_the_bound(self) -> None:
        guarded = planner("plus_guard", risk=0.01)
        alone = planner("plus", rise_percent=5.0)
        days = mornings("=" * 60)

        assert max(doses(guarded, days)) < max(doses(alone, days))

    def test_alone_it_renews_the_dose_every_morning(self) -> None:
        year = doses(planner("ewoc"), mornings("=" * 60 + "h" + "=" * 5))

        assert year[0] < year[59]
        assert year[60] < year[59]

    def test_a_flare_that_lasts_is_learned_once_and_called_once(self) -> None:
        assert sum(one.call for one in lived(planner("ewoc"), mornings("=hhhhh==hh="))) == 1


class TestTheOracle:
    def test_it_gives_what_today_leaves(self) -> None:
        days = [told(0, capacity=40.0), told(1, capacity=50.0)]
        assert doses(planner("oracle"), days) == [40.0, 50.0]
        assert doses(planner("oracle", phi=0.5), days) == [20.0, 25.0]

    def test_where_today_leaves_nothing_it_gives_nothing_and_never_above_the_ceiling(self) -> None:
        days = [told(0, capacity=8.0), told(1, capacity=-20.0), told(2, capacity=99.0)]
        assert doses(planner("oracle"), days, MOVEMENT) == [8.0, 0.0, 30.0]

    def test_it_alone_is_clairvoyant(self) -> None:
        assert [kind for kind in KINDS if planner(kind).clairvoyant] == ["oracle"]


class TestNames:
    def test_every_kind_has_a_planner_of_its_name(self) -> None:
        assert [planner(kind).name for kind in KINDS] == list(KINDS)

    def test_what_was_changed_stands_in_the_name(self) -> None:
        assert planner("ramp", weekly_percent=2).name == "ramp (weekly_percent 2)"
        assert planner("shipped", spacing_days=14).name == "shipped (spacing_days 14)"

    def test_a_knob_of_a_part_is_found_by_its_name(self) -> None:
        assert planner("plus_guard", risk=0.05, z=2, rise_percent=10).knobs.guard.risk == 0.05
        assert planner("plus_guard", z=2).knobs.plus.hearing.z == 2.0

    def test_a_whole_number_where_a_part_is_allowed_becomes_one(self) -> None:
        assert isinstance(planner("ramp", weekly_percent=2).knobs.weekly_percent, float)
        assert isinstance(planner("percentile", window_days=5.0).knobs.window_days, int)

    @pytest.mark.parametrize(
        ("kind", "knobs", "answer"),
        [
            ("ramps", {}, "No planner is called 'ramps'. There are none, constant,"),
            ("none", {"minutes": 1}, "'none' knows no knob 'minutes'. It knows none."),
            ("oracle", {"psi": 1}, "'oracle' knows no knob 'psi'. It knows most_day_minutes,"),
            ("shipped", {"psi": 1}, "'shipped' knows no knob 'psi'. It knows accepts, answers_"),
            ("ramp", {"weekly_percent": math.nan}, "a number from 0 to 100 (% a week)."),
            ("ramp", {"weekly_percent": math.inf}, "a number from 0 to 100"),
            ("ramp", {"weekly_percent": -1}, "'weekly_percent' of 'ramp' is -1."),
            ("ramp", {"weekly_percent": "two"}, "is 'two'. It has to be a number"),
            ("ramp", {"weekly_percent": True}, "is True. It has to be a number"),
            ("literal", {"window_days": 2.5}, "a whole number from 1 to 60 (days)."),
            ("plus_guard", {"risk": 0}, "'risk' of 'plus_guard' is 0."),
            ("shipped", {"spacing_days": 99}, "a whole number from 1 to 56"),
            ("shipped", {"accepts": 2}, "a whole number from 0 to 1 (1 for yes, 0 for no)."),
            ("informed", {"accepts": 1}, "'informed' knows no knob 'accepts'. It knows answers_"),
            ("informed", {"hrv": 2}, "'hrv' of 'informed' is 2."),
        ],
    )
    def test_what_cannot_be_is_answered_plainly(
        self, kind: str, knobs: dict[str, Any], answer: str
    ) -> None:
        with pytest.raises(ValueError, match=r"knob|planner|has to be") as said:
            planner(kind, **knobs)
        assert answer in str(said.value)

    def test_every_number_has_a_unit_a_source_and_a_default_within_its_bounds(self) -> None:
        for kind, made in OURS.items():
            for name, knob in declared(type(made.knobs)).items():
                assert knob.unit, (kind, name)
                assert knob.source, (kind, name)
            assert planner(kind, **_flat(made.knobs)).knobs == made.knobs

    def test_the_rule_is_registered_with_its_guard_asleep_and_awake(self) -> None:
        assert planner("shipped").knobs.guarded == 0
        assert planner("shipped_guard").knobs.guarded == 1
        assert planner("shipped", spacing_days=9, takes=0).knobs.numbers.spacing_days == 9
        assert planner("shipped").knobs.numbers == GENTLE.numbers()
        assert named.RISK_PERCENT > 0

    def test_the_informed_rule_is_the_guarded_one_until_a_source_is_named(self) -> None:
        alone = planner("informed").knobs
        assert alone.rule == planner("shipped_guard").knobs
        assert alone.sources == (0, 0, 0, 0, 0)

    @pytest.mark.parametrize("rho", [0.0, 1.0])
    def test_each_source_holds_or_lowers_the_rise_of_somebody(self, rho: float) -> None:
        world = World(rho=rho, watch=1, evening=1, days=150)
        alone = engine.run(world, planner("informed"), 5, 0, 8, compiled=False)
        for source in ("evening", "hrv", "load"):
            more = engine.run(world, planner("informed", **{source: 1}), 5, 0, 8, compiled=False)
            assert (more != alone).any(), source

    def test_the_informed_rule_takes_sources_and_the_numbers_of_the_policy(self) -> None:
        told_more = planner("informed", evening=1, sleep=1, hrv=1, big_days=1, load=1)
        assert told_more.knobs.sources == (1, 1, 1, 1, 1)
        assert planner("informed", load=1).name == "informed (load 1)"
        assert planner("informed", spacing_days=9).knobs.rule.numbers.spacing_days == 9
        assert planner("informed", guard_risk_percent=5).knobs.rule.guarded == 1


class TestWhatAllKeepTo:
    @settings(max_examples=30)
    @given(ANY_LETTERS, st.sampled_from(list(OURS)), st.sampled_from([WHOLE_DAY, MOVEMENT]))
    def test_a_dose_is_a_number_of_minutes_under_its_ceiling(
        self, letters: str, kind: str, start: Start
    ) -> None:
        for one in lived(planner(kind), mornings(letters), start):
            assert one.dose == NO_DOSE or 0.0 <= one.dose <= (300.0 if start.whole_day else 30.0)
            assert {one.call, one.rose, one.held} <= {0, 1}

    @pytest.mark.slow
    @pytest.mark.parametrize("kind", list(OURS))
    def test_the_compiled_twin_chooses_the_same_to_the_bit(self, kind: str) -> None:
        made = planner(kind)
        begin, choose = twin(made.begin), twin(made.choose)
        for start in (WHOLE_DAY, MOVEMENT):
            slow, fast = made.begin(start, made.knobs), begin(start, made.knobs)
            for one in _any_year():
                slow, said = made.choose(slow, one, made.knobs)
                fast, same = choose(fast, one, made.knobs)
                assert tuple(said) == tuple(same)


def _flat(knobs: Any) -> dict[str, float]:  # noqa: ANN401 - any planner's numbers
    """Every number of a planner by name, those of its parts included."""
    flat: dict[str, float] = {}
    for name, value in knobs._asdict().items():
        flat |= _flat(value) if isinstance(value, tuple) else {name: value}
    return flat


def _any_year() -> list[Told]:
    """A year of every kind of morning."""
    luck = np.random.default_rng(11)
    days = []
    for day in range(A_YEAR):
        answers = [int(one) * 10 for one in luck.integers(2, 10, 3)]
        pain, fatigue, evening = (one if luck.random() < 0.85 else UNTOLD for one in answers)
        days.append(
            Told(
                day,
                pain,
                fatigue,
                0,
                100 if luck.random() < 0.8 else UNTOLD,
                float(luck.uniform(10, 60)) if luck.random() < 0.7 else float(UNTOLD),
                int(luck.integers(0, 10)) * 10,
                float(luck.normal()),
                evening,
                float(luck.uniform(20, 80)),
            )
        )
    return days
