"""The names of this room are there for whoever asks, and cost nothing until then."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from steadystep import explain


@pytest.mark.parametrize("name", explain.__all__)
def test_a_public_name_can_be_had(name: str) -> None:
    assert getattr(explain, name) is not None


def test_another_name_is_refused_as_python_does() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        getattr(explain, "nothing")  # noqa: B009 - the type checker knows better


def test_a_sentence_for_a_person_loads_no_story() -> None:
    ask = "import sys; from steadystep.explain import said; print(*sys.modules)"

    told = subprocess.run(
        [sys.executable, "-c", ask],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(Path(explain.__file__).parents[2])},
    )

    assert "steadystep.explain.person" in told.stdout
    assert "steadystep.explain.telling" not in told.stdout
