"""What can be chosen about how pages look, with a name for each choice in the person's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _

from steadystep.web.record.preferences import CHOICES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from steadystep.web.record.preferences import Preferences

# Kept whole and left to right, or a right-to-left line moves the sign to the far side.
_WHOLE = "\u2066{} %\u2069"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen.

    Attributes:
        value: As it stands in the log.
        name: What it is called.
        more: A few words about it.
        language: The language its name is in, where that is not the page's.
    """

    value: str
    name: str
    more: str = ""
    language: str = ""


def choices_of(name: str) -> tuple[Choice, ...]:
    """All that can be chosen for one preference, in the order in which it is offered."""
    named = _NAMED[name]()
    return tuple(named[value] for value in CHOICES[name])


def chosen_of(name: str, preferences: Preferences) -> Choice:
    """The choice that holds now."""
    value = getattr(preferences, name)
    if isinstance(value, bool):
        value = "on" if value else "off"
    return next(one for one in choices_of(name) if one.value == value)


def _languages() -> Mapping[str, Choice]:
    """Each language under its own name, so that whoever reads it finds it."""
    return {code: Choice(code, name, language=code) for code, name in settings.LANGUAGES}


def _text_sizes() -> Mapping[str, Choice]:
    return {
        "100": Choice("100", _("As it is"), _percent(100)),
        "125": Choice("125", _("A bit larger"), _percent(125)),
        "150": Choice("150", _("Larger"), _percent(150)),
        "175": Choice("175", _("Much larger"), _percent(175)),
        "200": Choice("200", _("Twice as large"), _percent(200)),
    }


def _percent(number: int) -> str:
    return _WHOLE.format(number)


def _themes() -> Mapping[str, Choice]:
    return {
        "auto": Choice("auto", _("Like my device")),
        "light": Choice("light", _("Light")),
        "dark": Choice("dark", _("Dark"), _("Easier on the eyes at night")),
    }


def _contrasts() -> Mapping[str, Choice]:
    return {
        "auto": Choice("auto", _("Calm"), _("Softer lines and greys")),
        "more": Choice("more", _("Strong"), _("Darker words and lines")),
    }


def _fog() -> Mapping[str, Choice]:
    return {
        "off": Choice("off", _("Off")),
        "on": Choice("on", _("On"), _("One thing at a time, one question a day")),
    }


def _clocks() -> Mapping[str, Choice]:
    return {
        "locale": Choice("locale", _("As usual in my language")),
        "24": Choice("24", _("24 hours"), "20:30"),
        "12": Choice("12", _("12 hours"), _("8:30 in the evening")),
    }


_NAMED: Mapping[str, Callable[[], Mapping[str, Choice]]] = {
    "language": _languages,
    "text_size": _text_sizes,
    "theme": _themes,
    "contrast": _contrasts,
    "fog": _fog,
    "clock": _clocks,
}
