"""Apps on an Android phone: what an app's package is called in the shop, and what it reads."""

from __future__ import annotations

from typing import Final

from steadystep.core.observed import Maker, Source
from steadystep.importers.apple_health.sources import source_of
from steadystep.importers.reading import shown

# As the shop calls them. An app that speaks for something worn counts as that.
_PACKAGES: Final = {
    "com.sec.android.app.shealth": "Samsung Health",
    "com.fitbit.FitbitMobile": "Fitbit",
    "com.google.android.apps.fitness": "Google Fit",
    "com.garmin.android.apps.connectmobile": "Garmin Connect",
    "com.ouraring.oura": "Oura",
    "com.whoop.android": "WHOOP",
    "com.withings.wiscale2": "Withings",
    "com.huami.watch.hmwatchmanager": "Zepp",
    "com.xiaomi.wearable": "Mi Fitness",
    "com.mi.health": "Mi Fitness",
    "fi.polar.polarflow": "Polar Flow",
    "com.suunto.movescount.android": "Suunto",
    "com.strava": "Strava",
}
_OTHERS: Final = {
    "android": Source(Maker.PHONE, "Android phone"),
    "com.google.android.apps.healthdata": Source(Maker.BY_HAND, "Health Connect"),
    "com.android.healthconnect.controller": Source(Maker.BY_HAND, "Health Connect"),
    "com.huawei.health": Source(Maker.WATCH, "Huawei Health"),
    "com.urbandroid.sleep": Source(Maker.APP, "Sleep as Android"),
}


def app_source(package: str, name: str = "", worn: Maker | None = None) -> Source:
    """Tell what an app stands for.

    Args:
        package: Its package, which is the same on every phone.
        name: What the phone calls it; nothing where not told.
        worn: What it read, where the export tells that.
    """
    if other := _OTHERS.get(package):
        return other
    if known := _PACKAGES.get(package):
        maker, title = source_of(known, "")
    else:
        maker, title = Maker.APP, shown(name) or shown(package) or "an app without a name"
    return Source(worn or maker, title)
