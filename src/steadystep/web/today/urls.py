"""Addresses of the day. The front page is Today."""

from __future__ import annotations

from django.urls import path

from steadystep.web.today import (
    answers,
    check_in,
    flare,
    more,
    page,
    plan,
    sessions,
    undo,
)

app_name = "today"
urlpatterns = [
    path("", page.today, name="today"),
    path("answer/<slug:name>/", answers.answer, name="answer"),
    path("answer/<slug:name>/skip/", answers.skip, name="skip"),
    path("check-in/", check_in.check_in, name="check_in"),
    path("done/", sessions.session, name="session"),
    path("done/more/", sessions.more, name="more_done"),
    path("flare/", flare.flare, name="flare"),
    path("flare/now/", flare.say_flare, name="say_flare"),
    path("more/", more.more, name="more"),
    path("more/easier/", more.easier, name="easier"),
    path("more/evening/", more.evening, name="evening"),
    path("more/fog/", more.fog, name="fog"),
    path("more/note/", more.note, name="note"),
    path("more/own-step/", plan.own_step, name="own_step"),
    path("more/pause/", more.pause, name="pause"),
    path("more/resume/", more.resume, name="resume"),
    path("more/smaller/", more.smaller, name="smaller"),
    path("more/swap/", plan.swap, name="swap"),
    path("more/try/", more.try_more, name="try_more"),
    path("undo/", undo.undo_list, name="undo_list"),
    path("undo/now/", undo.undo, name="undo"),
    path("yesterday/", more.yesterday, name="yesterday"),
    path("yesterday/check-in/", check_in.yesterdays_check_in, name="yesterdays_check_in"),
    path("yesterday/done/", sessions.yesterday_session, name="yesterday_session"),
]
