"""Addresses below /yours/."""

from __future__ import annotations

from django.urls import path

from steadystep.web.yours import data, look, plan, views

app_name = "yours"
urlpatterns = [
    path("", views.yours, name="yours"),
    path("about/", views.about, name="about"),
    path("look/<slug:name>/", look.look, name="look"),
    path("pace/", plan.pace, name="pace"),
    path("smaller/", plan.smaller, name="smaller"),
    path("goal/", plan.limit, {"name": "goal"}, name="goal"),
    path("limit/", plan.limit, {"name": "clinician"}, name="limit"),
    path("pause/", plan.pause, name="pause"),
    path("data/", data.data, name="data"),
    path("data/copy/", data.copy, name="copy"),
    path("data/forget/", data.forget, name="forget"),
]
