"""One small movement a day, changed by the Rule of Two.

The names below are for those who study diaries; each is fetched when it is asked for, so that
`import steadystep` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from steadystep.cli.diary_file import Record, read_record
    from steadystep.cli.lines import json_lines
    from steadystep.core.decision import Action, Decision, Flare
    from steadystep.core.diary import DiaryTerms, replay
    from steadystep.core.policy import GENTLE, STEADY, Policy
    from steadystep.explain import ENGLISH, expert, said, story
    from steadystep.importers import Choices

__version__ = "0.1.0"

__all__ = [
    "ENGLISH",
    "GENTLE",
    "STEADY",
    "Action",
    "Choices",
    "Decision",
    "DiaryTerms",
    "Flare",
    "Policy",
    "Record",
    "__version__",
    "expert",
    "json_lines",
    "read_record",
    "replay",
    "said",
    "story",
]

_HOMES = {
    "steadystep.cli.diary_file": ("Record", "read_record"),
    "steadystep.cli.lines": ("json_lines",),
    "steadystep.core.decision": ("Action", "Decision", "Flare"),
    "steadystep.core.diary": ("DiaryTerms", "replay"),
    "steadystep.core.policy": ("GENTLE", "STEADY", "Policy"),
    "steadystep.explain": ("ENGLISH", "expert", "said", "story"),
    "steadystep.importers": ("Choices",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Fetch a public name from its room."""
    if name not in _HOME_OF:
        message = f"module 'steadystep' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOME_OF[name]), name)
