"""The tags that every template of ours may use without loading them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.formats import time_format
from django.utils.html import format_html

from steadystep.web.record.door import KEY, fresh_key

if TYPE_CHECKING:
    from datetime import datetime

    from django.utils.safestring import SafeString

    from steadystep.web.record.preferences import Preferences

register = template.Library()

WEB = Path(__file__).parents[2]


@register.simple_tag
def every_style() -> str:
    """The addresses of all features' styles, for a browser with time on its hands."""
    return " ".join(static(name) for name in _styles())


@cache
def _styles() -> tuple[str, ...]:
    """The names of all features' styles, as the files lie."""
    folders = [(one, WEB / one / "static" / one) for one in settings.FEATURES]
    return tuple(f"{one}/{file.name}" for one, place in folders for file in place.glob("*.css"))


@register.simple_tag
def form_key() -> SafeString:
    """The hidden field that makes a form count once, however often it is sent."""
    return format_html('<input type="hidden" name="{}" value="{}">', KEY, fresh_key())


@register.filter
def clock(moment: datetime, prefer: Preferences) -> str:
    """A time of day, written as the person reads clocks: `{{ entry.at|clock:prefer }}`."""
    how = {"24": "H:i", "12": "g:i A"}.get(prefer.clock, "TIME_FORMAT")
    return time_format(moment.time(), how)
