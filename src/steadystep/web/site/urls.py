"""Which address opens which page. A feature owns everything below its own word."""

from __future__ import annotations

from django.urls import include, path

from steadystep.web.site.files import stamped_file

urlpatterns = [
    path("static/<path:name>", stamped_file, name="static"),
    path("", include("steadystep.web.today.urls")),
    path("", include("steadystep.web.begin.urls")),
    path("", include("steadystep.web.move.urls")),
    path("learn/", include("steadystep.web.learn.urls")),
    path("", include("steadystep.web.history.urls")),
    path("yours/", include("steadystep.web.yours.urls")),
    path("bring/", include("steadystep.web.bring.urls")),
]

handler400 = "steadystep.web.record.trouble.not_understood"
handler403 = "steadystep.web.record.trouble.not_allowed"
handler404 = "steadystep.web.record.trouble.no_such_page"
handler500 = "steadystep.web.record.trouble.our_mistake"
