"""Which address opens which page. A feature owns everything below its own word."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from steadystep.web.site.files import stamped_file

# The word under which each feature's pages stand; today is the front page.
WORDS = {
    "today": "",
    "begin": "",
    "move": "",
    "history": "",
    "yours": "yours/",
}

urlpatterns: list[URLPattern | URLResolver] = [
    path("static/<path:name>", stamped_file, name="static"),
    *(
        path(word, include(f"steadystep.web.{name}.urls"))
        for name, word in WORDS.items()
        if name in settings.FEATURES
    ),
]

handler400 = "steadystep.web.record.trouble.not_understood"
handler403 = "steadystep.web.record.trouble.not_allowed"
handler404 = "steadystep.web.record.trouble.no_such_page"
handler500 = "steadystep.web.record.trouble.our_mistake"
