"""Addresses below /yours/."""

from __future__ import annotations

from django.urls import path

from steadystep.web.yours import views

app_name = "yours"
urlpatterns = [
    path("", views.yours, name="yours"),
]
