"""The settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def yours(request: HttpRequest) -> HttpResponse:
    """All settings at a glance."""
    return render(request, "yours/yours.html")
