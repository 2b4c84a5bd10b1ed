"""What happened, in the order it happened. Events are never edited.

Doses are tenths of a unit, answers tenths of a point. `at` is when it happened, in the person's
own offset from UTC; `recorded` is when it was written. A record is replayed by `at` and audited
by `recorded`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from steadystep.core.asks import Ask
from steadystep.core.decision import Decision
from steadystep.core.facts import FlareWord, Gate, Reply
from steadystep.core.movements import Movement
from steadystep.core.observations import Symptom, Unit
from steadystep.core.observed import Kind, Maker
from steadystep.core.reasons import Limit, RedFlagKind
from steadystep.core.safety import ClinicianFirst, Modifier, PemScreen, RedFlagQuestion, Told


class Pace(StrEnum):
    """How soon after a rise the next may be offered. Steady is chosen, never suggested."""

    GENTLE = "gentle"
    STEADY = "steady"


class Busy(StrEnum):
    """The evening tap: how the whole day was."""

    QUIETER = "quieter"
    USUAL = "usual"
    BUSIER = "busier"
    FAR_TOO_MUCH = "far_too_much"


class After(StrEnum):
    """How the person feels ten minutes after moving."""

    CALMER = "calmer"
    SAME = "same"
    WORSE = "worse"


class Mark(StrEnum):
    """What else was going on that day. A mark is shown beside the record; no rule acts on it."""

    ILLNESS = "illness"
    TRAVEL = "travel"
    PERIOD = "period"
    POOR_NIGHT = "poor_night"
    STRESS = "stress"
    MEDICATION_CHANGE = "medication_change"


class WordOn(StrEnum):
    """What a clinician's word was about. One word never opens both."""

    MALAISE = "malaise"
    PLAN = "plan"


# The plan -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStarted:
    """A plan began: one movement, its first dose, and usual as the person told it.

    A later plan takes the place of an earlier one; how the body was is carried along.

    Attributes:
        unit: What the dose is counted in.
        start: The first dose, tenths of a unit.
        per_week: Sessions planned in a week, 1 to 7.
        new_movement: The movement is new to the person.
        resistance: It is resistance work.
        ignore_heart: A medicine or device sets the heart rate.
        usual_pain: Usual as it was told, tenths.
        usual_fatigue: The same for fatigue.
        movement: Which of the kinds of movement.
        name: What the person calls a movement of their own.
        anchor: What the step is tied to in the day, such as "after lunch".
    """

    unit: Unit
    start: int
    per_week: int = 7
    new_movement: bool = True
    resistance: bool = False
    ignore_heart: bool = False
    usual_pain: int | None = None
    usual_fatigue: int | None = None
    movement: Movement = Movement.OWN
    name: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class MovementChosen:
    """First run: the movement, before there is a plan."""

    movement: Movement
    unit: Unit
    name: str = ""
    anchor: str = ""
    new_movement: bool = True


@dataclass(frozen=True, slots=True)
class BadDayTold:
    """First run: what can be done on a bad day, tenths of the unit; None was skipped."""

    amount: int | None


@dataclass(frozen=True, slots=True)
class UsualTold:
    """First run: usual pain and fatigue as the person tells them, tenths; None was skipped."""

    pain: int | None
    fatigue: int | None


@dataclass(frozen=True, slots=True)
class PageSeen:
    """First run, or the page that closes the first week: it was read and left."""

    page: str


@dataclass(frozen=True, slots=True)
class PaceChosen:
    """The pace, chosen in settings."""

    pace: Pace


@dataclass(frozen=True, slots=True)
class PreferenceSet:
    """How the person wants their pages: language, text size, theme, contrast, fog mode."""

    name: str
    value: str


# The day --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """An answer to the check-in, each part of it free. Yesterday's may be told as remembered."""

    pain: int | None = None
    fatigue: int | None = None
    sleep: int | None = None
    remembered: bool = False


@dataclass(frozen=True, slots=True)
class FogAnswered:
    """Fog mode's one answer: -1 better, 0 same, 1 worse, 2 much worse than usual."""

    than_usual: int


@dataclass(frozen=True, slots=True)
class FlareTold:
    """The person's own word: a flare, or no flare and a hard day."""

    word: FlareWord


@dataclass(frozen=True, slots=True)
class SilentDaysTold:
    """After silent days: was any of them clearly worse? It is told of the last of them.

    NOT_SAID: no day was. A remembered word warns, and is no answer of that day.
    """

    word: FlareWord


@dataclass(frozen=True, slots=True)
class SessionTold:
    """What was done of the dose, tenths of a unit: none of it, a part, all, or more."""

    done: int


@dataclass(frozen=True, slots=True)
class EffortTold:
    """How hard the movement was, 0 to 10. Gentle is 3 or less: one can talk in full sentences."""

    of_ten: int


