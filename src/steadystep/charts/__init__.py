"""Drawings from values: a picture of a record, with a sentence and a table beside it."""

from steadystep.charts.page import record_page
from steadystep.charts.picture import record_svg
from steadystep.charts.record import RecordDay
from steadystep.charts.table import record_table
from steadystep.charts.theme import picture_css
from steadystep.charts.words import Words

__all__ = ["RecordDay", "Words", "picture_css", "record_page", "record_svg", "record_table"]
