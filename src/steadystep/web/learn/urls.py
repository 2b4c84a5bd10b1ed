"""Addresses of the programme, below /learn/."""

from __future__ import annotations

from django.urls import include, path

from steadystep.web.learn import chapter, contents, kept, sheet, sources

app_name = "learn"
urlpatterns = [
    path("", contents.contents, name="contents"),
    path("plain/<slug:language>/", kept.plain_contents, name="plain_contents"),
    path("plain/<slug:language>/<int:day>/", kept.plain_chapter, name="plain"),
    path("sources/", sources.sources, name="sources"),
    path("worker.js", kept.worker, name="worker"),
    path("<int:day>/", chapter.chapter, name="chapter"),
    path("<int:day>/paper/", sheet.sheet, name="paper"),
    path("<int:day>/left/", chapter.left, name="left"),
    path("<int:day>/read/", chapter.read, name="read"),
    path("", include("steadystep.web.learn.living.urls")),
]
