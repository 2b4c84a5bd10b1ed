"""What stands behind the reason that was told: its kind is known and no number, so none is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, assert_never, cast, get_args

from steadystep.explain.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadystep.explain.translations import Translations

# The kinds of what may stand in the way, in the order of `BLOCKER_KINDS`: a test holds the two
# lists together, and a kind without a sentence does not type-check.
Kind: TypeAlias = Literal[
    "calming",
    "unsettled",
    "watching",
    "no_answer_today",
    "few_answers",
    "half_pace",
    "learning_usual",
    "baseline_week",
    "not_yet_steady",
    "plateau",
    "too_soon",
    "back_off",
    "resting",
    "screen_due",
    "usual_moved_up",
    "big_day",
    "sleep_worse",
    "hrv_off",
    "heart_rate_up",
    "unsure",
    "guarded",
    "arrived",
]
_KINDS = frozenset(get_args(Kind))


def behind(kinds: Iterable[str], words: Translations) -> tuple[str, ...]:
    """Say each kind in one sentence; a kind that another version told goes unsaid."""
    return tuple(_kind(cast("Kind", one), words) for one in kinds if one in _KINDS)


@remembered
def _kind(kind: Kind, words: Translations) -> str:  # noqa: C901, PLR0912 - one case a kind
    match kind:
        case "calming":
            return words.gettext("We wait for calm days and answers after the flare.")
        case "unsettled":
            return words.gettext("We wait for a calm answer.")
        case "watching":
            return words.gettext("We watch how the last change sits.")
        case "no_answer_today":
            return words.gettext("We wait for today's answer.")
        case "few_answers":
            return words.gettext("We wait for a few answers within a week.")
        case "half_pace":
            return words.gettext("With fewer answers, new steps come further apart.")
        case "learning_usual":
            return words.gettext("We are still learning what is usual for you.")
        case "baseline_week":
            return words.gettext("The first week stays at the same step.")
        case "not_yet_steady":
            return words.gettext("We wait for a few steady days.")
        case "plateau":
            return words.gettext("New steps rest for a while.")
        case "too_soon":
            return words.gettext("Some days lie between two new steps.")
        case "back_off":
            return words.gettext("After a step with a flare we wait longer.")
        case "resting":
            return words.gettext("You chose to stay, so new steps rest.")
        case "screen_due":
            return words.gettext("We wait for your answers about worse days after effort.")
        case "usual_moved_up":
            return words.gettext("We wait for your word on your usual.")
        case "big_day":
            return words.gettext("We wait until the big day lies further back.")
        case "sleep_worse":
            return words.gettext("We wait for a night like your usual ones.")
        case "hrv_off":
            return words.gettext("We wait until your watch shows a usual week.")
        case "heart_rate_up":
            return words.gettext("We wait until your heart is as usual at rest.")
        case "unsure":
            return words.gettext("We wait until the next step feels right to you.")
        case "guarded":
            return words.gettext("We wait until the last weeks suggest it.")
        case "arrived":
            return words.gettext("Staying here is enough.")
        case _:
            assert_never(kind)
