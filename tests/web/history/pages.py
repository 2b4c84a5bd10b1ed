"""What the tests of history read off a page: its words, its forms, the keys in them."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpResponse

_DRAWN = re.compile(r"<(svg|style|head)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def text_of(answer: HttpResponse) -> str:
    """The words of a page, its drawings left out, with single spaces."""
    page = answer.content.decode()
    words = _TAG.sub(" ", _DRAWN.sub(" ", page))
    return " ".join(html.unescape(words).split()).replace(" .", ".").replace(" ,", ",")


def markup_of(answer: HttpResponse) -> str:
    """The page as it was sent."""
    return answer.content.decode()


def keys_of(answer: HttpResponse) -> list[str]:
    """The key of each form of a page, in their order."""
    return re.findall(r'name="key" value="([^"]+)"', markup_of(answer))
