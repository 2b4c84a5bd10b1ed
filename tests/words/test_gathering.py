"""Whatever a page or a program may ask for is found where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.words.gathering import OF_PAGES, OF_READERS, asked_in, in_a_template

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("page", "msgid", "context"),
    [
        ('{% translate "Done" %}', "Done", None),
        ("{% trans 'Done' as word %}", "Done", None),
        ('{% translate "5 % more" %}', "5 %% more", None),
        ('{% translate "May" context "month" %}', "May", "month"),
        ('{{ _("Done") }}', "Done", None),
        ('{{ name|default:_("nobody") }}', "nobody", None),
        ('{% include "a.html" with word=_("Back") %}', "Back", None),
        ("{% blocktranslate %}It is {{ dose }}.{% endblocktranslate %}", "It is %(dose)s.", None),
        (
            (
                "{% blocktranslate with dose=step.dose trimmed %}\n  It is\n  {{ dose }}.\n"
                "{% endblocktranslate %}"
            ),
            "It is %(dose)s.",
            None,
        ),
        (
            '{% blocktranslate context "offer" %}Try {{ dose }}{% endblocktranslate %}',
            "Try %(dose)s",
            "offer",
        ),
        (
            (
                "{% blocktranslate count days=days %}{{ days }} day{% plural %}{{ days }} days"
                "{% endblocktranslate %}"
            ),
            ("%(days)s day", "%(days)s days"),
            None,
        ),
        (
            (
                '{% blocktranslate count days=days context "left" trimmed %}\n {{ days }} day\n'
                "{% plural %}\n {{ days }} days\n{% endblocktranslate %}"
            ),
            ("%(days)s day", "%(days)s days"),
            "left",
        ),
    ],
)
def test_a_page_asks_in_each_of_djangos_ways(
    tmp_path: Path, page: str, msgid: str, context: str | None
) -> None:
    file = tmp_path / "page.html"
    file.write_text(f"<p>it's\n    “odd” (text\n  {page}\n</p>", encoding="utf-8")

    assert [(one.msgid, one.context) for one in in_a_template(file)] == [(msgid, context)]


def test_what_a_page_says_to_nobody_is_not_gathered(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text('{# translate "no" #}<p>plain {{ value }}</p>', encoding="utf-8")

    assert list(in_a_template(file)) == []


def test_a_word_for_translators_goes_along(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text('{# Translators: on a button #}\n{% translate "Done" %}', encoding="utf-8")

    assert [one.comments for one in in_a_template(file)] == [("Translators: on a button",)]


@pytest.mark.parametrize(
    ("asks", "msgid", "context"),
    [
        ('_("Done")', "Done", None),
        ('gettext_lazy("Done")', "Done", None),
        ('words().gettext("One " "line.")', "One line.", None),
        ('ngettext("{n} day", "{n} days", many)', ("{n} day", "{n} days"), None),
        ('pgettext_lazy("month", "May")', "May", "month"),
        ('npgettext("left", "{n} day", "{n} days", many)', ("{n} day", "{n} days"), "left"),
    ],
)
def test_a_program_asks_in_each_of_gettexts_ways(
    tmp_path: Path, asks: str, msgid: str, context: str | None
) -> None:
    file = tmp_path / "view.py"
    file.write_text(f"told = {asks}\n", encoding="utf-8")

    assert [(one.msgid, one.context) for one in asked_in(file, OF_PAGES)] == [(msgid, context)]


def test_the_sentence_of_a_reader_is_gathered_with_its_gaps(tmp_path: Path) -> None:
    file = tmp_path / "reader.py"
    file.write_text('raise CannotRead(Sentence("No {what}.", {"what": name}))\n', encoding="utf-8")

    assert [one.msgid for one in asked_in(file, OF_READERS)] == ["No {what}."]
