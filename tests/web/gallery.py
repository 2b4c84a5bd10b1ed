"""A page that shows every part of the design once. It is on no site; tests look at it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django import forms
from django.http import HttpResponse
from django.template import engines
from django.urls import path

from steadystep.core.observations import Symptom
from steadystep.web.record.scales import levels_of
from steadystep.web.site.urls import handler400, handler403, handler404, handler500
from steadystep.web.site.urls import urlpatterns as of_the_site

if TYPE_CHECKING:
    from django.http import HttpRequest

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

PAGE = Path(__file__).with_suffix(".html")


class Amount(forms.Form):
    """One field with something wrong in it."""

    minutes = forms.IntegerField(label="Minutes", help_text="On a bad day.", max_value=60)


def gallery(request: HttpRequest) -> HttpResponse:
    """Every part once."""
    page = engines["django"].from_string(PAGE.read_text(encoding="utf-8"))
    form = Amount({"minutes": "a lot"})
    form.is_valid()
    return HttpResponse(
        page.render({"pain": levels_of(Symptom.PAIN), "chosen": 4, "form": form}, request)
    )


urlpatterns = [*of_the_site, path("gallery/", gallery)]
