"""The rules of the house, kept by looking."""

import re
import tomllib
from pathlib import Path

import pytest

import dev
import steadystep

HOME = Path(dev.__file__).parent
DECISIONS = sorted((HOME / "docs" / "decisions").glob("[0-9]*.md"))
FOR_PEOPLE = [
    *(HOME / name for name in ("README.md", "PRIVACY.md", "INTENDED_USE.md", "SECURITY.md")),
    HOME / "docs" / "index.md",
    *sorted((HOME / "docs" / "people").glob("*.md")),
]

# Words that weigh on a tired person, or promise what nobody can (docs/developers/house.md).
# The flag --pacing-only is a name.
HEAVY_WORD = re.compile(
    r"\b(?<!--pacing-)(?:lazy|fail(?:s|ed|ure)?|missed|should|push through|no pain no gain|cures?"
    r"|streaks?|targets?|only|just|non-compliant)\b",
    re.IGNORECASE,
)


# ---------------------------------------------------------------------------- addresses


def test_no_shared_file_holds_the_address_of_a_package_registry() -> None:
    assert dev.matches(dev.shared_files(), dev.REGISTRY_ADDRESS) == []


def test_no_lock_holds_an_address_or_a_folder_of_one_machine() -> None:
    locks = sorted((HOME / "requirements").iterdir())

    assert locks
    assert dev.matches(locks, dev.ADDRESS_IN_A_LOCK) == []


@pytest.mark.parametrize("host", ["pypi", "registry.npmjs", "files.pythonhosted", "deb.debian"])
def test_a_registry_address_would_be_noticed(
    host: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "HOME", tmp_path)
    note = tmp_path / "note.md"
    note.write_text(f"Fine.\nGet it from {host}.org today.\n")

    (finding,) = dev.matches([note], dev.REGISTRY_ADDRESS)

    assert finding.startswith("note.md:2: ")


@pytest.mark.parametrize(
    "line",
    [
        "-f file:///srv/wheels",
        "--extra-index-url somewhere",
        "--find-links folder",
        "click @ http://example.org/click.whl",
    ],
)
def test_an_address_in_a_lock_would_be_noticed(line: str) -> None:
    assert dev.ADDRESS_IN_A_LOCK.search(line)


@pytest.mark.parametrize(
    "asks",
    [
        '<script src="https://example.org/a.js"></script>',
        '<link rel="stylesheet" href="//example.org/a.css">',
        '<img alt="a badge" src="http://example.org/b.svg">',
        "@import url('https://example.org/font.css');",
        "src: url(https://example.org/font.woff2)",
    ],
)
def test_a_page_that_asks_an_outside_server_would_be_noticed(asks: str) -> None:
    assert dev.FETCHED_FROM_OUTSIDE.search(asks)


@pytest.mark.parametrize(
    "asks_nothing",
    [
        '<a href="https://example.org/">a link waits for a click</a>',
        '<script src="_static/doctools.js"></script>',
        '<link rel="canonical" href="https://example.org/">',
    ],
)
def test_a_link_that_waits_for_a_click_is_no_request(asks_nothing: str) -> None:
    assert not dev.FETCHED_FROM_OUTSIDE.search(asks_nothing)


# ---------------------------------------------------------------------------- pages


def test_there_are_decisions_to_read() -> None:
    assert DECISIONS


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_says_its_context_what_was_decided_and_what_follows(page: Path) -> None:
    headings = re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)

    assert headings[:3] == ["Context", "Decision", "Consequences"]


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(page.stem[:4]) for page in DECISIONS]

    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("page", FOR_PEOPLE, ids=lambda page: page.name)
def test_a_page_for_people_holds_no_heavy_word(page: Path) -> None:
    if not page.exists():
        pytest.skip(f"{page.name} is not written yet")

    assert dev.matches([page], HEAVY_WORD) == []


def test_the_changelog_tells_of_this_version_or_of_what_is_coming() -> None:
    headings = re.findall(
        r"^## \[?([^\]\s]+)", (HOME / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )

    assert headings
    assert headings[0] in ("Unreleased", steadystep.__version__)


# ---------------------------------------------------------------------------- the project file


def test_an_install_brings_what_its_page_says_and_no_more() -> None:
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (HOME / "docs/decisions/0016-what-an-install-brings.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| ([a-z-]+)[ \d.]* \|", page, flags=re.MULTILINE)

    brought = [re.split(r"[<>=~! ]", each)[0] for each in project["dependencies"]]
    assert sorted(brought) == sorted(set(told) - {"package"})


def test_every_rule_of_the_linter_that_is_off_says_why() -> None:
    text = (HOME / "pyproject.toml").read_text(encoding="utf-8")
    ruff = text[text.index("[tool.ruff.lint]") : text.index("[tool.ruff.lint.pydocstyle]")]
    switched_off = re.findall(r'^    "[A-Z]+\d*",.*$', ruff, flags=re.MULTILINE)

    assert switched_off
    assert [line for line in switched_off if not re.search(r"# .{12,}\.$", line)] == []


def test_what_a_run_needs_is_locked_the_same_for_developers() -> None:
    def pins(name: str) -> set[str]:
        lines = (HOME / "requirements" / name).read_text(encoding="utf-8").splitlines()
        return {line.split(" ")[0] for line in lines if "==" in line and not line.startswith(" ")}

    assert pins("run.txt") <= pins("dev.txt")


def test_the_way_in_for_machines_is_the_way_in_for_newcomers() -> None:
    script = (HOME / ".ci" / "run").read_text(encoding="utf-8")

    assert script.index("dev.py test") < script.index("dev.py check")
