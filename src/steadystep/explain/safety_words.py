"""The words of the safety questions, and of what follows from an answer: the same at every door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from steadystep.core.emergency import Place
from steadystep.core.observations import Unit
from steadystep.core.reasons import ClinicianFirst as ClinicianComesFirst
from steadystep.core.reasons import RedFlag, RedFlagKind
from steadystep.core.safety import ClinicianFirst, Modifier, Told
from steadystep.core.safety_questions import SafetyQuestion
from steadystep.explain.gates import without_a_step
from steadystep.explain.remembered import remembered

if TYPE_CHECKING:
    from steadystep.explain.translations import Translations


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is put.

    Attributes:
        asked: The question.
        points: What it is about, one line each.
        help: A word that needs a word beside it.
    """

    asked: str
    points: tuple[str, ...] = ()
    help: str = ""


@remembered
def question_words(words: Translations, question: SafetyQuestion) -> Question:
    """One of the eight safety questions."""
    match question:
        case SafetyQuestion.HEART:
            return Question(words.gettext("Do you have any of these?"), _heart(words))
        case SafetyQuestion.STROKE:
            return Question(words.gettext("Did any of these come on suddenly?"), _stroke(words))
        case SafetyQuestion.TODAY:
            return Question(words.gettext("Is any of these new?"), _today(words))
        case SafetyQuestion.CLINICIAN:
            return Question(words.gettext("And is any of these new?"), _clinician(words))
        case SafetyQuestion.ILLNESS:
            return Question(
                words.gettext("Has a clinician named one of these?"),
                (
                    words.gettext("ME/CFS"),
                    words.gettext("Long COVID that effort makes worse for days"),
                ),
            )
        case SafetyQuestion.MALAISE:
            return Question(
                words.gettext("After doing more than usual, are you ill for more than a day?"),
                help=words.gettext("Ill is more than sore: like flu, or foggy."),
            )
        case SafetyQuestion.CLINICIAN_FIRST:
            return Question(words.gettext("Does any of these fit you?"))
        case SafetyQuestion.CARE:
            return Question(words.gettext("Last one: does any of these fit you?"))
        case _:
            assert_never(question)


@remembered
def told_word(words: Translations, told: Told) -> str:
    """Yes, no, or not sure, on a button."""
    return {
        Told.YES: words.pgettext("answer", "Yes"),
        Told.NO: words.pgettext("answer", "No"),
        Told.NOT_SURE: words.pgettext("answer", "I am not sure"),
    }[told]


@remembered
def choice_word(words: Translations, choice: ClinicianFirst | Modifier) -> str:
    """Something that may fit, as a line to choose."""
    return {
        ClinicianFirst.PREGNANCY: words.gettext("Pregnant"),
        ClinicianFirst.RECENT_SURGERY: words.gettext("Surgery in the last months"),
        ClinicianFirst.HEART_LUNG_KIDNEY: words.gettext("Heart, lung or kidney disease"),
        ClinicianFirst.BLOOD_PRESSURE: words.gettext("Uncontrolled blood pressure"),
        ClinicianFirst.OLDER_AND_SEDENTARY: words.gettext("66 or older, and moving little"),
        ClinicianFirst.UNDER_18: words.gettext("Under 18"),
        Modifier.HEART_MEDICINE: words.gettext("Pacemaker, or a medicine that slows the pulse"),
        Modifier.ORTHOSTATIC: words.gettext("Dizzy on standing up"),
        Modifier.HYPERMOBILE: words.gettext("Very flexible joints"),
        Modifier.SEDATIVES: words.gettext("Sedatives, pregabalin or a tricyclic"),
    }[choice]


def needs_a_person(words: Translations, how_soon: RedFlagKind) -> tuple[str, ...]:
    """A red flag: who is needed, and how soon. The same sentences as on the day itself."""
    return without_a_step(RedFlag(how_soon), words, Unit.MINUTES)


def clinician_comes_first(words: Translations) -> tuple[str, ...]:
    """A clinician's word comes first, and what is fine until then."""
    return without_a_step(ClinicianComesFirst(), words, Unit.MINUTES)


@remembered
def what_to_say(words: Translations, question: SafetyQuestion) -> tuple[str, ...]:
    """What to say to that person, line by line."""
    return (
        words.gettext("“I have fibromyalgia. This is something else.”"),
        *_points(words, question),
        words.gettext("Say when it began, and where you are."),
        words.gettext("Name the medicines you take."),
    )


@remembered
def place_word(words: Translations, place: Place) -> str:
    """Where a number is answered."""
    return {
        Place.EUROPE: words.gettext("European Union"),
        Place.UNITED_KINGDOM: words.gettext("United Kingdom"),
        Place.UNITED_STATES: words.gettext("United States"),
        Place.ISRAEL: words.gettext("Israel"),
    }[place]


@remembered
def elsewhere(words: Translations) -> str:
    """For everybody who is somewhere else."""
    return words.gettext("Elsewhere: your local emergency number.")


@remembered
def pacing_words(words: Translations, *, named: bool) -> tuple[str, ...]:
    """Rising steps are not for this person. No name of an illness is given to anybody.

    Args:
        words: The catalogue of their language.
        named: A clinician named the illness; otherwise the screen's answers suggest it.
    """
    why = (
        words.gettext("You told of an illness that effort makes worse.")
        if named
        else words.gettext("Your answers suggest getting worse after effort.")
    )
    return (
        why,
        words.gettext("We will not suggest increases."),
        words.gettext("You get a limit to stay inside. Less is fine, and rest counts."),
    )


@remembered
def under_18_words(words: Translations) -> tuple[str, ...]:
    """There is no plan for somebody under 18, and that is nobody's fault."""
    return (
        words.gettext("Steadystep is made for adults."),
        words.gettext("A clinician can plan small movements with you."),
        words.gettext("Show this page to them, or to someone you trust."),
    )


def _points(words: Translations, question: SafetyQuestion) -> tuple[str, ...]:
    """What a red flag question is about."""
    told = {
        SafetyQuestion.HEART: _heart,
        SafetyQuestion.STROKE: _stroke,
        SafetyQuestion.TODAY: _today,
        SafetyQuestion.CLINICIAN: _clinician,
    }
    return told[question](words)


def _heart(words: Translations) -> tuple[str, ...]:
    return (
        words.gettext("Pain or pressure in the chest"),
        words.gettext("Fainting"),
        words.gettext("Short of breath while resting"),
    )


def _stroke(words: Translations) -> tuple[str, ...]:
    return (
        words.gettext("Weakness of an arm or a leg"),
        words.gettext("Trouble speaking"),
        words.gettext("One side of the face hanging"),
    )


def _today(words: Translations) -> tuple[str, ...]:
    return (
        words.gettext("Numbness, or trouble with bladder or bowel"),
        words.gettext("One calf hot and swollen"),
        words.gettext("Dark urine or great weakness after effort"),
    )


def _clinician(words: Translations) -> tuple[str, ...]:
    return (
        words.gettext("Fever, night sweats, or weight loss without a reason"),
        words.gettext("Swollen joints, or a rash"),
        words.gettext("Something unlike my usual"),
    )
