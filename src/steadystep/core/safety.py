"""What comes before any plan: red flags, malaise, a clinician's word, and what to take care of.

Nothing here diagnoses. It decides whether there may be a plan, and whom to turn to where not.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, StrEnum
from typing import TYPE_CHECKING

from steadystep.core.facts import Gate
from steadystep.core.reasons import RedFlagKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Told(StrEnum):
    """An answer to a safety question. Not sure counts as yes on a red flag."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


class RedFlagQuestion(Enum):
    """Each red flag and how soon a person is needed.

    Source: the screening table of the evidence page (ACSM logic, S100; FM referral guide, S103).
    """

    CHEST = ("chest_pain_fainting_breathless_at_rest", RedFlagKind.EMERGENCY)
    STROKE = ("sudden_weakness_speech_or_face", RedFlagKind.EMERGENCY)
    NERVES = ("new_numbness_bladder_or_bowel", RedFlagKind.URGENT)
    CALF = ("one_hot_swollen_calf", RedFlagKind.URGENT)
    MUSCLE = ("dark_urine_or_severe_weakness_after_effort", RedFlagKind.URGENT)
    ILLNESS = ("fever_night_sweats_weight_loss", RedFlagKind.CLINICIAN)
    JOINTS = ("swollen_joints_or_new_rash", RedFlagKind.CLINICIAN)
    UNLIKE = ("unlike_my_usual", RedFlagKind.CLINICIAN)

    @property
    def how_soon(self) -> RedFlagKind:
        """How soon a person is needed."""
        return self.value[1]


_SOONEST = (RedFlagKind.EMERGENCY, RedFlagKind.URGENT, RedFlagKind.CLINICIAN)


def red_flag(answers: Mapping[RedFlagQuestion, Told]) -> RedFlagKind | None:
    """The most pressing red flag among the answers, or None where all are "no".

    A question that was not answered is no red flag, and no plan begins before it is.
    """
    raised = {question.how_soon for question, told in answers.items() if told != Told.NO}
    return next((how_soon for how_soon in _SOONEST if how_soon in raised), None)


class ClinicianFirst(StrEnum):
    """What wants a clinician's word before a plan (evidence page, section 8)."""

    PREGNANCY = "pregnancy"
    RECENT_SURGERY = "recent_surgery"
    HEART_LUNG_KIDNEY = "heart_lung_or_kidney_disease"
    BLOOD_PRESSURE = "uncontrolled_blood_pressure"
    OLDER_AND_SEDENTARY = "66_or_over_and_sedentary"
    UNDER_18 = "under_18"


class Modifier(StrEnum):
    """What changes how a plan is carried out, and not whether there may be one."""

    HEART_MEDICINE = "beta_blocker_calcium_blocker_ivabradine_or_pacemaker"
    ORTHOSTATIC = "dizzy_on_standing"
    HYPERMOBILE = "hypermobile"
    SEDATIVES = "sedatives_pregabalin_or_tricyclics"


@dataclass(frozen=True, slots=True)
class Care:
    """What to take care of.

    Attributes:
        ignore_heart: Readings of the heart say nothing about effort here.
        start_seated: Begin sitting or lying, and do not stop abruptly.
        middle_range: Strength in the middle range, no stretching to the end.
        mind_falls: Mind falls, and the time of the medicine.
    """

    ignore_heart: bool = False
    start_seated: bool = False
    middle_range: bool = False
    mind_falls: bool = False


def care_for(modifiers: Sequence[Modifier]) -> Care:
    """What these modifiers ask for."""
    return Care(
        ignore_heart=Modifier.HEART_MEDICINE in modifiers,
        start_seated=Modifier.ORTHOSTATIC in modifiers,
        middle_range=Modifier.HYPERMOBILE in modifiers,
        mind_falls=Modifier.SEDATIVES in modifiers,
    )


# Malaise after effort: DSQ-PEM.
# Source: Cotler, Holtzman, Dudun, Jason 2018, doi 10.3390/diagnostics8030066.

# On one and the same item, "about half the time" and "moderate" are 2.
PEM_FREQUENCY_LEAST = 2
PEM_SEVERITY_LEAST = 2
# Item 9 in hours: the printed bands "14-23 h" and ">= 24 h" are the positive ones.
PEM_HOURS_MORE_THAN = 14
PEM_ITEMS = 5
PEM_SCALE = range(5)
# A choice: how long "not sure" stands before the screen is asked again.
PEM_ASK_AGAIN_DAYS = 14
# A choice: two negative screens this far apart open the way out, where no illness was named.
PEM_SCREENS_APART_DAYS = 28
# A choice: two long flares within this span raise the suspicion, never the verdict.
PEM_PATTERN_DAYS = 28
PEM_PATTERN_HOURS = 48


