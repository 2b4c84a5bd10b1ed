"""All that is said to be so stands once, with what it stands on."""

from __future__ import annotations

from dataclasses import replace

from steadystep.chapters import Grade, claims, numbered, numbers_of, sources
from tests.chapters.invented import FRONT, chapter_of, programme_of

ONE = chapter_of()
OTHER = FRONT.replace("Pain was lower by 5", "Tiredness was lower by 7")
TWO = replace(chapter_of(OTHER), day=2)


def test_a_claim_that_is_said_twice_stands_once_with_both_days() -> None:
    told = claims(programme_of(ONE, TWO), "en")
    assert [(one.claim.text, one.days) for one in told] == [
        ("Water is wet.", (1, 2)),
        ("Pain was lower by 5 points of 100.", (1,)),
        ("Tiredness was lower by 7 points of 100.", (2,)),
    ]
    assert [one.sources for one in told[:2]] == [(ONE.sources[0],), (ONE.sources[1],)]


def test_a_claim_that_is_surer_on_another_day_stands_by_itself() -> None:
    surer = replace(chapter_of(FRONT.replace('"moderate"', '"high"')), day=2)
    told = claims(programme_of(ONE, surer), "en")
    assert [(one.claim.grade, one.days) for one in told[1:]] == [
        (Grade.MODERATE, (1,)),
        (Grade.HIGH, (2,)),
    ]


def test_what_is_not_there_in_a_language_comes_in_the_first() -> None:
    hebrew = replace(chapter_of(FRONT.replace("Water is wet.", "מים.")), language="he")
    told = claims(programme_of(ONE, hebrew, TWO), "he")
    assert [(one.claim.text, one.days) for one in told] == [
        ("מים.", (1,)),
        ("Pain was lower by 5 points of 100.", (1,)),
        ("Water is wet.", (2,)),
        ("Tiredness was lower by 7 points of 100.", (2,)),
    ]


def test_what_is_there_in_a_later_language_alone_is_passed_over() -> None:
    programme = replace(programme_of(replace(ONE, language="he")), languages=("en", "he"))
    assert claims(programme, "en") == ()
    assert sources(programme, "en") == ()


def test_a_source_that_is_not_there_is_left_out() -> None:
    chapter = replace(ONE, sources=ONE.sources[:1])
    told = claims(programme_of(chapter), "en")
    assert [one.sources for one in told] == [(ONE.sources[0],), ()]


def test_each_source_stands_once_in_the_order_of_its_authors() -> None:
    told = sources(programme_of(TWO, ONE), "en")
    assert [(one.cite, days) for one, days in told] == [
        ("Tales A. On water. 2020.", (1, 2)),
        ("Walks B. On walks. 2021.", (1, 2)),
    ]


def test_claims_are_numbered_as_the_text_leans_on_them_and_not_as_they_are_listed() -> None:
    turned = replace(ONE, claims=ONE.claims[::-1])
    assert numbers_of(turned) == numbers_of(ONE)
    assert [one.name for _, one in numbered(turned)] == list(numbers_of(ONE))
    assert [number for number, _ in numbered(turned)] == list(range(1, len(ONE.claims) + 1))
