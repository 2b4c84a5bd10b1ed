"""The tags that every template of ours may use without loading them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html

from steadystep.web.record.door import KEY, fresh_key

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def form_key() -> SafeString:
    """The hidden field that makes a form count once, however often it is sent."""
    return format_html('<input type="hidden" name="{}" value="{}">', KEY, fresh_key())
