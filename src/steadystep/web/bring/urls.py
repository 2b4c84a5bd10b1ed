"""Addresses below /bring/."""

from __future__ import annotations

from django.urls import path

from steadystep.web.bring import apps, files, imports, reading, sources

app_name = "bring"
urlpatterns = [
    path("", imports.bring, name="bring"),
    path("files/", files.files, name="files"),
    path("undo/<int:number>/", imports.undo, name="undo"),
    path("apps/", apps.apps, name="apps"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<slug:name>/", sources.source, name="source"),
    path("<uuid:key>/", reading.reading, name="reading"),
    path("<uuid:key>/answer/", reading.answer, name="answer"),
    path("<uuid:key>/in/", reading.keep, name="keep"),
    path("<uuid:key>/stop/", reading.stop, name="stop"),
]
