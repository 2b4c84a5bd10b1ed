"""Real exports of diaries and meters, where at hand. They are never part of this project."""

from __future__ import annotations

import gzip
import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from steadystep.core.observed import Kind, Point
from steadystep.importers.export import ExportChoices
from steadystep.importers.reading import CannotRead
from tests.importers.exports.diary_readings import NOTHING_SAID, READERS, read_as
from tests.importers.exports.noted import InMemory, Noted

DATA = Path(
    os.environ.get("STEADYSTEP_REAL_DIARIES", Path(__file__).parents[3].parent / "shared" / "data")
)


def real(app: str, *names: str, choices: ExportChoices = NOTHING_SAID) -> Noted:
    """Read files of a real export, known first by their reader alone."""
    paths = [DATA / name for name in names]
    if not all(path.exists() for path in paths):
        pytest.skip("no real exports here")
    files = {
        path.name: gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for path in paths
    }
    look = InMemory(files)
    assert [name for name, reader in READERS.items() if reader.recognises(look)] == [app]
    return read_as(app, files, choices)


def kinds(noted: Noted) -> Counter[Kind]:
    return Counter(seen.kind for seen in noted.seen if not hasattr(seen, "activity"))


def days(noted: Noted) -> set[str]:
    return {
        datetime.fromtimestamp(seen.at, UTC).date().isoformat()
        for seen in noted.seen
        if isinstance(seen, Point)
    }


@pytest.mark.parametrize(
    "name",
    ["export_2024-04_2025-04_2025format.csv", "export_until_2025-04-24_2026format.csv"],
)
def test_both_generations_of_visible_tell_the_same_measures_and_crashes(name: str) -> None:
    noted = real("visible", f"visible_app/raw/{name}")

    assert noted.troubles == []
    assert kinds(noted)[Kind.CRASH] == 14
    assert kinds(noted)[Kind.HRV_RMSSD] == kinds(noted)[Kind.RESTING_HEART_RATE] == 357


def test_an_export_of_libreview_that_passes_the_twelfth_needs_no_choice() -> None:
    noted = real("libreview", "libreview/glyco_out_glucose_sample.csv")

    assert kinds(noted) == {Kind.GLUCOSE: 1300}
    assert noted.troubles == []
    assert all(300 < seen.tenths < 4000 for seen in noted.seen if isinstance(seen, Point))


def test_an_export_of_libreview_of_one_day_asks_for_the_order_of_its_dates() -> None:
    name = "libreview/glyco_tiny_sample.csv"
    with pytest.raises(CannotRead) as refusal:
        real("libreview", name)
    assert refusal.value.flag == "--dates"

    assert days(real("libreview", name, choices=ExportChoices(dates="dmy"))) == {"2019-12-05"}


def test_a_spanish_export_of_several_sensors_is_read() -> None:
    # Whoever put it together moved the rows of all people but the first into other columns.
    noted = real("libreview", "libreview/hupa_libre_spanish_merged.csv.gz")

    assert kinds(noted) == {Kind.GLUCOSE: 1548}
    assert all(trouble.endswith("Export the file again.") for trouble in noted.troubles)


@pytest.mark.parametrize(
    ("app", "name", "rows"),
    [
        ("libreview", "libreview/FreeStyle_Libre_3_synthetic.csv.gz", 4621),
        ("clarity", "dexcom_clarity/Clarity_Export_synthetic.csv.gz", 3922),
    ],
)
def test_rows_of_1961_are_told_as_a_wrong_clock_every_one(app: str, name: str, rows: int) -> None:
    noted = real(app, name)

    assert noted.seen == []
    assert len(noted.troubles) == rows
    assert all("is before 1990" in trouble for trouble in noted.troubles)
    assert "gagarin" not in str(noted).casefold()


def test_a_log_of_food_beside_clarity_is_left_out() -> None:
    folder = "dexcom_clarity/bigideas_synthetic/001"
    noted = real("clarity", f"{folder}/Dexcom_001.csv", f"{folder}/Food_Log_001.csv")

    assert kinds(noted) == {Kind.GLUCOSE: 5}
    assert noted.without["files with other things"] == 1


def test_a_site_tells_the_same_values_as_json_and_as_a_table() -> None:
    lists = real(
        "nightscout",
        "nightscout/nightscout_entries.json.gz",
        "nightscout/nightscout_treatments.json.gz",
    )
    table = real("nightscout", "nightscout/nightscout_entries.csv")

    assert lists.seen == table.seen
    assert kinds(table) == {Kind.GLUCOSE: 999}
    assert lists.without == {"treatments": 1000} | table.without


def test_a_report_of_a_site_asks_for_the_order_of_its_dates() -> None:
    name = "nightscout/nightscout-data-with-treatments.csv"
    with pytest.raises(CannotRead) as refusal:
        real("nightscout", name)
    assert refusal.value.flag == "--dates"

    noted = real("nightscout", name, choices=ExportChoices(dates="mdy"))
    assert kinds(noted) == {Kind.GLUCOSE: 100}
    assert noted.without == {"treatments": 100}
