"""Addresses below /begin/ and /safety/."""

from __future__ import annotations

from django.urls import path

from steadystep.core.beginning import Screen
from steadystep.web.begin import first_run, malaise, outcomes, safety

app_name = "begin"
urlpatterns = [
    path("begin/", first_run.begin, name="begin"),
    path(f"begin/{Screen.LANGUAGE}/", first_run.language, name=Screen.LANGUAGE),
    path(f"begin/{Screen.WHAT}/", first_run.what, name=Screen.WHAT),
    path(f"begin/{Screen.MOVEMENT}/", first_run.movement, name=Screen.MOVEMENT),
    path(f"begin/{Screen.BAD_DAY}/", first_run.bad_day, name=Screen.BAD_DAY),
    path(f"begin/{Screen.START}/", first_run.start, name=Screen.START),
    path(f"begin/{Screen.PAIN}/", first_run.usual_pain, name=Screen.PAIN),
    path(f"begin/{Screen.FATIGUE}/", first_run.usual_fatigue, name=Screen.FATIGUE),
    path("safety/", safety.index, name="safety"),
    path("safety/<int:number>/", safety.question, name="question"),
    path("safety/red-flag/", outcomes.red_flag, name=Screen.RED_FLAG),
    path("safety/under-18/", outcomes.under_18, name=Screen.UNDER_18),
    path("safety/outcome/<int:number>/", outcomes.outcome, name="outcome"),
    path("safety/word/", outcomes.word, name="word"),
    path("safety/screen/", malaise.screen, name=Screen.MALAISE),
    path("safety/screen/<slug:name>/", malaise.item, name="item"),
]
