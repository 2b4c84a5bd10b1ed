"""Which exports can be read, and the way to each: a few words, since menus move."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class App(NamedTuple):
    """An export that can be read: what it is called, and the steps that lead to it."""

    name: str
    steps: tuple[str, ...]


# What is asked of a site of one's own: more values than the ten it gives by itself.
NIGHTSCOUT = "/api/v1/entries/sgv.json?find[dateString][$gte]=2025-01-01&count=200000"


@require_safe
def apps(request: HttpRequest) -> HttpResponse:
    """Say for each app how its export is got out of it."""
    # Readers are loaded when somebody looks, since that takes a while.
    from steadystep.importers.exports import EXPORT_READERS  # noqa: PLC0415 - as said above

    ways = ways_out()
    known = [App(one.name, ways[one.page]) for one in EXPORT_READERS]
    return render(request, "bring/apps.html", {"apps": known, "address": NIGHTSCOUT})


def ways_out() -> dict[str, tuple[str, ...]]:
    """The steps to each export, by the page about it in docs/people/exports."""
    by_mail = _("The link comes by e-mail. It may take a day.")
    return {
        "apple-health": (
            _("Open Health on your iPhone, and tap your picture."),
            _("At the end of that page, tap Export All Health Data."),
        ),
        "health-connect": (
            _("Search the settings of your phone for Health Connect."),
            _("Tap Manage data, then Export."),
        ),
        "fitbit": (
            _("Open takeout.google.com with the account of your Fitbit."),
            _("Mark Fitbit or Google Health alone, and ask for one zip."),
            by_mail,
        ),
        "google-fit": (
            _("Open takeout.google.com with the account of Google Fit."),
            _("Mark Fit alone, and ask for one zip."),
            by_mail,
        ),
        "garmin": (
            _("Open garmin.com/account, and look for Data Management."),
            _("Choose Export Your Data."),
            by_mail,
        ),
        "fit": (
            _("Connect the watch with its cable. Open it like a USB stick."),
            _("Its folder GARMIN holds Activity, Monitor, Sleep and HRVStatus."),
            _("Make a zip of them."),
        ),
        "samsung-health": (
            _("Open the settings of Samsung Health."),
            _("At the end, tap Download personal data."),
            _("Look in your files under Download. Make a zip of that folder."),
        ),
        "visible": (
            _("Look in your profile in Visible for export, or for data."),
            _("Save the file that ends in .csv."),
        ),
        "bearable": (
            _("In Bearable, open Data + Security, then My Data."),
            _("Look for export, and choose CSV."),
        ),
        "flaredown": (
            _("Look in the settings of Flaredown for export."),
            _("The file comes by e-mail."),
        ),
        "daylio": (
            _("In Daylio, open More, then Export entries."),
            _("Choose CSV (table)."),
        ),
        "libreview": (
            _("Sign in to LibreView on a computer."),
            _("Open your glucose data, and download it."),
        ),
        "clarity": (
            _("Sign in at clarity.dexcom.com on a computer."),
            _("Choose the dates, look for export, and save the CSV."),
        ),
        "nightscout": (
            _("Open this page of your own site:"),
            NIGHTSCOUT,
            _("Save it as a file."),
        ),
        "fitabase": (_("Ask the people of your study for your own tables, as CSV."),),
    }
