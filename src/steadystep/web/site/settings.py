"""The settings of home mode. No database, no accounts, and nothing from another host."""

from __future__ import annotations

import secrets
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf.locale import LANG_INFO

from steadystep.web.home.keys import Keys

if TYPE_CHECKING:
    from collections.abc import Callable

WEB = Path(__file__).parent.parent

# Each feature is a folder with all it needs; the order is that of a person's first weeks.
FEATURES = ("begin", "today", "move", "learn", "history", "yours", "bring")

DEBUG = False
# Nothing that is signed here outlives a start, so no key has to be kept anywhere.
SECRET_KEY = secrets.token_urlsafe()
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
ROOT_URLCONF = "steadystep.web.site.urls"
WSGI_APPLICATION = "steadystep.web.site.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django_htmx",
    "steadystep.web.record",
    "steadystep.web.home",
    *(f"steadystep.web.{name}" for name in FEATURES),
]

# In the order in which a request passes them; an answer passes them backwards.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "steadystep.web.site.headers.Headers",
    # It refuses a name that is not this machine's, before anything of the person is looked at.
    "django.middleware.common.CommonMiddleware",
    "steadystep.web.home.key.Key",
    "django.middleware.gzip.GZipMiddleware",
    "steadystep.web.record.trouble.Trouble",
    "steadystep.web.record.person.Person",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csrf",
                "steadystep.web.record.person.on_every_page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "steadystep.web.record.templatetags.record",
                "steadystep.web.learn.templatetags.learn",
            ],
        },
    }
]

# The log is the only thing kept, and it is no table of Django's.
DATABASES: dict[str, Any] = {}

# Language ---------------------------------------------------------------------------------------

USE_I18N = True
LANGUAGE_CODE = "en"
LOCALE_PATHS = [WEB.parent / "locale"]
# English is written in the pages. Every other language is a catalogue and nothing else; it is
# called as its speakers call it.
_CATALOGUES = sorted(file.parts[-3] for file in LOCALE_PATHS[0].glob("*/LC_MESSAGES/django.mo"))
LANGUAGES = [(code, LANG_INFO[code]["name_local"]) for code in ("en", *_CATALOGUES)]

# Times are the person's own, with their offset; Django converts none of them. A zone named here
# would also become the zone of the whole process.
USE_TZ = False
TIME_ZONE = None

# Files ------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATICFILES_DIRS = [WEB / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "steadystep.web.site.files.Stamped"},
}

# What a browser may do here ---------------------------------------------------------------------

_OURS = ["'self'"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": _OURS,
        "style-src": _OURS,
        "img-src": _OURS,
        "connect-src": _OURS,
        "worker-src": _OURS,
        "font-src": _OURS,
        "form-action": _OURS,
        "manifest-src": _OURS,
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
# Nothing goes to other hosts. With "no-referrer" browsers would also send our own forms with
# "Origin: null", which no check can tell from a stranger's.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_NAME = "steadystep-form"
CSRF_FAILURE_VIEW = "steadystep.web.record.trouble.stale_form"

# A form of this app is small; whatever is larger is no form of ours.
DATA_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
# Files come in at one page, which names a place for them (bring/files.py); at no other. A choice: a
# watch that is plugged in holds a file for each session of some years.
FILE_UPLOAD_HANDLERS: list[str] = []
DATA_UPLOAD_MAX_NUMBER_FILES = 2_000


# What is told in the terminal: our mistakes, with the place in the code and none of the answers.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"terminal": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["terminal"], "level": "ERROR", "propagate": False},
        "django.security": {"level": "CRITICAL"},
    },
}

# Ours -------------------------------------------------------------------------------------------


def _by_the_wall() -> datetime:
    """The time by this machine's clock, with its offset from UTC."""
    return datetime.now().astimezone()


# What time it is; tests put a clock of their own here.
STEADYSTEP_CLOCK: Callable[[], datetime] = _by_the_wall
# The folder of the log and of the door's key; None is the person's data folder.
STEADYSTEP_FOLDER: Path | None = None
# The folder of an organisation's own programme of chapters; None is the one inside the package.
STEADYSTEP_PROGRAMME: Path | None = None
# What opens the door: made fresh at each start.
STEADYSTEP_KEYS = Keys()
# The record is an invented person's; every page says so.
STEADYSTEP_DEMO = False
