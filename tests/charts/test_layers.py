"""Each kind of mark stands where the record puts it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from steadystep.charts import RecordDay, Words
from steadystep.charts.answers import Symptom, answer_layers, sign_layers
from steadystep.charts.axes import Band, dose_most, dose_ticks, time_axis, time_ticks
from steadystep.charts.dose import dose_layers
from steadystep.charts.grouping import grouped, ranges
from steadystep.charts.record import Spell, fatigue, flares, pain, watches
from steadystep.charts.sheet import Layer, Mark, Sheet
from steadystep.charts.spells import flare_layer, watching_layer
from steadystep.charts.theme import COMPACT, WIDE
from tests.charts.invented import FIRST, quiet_day, record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

BAND = Band(top=100, height=100, most=10)
PAIN = Symptom("pain", BAND, pain)


def diary(**facts: Sequence[object]) -> list[RecordDay]:
    """A record told column by column; None is a day on which it is not known."""
    rows = zip(*facts.values(), strict=True)
    return [
        replace(quiet_day(FIRST + timedelta(days=n)), **dict(zip(facts, row, strict=True)))
        for n, row in enumerate(rows)
    ]


def sheet(days: list[RecordDay]) -> Sheet:
    return Sheet(axis=time_axis(days, WIDE), layout=WIDE, words=Words(), rtl=False)


def path_of(layers: list[Layer], mark: Mark) -> str:
    """All the path data of one mark."""
    drawing = next(layer.drawing for layer in layers if layer.mark is mark)
    return " ".join(re.findall(r' d="([^"]+)"', drawing))


def answers(days: list[RecordDay]) -> list[Layer]:
    return answer_layers(days, days, sheet(days), PAIN)


def doses(days: list[RecordDay]) -> list[Layer]:
    return dose_layers(days, sheet(days), BAND)


def day(number: int) -> date:
    return FIRST + timedelta(days=number - 1)


def test_a_line_of_answers_never_bridges_a_silent_day() -> None:
    line = path_of(answers(diary(pain=[4, 5, None, 5, 4])), Mark.ANSWER)

    assert len(re.findall(r"M[^M]*L", line)) == 2


def test_a_date_that_is_missing_altogether_is_a_gap_as_well() -> None:
    days = diary(pain=[4, 5, 5, 4])
    days.pop(1)

    line = path_of(answers(days), Mark.ANSWER)

    assert len(re.findall(r"M[^M]*L", line)) == 1


def test_an_answer_between_two_silent_days_is_a_dot_even_where_days_are_thin() -> None:
    days = diary(pain=[None, 4, None, *[None] * 361])

    assert path_of(answers(days), Mark.ANSWER).count("h0") == 1


def test_a_warning_above_the_scale_is_not_drawn() -> None:
    layers = answers(diary(pain=[9, 9], usual_pain=[9, 9], warning_pain=[10.5, 10.5]))

    assert path_of(layers, Mark.USUAL)
    assert not path_of(layers, Mark.WARNING)


def test_an_eased_day_is_filled_lower_while_the_staircase_stays() -> None:
    layers = doses(diary(level=[6, 6, 6], dose=[6, 4, 6]))

    assert path_of(layers, Mark.LEVEL).count("V") == 1
    assert "V160H" in path_of(layers, Mark.DOSE)
    assert path_of(layers, Mark.DOSE).count("V140") == 2


def test_days_without_a_plan_are_blank() -> None:
    layers = doses(diary(level=[6, None, 6], dose=[6, None, 6]))

    assert path_of(layers, Mark.LEVEL).count("M") == 2
    assert path_of(layers, Mark.DOSE).count("M") == 2


def test_a_day_above_the_step_stands_on_a_stem_and_a_day_below_has_none() -> None:
    layers = doses(diary(level=[4, 4, 4], load=[6, 4, 2]))

    stems, dots = re.findall(
        r' d="([^"]+)"', next(layer.drawing for layer in layers if layer.mark is Mark.LOAD)
    )
    assert stems.count("M") == 1
    assert dots.count("h0") == 3


def test_a_day_beyond_the_scale_is_crossed_at_the_edge() -> None:
    layers = doses(diary(load=[4, 40]))

    assert path_of(layers, Mark.OVER)
    assert not path_of(doses(diary(load=[4, 10])), Mark.OVER)


def test_one_boom_does_not_flatten_a_record_of_small_steps() -> None:
    days = diary(level=[5] * 20, load=[5] * 19 + [90])

    assert dose_most(days, WIDE) == 10


def test_loads_that_are_always_larger_than_the_plan_set_the_scale() -> None:
    days = diary(level=[5] * 20, load=[60] * 20)

    assert dose_most(days, WIDE) >= 60


def test_a_scale_of_nought_still_has_room() -> None:
    assert dose_most(diary(load=[0, 0]), WIDE) == 1
    assert dose_most(diary(level=[0]), WIDE) == 1


@given(most=st.floats(0.1, 1e6), at_most=st.integers(3, 6))
def test_a_scale_has_a_few_round_numbers(most: float, at_most: int) -> None:
    ticks = dose_ticks(most, at_most)

    assert 2 <= len(ticks) <= at_most
    assert ticks[-1] <= most * 1.000001


def test_an_offer_made_again_carries_its_size_once() -> None:
    layers = doses(diary(level=[4] * 4, offered=[5, 5, 5, None]))
    drawing = next(layer.drawing for layer in layers if layer.mark is Mark.OFFER)

    assert drawing.count("<text") == 1
    assert path_of(layers, Mark.OFFER).count("z") == 3


def test_amber_and_red_differ_in_shape_as_well_as_in_colour() -> None:
    days = diary(pain=[7, 9], usual_pain=[4, 4], warning_pain=[6, 6], flare=["amber", "red"])
    layers = sign_layers(days, sheet(days), [PAIN], lane=90)

    assert "l" in path_of(layers, Mark.AMBER)
    assert "h" in path_of(layers, Mark.RED)
    assert "l" not in path_of(layers, Mark.RED)


def test_a_sign_stands_on_the_symptom_that_gave_it() -> None:
    tired = Symptom("fatigue", Band(top=300, height=100, most=10), fatigue)
    days = diary(pain=[4], fatigue=[9], warning_pain=[6], warning_fatigue=[7], flare=["red"])

    square = path_of(sign_layers(days, sheet(days), [PAIN, tired], lane=90), Mark.RED)

    assert re.findall(r"M\S+ ([\d.]+)h", square) == ["306"]


def test_a_flare_below_both_warnings_stands_on_the_symptom_most_above_usual() -> None:
    tired = Symptom("fatigue", Band(top=300, height=100, most=10), fatigue)
    days = diary(pain=[5], usual_pain=[3], fatigue=[6], usual_fatigue=[6], flare=["red"])

    square = path_of(sign_layers(days, sheet(days), [PAIN, tired], lane=90), Mark.RED)

    assert re.findall(r"M\S+ ([\d.]+)h", square) == ["146"]


def test_a_red_day_without_an_answer_stands_in_the_lane_above() -> None:
    days = diary(flare=["red"], level=[4])

    square = path_of(sign_layers(days, sheet(days), [], lane=90), Mark.RED)

    assert re.findall(r"M\S+ ([\d.]+)h", square) == ["86"]


def test_a_flare_lasts_from_its_first_red_day_through_the_eased_days() -> None:
    days = diary(
        pain=[4, 8, 7, 6, 5, 4],
        flare=["amber", "red", "red", "amber", "none", "none"],
        action=["hold", "ease", "ease", "ease", "ease", "hold"],
    )

    assert flares(days) == [Spell(day(2), day(5))]


def test_a_named_flare_is_a_flare_without_any_number() -> None:
    days = diary(marked=[False, True, False], pain=[4, None, 4])

    assert flares(days) == [Spell(day(2), day(2))]


def test_two_silent_days_do_not_end_a_flare_and_a_silent_week_does() -> None:
    red, none = "red", "none"
    short = diary(pain=[8, None, None, 8], flare=[red, none, none, red])
    long = diary(pain=[8, *[None] * 7, 8], flare=[red, *[none] * 7, red])

    assert len(flares(short)) == 1
    assert len(flares(long)) == 2


def test_each_open_window_has_its_own_bracket() -> None:
    days = diary(watching=[True, True, False, True])

    assert watches(days) == [Spell(day(1), day(2)), Spell(day(4), day(4))]
    assert watching_layer(days, sheet(days), y=50).drawing.count("M") == 2


def test_flares_that_lie_close_share_one_name() -> None:
    days = diary(pain=[4] * 364, marked=[number in {100, 102} for number in range(364)])

    layer = flare_layer(days, sheet(days), top=10, bottom=90)

    assert path_of([layer], Mark.FLARE).count("z") == 2
    assert layer.drawing.count("<text") == 1


def test_a_group_of_days_keeps_its_middle_and_every_sign_within() -> None:
    days = diary(
        pain=[1, 2, 9, None, 2, 3, 2],
        level=[4, 4, 4, 4, 5, 5, None],
        load=[2, 4, None, None, None, None, 6],
        flare=["none", "amber", "red", "none", "none", "none", "none"],
        boom=[False, True, False, False, False, False, False],
    )

    (week,) = grouped(days, days_each=7)

    assert (week.day, week.pain, week.level, week.load) == (FIRST, 2, 4, 4)
    assert (week.flare, week.boom, week.bust) == ("red", True, False)
    assert [each[1:] for each in ranges(days, days_each=7, read=pain)] == [(1, 9)]


def test_a_group_without_an_answer_stays_a_gap() -> None:
    (week,) = grouped(diary(pain=[None, None]), days_each=7)

    assert (week.pain, week.level, week.load, week.flare) == (None, None, None, "none")


def test_days_are_grouped_when_they_are_thinner_than_a_line() -> None:
    assert time_axis(record(84), WIDE).days_each == 1
    assert time_axis(record(364), WIDE).days_each == 1
    assert time_axis(record(364), COMPACT).days_each == 7
    assert time_axis(record(3652), WIDE).days_each == 7
    assert time_axis(record(3652), COMPACT).days_each == 28


def test_dates_thin_out_from_days_to_years() -> None:
    def labels(days: int) -> list[str]:
        return [tick.label for tick in time_ticks(time_axis(record(days), WIDE), WIDE, Words())]

    assert labels(14)[:2] == ["3 Aug", "4 Aug"]
    assert labels(84)[:2] == ["3 Aug", "10 Aug"]
    assert labels(364)[:2] == ["Sep", "Oct"]
    assert labels(3652)[:2] == ["2027", "2028"]


def test_a_year_is_written_once_and_again_when_it_turns() -> None:
    years = [tick.year for tick in time_ticks(time_axis(record(364), WIDE), WIDE, Words())]

    assert [year for year in years if year] == ["2026", "2027"]
