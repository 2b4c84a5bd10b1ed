"""What people call the columns of their diaries, in eight languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final
from unicodedata import combining, normalize

from steadystep.importers.reading import Scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Role(Enum):
    """What a column can be for."""

    DATE = auto()
    YEAR = auto()
    MONTH = auto()
    DAY_OF_MONTH = auto()
    PERSON = auto()
    PAIN = auto()
    WORST_PAIN = auto()
    FATIGUE = auto()
    ENERGY = auto()
    SLEEP_QUALITY = auto()
    SLEEP_TROUBLE = auto()
    SLEEP = auto()
    SLEEP_HOURS = auto()
    STEPS = auto()
    ACTIVE_MINUTES = auto()
    MINUTES = auto()
    REPS = auto()
    LOAD = auto()
    FLARE = auto()


def words(*lines: str) -> frozenset[str]:
    """Make a set of the words in some lines."""
    return frozenset(" ".join(lines).split())


# One language a line; the name that comes first is taken first.
NAMES: Final[Mapping[Role, Mapping[str, str]]] = {
    Role.DATE: {
        "en": "date, day, activity date, activity day, sleep day, calendar date, timestamp",
        "he": "תאריך, יום",
        "fr": "jour, date du jour",
        "de": "Datum, Tag",
        "es": "fecha, día",
        "it": "data, giorno",
        "pt": "data, dia",
        "nl": "datum, dag",
    },
    Role.YEAR: {
        "en": "year",
        "he": "שנה",
        "fr": "année",
        "de": "Jahr",
        "es": "año",
        "it": "anno",
        "pt": "ano",
        "nl": "jaar",
    },
    Role.MONTH: {
        "en": "month",
        "he": "חודש",
        "fr": "mois",
        "de": "Monat",
        "es": "mes",
        "it": "mese",
        "pt": "mês",
        "nl": "maand",
    },
    Role.DAY_OF_MONTH: {
        "en": "day, day of month",
        "he": "יום",
        "fr": "jour",
        "de": "Tag",
        "es": "día",
        "it": "giorno",
        "pt": "dia",
        "nl": "dag",
    },
    Role.PERSON: {
        "en": "participant, participant id, person, person id, patient, patient id, "
        "subject, subject id, user, user id, id",
        "he": "משתתף, משתתפת, מטופל, מטופלת",
        "fr": "participante, personne",
        "de": "Teilnehmer, Teilnehmerin, Patientin",
        "es": "participante, persona, paciente",
        "it": "partecipante, persona, paziente",
        "pt": "participante, pessoa, paciente",
        "nl": "deelnemer, persoon, patiënt",
    },
    Role.PAIN: {
        "en": "pain, pain level, pain score, pain rating, pain intensity, pain nrs, pain vas",
        "he": "כאב, כאבים, רמת כאב, רמת הכאב, עוצמת כאב, עוצמת הכאב",
        "fr": "douleur, douleurs, niveau de douleur, intensité de la douleur",
        "de": "Schmerz, Schmerzen, Schmerzstärke, Schmerzintensität, Schmerzniveau",
        "es": "dolor, nivel de dolor, intensidad del dolor",
        "it": "dolore, dolori, livello di dolore, intensità del dolore",
        "pt": "dor, dores, nível de dor, intensidade da dor",
        "nl": "pijn, pijnscore, pijnniveau, pijnintensiteit",
    },
    Role.WORST_PAIN: {
        "en": "pain max, worst pain, max pain, pain worst, maximum pain",
        "he": "כאב מרבי, כאב מקסימלי, הכאב החזק ביותר, כאב הכי חזק",
        "fr": "douleur max, douleur maximale, pire douleur",
        "de": "stärkster Schmerz, stärkste Schmerzen, Schmerz max, maximaler Schmerz",
        "es": "dolor máximo, peor dolor",
        "it": "dolore massimo, dolore peggiore",
        "pt": "dor máxima, pior dor",
        "nl": "ergste pijn, maximale pijn, pijn max",
    },
    Role.FATIGUE: {
        "en": "fatigue, fatigue level, fatigue score, fatigue rating, tiredness, exhaustion",
        "he": "עייפות, רמת עייפות, רמת העייפות, תשישות",
        "fr": "niveau de fatigue, épuisement",
        "de": "Müdigkeit, Erschöpfung",
        "es": "fatiga, cansancio, agotamiento",
        "it": "fatica, stanchezza, affaticamento, spossatezza",
        "pt": "fadiga, cansaço, exaustão",
        "nl": "vermoeidheid, moeheid, uitputting",
    },
    Role.ENERGY: {
        "en": "energy, energy level, energy score, energy rating",
        "he": "אנרגיה, רמת אנרגיה, רמת האנרגיה",
        "fr": "énergie, niveau d'énergie",
        "de": "Energie, Energielevel, Energieniveau",
        "es": "energía, nivel de energía",
        "it": "energia, livello di energia",
        "pt": "energia, nível de energia",
        "nl": "energie, energieniveau",
    },
    Role.SLEEP_QUALITY: {
        "en": "sleep quality, quality of sleep, sleep rating, slept well",
        "he": "איכות שינה, איכות השינה",
        "fr": "qualité du sommeil, qualité de sommeil",
        "de": "Schlafqualität",
        "es": "calidad del sueño, calidad de sueño",
        "it": "qualità del sonno",
        "pt": "qualidade do sono",
        "nl": "slaapkwaliteit",
    },
    Role.SLEEP_TROUBLE: {
        "en": "insomnia, sleep trouble, trouble sleeping, sleep problems, poor sleep, bad sleep, "
        "sleep disturbance",
        "he": "נדודי שינה, קשיי שינה, בעיות שינה, הפרעות שינה",
        "fr": "insomnie, troubles du sommeil",
        "de": "Schlaflosigkeit, Schlafstörung, Schlafstörungen, Schlafprobleme",
        "es": "insomnio, problemas de sueño, trastornos del sueño",
        "it": "insonnia, disturbi del sonno",
        "pt": "insónia, insônia, problemas de sono",
        "nl": "slapeloosheid, slaapproblemen, slaapstoornis",
    },
    Role.SLEEP: {
        "en": "sleep",
        "he": "שינה",
        "fr": "sommeil",
        "de": "Schlaf",
        "es": "sueño",
        "it": "sonno",
        "pt": "sono",
        "nl": "slaap",
    },
    Role.SLEEP_HOURS: {
        "en": "sleep hours, hours slept, hours of sleep, hours asleep, sleep duration, sleep time, "
        "sleep minutes, minutes asleep, total minutes asleep, total sleep time, time asleep",
        "he": "שעות שינה, משך שינה, משך השינה",
        "fr": "heures de sommeil, durée du sommeil",
        "de": "Schlafstunden, Schlafdauer, Stunden Schlaf",
        "es": "horas de sueño, duración del sueño",
        "it": "ore di sonno, durata del sonno",
        "pt": "horas de sono, duração do sono",
        "nl": "uren slaap, slaapduur",
    },
    Role.STEPS: {
        "en": "steps, total steps, step count, step total, step counts, steps total, steps count, "
        "daily steps, steps walked, number of steps",
        "he": "צעדים, מספר צעדים, סך צעדים",
        "fr": "pas, nombre de pas",
        "de": "Schritte, Schrittzahl, Anzahl Schritte",
        "es": "pasos, número de pasos",
        "it": "passi, numero di passi",
        "pt": "passos, número de passos",
        "nl": "stappen, aantal stappen",
    },
    Role.ACTIVE_MINUTES: {
        "en": "active minutes, minutes active, activity minutes, move minutes, move minutes count",
        "he": "דקות פעילות",
        "fr": "minutes actives, minutes d'activité",
        "de": "aktive Minuten, Aktivitätsminuten",
        "es": "minutos activos, minutos de actividad",
        "it": "minuti attivi, minuti di attività",
        "pt": "minutos ativos, minutos de atividade",
        "nl": "actieve minuten",
    },
    Role.MINUTES: {
        "en": "minutes, walk minutes, walking minutes, minutes walked, minutes of walking, "
        "exercise minutes, minutes of exercise, minutes moved",
        "he": "דקות, דקות הליכה, דקות תנועה",
        "fr": "minutes de marche",
        "de": "Minuten, Gehminuten, Minuten gegangen",
        "es": "minutos, minutos de caminata, minutos caminados",
        "it": "minuti, minuti di cammino, minuti di camminata",
        "pt": "minutos de caminhada",
        "nl": "minuten, minuten gewandeld, wandelminuten",
    },
    Role.REPS: {
        "en": "reps, repetitions",
        "he": "חזרות, מספר חזרות",
        "fr": "répétitions",
        "de": "Wiederholungen",
        "es": "repeticiones",
        "it": "ripetizioni",
        "pt": "repetições",
        "nl": "herhalingen",
    },
    Role.LOAD: {
        "en": "load, moved, amount moved",
        "he": "עומס",
        "fr": "charge",
        "de": "Belastung",
        "es": "carga",
        "it": "carico",
        "pt": "carga",
        "nl": "belasting",
    },
    Role.FLARE: {
        "en": "flare, flare up, flareup, flares, flare day, crash, pem, crash day",
        "he": "התלקחות, התקף, יום התלקחות",
        "fr": "poussée, crise",
        "de": "Schub, Schubtag",
        "es": "brote, brotes, crisis",
        "it": "riacutizzazione, crisi",
        "pt": "crise, surto, exacerbação",
        "nl": "opvlamming, aanval",
    },
}

# What stands in the cells of a column of flares. One language a line again.
YES: Final = words(
    "1 1.0 x ✓ ✔ yes y true flare crash",
    "כן",
    "oui o vrai",
    "ja j wahr",
    "sí si s verdadero",
    "sì vero",
    "sim verdadeiro",
    "waar",
)
NO: Final = words(
    "0 0.0 no n false",
    "לא",
    "non faux",
    "nein falsch",
    "falso",
    "não nao",
    "nee onwaar",
)

_DATE_WORDS: Final = words("date datum fecha תאריך")
# A name that begins or ends with one of these speaks of pain: pain_knee, "douleur au genou".
_PAIN_WORDS: Final = words(
    "pain douleur douleurs schmerz schmerzen dolor dolore dolori dor dores pijn כאב כאבי"
)
# German and Dutch write it in one word: Knieschmerzen, rugpijn.
_PAIN_ENDINGS: Final = ("schmerz", "schmerzen", "pijn")
# ... and with one of these it tells something else about pain.
_NOT_A_RATING: Final = words(
    "n number count location locations site sites area areas region regions type kind note notes "
    "comment comments med meds medication medications medicine relief duration hours"
)

# A scale in brackets is no part of the name: "Pain (0-10)". Other brackets are: "Sleep (hours)".
_SCALE: Final = re.compile(r"[(\[]\s*([0-9]{1,3})\s*[-\u2013\u2014]\s*([0-9]{1,3})\s*[)\]]")
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where it stands, what it is called, and its name without case or accents."""

    index: int
    name: str
    folded: str