@dataclass(frozen=True, slots=True)
class AfterTold:
    """Ten minutes later: calmer, same, worse."""

    felt: After


@dataclass(frozen=True, slots=True)
class EasierToday:
    """The person asked for less today. The rung stays; what is done is measured as before."""

    dose: int


@dataclass(frozen=True, slots=True)
class FarTooMuchTold:
    """The evening tap: today was far too much."""


@dataclass(frozen=True, slots=True)
class DayTold:
    """The evening tap otherwise: how the whole day was."""

    busy: Busy


@dataclass(frozen=True, slots=True)
class Marked:
    """Something else was going on that day."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class NoteWritten:
    """A few words of the person's own about the day."""

    text: str


@dataclass(frozen=True, slots=True)
class OfferAnswered:
    """The person's word on an offer."""

    reply: Reply


@dataclass(frozen=True, slots=True)
class DoseChosen:
    """The person set the dose by their own word: smaller, bigger, or a step taken back."""

    dose: int


@dataclass(frozen=True, slots=True)
class MoreBegun:
    """The person raised the days a week, the effort, or the movement itself."""


@dataclass(frozen=True, slots=True)
class KeptMovingTold:
    """After some days unknown: did you keep moving?"""

    kept: bool = True


@dataclass(frozen=True, slots=True)
class ConfidenceTold:
    """How sure of the next rung, 0 to 10."""

    of_ten: int


@dataclass(frozen=True, slots=True)
class UsualAnswered:
    """Both values of usual seen, the higher one taken or not."""

    take: bool


@dataclass(frozen=True, slots=True)
class ReferenceSet:
    """Usual of one symptom as it was set on that day. From then on it is a fact.

    Written at each look, moved or not, so that a fact that comes late moves no past usual.

    Attributes:
        symptom: Pain or fatigue.
        usual: Tenths of a point.
        spread: Hundredths of a point.
        rise: The warning rise, tenths of a point.
        higher: The higher usual the person is asked about, tenths; None where nothing is asked.
    """

    symptom: Symptom
    usual: int
    spread: int
    rise: int
    higher: int | None = None


@dataclass(frozen=True, slots=True)
class LimitSet:
    """A goal or a clinician's ceiling; None lifts it."""

    limit: Limit
    dose: int | None


@dataclass(frozen=True, slots=True)
class GateSet:
    """What the screening, the person or a clinician said about whether there may be a plan."""

    gate: Gate
    how_soon: RedFlagKind = RedFlagKind.CLINICIAN


@dataclass(frozen=True, slots=True)
class ScreenAsked:
    """The malaise screen is due (offers wait), or has been answered."""

    due: bool


# Safety ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RedFlagsTold:
    """One safety screen: "any of these?", and the answer to it."""

    asked: tuple[RedFlagQuestion, ...]
    told: Told


@dataclass(frozen=True, slots=True)
class AllClearTold:
    """After a red flag: a person has looked at it, and it is all clear."""

    who: str = ""


@dataclass(frozen=True, slots=True)
class IllnessNamed:
    """Has ME/CFS, or long COVID with malaise, been named?"""

    told: Told


@dataclass(frozen=True, slots=True)
class MalaiseGateTold:
    """The one gate question: ill for more than a day after doing more than usual?"""

    told: Told


@dataclass(frozen=True, slots=True)
class MalaiseScreenTold:
    """The full malaise screen, answered."""

    screen: PemScreen


@dataclass(frozen=True, slots=True)
class ClinicianFirstTold:
    """What wants a clinician's word before a plan; none of them is an answer too."""

    kinds: tuple[ClinicianFirst, ...]


@dataclass(frozen=True, slots=True)
class ModifiersTold:
    """What changes how a plan is carried out; none of them is an answer too."""

    kinds: tuple[Modifier, ...]


@dataclass(frozen=True, slots=True)
class ClinicianWordNoted:
    """A clinician's word, noted by the person: who, and on which day."""

    about: WordOn
    who: str
    on: date


@dataclass(frozen=True, slots=True)
class LongFlareTold:
    """About a flare of more than two days: how it was, in the person's own word."""

    began: date
    hours: int
    flu_like_or_foggy: bool
    a_day_or_more_after: bool


# Chapters -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ChapterLeft:
    """A chapter was put down before its end.

    Attributes:
        programme: The programme's name.
        day: The chapter's day in it.
        part: Which part was on the screen, from 0.
    """

    programme: str
    day: int
    part: int


@dataclass(frozen=True, slots=True)
class ChapterRead:
    """A chapter was read to its end, or put aside as known."""

    programme: str
    day: int


