"""The invented person of `serve --demo` moves into the throw-away log of this start."""

from __future__ import annotations

import os

from django.conf import settings

from steadystep.web.home.life import twelve_weeks
from steadystep.web.record.door import person_log
from steadystep.web.record.preferences import first_spoken
from steadystep.web.record.words import words_for

# Where a terminal says what its person reads; the first that says anything is heard.
_SAID_IN = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def move_in() -> None:
    """Write her twelve weeks up to yesterday, in the language of the terminal."""
    language = _language()
    log = person_log()
    log.append(twelve_weeks(settings.STEADYSTEP_CLOCK(), words_for(language), language))


def _language() -> str:
    said = next((os.environ[name] for name in _SAID_IN if os.environ.get(name)), "")
    return first_spoken(said.partition(".")[0].replace(":", ",").replace("_", "-"))
