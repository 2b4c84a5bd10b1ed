"""Addresses of the movement itself. No movement is called choose, effort, above, rest or rule."""

from __future__ import annotations

from django.urls import path

from steadystep.web.move import after, choose, go

app_name = "move"
urlpatterns = [
    path("move/", choose.now, name="now"),
    path("move/choose/", choose.choose, name="choose"),
    path("move/effort/", after.effort, name="effort"),
    path("move/above/", after.above, name="above"),
    path("move/rest/", after.rest, name="rest"),
    path("move/rule/", after.rule, name="rule"),
    path("move/<slug:slug>/", choose.one, name="one"),
    path("move/<slug:slug>/posture/", choose.posture, name="posture"),
    path("move/<slug:slug>/buzz/", choose.buzz, name="buzz"),
    path("move/<slug:slug>/start/", go.start, name="start"),
    path("move/<slug:slug>/go/", go.go, name="go"),
    path("move/<slug:slug>/done/", go.done, name="done"),
]