# Brought from elsewhere -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DayMeasured:
    """What a device measured of a day. It may hold or soften, and never raises anything.

    Attributes:
        resting_heart_rate: Tenths of a beat a minute.
        hrv_rmssd: Tenths of a millisecond. SDNN is another thing, and has no place here.
    """

    resting_heart_rate: int | None = None
    hrv_rmssd: int | None = None


@dataclass(frozen=True, slots=True)
class DiaryBrought:
    """What another diary holds of a day: tenths of a point, high is bad.

    It warns like a remembered word, and is no answer of that day.
    """

    pain: int | None = None
    fatigue: int | None = None
    sleep: int | None = None
    crash: bool = False


@dataclass(frozen=True, slots=True)
class SessionSeen:
    """A session that a device saw, and that fits the plan. It counts when the person says so.

    Attributes:
        seen: How much, tenths of the unit.
        unit: What it is counted in.
        source: What saw it, as it is called in the shop.
    """

    seen: int
    unit: Unit
    source: str


@dataclass(frozen=True, slots=True)
class DataSeen:
    """How far the data of one source reach, as it was when they were brought.

    Attributes:
        source: What they come from, as it is called in the shop.
        until: The last day with data.
        days: Days with data among the 28 that end then.
    """

    source: str
    until: date
    days: int


@dataclass(frozen=True, slots=True)
class SourcePreferred:
    """Which source the person wants to be used for a kind of data, where several disagree."""

    kind: Kind
    maker: Maker
    name: str


# The log's own --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AskSkipped:
    """Something asked was left for today. A skip is a full answer."""

    ask: Ask


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An earlier entry, by its key, counts no more. It stays in the log."""

    key: str


@dataclass(frozen=True, slots=True)
class DecisionGiven:
    """What the person was told that day. Later knowledge never rewrites it.

    Attributes:
        level: The rung in force, tenths of a unit.
        dose: What was told for the day.
        offered: The next rung, where it was offered.
        decision: All of the decision, with its reason, as it was made.
        said: The sentences, word for word as they were shown.
        language: The language they were said in.
        alone: The dose that the record alone would have told, where what was brought made it
            another one.
    """

    level: int | None
    dose: int | None
    offered: int | None = None
    decision: Decision | None = None
    said: tuple[str, ...] = ()
    language: str = ""
    alone: int | None = None


# Every kind of event there is.
Event = (
    PlanStarted
    | MovementChosen
    | BadDayTold
    | UsualTold
    | PageSeen
    | PaceChosen
    | PreferenceSet
    | CheckedIn
    | FogAnswered
    | FlareTold
    | SilentDaysTold
    | SessionTold
    | EffortTold
    | AfterTold
    | EasierToday
    | FarTooMuchTold
    | DayTold
    | Marked
    | NoteWritten
    | OfferAnswered
    | DoseChosen
    | MoreBegun
    | KeptMovingTold
    | ConfidenceTold
    | UsualAnswered
    | ReferenceSet
    | LimitSet
    | GateSet
    | ScreenAsked
    | RedFlagsTold
    | AllClearTold
    | IllnessNamed
    | MalaiseGateTold
    | MalaiseScreenTold
    | ClinicianFirstTold
    | ModifiersTold
    | ClinicianWordNoted
    | LongFlareTold
    | ChapterLeft
    | ChapterRead
    | DayMeasured
    | DiaryBrought
    | SessionSeen
    | DataSeen
    | SourcePreferred
    | AskSkipped
    | TakenBack
    | DecisionGiven
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of one person's record.

    Attributes:
        person: Whose record.
        at: When it happened, in the person's own offset from UTC.
        recorded: When it was written.
        event: What happened.
        key: The entry's own name. An entry told twice under one key is one entry.

    Raises:
        ValueError: A time without an offset: nobody can say when it was.
    """

    person: str
    at: datetime
    recorded: datetime
    event: Event
    key: str = ""

    def __post_init__(self) -> None:
        """Refuse a time that could be any hour of the day."""
        if self.at.tzinfo is None or self.recorded.tzinfo is None:
            message = "an event needs a time with its offset from UTC"
            raise ValueError(message)


# Kinds whose word holds beyond the day on which it was said. There are few of them in a record.
LASTING = (
    PlanStarted,
    MovementChosen,
    BadDayTold,
    UsualTold,
    PageSeen,
    PaceChosen,
    PreferenceSet,
    ReferenceSet,
    LimitSet,
    GateSet,
    ScreenAsked,
    RedFlagsTold,
    AllClearTold,
    IllnessNamed,
    MalaiseGateTold,
    MalaiseScreenTold,
    ClinicianFirstTold,
    ModifiersTold,
    ClinicianWordNoted,
    LongFlareTold,
    ChapterLeft,
    ChapterRead,
    DataSeen,
    SourcePreferred,
    TakenBack,
)
