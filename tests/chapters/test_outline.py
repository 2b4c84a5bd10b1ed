"""A programme at a glance says what the programme says, and opens no text."""

from __future__ import annotations

from pathlib import Path

from steadystep.chapters import bundled
from steadystep.chapters.outline import outline, outline_of_ours

GARDEN = Path(__file__).parent / "on_paper"


def test_ours_has_the_same_days_and_titles() -> None:
    whole, glance = bundled(), outline_of_ours()

    assert (glance.name, glance.plan, glance.written) == (whole.name, whole.plan, whole.written)
    for (day, language), chapter in whole.chapters.items():
        front = glance.chapter(day, language)
        assert front is not None
        assert (front.title, front.minutes) == (chapter.title, chapter.minutes)
        assert front.parts == ()


def test_another_language_falls_back_to_the_first() -> None:
    front = outline(GARDEN).chapter(1, "fr")

    assert front is not None
    assert front.language == "en"


def test_a_day_that_is_not_written_has_none() -> None:
    assert outline(GARDEN).chapter(2, "en") is None


def test_a_file_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    (tmp_path / "programme.toml").write_bytes((GARDEN / "programme.toml").read_bytes())
    (tmp_path / "day-01").mkdir()
    (tmp_path / "day-01" / "en.md").write_bytes(b"\xff\xfe")
    (tmp_path / "beside.md").write_bytes(b"no day")

    assert outline(tmp_path).written == (1,)
    assert outline(tmp_path).chapter(1, "en") is None


def test_line_ends_of_another_system_are_read(tmp_path: Path) -> None:
    (tmp_path / "programme.toml").write_bytes((GARDEN / "programme.toml").read_bytes())
    (tmp_path / "day-01").mkdir()
    text = (GARDEN / "day-01-a-beginning" / "en.md").read_bytes().replace(b"\n", b"\r\n")
    (tmp_path / "day-01" / "en.md").write_bytes(text)

    front = outline(tmp_path).chapter(1, "en")
    assert front is not None
    assert front.title == "A beginning"
