"""The page about a replay's lines names the very keys and actions that there are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from steadystep.core.decision import Action
from tests.golden import write
from tests.golden.test_golden import CONTRACT

if TYPE_CHECKING:
    import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "researchers" / "replay.md").read_text(
    encoding="utf-8"
)


def first_column(heading: str) -> list[str]:
    table = PAGE.partition(f"{heading}\n")[2].partition("\n\n#")[0]
    return re.findall(r"^\| `(\w+)` \|", table, flags=re.MULTILINE)


def test_every_key_is_explained_in_its_order() -> None:
    assert first_column("## The keys") == [*CONTRACT, "assumed"]


def test_every_action_is_explained() -> None:
    assert set(first_column("### Actions")) == {*Action}


def test_the_lines_of_python_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "diary.csv").write_bytes((write.EXAMPLES / "boom-buster.csv").read_bytes())
    monkeypatch.chdir(tmp_path)
    (example,) = re.findall(r"```python\n(.*?)```", PAGE, flags=re.DOTALL)
    names: dict[str, int] = {}

    exec(compile(example, "replay.md", "exec"), names)  # noqa: S102 - our own lines

    assert names["flares"] == write.lines_of("boom-buster").decode().count('"flare": "red"')
