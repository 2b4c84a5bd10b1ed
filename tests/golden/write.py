"""Write the golden diaries, what is expected of them, and their pictures.

    python -m tests.golden.write

Look at the difference before you commit it: it is what people will notice.
"""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from steadystep.cli.main import steadystep
from tests.golden.invent import WAYS, invent

HOME = Path(__file__).parents[2]
EXAMPLES = HOME / "src" / "steadystep" / "examples"
EXPECTED = Path(__file__).parent
PICTURES = HOME / "docs" / "people" / "pictures"
NAMES = tuple(WAYS)


def main() -> None:
    """Write everything again. The diaries come first, since the rest is read from them."""
    PICTURES.mkdir(exist_ok=True)
    for name in NAMES:
        (EXAMPLES / f"{name}.csv").write_bytes(invent(name).encode())
        lines_file(name).write_bytes(lines_of(name))
        story_file(name).write_bytes(story_of(name))
        draw(name, picture_file(name))


def lines_file(name: str) -> Path:
    """Where the expected JSON lines are."""
    return EXPECTED / f"{name}.jsonl"


def story_file(name: str) -> Path:
    """Where the expected story is."""
    return EXPECTED / f"{name}.story.txt"


def picture_file(name: str) -> Path:
    """Where the page for people finds its picture."""
    return PICTURES / f"{name}.svg"


def lines_of(name: str) -> bytes:
    """The JSON lines of a bundled diary, as the program writes them."""
    return told("--example", name, "--json")


def story_of(name: str) -> bytes:
    """The story of a bundled diary, as the program tells it."""
    return told("--example", name)


def draw(name: str, path: Path) -> None:
    """Draw the picture of a bundled diary into a file."""
    told("--example", name, "--picture", str(path))


def told(*words: str) -> bytes:
    """What `steadystep replay` writes for these words. It has to end well."""
    result = CliRunner().invoke(steadystep, ["replay", *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout_bytes


if __name__ == "__main__":
    main()
