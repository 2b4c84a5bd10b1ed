"""The tags that every template may use."""

from __future__ import annotations

import re

import pytest
from django.template import engines
from django.utils import translation

from steadystep.web.record.preferences import Preferences
from steadystep.web.record.templatetags.record import every_style
from tests.web.house import A_MORNING


def shown(template: str, **context: object) -> str:
    return engines["django"].from_string(template).render(context)


def test_each_form_has_a_key_of_its_own() -> None:
    keys = re.findall(r'name="key" value="([0-9a-f-]{36})"', shown("{% form_key %}{% form_key %}"))

    assert len(set(keys)) == 2


@pytest.mark.parametrize(
    ("clock", "language", "written"),
    [
        ("locale", "en", "8:30 a.m."),
        ("locale", "he", "08:30"),
        ("24", "en", "08:30"),
        ("12", "en", "8:30 AM"),
    ],
)
def test_a_time_is_written_as_the_person_reads_clocks(
    clock: str, language: str, written: str
) -> None:
    with translation.override(language):
        told = shown("{{ at|clock:prefer }}", at=A_MORNING, prefer=Preferences(clock=clock))

    assert told == written


def test_the_styles_of_all_features_are_known() -> None:
    every = every_style()

    assert re.search(r"/static/today/today\.[0-9a-f]{10}\.css", every)
    assert "/static/history/" in every