def named_columns(header: Iterable[str]) -> tuple[Column, ...]:
    """Give every column that has a name."""
    columns = (Column(index, name, fold(name)) for index, name in enumerate(header))
    return tuple(column for column in columns if column.folded)


def fold(name: str) -> str:
    """Fold case, accents, underscores and camel humps; a scale in brackets goes."""
    apart = _HUMP.sub(" ", _SCALE.sub(" ", name))
    plain = "".join(letter for letter in normalize("NFKD", apart) if not combining(letter))
    return " ".join(_WORD.findall(plain.casefold()))


def scale_in(name: str) -> Scale | None:
    """Give the scale that a column's name tells in brackets, if it does."""
    found = _SCALE.search(name)
    if not found or int(found[1]) >= int(found[2]):
        return None
    return Scale(int(found[1]), int(found[2]))


# The earlier a name stands in the table, the rather it is taken.
_RANK: Final[Mapping[Role, Mapping[str, int]]] = {
    role: {
        fold(name): rank
        for rank, name in reversed(list(enumerate(", ".join(lines.values()).split(", "))))
    }
    for role, lines in NAMES.items()
}


def playing(role: Role, columns: Iterable[Column]) -> list[Column]:
    """Give the columns with a name for this role, the first choice first."""
    rank = _RANK[role]
    matching = [column for column in columns if column.folded in rank]
    return sorted(matching, key=lambda column: rank[column.folded])


def is_called(column: Column, role: Role) -> bool:
    """Tell whether the name of the column is one for this role."""
    return column.folded in _RANK[role]


def mentions(column: Column, role: Role) -> bool:
    """Tell whether a word for this role stands in the column's name: steps_fitbit."""
    return any(word in _RANK[role] for word in column.folded.split())


def speaking_of_dates(columns: Iterable[Column]) -> list[Column]:
    """Give the columns that seem to hold a date: observation_date."""
    return [column for column in columns if not _DATE_WORDS.isdisjoint(column.folded.split())]


def speaking_of_pain(columns: Iterable[Column]) -> list[Column]:
    """Give the columns that seem to rate some kind of pain."""
    return [column for column in columns if _speaks_of_pain(column.folded.split())]


def _speaks_of_pain(words: list[str]) -> bool:
    if not _NOT_A_RATING.isdisjoint(words):
        return False
    return not _PAIN_WORDS.isdisjoint((words[0], words[-1])) or words[-1].endswith(_PAIN_ENDINGS)
