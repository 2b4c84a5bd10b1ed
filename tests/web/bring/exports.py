"""Tiny invented exports, made in the test that brings them."""

from __future__ import annotations

import io
import zipfile
from datetime import date, timedelta

DAY = date(2026, 5, 3)


def apple(days: int = 3, last: date = DAY, *, rate: int = 61, walk: int = 0) -> bytes:
    """Steps of a watch and a phone, and a resting heart rate each day; a walk on the last one."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<HealthData locale="en_GB">']
    lines.append(' <ExportDate value="2026-05-04 08:00:00 +0300"/>')
    for back in range(days):
        day = last - timedelta(days=back)
        lines += [
            _record("StepCount", "Dana\u2019s Apple Watch", "Watch", "count", day, 4400),
            _record("StepCount", "iPhone", "iPhone", "count", day, 3100),
            _record("RestingHeartRate", "Dana\u2019s Apple Watch", "Watch", "count/min", day, rate),
            _record("BodyMass", "iPhone", "iPhone", "kg", day, 70),
        ]
    if walk:
        lines.append(
            ' <Workout workoutActivityType="HKWorkoutActivityTypeWalking"'
            f' duration="{walk}" durationUnit="min" sourceName="Dana\u2019s Apple Watch"'
            f' creationDate="{last} 11:00:00 +0300" startDate="{last} 10:00:00 +0300"'
            f' endDate="{last} 10:{walk:02}:00 +0300"></Workout>'
        )
    lines.append(
        ' <Record type="HKQuantityTypeIdentifierStepCount" sourceName="iPhone" unit="count"'
        ' startDate="never" endDate="never" value="5"/>'
    )
    return "\n".join([*lines, "</HealthData>", ""]).encode()


def zipped(content: bytes, name: str = "apple_health_export/export.xml") -> bytes:
    """The same as a zip."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as into:
        # The same bytes each time.
        into.writestr(zipfile.ZipInfo(name), content)
    return whole.getvalue()


def _record(  # noqa: PLR0917 - one line of a table
    kind: str, source: str, product: str, unit: str, day: date, value: int
) -> str:
    return (
        f' <Record type="HKQuantityTypeIdentifier{kind}" sourceName="{source}"'
        f' device="&lt;&lt;HKDevice: 0x1&gt;, name:{product}, manufacturer:Apple Inc.,'
        f' model:{product}&gt;" unit="{unit}" creationDate="{day} 12:10:00 +0300"'
        f' startDate="{day} 12:00:00 +0300" endDate="{day} 12:10:00 +0300" value="{value}"/>'
    )
