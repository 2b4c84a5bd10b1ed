"""Files come in: here, and at no other page."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from steadystep.web.bring.imports import show
from steadystep.web.bring.job import Job, take
from steadystep.web.bring.upload import MOST_BYTES, Refused, ToThisFolder
from steadystep.web.record.door import ME, form_key, now
from steadystep.web.record.place import folder

if TYPE_CHECKING:
    from django.http import HttpRequest

GIGABYTE = 1024**3
# The last field of the form, behind the files: where it is missing, the browser went away.
WHOLE = "whole"


@csrf_exempt
@require_POST
def files(request: HttpRequest) -> HttpResponse:
    """Take the files of an export, and begin to read them.

    Where they go has to be said before anybody looks into the form. So the form's own proof is
    asked for one call further in, and what came without it is deleted.
    """
    job = Job(folder())
    upload = ToThisFolder(request, job.place.files)
    request.upload_handlers = [upload]
    try:
        refusal = _refusal(request, upload)
        if refusal is not None:
            job.let_go()
            return refusal
        key = form_key(request)
    except BaseException:
        job.let_go()
        raise
    if take(folder(), key, job):
        job.read(ME, now(request))
        job.wait()
    return redirect("bring:reading", key=key)


def _refusal(request: HttpRequest, upload: ToThisFolder) -> HttpResponse | None:
    """Read the form; say why nothing can be begun with it, where that is so."""
    answer = _proven(request)
    if answer.status_code != HTTPStatus.OK:
        return answer
    is_whole = WHOLE in request.POST
    if upload.refused is not None:
        return show(request, wrong=_words(upload.refused), status=413)
    if not is_whole:
        return show(request, wrong=_("It did not arrive whole. Choose it once more."), status=422)
    if not upload.taken:
        return show(request, wrong=_("Choose a file first."), status=422)
    return None


@csrf_protect
def _proven(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - looked at by what is around it
    """The form is one of ours."""
    return HttpResponse()


def _words(refused: Refused) -> str:
    if refused is Refused.TOO_LARGE:
        return _("This is more than %(most)s GB. Bring it in parts.") % {
            "most": MOST_BYTES // GIGABYTE
        }
    return _("There is no room for it on the disk. Make some room, then try again.")
