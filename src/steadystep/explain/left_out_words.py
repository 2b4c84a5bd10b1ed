"""What a reader leaves out on purpose, in words. A name that an app gave stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.explain.translations import ENGLISH

if TYPE_CHECKING:
    from steadystep.explain.translations import Translations


def left_out_named(what: str, words: Translations = ENGLISH) -> str:
    """What was left out, as a reader names it, in the person's words."""
    return words.gettext(what) if what in OUR_NAMES else what


def gettext(sentence: str) -> str:
    """Mark a name for translators; it is said in the reader's language where it is shown."""
    return sentence


# The names that the readers made up themselves; a test looks that none is left behind.
OUR_NAMES = frozenset(
    {
        # of any export
        gettext("files with other things"),
        gettext("files of another kind"),
        gettext("other entries"),
        gettext("other records"),
        gettext("other events"),
        gettext("naps"),
        gettext("notes"),
        gettext("stress"),
        gettext("sessions at a time that no clock shows"),
        gettext("sessions beyond the first 100,000"),
        # of days and nights
        gettext("days of 0 steps"),
        gettext("days without a step"),
        gettext("days without a resting heart rate"),
        gettext("days on which nothing was counted"),
        gettext("days on which the tracker was not worn"),
        gettext("days on which the watch was not worn"),
        gettext("days told in a second table"),
        gettext("nights told a second time"),
        gettext("nights not confirmed or not measured"),
        gettext("shorter sleeps of a day"),
        gettext("sleep without a length"),
        gettext("sleep of an unknown stage"),
        gettext("sleep scores"),
        gettext("bedtimes without sleep"),
        gettext("stages of sleep, told a second time"),
        gettext("stages of sleep beyond the first 50,000 of a file"),
        gettext("sleep, rides and rest among the sessions"),
        # of the heart, of steps, of breath
        gettext("beat-to-beat intervals"),
        gettext("blood oxygen"),
        gettext("breathing rate"),
        gettext("heart rate of a chest strap in water"),
        gettext("heart rates in a second file"),
        gettext("heart rates of which Fitbit is not sure at all"),
        gettext("heart rates that were not measured"),
        gettext("heart rate variability, told a second time"),
        gettext("resting heart rates in a second file"),
        gettext("five minutes of a night whose own HRV is told"),
        gettext("HRV carried over from another night"),
        gettext("active minutes, told a second time"),
        gettext("exercise told a second time"),
        gettext("movement"),
        gettext("places (GPS)"),
        gettext("steps in a second file"),
        gettext("steps of hours, told by the minute too"),
        # of Apple Health and of Fitbit
        gettext("another, smaller export.xml"),
        gettext("rows of other tables of the website"),
        gettext("rows that hold a place"),
        gettext("values that other apps handed to Fitbit"),
        # of diaries
        gettext("bowel movements"),
        gettext("conditions, symptoms and treatments of other names"),
        gettext("factors"),
        gettext("foods"),
        gettext("medication"),
        gettext("mood"),
        gettext("moods"),
        gettext("other health measurements"),
        gettext("other symptoms"),
        gettext("tags"),
        gettext("treatments"),
        gettext("weather"),
        # of glucose
        gettext("calibrations"),
        gettext("entries told twice"),
        gettext("entries without a value"),
        gettext("error codes of the sensor"),
        gettext("finger-prick values"),
        gettext("food"),
        gettext("insulin"),
        gettext("ketones"),
        gettext("rows about the person and the device"),
        gettext("strip glucose"),
    }
)
