"""The person's own data: a copy to keep, and forgetting everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from steadystep.store.export import all_observed, copy_of
from steadystep.web.bring.door import the_observed
from steadystep.web.bring.job import let_go
from steadystep.web.bring.place import sweep
from steadystep.web.record.door import ME, now, the_log
from steadystep.web.record.place import folder

if TYPE_CHECKING:
    from django.http import HttpRequest

SURE = "yes"


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """What is kept, where, and what can be done with it."""
    return render(
        request, "yours/data.html", {"folder": folder(), "entries": len(the_log(request).read())}
    )


@require_safe
def copy(request: HttpRequest) -> HttpResponse:
    """The whole record as a file to keep: one entry on each line, readable by any program."""
    name = f"steadystep-{now(request):%Y-%m-%d}.jsonl"
    return HttpResponse(
        copy_of(the_log(request).read(), all_observed(the_observed(), ME)),
        content_type="application/jsonl",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def forget(request: HttpRequest) -> HttpResponse:
    """Delete everything, once the person has said that they are sure."""
    sure = request.POST.get("sure") == SURE
    if request.method == "POST" and sure:
        log, observed = the_log(request), the_observed()
        let_go(folder())
        sweep(folder())
        observed.forget(ME)
        log.forget()
        left = len(log.read()) + len(observed.imports(ME))
        page = render(request, "yours/forgotten.html", {"left": left, "folder": folder()})
        # What the browser keeps for reading offline goes too, and so does what kept it.
        page["Clear-Site-Data"] = '"cache", "storage"'
        return page
    unsure = request.method == "POST"
    return render(
        request,
        "yours/forget.html",
        {"unsure": unsure, "sure": SURE},
        status=422 if unsure else 200,
    )
