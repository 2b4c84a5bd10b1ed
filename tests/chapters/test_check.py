"""Each rule of the checker, by a chapter that breaks it. Here: the plan, and the front matter."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from steadystep.chapters import Problem
from tests.chapters.invented import (
    BODY,
    FRONT,
    chapter_of,
    hebrew,
    look,
    looked,
    programme_of,
    told,
)


def test_where_all_is_well_nothing_is_said() -> None:
    assert looked(chapter_of()) == ()
    assert looked(chapter_of(), hebrew()) == ()


def test_a_problem_says_where_and_whether_it_may_stay() -> None:
    assert str(Problem("en.md", "look.", 3)) == "en.md, line 3: look."
    assert str(Problem("en.md", "look.", is_hint=True)) == "en.md: a hint: look."


# The plan -------------------------------------------------------------------------------------


def test_the_days_of_a_plan_are_one_two_three() -> None:
    programme = programme_of(chapter_of())
    one, two, three = programme.plan
    for plan in ((), (one, three), (one, two, two, three), (two, three)):
        problems = [one.what for one in look(replace(programme, plan=plan))]
        assert "the days are not 1, 2, 3 and so on, each once." in problems


def test_a_plan_has_a_title_and_a_line_for_each_day_in_each_language() -> None:
    programme = programme_of(chapter_of(), hebrew())
    one, two, three = programme.plan
    plan = (one, replace(two, lines={"en": "Two", "he": " "}), replace(three, lines={}))
    problems = look(replace(programme, plan=plan, titles={"en": "Small days"}))
    assert [str(one) for one in problems] == [
        "programme.toml: the programme has no title in 'he'.",
        "programme.toml: day 2 has no line in 'he'.",
        "programme.toml: day 3 has no line in 'en'.",
        "programme.toml: day 3 has no line in 'he'.",
    ]


def test_what_a_day_needs_comes_before_it() -> None:
    programme = programme_of(chapter_of())
    one, two, three = programme.plan
    plan = (one, replace(two, needs=(1, 2, 3, 40)), three)
    assert [one.what for one in look(replace(programme, plan=plan))] == [
        "day 2 needs day 2, which is not before it.",
        "day 2 needs day 3, which is not before it.",
        "day 2 needs day 40, which is not in the plan.",
    ]


def test_what_calls_a_chapter_up_is_something_that_happens() -> None:
    programme = programme_of(chapter_of())
    one, two, three = programme.plan
    plan = (one, replace(two, called_by=("boom", "bom")), replace(three, called_by=("rain",)))
    assert [one.what for one in look(replace(programme, plan=plan))] == [
        "day 2 is called by 'bom', which nothing is. Did you mean 'boom'?",
        "day 3 is called by 'rain', which nothing is. There are: boom, flare.",
    ]


def test_a_day_that_is_written_is_in_the_plan() -> None:
    late = replace(chapter_of(), day=4)
    assert [one.what for one in looked(late)] == [
        "day 4 is written, and the plan does not have it."
    ]


def test_a_title_that_is_not_the_plans_is_a_hint() -> None:
    found = looked(chapter_of(FRONT.replace('"One"', '"First"')))
    assert [(one.what, one.line, one.is_hint) for one in found] == [
        ("the plan calls it “One”, and its title is another.", 3, True)
    ]


# What a chapter says of itself ----------------------------------------------------------------


@pytest.mark.parametrize("name", ["title", "step", "opens", "tomorrow"])
def test_nothing_is_left_empty(name: str) -> None:
    front = re.sub(rf'^{name} = ".*"', f'{name} = " "', FRONT, flags=re.MULTILINE)
    found = looked(chapter_of(front))
    assert f"'{name}' is empty. Fill it." in [one.what for one in found if not one.is_hint]


def test_a_step_opens_what_a_page_knows() -> None:
    assert told(FRONT.replace('"check-in"', '"chekc-in"')) == [
        "no page opens 'chekc-in'. Did you mean 'check-in'?"
    ]


def test_what_lives_in_a_chapter_is_what_a_page_knows() -> None:
    found = looked(chapter_of(body=BODY.replace("own-picture", "own-pictures")))
    assert [one.what for one in found] == [
        "no page knows ':: own-pictures'. Did you mean 'own-picture'?"
    ]
    assert found[0].line == BODY.count("\n") + FRONT.count("\n") + 3
    assert told(body=BODY.replace("own-picture", "zzz"))[0].startswith(
        "no page knows ':: zzz'. There are: bad-day, boom-bust-trap, "
    )
