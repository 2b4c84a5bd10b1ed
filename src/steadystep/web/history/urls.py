"""Addresses of what was: history, a day of it, and why."""

from __future__ import annotations

from django.urls import path, register_converter

from steadystep.web.history import correct, day, marks, picture, usual, week, why
from steadystep.web.history.dates import DayInAnAddress

register_converter(DayInAnAddress, "day")

app_name = "history"
urlpatterns = [
    path("history/", picture.history, name="history"),
    path("history/marks/", marks.todays, name="marks"),
    path("history/marks/<day:day>/", marks.of_a_day, name="marks_of"),
    path("history/usual/", usual.usual, name="usual"),
    path("history/week/", week.week, name="week"),
    path("history/<day:day>/", day.day, name="day"),
    path("history/<day:day>/answer/", correct.answer, name="answer"),
    path("history/<day:day>/session/", correct.session, name="session"),
    path("history/<day:day>/flare/", correct.flare, name="flare"),
    path("history/<day:day>/remove/", correct.remove, name="remove"),
    path("why/", why.todays, name="why"),
    path("why/<day:day>/", why.of_a_day, name="why_of"),
]
