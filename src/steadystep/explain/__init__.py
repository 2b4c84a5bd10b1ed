"""From a decision to words: for the person, for the expert, and for a whole diary."""

from steadystep.explain.assumptions import assumed
from steadystep.explain.banned import BANNED, BANNED_IN_HEBREW, banned_in
from steadystep.explain.counting import Tally, tally
from steadystep.explain.line import expert
from steadystep.explain.person import said, sentences
from steadystep.explain.telling import Section, story, told
from steadystep.explain.translations import ENGLISH, English, Translations

__all__ = [
    "BANNED",
    "BANNED_IN_HEBREW",
    "ENGLISH",
    "English",
    "Section",
    "Tally",
    "Translations",
    "assumed",
    "banned_in",
    "expert",
    "said",
    "sentences",
    "story",
    "tally",
    "told",
]