@dataclass(frozen=True, slots=True)
class PemScreen:
    """The answers to DSQ-PEM that decide.

    Attributes:
        items: Frequency and severity of items 1 to 5, each 0 to 4.
        worse_after_minimal_effort: Item 7.
        worse_after_mental_effort: Item 8.
        hours: Item 9, the lower end of the band in hours.

    Raises:
        ValueError: There are not five items, or one is outside 0 to 4.
    """

    items: tuple[tuple[int, int], ...]
    worse_after_minimal_effort: bool
    worse_after_mental_effort: bool
    hours: int

    def __post_init__(self) -> None:
        """Refuse a screen that was not fully answered."""
        scores = [score for item in self.items for score in item]
        if len(self.items) != PEM_ITEMS or any(score not in PEM_SCALE for score in scores):
            message = "the malaise screen has five items, each 0 to 4 twice"
            raise ValueError(message)

    @property
    def positive(self) -> bool:
        """Steps 1 and 2 both positive. Step 1 alone would flag many people with fibromyalgia."""
        often_and_strong = any(
            often >= PEM_FREQUENCY_LEAST and strong >= PEM_SEVERITY_LEAST
            for often, strong in self.items
        )
        after_effort = self.worse_after_minimal_effort or self.worse_after_mental_effort
        # The lowest positive band begins at 14 hours.
        return often_and_strong and after_effort and self.hours >= PEM_HOURS_MORE_THAN


@dataclass(frozen=True, slots=True)
class LongFlare:
    """A flare that the person was asked about.

    Attributes:
        began: Its first RED day.
        hours: How long it lasted.
        flu_like_or_foggy: The person said: flu-like, or foggy beyond their usual.
        a_day_or_more_after: The person said: it came a day or more after moving.
    """

    began: date
    hours: int
    flu_like_or_foggy: bool
    a_day_or_more_after: bool


def suspects_malaise(flares: Sequence[LongFlare]) -> bool:
    """Two long flares within 28 days, each confirmed by the person: freeze offers and ask again.

    It never decides by itself: someone who moves daily has every flare a day after moving.
    """
    confirmed = sorted(
        flare.began
        for flare in flares
        if flare.hours > PEM_PATTERN_HOURS and flare.flu_like_or_foggy and flare.a_day_or_more_after
    )
    span = timedelta(days=PEM_PATTERN_DAYS)
    return any(later - sooner < span for sooner, later in itertools.pairwise(confirmed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """All that the person said about safety.

    Attributes:
        red_flags: The red flag questions and what was told.
        cleared: The person answered an all-clear after a red flag.
        illness_named: ME/CFS, or long COVID with malaise, was named.
        malaise_gate: The one gate question: ill for more than a day after doing more?
        screen: The full screen, asked on yes or not sure.
        negative_screens: Days of negative screens since.
        word_on_malaise: The day a clinician's word on malaise was noted (who, when), else None.
        clinician_first: What wants a clinician's word before a plan.
        word_on_plan: The day a clinician's word on those was noted. One word never opens both.
        pattern: The record shows a pattern that asks for the screen again.
    """

    red_flags: Mapping[RedFlagQuestion, Told]
    cleared: bool = False
    illness_named: bool = False
    malaise_gate: Told = Told.NO
    screen: PemScreen | None = None
    negative_screens: tuple[date, ...] = ()
    word_on_malaise: date | None = None
    clinician_first: tuple[ClinicianFirst, ...] = ()
    word_on_plan: date | None = None
    pattern: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the screening allows.

    Attributes:
        gate: May there be a plan?
        how_soon: For a red flag, how soon a person is needed.
        screen_due: Offers wait until the malaise screen is answered.
    """

    gate: Gate
    how_soon: RedFlagKind | None = None
    screen_due: bool = False


def may_there_be_a_plan(told: Screening) -> Verdict:
    """Question A, in its order: red flag, malaise, clinician first, and all questions answered.

    Pausing is the person's own.
    """
    flag = red_flag(told.red_flags)
    if flag is not None and not told.cleared:
        return Verdict(Gate.RED_FLAG, flag)
    if is_pacing_only(told):
        return Verdict(Gate.PACING_ONLY)
    if told.clinician_first and not _word_is_enough(told):
        return Verdict(Gate.CLINICIAN_FIRST)
    if any(question not in told.red_flags for question in RedFlagQuestion) and not told.cleared:
        # A question that was never asked is no "no".
        return Verdict(Gate.NO_PLAN)
    unanswered = told.malaise_gate != Told.NO and told.screen is None
    return Verdict(Gate.OPEN, screen_due=unanswered or told.pattern)


def ask_again_on(asked: date) -> date:
    """The day an unsure malaise screen is asked again; until then offers wait."""
    return asked + timedelta(days=PEM_ASK_AGAIN_DAYS)


def is_pacing_only(told: Screening) -> bool:
    """An illness was named, or the screen was positive, and no way out was opened since.

    Where an illness was named a clinician's word opens it and nothing else; where the screen
    alone was positive, that or two negative screens 28 days apart.
    """
    if told.word_on_malaise is not None:
        return False
    if told.illness_named:
        return True
    if told.screen is None or not told.screen.positive:
        return False
    apart = timedelta(days=PEM_SCREENS_APART_DAYS)
    screens = sorted(told.negative_screens)
    return not screens or screens[-1] - screens[0] < apart


def _word_is_enough(told: Screening) -> bool:
    """Under 18 there is no plan, whatever was noted."""
    return told.word_on_plan is not None and ClinicianFirst.UNDER_18 not in told.clinician_first
