"""The picture of a replay, written to a file: .svg alone, .html with a table beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.charts import RecordDay, record_page, record_svg
from steadystep.cli.trouble import CannotDo
from steadystep.cli.words import words
from steadystep.core.facts import FlareWord
from steadystep.core.shapes import NONE
from steadystep.explain import story
from steadystep.explain.pictures import counted_in, from_the_right, language, picture_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from steadystep.core.diary import DiaryDay, DiaryTerms


def write_picture(days: Sequence[DiaryDay], terms: DiaryTerms, path: Path) -> None:
    """Draw the record into a file, whole or not at all.

    Raises:
        CannotDo: The ending is neither .svg nor .html, or the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in {".svg", ".html"}:
        message = words().gettext(
            "{file} ends in neither .svg nor .html. Name the picture with one of them."
        )
        raise CannotDo(message.format(file=path.name))
    text = _page(days, terms) if ending == ".html" else _svg(days, terms)
    beside = path.with_name(path.name + ".part")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError as problem:
        beside.unlink(missing_ok=True)
        message = words().gettext("{file} cannot be written ({why}). Choose another folder.")
        raise CannotDo(message.format(file=path, why=problem.strerror)) from problem


def _svg(days: Sequence[DiaryDay], terms: DiaryTerms) -> str:
    return record_svg(
        record_days(days),
        words=picture_words(words()),
        unit=counted_in(words(), terms.unit),
        title=_title(),
        description=_gist(days, terms),
        rtl=from_the_right(words()),
    )


def _page(days: Sequence[DiaryDay], terms: DiaryTerms) -> str:
    gist = _gist(days, terms)
    return record_page(
        record_days(days),
        words=picture_words(words()),
        unit=counted_in(words(), terms.unit),
        title=_title(),
        description=gist,
        summary=gist,
        language=language(words()),
        rtl=from_the_right(words()),
    )


def _title() -> str:
    return words().gettext("A record under the Rule of Two")


def _gist(days: Sequence[DiaryDay], terms: DiaryTerms) -> str:
    """The first section of the story, in one paragraph."""
    return " ".join(story(days, terms, words())[0].sentences)


def record_days(days: Sequence[DiaryDay]) -> list[RecordDay]:
    """The values a picture is drawn from. A boom is drawn on its own day, not the morning after."""
    after = [*days[1:], None]
    return [_record_day(day, following) for day, following in zip(days, after, strict=True)]


def _record_day(day: DiaryDay, following: DiaryDay | None) -> RecordDay:
    facts, decision, reference = day.facts, day.decision, day.decision.reference
    return RecordDay(
        day=decision.day,
        action=decision.action.value,
        level=_units(decision.level),
        dose=_units(decision.dose),
        offered=_units(decision.offered),
        load=_units(facts.load),
        pain=_units(facts.pain),
        fatigue=_units(facts.fatigue),
        usual_pain=_units(reference.usual_pain),
        usual_fatigue=_units(reference.usual_fatigue),
        warning_pain=_warning(reference.usual_pain, reference.rise_pain),
        warning_fatigue=_warning(reference.usual_fatigue, reference.rise_fatigue),
        flare=decision.flare.value,
        marked=facts.flare == FlareWord.A_FLARE,
        watching=decision.watching,
        boom=following is not None and following.decision.boom,
        bust=following is not None and following.decision.bust,
    )


def _units(tenths: int | None) -> float | None:
    return None if tenths is None or tenths == NONE else tenths / 10


def _warning(usual: int, rise: int) -> float | None:
    return None if usual == NONE else (usual + rise) / 10
