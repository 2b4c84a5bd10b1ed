"""Who wrote a record into Apple Health, without anybody's name.

A source is called as its owner called it: "Dana's iPhone", or "Dana". So a name is kept only when
it is one of those that everybody's has: Apple's devices and the apps in the list below. Any other
is told apart by a number made of its letters, from which it cannot be got back.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from functools import lru_cache
from typing import Final

from steadystep.core.observed import Maker, Source

_WATCH: Final = Source(Maker.WATCH, "Apple Watch")
_PHONE: Final = Source(Maker.PHONE, "iPhone")
# What stands in a device's name in every language: "Apple Watch de Dana", "iPhone von Dana".
_IN_THE_NAME: Final = {
    "apple watch": _WATCH,
    "iphone": _PHONE,
    "ipad": Source(Maker.PHONE, "iPad"),
    "ipod": Source(Maker.PHONE, "iPod touch"),
}
# What Apple's own devices say of themselves in the attribute `device`.
_MODELS: Final = {
    "watch": _WATCH,
    "iphone": _PHONE,
    "ipad": _IN_THE_NAME["ipad"],
    "ipod touch": _IN_THE_NAME["ipod"],
}
_MODEL: Final = re.compile(r"manufacturer:Apple[^,]{0,20}, model:([^,>]{1,20})", re.IGNORECASE)
# Apps as the App Store calls them. What wears a sensor counts as the thing that is worn.
_APPS: Final = {
    Maker.WATCH: (
        ("Garmin Connect", "connect", "garmin connect"),
        ("Fitbit", "fitbit"),
        ("Withings", "health mate", "withings"),
        ("Polar Flow", "polar flow"),
        ("Zepp", "zepp", "amazfit"),
        ("Mi Fitness", "mi fitness", "mi fit"),
        ("COROS", "coros"),
        ("Suunto", "suunto"),
        ("Samsung Health", "samsung health"),
    ),
    Maker.RING: (("Oura", "oura"), ("Ultrahuman", "ultrahuman"), ("RingConn", "ringconn")),
    Maker.STRAP: (
        ("WHOOP", "whoop"),
        ("Polar Beat", "polar beat"),
        ("Elite HRV", "elite hrv"),
        ("HRV4Training", "hrv4training"),
        ("Welltory", "welltory"),
    ),
    Maker.METER: (
        ("Dexcom", "dexcom", "dexcom g5", "dexcom g6", "dexcom g7", "dexcom one"),
        ("LibreLink", "librelink", "freestyle librelink", "freestyle libre 2", "freestyle libre 3"),
        ("Contour", "contour", "contour diabetes"),
        ("mySugr", "mysugr"),
        ("xDrip4iOS", "xdrip4ios"),
    ),
    Maker.DIARY: (("Bearable", "bearable"), ("Visible", "visible"), ("Daylio", "daylio")),
    Maker.APP: (
        ("Clock", "clock"),
        ("Breathe", "breathe"),
        ("Mindfulness", "mindfulness"),
        ("AutoSleep", "autosleep"),
        ("Sleep Cycle", "sleep cycle"),
        ("SleepWatch", "sleepwatch"),
        ("Pillow", "pillow"),
        ("HeartWatch", "heartwatch"),
        ("Headspace", "headspace"),
        ("Calm", "calm"),
        ("Insight Timer", "insight timer"),
        ("Strava", "strava"),
        ("Nike Run Club", "nike run club"),
        ("Pedometer++", "pedometer++"),
        ("Google Fit", "google fit", "fit"),
    ),
    Maker.BY_HAND: (("Health", "health"),),
}
_KNOWN: Final = {
    written: Source(maker, name)
    for maker, apps in _APPS.items()
    for name, *ways in apps
    for written in ways
}
_NUMBERS: Final = 1_000


@lru_cache(maxsize=256)
def source_of(name: str, device: str) -> Source:
    """Tell what sort of thing wrote a record, from its source's name and its device."""
    plain = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    if known := _KNOWN.get(plain):
        return known
    for words, source in _IN_THE_NAME.items():
        if words in plain:
            return source
    found = _MODEL.search(device)
    own = _MODELS.get(found[1].strip().casefold()) if found else None
    number = zlib.crc32(plain.encode()) % _NUMBERS
    if own:
        return Source(own.maker, f"{own.name} {number:03}")
    return Source(Maker.APP, f"App {number:03}")
