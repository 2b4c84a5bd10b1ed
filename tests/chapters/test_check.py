"""Each rule of the checker, by a chapter that breaks it; and one that breaks none."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from steadystep.chapters import LIVING, OPENS, Chapter, Problem, Programme, check
from steadystep.explain.banned import banned_in
from tests.chapters.invented import BODY, FILLING, FRONT, chapter_of, programme_of

TODAY = date(2026, 11, 23)
# Two hundred and fifty words in Hebrew, all of them short, and what is cited.
HEBREW_BODY = BODY.replace(FILLING, " ".join(["היום אנחנו יושבים ליד הים."] * 50))
HEBREW_FRONT = FRONT.replace('"Water is wet."', '"מים הם דבר רטוב."').replace(
    '"Pain was lower by 5 points of 100."', '"הכאב ירד ב־5 מתוך 100."'
)


def looked(*chapters: Chapter, days: int = 3) -> tuple[Problem, ...]:
    return look(programme_of(*chapters, days=days))


def look(programme: Programme) -> tuple[Problem, ...]:
    return check(programme, banned=banned_in, living=LIVING, opens=OPENS, today=TODAY)


def told(front: str = FRONT, body: str = BODY) -> list[str]:
    """What is said of one chapter, without its file."""
    found = looked(chapter_of(front, body))
    assert {one.file for one in found} <= {"day-01/en.md"}
    return [one.what for one in found]


def hebrew(front: str = HEBREW_FRONT, body: str = HEBREW_BODY) -> Chapter:
    return chapter_of(front, body, language="he")


def said_of_hebrew(front: str = HEBREW_FRONT, body: str = HEBREW_BODY) -> list[str]:
    return [str(one) for one in looked(chapter_of(), hebrew(front, body))]


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
        "no page knows ':: zzz'. There are: boom-bust-trap, "
    )


# Words ----------------------------------------------------------------------------------------

FOURTEEN = "We sit by the sea and look at one boat and at the sea."
FIFTEEN = FOURTEEN.replace("one boat", "one red boat")


def test_a_sentence_has_fourteen_words_at_the_most() -> None:
    assert told(body=f"{BODY}\n{FOURTEEN}") == []
    for body in (f"{BODY}\n\n{FIFTEEN}", f"{BODY}\n\n- {FIFTEEN}", f"{BODY}\n\n> {FIFTEEN}"):
        found = looked(chapter_of(body=body))
        assert [one.what for one in found] == [f"15 words, and 14 are the most: “{FIFTEEN}”"]
        assert found[0].line == FRONT.count("\n") + body.count("\n") + 4


def test_a_sentence_is_found_where_claims_are_cited_in_it() -> None:
    body = f"{BODY}\n\n**We sit**[^water] by{FIFTEEN.removeprefix('We sit by')}"
    found = looked(chapter_of(body=body))
    assert [one.line for one in found] == [FRONT.count("\n") + body.count("\n") + 4]


def test_a_heading_and_the_words_beside_the_text_are_short_too() -> None:
    assert told(body=f"{BODY}\n## {FIFTEEN}\n") == [f"15 words, and 14 are the most: “{FIFTEEN}”"]
    front = FRONT.replace("Drink a glass of water.", FIFTEEN)
    found = looked(chapter_of(front))
    assert [(one.line, one.is_hint) for one in found] == [(5, False)]


def test_a_claim_may_be_longer_and_a_very_long_one_is_a_hint() -> None:
    longer = FIFTEEN.replace("Water is wet.", "")
    assert told(FRONT.replace("Water is wet.", longer)) == []
    very = " ".join(["wet"] * 26)
    found = looked(chapter_of(FRONT.replace("Water is wet.", very)))
    assert [(one.line, one.is_hint) for one in found] == [(11, True)]


def test_a_word_that_we_do_not_use_is_named() -> None:
    found = looked(chapter_of(body=f"{BODY}\n\nYou should rest.\n"))
    assert [(one.what, one.line) for one in found] == [
        ("“should” is a word we do not use. Say it another way.", 46)
    ]
    for was in ("Two.", "Pain was lower", "People were watched."):
        assert len(told(FRONT.replace(was, f"It is only this. {was}"))) == 1


def test_what_somebody_says_may_be_a_word_we_do_not_use() -> None:
    for body in (
        "“I should rest,” many think.",
        'Many think "I should rest".',
        "‘I’m lazy, and I should rest,’ many think.",
        "> I should rest. I am lazy.",
        "„I should rest”, many think.",
    ):
        assert told(body=f"{BODY}\n\n{body}") == []
    assert len(told(body=f'{BODY}\n\nThe 5" board should hold 6".')) == 1


def test_a_mark_inside_a_hebrew_word_opens_no_quotation() -> None:
    sentence = 'בארה"ב צריך לנוח, וגם ד"ר כהן נח.'
    body = HEBREW_BODY.replace("\n\n## Slowly", f"\n\n{sentence}\n\n## Slowly")
    (problem,) = said_of_hebrew(body=body)
    assert "“צריך” is a word we do not use." in problem


@pytest.mark.parametrize(
    "address",
    [
        "See https://a.b for more.",
        "See www.example for more.",
        "See nice.org.uk for more.",
        "Look at //example here.",
        "Write to mailto:x today.",
        "It is data:image/png here.",
    ],
)
def test_an_address_has_no_place_in_the_text(address: str) -> None:
    (problem,) = told(body=f"{BODY}\n\n{address}")
    assert problem.endswith("looks like an address. Name it as a source, and cite it.")
    assert len(told(FRONT.replace("Two.", address))) == 1


def test_words_that_are_no_address_may_stay() -> None:
    assert told(body=f"{BODY}\n\nThis is what we know from data: little. It is 5.5 of 10.") == []


def test_a_chapter_has_250_to_500_words() -> None:
    few, many = FILLING.split(" ", maxsplit=10)[-1], f"{FILLING} {FILLING}"
    assert told(body=BODY.replace(FILLING, few)) == ["it has 247 words. 250 to 500 are wanted."]
    front = FRONT.replace("minutes = 2", "minutes = 4")
    assert told(front, BODY.replace(FILLING, many)) == ["it has 507 words. 250 to 500 are wanted."]


def test_the_minutes_are_those_it_takes() -> None:
    """257 words at 120 a minute take more than two minutes, and less than three."""
    assert told(FRONT.replace("minutes = 2", "minutes = 3")) == []
    found = looked(chapter_of(FRONT.replace("minutes = 2", "minutes = 4")))
    assert [(one.what, one.line) for one in found] == [("it says 4 minutes, and takes about 2.", 4)]


def test_a_chapter_of_a_few_words_takes_a_minute() -> None:
    front = FRONT.replace("minutes = 2", "minutes = 1")
    assert told(front, "Water is wet.[^water] It may help.[^pain]") == [
        "it has 6 words. 250 to 500 are wanted."
    ]


def test_long_words_are_hard_to_read() -> None:
    (problem,) = told(body=BODY.replace("one boat", "international communication"))
    assert problem.startswith("it reads at school grade ")
    assert problem.endswith("and 6 is the most. Shorter words and sentences help.")


def test_hebrew_is_measured_by_sentences_and_long_words() -> None:
    """Our own measure, and no school grade."""
    long = HEBREW_BODY.replace("יושבים", "כשמתיישבים")
    assert said_of_hebrew(body=long) == [
        "day-01/he.md: 19% of its words have 7 letters or more, and 10% are the most."
    ]
    joined = HEBREW_BODY.replace("הים. היום", "הים היום")
    assert [one.split(": ")[1] for one in said_of_hebrew(body=joined)][-1].startswith(
        "a sentence has "
    )


def test_a_third_language_has_the_counts_and_no_measure() -> None:
    chapter = replace(chapter_of(), language="xx")
    assert looked(chapter) == ()


# Claims ---------------------------------------------------------------------------------------


def test_what_is_cited_is_a_claim_and_every_claim_is_cited() -> None:
    body = BODY.replace("[^pain]", "[^pian]")
    found = looked(chapter_of(body=body))
    assert [(one.what, one.line) for one in found] == [
        ("the text cites [^pian], and no claim has that name.", 37),
        ("the claim 'pain' is not in the text. Put [^pain] where it is said.", 17),
    ]


def test_every_claim_has_a_source_and_a_choice_needs_none() -> None:
    front = FRONT.replace('["walks-2021"]', "[]")
    assert told(front) == [
        "the claim 'pain' has no source. Name one, or more.",
        "the source 'walks-2021' carries no claim. Cite it, or leave it out.",
    ]
    choice = FRONT.replace('"moderate"', '"choice"').replace('doubt = "People were watched."', "")
    assert told(choice) == []


def test_a_source_that_a_claim_names_is_there() -> None:
    assert told(FRONT.replace('["walks-2021"]', '["walks-2021", "none"]')) == [
        "the claim 'pain' names the source 'none', and there is none of that name."
    ]


def test_a_claim_from_studies_says_what_speaks_against_it() -> None:
    assert told(FRONT.replace("People were watched.", " ")) == [
        "the claim 'pain' has no doubt. Say what speaks against leaning on it."
    ]


def test_what_was_seen_nowhere_is_not_published() -> None:
    assert told(FRONT.replace('"abstract"', '"nowhere"')) == [
        "the source 'walks-2021' was seen nowhere. Look it up before you publish it."
    ]


@pytest.mark.parametrize("grade", ["high", "moderate", "stated"])
def test_one_copy_carries_nothing_that_is_said_to_be_known_well(grade: str) -> None:
    front = FRONT.replace('"abstract"', '"copy"').replace('"moderate"', f'"{grade}"')
    alone = f"the claim 'pain' is '{grade}', and was seen in one copy alone."
    assert told(front) == [f"{alone} Find a second one, or call it 'ungraded' or 'low'."]


def test_one_copy_carries_what_is_said_with_care_and_may_stand_beside_another() -> None:
    copy = FRONT.replace('"abstract"', '"copy"')
    for grade in ("low", "very_low", "ungraded", "choice"):
        assert told(copy.replace('"moderate"', f'"{grade}"')) == []
    assert told(copy.replace('["walks-2021"]', '["walks-2021", "tales-2020"]')) == []


def test_a_source_can_be_found() -> None:
    assert told(FRONT.replace('doi = "10.1000/walks"', "")) == [
        "the source 'walks-2021' has no 'doi' and no 'place'. Add one."
    ]
    (no_doi,) = told(FRONT.replace("10.1000/walks", "https://doi.org/10.1000/walks"))
    assert no_doi.startswith("'https://doi.org/10.1000/walks' is no DOI. It begins with 10.")
    (no_place,) = told(FRONT.replace('"example.org/water"', '"https://example.org/water"'))
    assert no_place.endswith(
        "has a place such as nice.org.uk/guidance, without https:// before it."
    )
    assert told(FRONT.replace("Walks B. On walks. 2021.", "")) == [
        "the source 'walks-2021' has no 'cite'. Say who wrote what, and when."
    ]


def test_a_claim_says_something() -> None:
    assert told(FRONT.replace("Water is wet.", " ")) == ["the claim 'water' has no words."]


def test_names_are_plain_and_stand_once() -> None:
    twice = FRONT.replace('name = "pain"', 'name = "water"')
    assert told(twice, BODY.replace("[^pain]", "")) == ["the claim 'water' is there twice."] * 2
    capital = FRONT.replace('name = "pain"', 'name = "Pain"')
    assert told(capital, BODY.replace("[^pain]", "[^Pain]")) == [
        "a claim's name is small letters, digits and hyphens: not 'Pain'."
    ]


def test_a_review_is_not_yet_to_come_and_is_due_after_a_year() -> None:
    found = looked(chapter_of(FRONT.replace("2026-11-20", "2026-11-24")))
    assert [(one.what, one.line, one.is_hint) for one in found] == [
        ("it was reviewed on 2026-11-24, which is yet to come.", 8, False)
    ]
    found = looked(chapter_of(FRONT.replace("2026-11-20", "2025-11-22")))
    assert [(one.what, one.is_hint) for one in found] == [
        ("its claims were last looked at on 2025-11-22. It is time again.", True)
    ]
    assert told(FRONT.replace("2026-11-20", "2025-11-23")) == []


def test_without_a_day_no_review_is_looked_at() -> None:
    programme = programme_of(chapter_of(FRONT.replace("2026-11-20", "2999-11-24")))
    assert check(programme, banned=banned_in, living=LIVING, opens=OPENS) == ()


def test_the_same_source_is_the_same_in_every_chapter() -> None:
    other = FRONT.replace("10.1000/walks", "10.1000/strolls").replace("On water", "On waters")
    second = replace(chapter_of(other), day=2, title="Two", file="day-02/en.md")
    found = looked(chapter_of(), second)
    assert [str(one) for one in found] == [
        "day-02/en.md, line 24: the source 'tales-2020' has another cite in day-01/en.md.",
        "day-02/en.md, line 30: the source 'walks-2021' has another doi in day-01/en.md.",
    ]


# Languages ------------------------------------------------------------------------------------


def test_every_language_is_there_and_no_other() -> None:
    programme = programme_of(chapter_of())
    titles = {"en": "One", "he": "אחת"}
    plan = tuple(replace(one, lines={**one.lines, "he": "אחת"}) for one in programme.plan)
    both = replace(programme, languages=("en", "he"), titles=titles, plan=plan)
    assert [str(one) for one in look(both)] == ["day-01: there is no he.md in its folder."]
    more = {**programme.chapters, (1, "xx"): replace(chapter_of(), language="xx")}
    assert [one.what for one in look(replace(programme, chapters=more))] == [
        "'xx' is none of the plan's languages. Add it there, or take this out."
    ]


def test_where_the_first_language_is_missing_the_others_are_still_read() -> None:
    programme = replace(programme_of(hebrew()), languages=("en", "he"))
    plan = tuple(replace(one, lines={"en": "One", "he": "One"}) for one in programme.plan)
    both = replace(programme, titles={"en": "One", "he": "אחת"}, plan=plan)
    assert [str(one) for one in look(both)] == ["day-01: there is no en.md in its folder."]


@pytest.mark.parametrize(
    ("body", "line", "what"),
    [
        (
            HEBREW_BODY.replace(":: own-picture", ""),
            None,
            "part 3 is not there, and in day-01/en.md it is :: own-picture.",
        ),
        (
            HEBREW_BODY.replace("own-picture", "four-kinds"),
            43,
            "part 3 is :: four-kinds, and in day-01/en.md it is :: own-picture.",
        ),
        (
            f"## לאט\n\n{HEBREW_BODY}",
            39,
            "part 1 is a text under a heading, and in day-01/en.md it is a text without a heading.",
        ),
        (
            f"{HEBREW_BODY}\nועוד.",
            45,
            "part 4 is a text without a heading, and in day-01/en.md it is not there.",
        ),
        (
            HEBREW_BODY.replace("[^pain]", "[^pain][^water]"),
            37,
            "part 1 does not cite what it does in day-01/en.md: water.",
        ),
    ],
)
def test_the_parts_are_the_same(body: str, line: int | None, what: str) -> None:
    found = looked(chapter_of(), hebrew(body=body))
    assert found == (Problem("day-01/he.md", what, line),)


@pytest.mark.parametrize(
    ("was", "now", "what"),
    [
        ('"moderate"', '"low"', "the claim 'pain' is 'low', and in day-01/en.md 'moderate'."),
        ("ב־5 מתוך", "ב־6 מתוך", "the claim 'pain' has other numbers than in day-01/en.md."),
        (
            '["walks-2021"]',
            '["walks-2021", "tales-2020"]',
            "the claim 'pain' does not name the sources that it names in day-01/en.md.",
        ),
    ],
)
def test_the_claims_are_the_same(was: str, now: str, what: str) -> None:
    found = said_of_hebrew(HEBREW_FRONT.replace(was, now))
    assert found == [f"day-01/he.md, line 17: {what}"]


def test_a_doubt_is_told_in_every_language() -> None:
    front = FRONT.replace('sources = ["tales', 'doubt = "Rarely."\nsources = ["tales')
    found = looked(chapter_of(front), hebrew())
    assert [str(one) for one in found] == [
        "day-01/he.md, line 11: the doubt of 'water' is in one language alone."
    ]


def test_a_claim_is_there_in_every_language() -> None:
    front = HEBREW_FRONT.replace('name = "pain"', 'name = "ache"')
    found = said_of_hebrew(front, HEBREW_BODY.replace("[^pain]", "[^ache]"))
    assert [one.partition(": ")[2] for one in found] == [
        "part 1 does not cite what it does in day-01/en.md: ache, pain.",
        "the claim 'pain' of day-01/en.md is not here.",
        "the claim 'ache' is not in day-01/en.md.",
    ]


def test_a_step_opens_the_same_and_sources_are_the_same() -> None:
    front = HEBREW_FRONT.replace('"check-in"', '"breathe"')
    assert said_of_hebrew(front) == [
        "day-01/he.md, line 6: its step opens 'breathe', and in day-01/en.md 'check-in'."
    ]
    more = HEBREW_FRONT + '\n[[sources]]\nname = "more"\ncite = "M."\nplace = "m"\nseen = "paper"\n'
    assert [one.partition(": ")[2] for one in said_of_hebrew(more)] == [
        "the source 'more' carries no claim. Cite it, or leave it out.",
        "its sources are not those of day-01/en.md.",
    ]


def test_numbers_may_stand_in_another_order_and_be_written_with_another_point() -> None:
    front = HEBREW_FRONT.replace("ב־5 מתוך 100", "מתוך 100 ב־5")
    assert said_of_hebrew(front) == []
