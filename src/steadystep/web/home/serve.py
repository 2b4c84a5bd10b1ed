"""`steadystep serve`: the address first, then the pages, until Ctrl-C."""

from __future__ import annotations

import gettext
import os
import signal
import sys
import threading
import webbrowser
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NoReturn

from steadystep.web.home.keys import Keys
from steadystep.web.home.server import LOOPBACK, HomeServer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from wsgiref.types import WSGIApplication

    from steadystep.chapters import Problem

# A choice: seldom used by others. The ones after it are tried in turn.
FIRST_PORT = 2248
_TRIED = 10
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")
_CATALOGUES = Path(__file__).parent.parent.parent / "locale"


class NoPortError(Exception):
    """Nobody can be answered there: the port is taken, or there is no such port."""

    def __init__(self, port: int) -> None:
        super().__init__(port)
        self.port = port


def serve(
    *,
    demo: bool = False,
    port: int | None = None,
    no_browser: bool = False,
    programme: str | None = None,
) -> None:
    """Answer on this machine until Ctrl-C. The first line printed is the address to open.

    Args:
        demo: Show an invented person; the person's own record stays shut.
        port: The port to answer on; without it the first free one of a few.
        no_browser: Open no browser.
        programme: The folder of another programme of chapters.
    """
    signal.signal(signal.SIGTERM, _stop)
    _ = _words_of_the_terminal()
    folder, problems = (None, ()) if programme is None else _look_through(programme)
    try:
        with ExitStack() as at_the_end:
            server = _take_a_port(port, at_the_end)
            keys = Keys()
            # The address comes before the pages are ready: a quicker browser waits in line.
            _tell(_address(server, keys.printed))
            _tell(_("Open it in a browser on this machine. Ctrl-C closes it."))
            _tell_problems(problems)
            application = _pages(keys, at_the_end, demo=demo, programme=folder)
            if not no_browser:
                open_browser(_address(server, keys.handed_over))
            server.run(application)
    except KeyboardInterrupt:
        gone = _("Closed. The invented person is gone.")
        _tell("\n" + (gone if demo else _("Closed. Your record stays on this machine.")))
    except NoPortError as why:
        said = _("Port {port} is taken. Name another, or leave it out.")
        sys.exit(said.format(port=why.port))


def _tell(line: str) -> None:
    """Print a line at once: another program may be waiting for it."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _words_of_the_terminal() -> Callable[[str], str]:
    """The language that the terminal asks for; the person's own record is not open yet."""
    return gettext.translation("django", str(_CATALOGUES), fallback=True).gettext


def _take_a_port(wanted: int | None, at_the_end: ExitStack) -> HomeServer:
    """Take the port that was asked for; without one the first free one of a few, or any."""
    tried = [wanted] if wanted is not None else [*range(FIRST_PORT, FIRST_PORT + _TRIED), 0]
    for port in tried:
        try:
            return at_the_end.enter_context(HomeServer(port))
        except (OSError, OverflowError):
            continue
    raise NoPortError(tried[0])


def _address(server: HomeServer, key: str) -> str:
    return f"http://{LOOPBACK}:{server.server_port}/?key={key}"


def _stop(*_: object) -> NoReturn:
    """Asked to end by the machine: end as with Ctrl-C, so that nothing is left behind."""
    raise KeyboardInterrupt


def _look_through(programme: str) -> tuple[Path, tuple[Problem, ...]]:
    """Look through the folder of a programme before anything is opened.

    Ends the program where there is none to read.
    """
    # Only whoever names a folder waits for what reads it.
    from steadystep.chapters import CannotReadProgramme, read_programme  # noqa: PLC0415 - as said

    folder = Path(programme).absolute()
    try:
        return folder, read_programme(folder)[1]
    except CannotReadProgramme as why:
        sys.exit(str(why))


def _tell_problems(problems: Sequence[Problem]) -> None:
    """Say what an editor has to look at; what can be read is served all the same."""
    _ = _words_of_the_terminal()
    if problems:
        _tell(_("Something in the chapters cannot be read. The others are there:"))
    for problem in problems:
        _tell(f"  {problem}")


def _pages(
    keys: Keys, at_the_end: ExitStack, *, demo: bool, programme: Path | None
) -> WSGIApplication:
    """Make the pages ready. Django is loaded here, after the address was told."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "steadystep.web.site.settings"
    from django.conf import settings  # noqa: PLC0415 - Django takes most of a second

    settings.STEADYSTEP_KEYS = keys
    settings.STEADYSTEP_PROGRAMME = programme
    if demo:
        folder = at_the_end.enter_context(TemporaryDirectory(prefix="steadystep-demo-"))
        settings.STEADYSTEP_DEMO = True
        settings.STEADYSTEP_FOLDER = Path(folder)
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415 - the same

    application = get_wsgi_application()
    from steadystep.web.bring.opening import clear_up  # noqa: PLC0415 - the same
    from steadystep.web.record.place import folder as record  # noqa: PLC0415 - the same

    # What a crash left of an export is put right before anything else.
    clear_up(record())
    if demo:
        from steadystep.web.home.invented import move_in  # noqa: PLC0415 - the same

        move_in()
    return application


def open_browser(address: str) -> None:
    """Open the browser beside us: some browsers keep whoever opened them waiting.

    Without a screen it would be a browser of text, which takes the terminal from the person.
    """
    if sys.platform.startswith("linux") and not any(map(os.environ.get, _SCREENS)):
        return
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
