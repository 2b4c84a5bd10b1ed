"""How the pages look: one page for each choice, seen at once in what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from steadystep.core.events import PreferenceSet
from steadystep.web.record.door import say
from steadystep.web.record.looks import choices_of, chosen_of
from steadystep.web.record.person import preferences
from steadystep.web.record.preferences import is_offered

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

# The word in the address, and the preference it stands for.
LOOKS = {
    "language": "language",
    "text-size": "text_size",
    "theme": "theme",
    "contrast": "contrast",
    "fog": "fog",
    "clock": "clock",
}


@require_http_methods(["GET", "HEAD", "POST"])
def look(request: HttpRequest, name: str) -> HttpResponse:
    """Choose one thing about how pages look."""
    if name not in LOOKS:
        raise Http404
    preference = LOOKS[name]
    if request.method == "POST":
        chosen = PreferenceSet(preference, request.POST.get("value", ""))
        if is_offered(chosen):
            say(request, chosen)
            return redirect("yours:look", name=name)
    page = {
        "preference": preference,
        "heading": title(preference),
        "body": about(preference),
        "choices": choices_of(preference),
        "chosen": chosen_of(preference, preferences(request)),
        "not_offered": request.method == "POST",
    }
    return render(request, "yours/look.html", page, status=422 if page["not_offered"] else 200)


def title(preference: str) -> str:
    """What a preference is called."""
    return {
        "language": _("Language"),
        "text_size": _("Text size"),
        "theme": _("Colours"),
        "contrast": _("Contrast"),
        "fog": _("Fog mode"),
        "clock": _("Clock"),
    }[preference]


def about(preference: str) -> str:
    """One sentence about it, where it needs one."""
    return {
        "fog": _("For days when thinking is hard. The step is never larger for it."),
        "text_size": _("Your browser can enlarge pages further."),
        "clock": _("How a time of day is written."),
    }.get(preference, "")
