"""A programme's folder is read; what cannot be read is said, and the rest is read all the same."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from steadystep.chapters import (
    CannotReadProgramme,
    Grade,
    Living,
    Problem,
    Prose,
    Seen,
    bundled,
    read_programme,
)
from steadystep.chapters.front import lines_of
from steadystep.chapters.reading import parse_chapter
from tests.chapters.invented import BODY, FRONT, PLAN, chapter_of, folder_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ONE = "day-01-one/en.md"


def said(place: Path, files: dict[str, str | bytes], *, plan: str = PLAN) -> list[str]:
    """What is off in a folder."""
    _, problems = read_programme(folder_of(place, files, plan=plan))
    return [str(one) for one in problems]


def offs(front: str = FRONT, body: str = BODY) -> list[tuple[str, int | None]]:
    """What is off in a chapter."""
    _, found = parse_chapter(text_of(front, body), day=1, language="en")
    return [(one.what, one.line) for one in found]


# A folder that is as it has to be -------------------------------------------------------------


def test_a_chapter_is_read_whole() -> None:
    chapter = chapter_of()
    assert (chapter.day, chapter.language, chapter.title, chapter.minutes) == (1, "en", "One", 2)
    assert (chapter.opens, chapter.reviewed) == ("check-in", date(2026, 11, 20))
    assert [one.grade for one in chapter.claims] == [Grade.STATED, Grade.MODERATE]
    assert [one.seen for one in chapter.sources] == [Seen.OWNER, Seen.ABSTRACT]
    assert chapter.sources[1].doi == "10.1000/walks"
    first, second, third = chapter.parts
    assert isinstance(first, Prose)
    assert isinstance(second, Prose)
    assert (first.heading, second.heading) == ("", "Slowly")
    assert third == Living("own-picture")
    assert chapter.text.startswith("Water is wet.[^water]")


def test_everything_knows_its_line() -> None:
    lines = text_of().split("\n")
    chapter = chapter_of()
    assert lines[chapter.lines["title"] - 1] == 'title = "One"'
    assert [lines[(one.line or 0) - 1] for one in chapter.claims] == ["[[claims]]"] * 2
    assert [lines[(one.line or 0) - 1] for one in chapter.sources] == ["[[sources]]"] * 2
    begins = [lines[one.line - 1].split(" ")[0] for one in chapter.parts]
    assert begins == ["Water", "We", "::"]


def test_a_folder_is_read_in_every_language(tmp_path: Path) -> None:
    place = folder_of(tmp_path, {ONE: text_of(), "day-01-one/he.md": text_of()})
    programme, problems = read_programme(place)
    assert problems == ()
    assert (programme.name, programme.languages) == ("small-days", ("en", "he"))
    assert programme.written == (1,)
    assert [one.called_by for one in programme.plan] == [(), ("boom",), ("flare",)]
    hebrew = programme.chapter(1, "he")
    assert hebrew is not None
    assert (hebrew.language, hebrew.file) == ("he", "day-01-one/he.md")


def test_who_reads_a_language_that_is_not_there_gets_the_first(tmp_path: Path) -> None:
    programme, _ = read_programme(folder_of(tmp_path, {ONE: text_of()}))
    assert programme.chapter(1, "he") == programme.chapter(1, "en") is not None
    assert programme.chapter(2, "he") is None


def test_what_a_system_or_an_editor_puts_beside_the_days_is_left_alone(tmp_path: Path) -> None:
    beside: dict[str, str | bytes] = {
        "README.md": "For editors.",
        ".DS_Store": b"\xff",
        "__pycache__/day.md": "",
        "day-01-one/notes.txt": "later",
        "day-01-one/.en.md.swp": b"\xff",
    }
    assert said(tmp_path, beside) == []


def test_windows_wrote_it() -> None:
    told = "\ufeff" + text_of().replace("\n", "\r\n")
    chapter, found = parse_chapter(told, day=1, language="en")
    assert found == ()
    assert chapter == chapter_of()


def test_the_bundled_programme_is_the_one_in_the_package() -> None:
    programme = bundled()
    assert programme is bundled()
    assert (programme.name, len(programme.plan)) == ("steadystep", 28)
    inside, _ = read_programme(files("steadystep.chapters") / "programme")
    assert inside == programme


# A chapter in which something is off ----------------------------------------------------------


def test_all_that_is_off_is_said_at_once_each_with_its_line() -> None:
    front = FRONT.replace('title = "One"\n', "").replace("minutes = 2", 'minutes = "two"')
    a_date = "It has to be a date such as 2026-11-22."
    assert offs(front.replace("= 2026-11-20", "= 2026-11-20T08:00:00")) == [
        ("the front matter has no 'title'. Add it.", None),
        (
            "'minutes' of the front matter is 'two'. It has to be a whole number from 0 to 9999.",
            3,
        ),
        (f"'reviewed' of the front matter is a date or a time. {a_date}", 7),
    ]


def test_a_slip_of_the_pen_is_named_and_the_chapter_is_read() -> None:
    front = FRONT.replace('read_by = ""', 'read_by = ""\nminuets = 3\nzebra = true')
    chapter, found = parse_chapter(text_of(front), day=1, language="en")
    assert chapter == chapter_of()
    assert [(one.what, one.line) for one in found] == [
        ("'minuets' of the front matter is not known. Did you mean 'minutes'?", 10),
        ("'zebra' of the front matter is not known. Leave it out.", 11),
    ]


def test_a_slip_in_a_claim_is_named_too() -> None:
    front = FRONT.replace('doubt = "People', 'doubts = "People')
    assert offs(front) == [("'doubts' of [[claims]] is not known. Did you mean 'doubt'?", 22)]


OFF = [
    ("day = 1", "day = 2", "it says day 2, and its folder says day 1.", 2),
    ('grade = "moderate"', 'grade = "sure"', "'grade' is 'sure', which is none of high,", 20),
    ('grade = "moderate"', "", "[[claims]] has no 'grade'. Add it.", 17),
    ('grade = "moderate"', "grade = 7", "'grade' of [[claims]] is a number.", 20),
    ('seen = "owner"', 'seen = ""', "'seen' is '', which is none of paper,", 28),
    ('["walks-2021"]', '"walks-2021"', "'sources' of [[claims]] is 'walks-2021'.", 21),
    ('["walks-2021"]', '["walks-2021", 3]', "'sources' of [[claims]] is a list.", 21),
    ("minutes = 2", "minutes = -2", "'minutes' of the front matter is a number.", 4),
    ("minutes = 2", "minutes = true", "'minutes' of the front matter is yes or no.", 4),
    ("minutes = 2", "minutes.of = 2", "'minutes' of the front matter is a table.", 4),
    ("minutes = 2", f"minutes = 0x{'f' * 9_000}", "'minutes' of the front matter is a num", 4),
    ("minutes = 2", f"minutes = {'9' * 9_000}", "the front matter is no TOML", None),
    ("minutes = 2", f"minutes = {'[' * 90_000}", "the front matter is no TOML", None),
    ("minutes = 2", "minutes = two", "the front matter is no TOML", 4),
    ('title = "One"', f'title = ["{"o" * 60}"]', "'title' of the front matter is a list.", 3),
]


@pytest.mark.parametrize(("was", "now", "what", "line"), OFF)
def test_what_is_off_is_named(was: str, now: str, what: str, line: int | None) -> None:
    (told, at), *_ = offs(FRONT.replace(was, now, 1))
    assert told.startswith(what)
    assert at == line


def test_a_long_slip_is_cut() -> None:
    (told, _), *_ = offs(FRONT.replace('seen = "owner"', f'seen = "{"o" * 60}"'))
    assert told.startswith(f"'seen' is '{'o' * 40}…', which is none of")


@pytest.mark.parametrize("name", ["claims", "sources"])
@pytest.mark.parametrize("instead", ["3", '["one"]', "[1, {}]"])
def test_claims_and_sources_are_lists_of_tables(name: str, instead: str) -> None:
    front = f"{name} = {instead}\n" + FRONT.split("[[")[0]
    assert offs(front) == [(f"'{name}' is no list of tables. Begin each with [[{name}]].", 2)]


def test_the_fences_have_to_be_there() -> None:
    for told, what, line in (
        ("", "it does not begin with a line of +++. Put one there.", 1),
        (BODY, "it does not begin with a line of +++. Put one there.", 1),
        (f"+++\n{FRONT}", "the front matter does not end. Close it with a line of +++.", None),
    ):
        chapter, found = parse_chapter(told, day=1, language="en")
        assert chapter is None
        assert [(one.what, one.line) for one in found] == [(what, line)]


def test_what_has_no_place_in_the_text_is_named_with_its_line() -> None:
    lines = text_of().count("\n")
    body = BODY + "\n## A *fine* cat\n\nHello.\n\n![cat](cat.png)\n\n:: Own Picture\n"
    assert offs(body=body) == [
        (
            "after :: comes one name in small letters, as in :: own-picture",
            lines + 8,
        ),
        ("the heading 'A *fine* cat' has marks in it. Plain words alone.", lines + 4),
        ("there is a picture. A chapter has words alone.", lines + 6),
    ]


def test_an_empty_heading_and_an_empty_body_are_read() -> None:
    assert chapter_of(body="").parts == ()
    assert chapter_of(body="\n\n## Soon\n").parts == (Prose("Soon", ""),)


# A folder in which something is off -----------------------------------------------------------


def test_a_chapter_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    place = folder_of(tmp_path, {ONE: text_of(), "day-02-two/en.md": b"\xff\xfe"})
    programme, problems = read_programme(place)
    assert programme.written == (1,)
    assert problems == (
        Problem("day-02-two/en.md", "it cannot be read as UTF-8 text. Save it as UTF-8."),
    )


def test_a_day_that_is_there_twice_is_read_once(tmp_path: Path) -> None:
    place: dict[str, str | bytes] = {ONE: text_of(), "day-01-two/en.md": text_of()}
    assert said(tmp_path, place) == ["day-01-two/en.md: day 1 is there twice. Keep one of them."]


@pytest.mark.parametrize(
    ("file", "what"),
    [
        ("day-01-one.md", "it does not lie in a folder such as day-03 or day-03-boom-and-bust."),
        ("Day 1/en.md", "it does not lie in a folder such as day-03 or day-03-boom-and-bust."),
        ("day-01/English.md", "its name is no language. Call it en.md, or he.md."),
    ],
)
def test_a_file_in_the_wrong_place_is_named(tmp_path: Path, file: str, what: str) -> None:
    assert said(tmp_path, {file: text_of()}) == [f"{file}: {what}"]


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "day-01" / "en.md").mkdir(parents=True)
    assert said(tmp_path, {}) == [
        "day-01/en.md: it cannot be read as UTF-8 text. Save it as UTF-8."
    ]


def test_a_day_that_cannot_be_opened_leaves_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = folder_of(tmp_path, {ONE: text_of(), "day-02/en.md": text_of()})
    opened = Path.iterdir

    def shut(folder: Path) -> Iterator[Path]:
        if folder.name == "day-02":
            raise PermissionError
        return opened(folder)

    monkeypatch.setattr(Path, "iterdir", shut)
    programme, problems = read_programme(place)
    assert programme.written == (1,)
    assert [one.file for one in problems] == ["day-02"]


# The plan -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("was", "now", "what"),
    [
        ('name = "small-days"', "", "the plan has no 'name'. Add it."),
        ('"small-days"', '"Small Days"', "'name' is one word of small letters"),
        ('["en", "he"]', "[]", "'languages' is a list such as"),
        ('["en", "he"]', '["english", "he"]', "'languages' is a list such as"),
        ("[title]\n", "[titles]\n", "the plan needs 'title' in each language"),
        ('en = "Small days"', "en = 3", "the plan needs 'title' in each language"),
        ('line.en = "Two"\n', "line.en = 2\n", "[[day]] needs 'line' in each language"),
        ("needs = [1]", "needs = [true]", "'needs' of [[day]] is a list."),
        ("needs = [1]", "needs = [", "is no TOML"),
    ],
)
def test_a_plan_that_cannot_be_read_is_no_programme(
    tmp_path: Path, was: str, now: str, what: str
) -> None:
    folder_of(tmp_path, {}, plan=PLAN.replace(was, now, 1))
    with pytest.raises(CannotReadProgramme) as problem:
        read_programme(tmp_path)
    assert what in str(problem.value)


def test_a_slip_in_the_plan_is_named_with_its_line(tmp_path: Path) -> None:
    plan = PLAN.replace("needs = [1]", "need = [1]")
    assert said(tmp_path, {}, plan=plan) == [
        "programme.toml, line 18: 'need' of [[day]] is not known. Did you mean 'needs'?"
    ]


def test_a_folder_without_a_plan_is_no_programme(tmp_path: Path) -> None:
    with pytest.raises(CannotReadProgramme, match=r"holds no programme\.toml"):
        read_programme(tmp_path)
    (tmp_path / "programme.toml").write_bytes(b"\xff")
    with pytest.raises(CannotReadProgramme, match="cannot be opened"):
        read_programme(tmp_path)


def test_a_table_by_itself_is_found_like_one_of_a_list() -> None:
    found = lines_of("[title]\nen = 1\n[[day]]\nline.en = 2\n[[day]] # two\nline.en = 3")
    assert found["title", 0, "en"] == 2
    assert found["day", 0, "line"] == 4
    assert found["day", 1, ""] == 5
