"""The labels of a picture, by way of a catalogue."""

from __future__ import annotations

from steadystep.charts import Words
from steadystep.core.observations import Unit
from steadystep.explain import ENGLISH
from steadystep.explain.pictures import counted_in, from_the_right, language, picture_words
from tests.explain.catalogues import German


def test_in_english_a_picture_has_its_own_words() -> None:
    assert picture_words(ENGLISH) == Words()


def test_a_catalogue_gives_what_it_knows() -> None:
    labels = picture_words(German())

    assert labels.months[4] == "Mai"
    assert labels.day_and_month == "{day}. {month}"
    assert (labels.thousands_mark, labels.decimal_mark) == (".", ",")
    assert labels.pain == "Pain"


def test_a_dose_is_counted_in_words() -> None:
    assert [counted_in(ENGLISH, unit) for unit in Unit] == ["minutes", "reps", "steps"]


def test_english_says_that_it_is_english() -> None:
    assert language(ENGLISH) == "en"
    assert not from_the_right(ENGLISH)
