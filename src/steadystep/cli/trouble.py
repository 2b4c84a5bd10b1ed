"""What stops a verb, in words for the person: why, and what to do next."""

from __future__ import annotations


class CannotDo(Exception):
    """What was asked cannot be done; the words say why, and what to do next."""
