"""Addresses of what lives in a chapter, below that of the chapter."""

from __future__ import annotations

from django.urls import path

from steadystep.web.learn.living import taking

urlpatterns = [path("<int:day>/step/", taking.step, name="step")]
