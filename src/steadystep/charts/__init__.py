"""Drawings from values: a picture of a record, with a sentence and a table beside it."""

from steadystep.charts.bands import Parts
from steadystep.charts.page import record_page
from steadystep.charts.picture import record_svg
from steadystep.charts.record import RecordDay
from steadystep.charts.table import record_table
from steadystep.charts.theme import chosen_css, picture_css
from steadystep.charts.usual import usual_svg
from steadystep.charts.words import Words

__all__ = [
    "Parts",
    "RecordDay",
    "Words",
    "chosen_css",
    "picture_css",
    "record_page",
    "record_svg",
    "record_table",
    "usual_svg",
]
