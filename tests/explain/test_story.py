"""The story of a diary."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from steadystep.core import reasons
from steadystep.core.decision import Action, Flare
from steadystep.core.diary import Assumed, DiaryDay, DiaryTerms
from steadystep.core.diary import replay as replayed
from steadystep.core.facts import DayFacts, FlareWord
from steadystep.core.observations import Unit
from steadystep.core.reasons import Felt
from steadystep.core.signal import NOTHING_KNOWN, Reference
from steadystep.explain import Tally, assumed, banned_in, story, tally, told
from steadystep.explain.counting import FirstAndLast, Swings
from tests.explain.catalogues import Nowhere
from tests.explain.invented import a_day
from tests.explain.reading_age import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.explain import Section

ANSWERS = DiaryTerms()
LOADS = DiaryTerms(has_load=True, unit=Unit.STEPS)
MOST_WORDS = 20
HELD = reasons.TooSoon(5, 7)
# In the terms of usual 4 and a warning rise of 1½.
CALM, RAISED, HIGH = 40, 50, 80


def red(number: int, why: reasons.Reason, **facts: object) -> DiaryDay:
    return a_day(number, why, {"pain": HIGH, **facts}, action=Action.EASE, flare=Flare.RED)


def held(number: int, **facts: object) -> DiaryDay:
    return a_day(number, HELD, {"pain": CALM, **facts})


def on_its_own(number: int) -> DiaryDay:
    return red(number, reasons.FlareOnItsOwn(Felt()))


def after_rise(number: int) -> DiaryDay:
    return red(number, reasons.FlareAfterRise(Felt(), 1, 60, 50, 14))


def section(sections: Sequence[Section], heading: str) -> tuple[str, ...]:
    (one,) = [one for one in sections if one.heading == heading]
    return one.sentences


def swinging(booms: Sequence[int], busts: Sequence[int], days: int = 40) -> list[DiaryDay]:
    """A diary with these big and small days; each is told the morning after."""
    return [
        a_day(
            number,
            HELD,
            {"load": 30_000, "pain": CALM},
            boom=number - 1 in booms,
            bust=number - 1 in busts,
            unit=Unit.STEPS,
        )
        for number in range(days)
    ]


def an_invented_year(*, load: bool) -> list[DiaryDay]:
    chance = Random(7)
    pain, days = 40, []
    for number in range(400):
        pain = max(0, min(100, round(pain + (45 - pain) * 0.3 + chance.gauss(0, 8))))
        known: dict[str, Any] = (
            {"pain": pain // 10 * 10, "fatigue": pain} if chance.random() < 0.9 else {}
        )
        if load and chance.random() < 0.9:
            known["load"] = int(30_000 * chance.lognormvariate(0, 0.5))
        days.append(DayFacts(day=date(2024, 1, 1) + timedelta(days=number), **known))
    return list(replayed(days, LOADS if load else ANSWERS))


# ---------------------------------------------------------------------------- in short


def counted(**parts: object) -> Tally:
    nothing = tally([held(0)])
    return replace(nothing, **parts)  # type: ignore[arg-type]


def a_load_known() -> Swings:
    return replace(tally([held(0)]).swings, known_days=1)


def test_the_first_sentence_lets_someone_decide() -> None:
    once = tally([held(0)]).whole
    whole = replace(once, days=551, held=491, offered=41, stepped_back=0)
    recent = replace(once, days=60, held=41, offered=6, stepped_back=4)

    assert told(counted(whole=whole, recent=recent), ANSWERS)[0].sentences == (
        "In these 551 days the rule would have held 491, offered 41 and stepped back 0.",
        "On your last 60 days this rule would have held 41, offered 6, stepped back 4.",
        "Nobody followed this: it shows what the rule would have said.",
        "What would have come of it, nobody can know.",
    )


def test_a_diary_of_sixty_days_has_no_last_sixty_of_its_own() -> None:
    sixty = [held(number) for number in range(60)]

    assert tally(sixty).recent is None
    assert tally([*sixty, held(60)]).recent == tally(sixty).whole


def test_a_single_day_is_told_in_the_singular() -> None:
    days, silence = section(story([held(0)], ANSWERS), "The days")

    assert story([held(0)], ANSWERS)[0].sentences[0] == (
        "In this 1 day the rule would have held 1, offered 0 and stepped back 0."
    )
    assert (days, silence) == (
        "You answered on 1 of 1 day.",
        "There was an answer on every day.",
    )


def test_an_empty_diary_says_so() -> None:
    (empty,) = story([], ANSWERS)

    assert empty.sentences == ("This diary has no days.",)


def test_under_malaise_the_story_tells_of_a_limit_and_of_no_offers() -> None:
    days = [
        a_day(number, reasons.PacingOnly(50, eased=False), action=Action.PACING_ONLY)
        for number in range(70)
    ]

    assert story(days, ANSWERS)[0].sentences[:2] == (
        "In these 70 days the rule would have set a limit on 70 and offered nothing.",
        "On your last 60 days this rule would have set a limit on 60.",
    )


def test_a_diary_without_a_plan_gives_nothing_to_decide_about() -> None:
    days = [
        a_day(number, reasons.NoPlanYet(0, 3), action=Action.NO_PLAN, level=None, dose=None)
        for number in range(3)
    ]
    told_of = story(days, LOADS)

    assert told_of[0].sentences[0] == "In these 3 days there was no plan to decide about."
    assert section(told_of, "The step") == ("There was never a step to tell of.",)
    assert section(told_of, "The days") == (
        "You answered on 0 of 3 days.",
        "The longest silence lasted 3 days.",
        "On 3 days there was no plan.",
    )


# ---------------------------------------------------------------------------- the days


def test_each_day_is_counted_by_what_would_have_been_done() -> None:
    actions = [*Action, Action.HOLD]
    days = [a_day(number, HELD, action=action) for number, action in enumerate(actions)]
    whole = tally(days).whole

    assert whole.held == 3
    assert (
        whole.days
        == 11
        == sum(
            (
                *(whole.held, whole.offered, whole.stepped_back, whole.eased, whole.eased_in),
                *(whole.paced, whole.paused, whole.no_plan, whole.started),
            )
        )
    )


def test_the_days_beside_holds_and_offers_are_told_where_there_are_any() -> None:
    actions = (Action.EASE, Action.EASE, Action.EASE_IN, Action.NO_PLAN, Action.PAUSE)
    days = [a_day(number, HELD, action=action) for number, action in enumerate(actions)]

    assert section(story(days, ANSWERS), "In short")[1] == "On 2 days it would have eased the step."
    assert section(story(days, ANSWERS), "The days")[2:] == (
        "On 1 day it would have been smaller after a gap.",
        "On 1 day there was no plan.",
        "On 1 day the plan was paused.",
    )


def test_the_longest_silence_is_found_between_answers() -> None:
    silent = [a_day(number, HELD) for number in (1, 2, 4, 5, 6)]

    assert tally([held(0), *silent[:2], held(3), *silent[2:], held(7)]).silence == 3


# ---------------------------------------------------------------------------- flares


def test_a_diary_without_a_flare_says_so() -> None:
    assert section(story([held(0)], ANSWERS), "Flares") == (
        "There was no flare in this diary.",
        "There was no warning day besides.",
    )


def test_a_flare_lasts_until_it_is_calm() -> None:
    raised, silent = held(1, pain=RAISED), a_day(2, HELD)
    days = [on_its_own(0), raised, silent, on_its_own(3), held(4), on_its_own(5)]

    assert tally(days).flares.episodes == 2
    assert tally(days).flares.red_days == 3


def test_a_calm_answer_in_fog_mode_ends_a_flare_too() -> None:
    same = a_day(1, HELD, {"than_usual": 0})
    worse = a_day(1, HELD, {"than_usual": 1})

    assert tally([on_its_own(0), same, on_its_own(2)]).flares.episodes == 2
    assert tally([on_its_own(0), worse, on_its_own(2)]).flares.episodes == 1


def test_flares_are_told_by_what_they_followed() -> None:
    big = red(4, reasons.FlareAfterBigDay(Felt(), date(2024, 5, 2)))
    days = [after_rise(0), held(1), on_its_own(2), held(3), big, held(5), on_its_own(6)]

    assert section(story(days, ANSWERS), "Flares") == (
        "There were 4 flares, with 4 flare days in all.",
        "This is read off the numbers: nobody was asked.",
        "1 came within days of a new step.",
        "1 came within days of a big day.",
        "2 came on their own.",
        "There was no warning day besides.",
    )


def test_a_flare_understood_the_morning_after_followed_a_rise() -> None:
    calm_by_then = a_day(1, reasons.FlareAfterRise(Felt(), 0, 60, 50, 14), {"pain": CALM})
    flares = tally([on_its_own(0), calm_by_then, on_its_own(2)]).flares

    assert (flares.after_rise, flares.on_their_own) == (1, 1)


def test_one_long_flare_and_its_marks_and_warnings_are_told() -> None:
    marked = red(1, reasons.Easing(0), flare=FlareWord.A_FLARE)
    warning = a_day(2, HELD, {"pain": 55}, flare=Flare.AMBER)

    assert section(story([on_its_own(0), marked, warning], ANSWERS), "Flares") == (
        "There was one flare, with 2 flare days.",
        "You marked 1 day as a flare yourself.",
        "1 came on its own.",
        "There was 1 warning day.",
    )


# ---------------------------------------------------------------------------- big and small days


def test_a_diary_without_loads_does_not_speak_of_big_days() -> None:
    assert section(story([held(0)], ANSWERS), "Big and small days") == (
        "The diary does not say how much was moved on a day.",
    )


def test_a_diary_without_big_days_says_so() -> None:
    assert section(story(swinging([], []), LOADS), "Big and small days") == (
        "There was no day far bigger than the ones before.",
        "There was no day far smaller than the ones before.",
    )


def test_boom_and_bust_is_said_where_small_days_follow_big_ones_more_often() -> None:
    days = swinging([10, 15, 20, 25, 30], [12, 17, 22])

    assert section(story(days, LOADS), "Big and small days") == (
        "5 days were far bigger than the ones before.",
        "3 days were far smaller than the ones before.",
        "A far smaller day followed within three days after 3 of 5 big days.",
        "The same came after 6 of 24 other days.",
        "That is 60 in 100, against 25 in 100.",
        "So there is a boom–bust pattern in this diary.",
    )


def test_where_small_days_follow_other_days_as_often_both_shares_are_told() -> None:
    sentences = section(story(swinging([20], [10, 30]), LOADS), "Big and small days")

    assert sentences[2:] == (
        "A far smaller day followed within three days after 0 of 1 big day.",
        "The same came after 6 of 28 other days.",
        "That is 0 in 100, against 21 in 100.",
        "So small days do not follow big days more often here.",
        "Those are few big days, so this is a guess.",
    )


def test_as_often_is_not_more_often() -> None:
    swings = tally([held(0)]).swings

    assert not replace(
        swings, looked_after=2, bust_after=1, other_days=4, bust_after_other=2
    ).busts_follow_booms
    assert replace(
        swings, looked_after=2, bust_after=1, other_days=5, bust_after_other=2
    ).busts_follow_booms


def test_a_day_is_looked_after_once_enough_days_before_and_after_it_are_known() -> None:
    swings = tally(swinging([], [])).swings

    assert swings.known_days == 40
    # From the eighth day on; the last day's weight is never told, nor that of the three before it.
    assert swings.other_days == 40 - 7 - 1 - 3


def test_a_day_with_too_few_loads_in_the_fortnight_before_it_is_not_weighed() -> None:
    days = swinging([], [])
    gap = [replace(one, facts=one.facts._replace(load=-1)) for one in days[8:22]]

    # Of the days after the gap, those with seven known loads behind them.
    assert tally([*days[:8], *gap, *days[22:]]).swings.other_days == 1 + (40 - 29 - 1 - 3)


# ---------------------------------------------------------------------------- the rest


def test_the_step_is_told_at_first_and_at_the_end() -> None:
    taken = a_day(1, reasons.StepTaken(50, 60, 48), {"pain": CALM}, level=60, dose=60)

    assert section(story([held(0), taken], ANSWERS), "The step") == (
        "The step would have gone from 5 minutes to 6 minutes.",
        "1 offer counts as taken.",
    )
    assert section(story([held(0)], ANSWERS), "The step") == (
        "The step began at 5 minutes, and is there at the end.",
        "No offer counts as taken.",
    )


def test_usual_is_told_at_first_and_at_the_end() -> None:
    later = a_day(1, HELD, reference=Reference(40, 35, 15, 15))

    assert section(story([held(0), later], ANSWERS), "Your usual") == (
        "Your usual pain was 4, and still is.",
        "Your usual fatigue was 4 at first, and 3.5 at the end.",
    )


def test_usual_of_one_symptom_alone_is_told_alone() -> None:
    tired = counted(usual_pain=None, usual_fatigue=FirstAndLast(40, 40))

    assert section(told(tired, ANSWERS), "Your usual") == (
        "Your usual fatigue was 4, and still is.",
    )


def test_usual_that_was_never_known_is_said_to_be_so() -> None:
    unknown = a_day(0, HELD, reference=NOTHING_KNOWN)

    assert section(story([unknown], ANSWERS), "Your usual") == (
        "There were too few answers to know what is usual for you.",
    )


def test_what_was_not_there_is_told_most_often_first() -> None:
    names = (("load", 6), ("usual", 5), ("answer", 4), ("pain", 3), ("fatigue", 1), ("ferritin", 1))

    assert section(
        told(counted(missing=names, swings=a_load_known()), LOADS), "What was not there"
    ) == (
        "On 6 days the load of the day before was not known.",
        "On 5 days your usual was not known yet.",
        "On 4 days there was no answer.",
        "On 3 days pain was not told.",
        "On 1 day fatigue was not told.",
        "On 1 day this was not there: ferritin.",
    )


def test_a_load_that_the_diary_never_speaks_of_is_not_told_day_by_day() -> None:
    days = [a_day(0, HELD, missing=("load",))]

    assert section(story(days, ANSWERS), "What was not there") == (
        "Nothing that the rule asks for was left open.",
    )


@pytest.mark.parametrize("load", [False, True])
def test_a_whole_story_has_short_sentences_no_heavy_word_and_no_cause(
    load: bool,  # noqa: FBT001 - a diary with loads, and one without
) -> None:
    days = an_invented_year(load=load)
    sentences = [each for one in story(days, LOADS if load else ANSWERS) for each in one.sentences]
    text = " ".join(sentences)

    assert all(len(words_of(one)) <= MOST_WORDS for one in sentences)
    assert all(one.endswith(".") for one in sentences)
    assert banned_in(text) == ()
    assert not any(word in text for word in ("{", "caus", "avoid", "prevent", "because", "better"))


@pytest.mark.parametrize("load", [False, True])
def test_a_whole_story_comes_from_the_catalogue(
    load: bool,  # noqa: FBT001 - a diary with loads, and one without
) -> None:
    sections = story(an_invented_year(load=load), LOADS if load else ANSWERS, Nowhere())
    text = "".join(one.heading + "".join(one.sentences) for one in sections)

    assert not any(letter.isascii() and letter.isalpha() for letter in text)


# ---------------------------------------------------------------------------- assumptions


def test_every_assumption_has_its_sentence() -> None:
    said = {one: assumed(one, DiaryTerms(start=25)) for one in Assumed}

    assert said == {
        Assumed.SCREENED_NEGATIVE: "The safety questions count as answered with no.",
        Assumed.PACING_ONLY: "Getting worse after effort is taken as given: nothing is offered.",
        Assumed.NOBODY_FOLLOWED: "Nobody followed this: it shows what the rule would have said.",
        Assumed.NOON: "Answers without a time are taken at noon.",
        Assumed.RED_IS_FLARE: "A day far above usual counts as a flare: nobody can be asked.",
        Assumed.USUAL_UP_UNANSWERED: (
            "Where usual seems to have moved up, nobody answers: offers stop."
        ),
        Assumed.START_FROM_LOAD: "The first step lies a little under the first ordinary days.",
        Assumed.DONE_FROM_LOAD: "A step counts as done by what was moved that day.",
        Assumed.ACCEPTED_FROM_LOAD: "An offer counts as taken once a few days in a row reach it.",
        Assumed.GAP_FROM_LOAD: "Days on which nothing is known to be moved count towards a gap.",
        Assumed.WALK_DONE_WHEN_ANSWERED: (
            "A walk of 2½ minutes is assumed, done on each day with an answer."
        ),
        Assumed.ACCEPTED_NEXT_ANSWER: "An offer counts as taken on the next day with an answer.",
    }
    assert all(banned_in(one) == () for one in said.values())
