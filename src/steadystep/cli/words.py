"""The words of this door: the language that was chosen, loaded once and passed on."""

from steadystep.explain import ENGLISH

WORDS = ENGLISH
