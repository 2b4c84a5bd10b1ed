"""Three words are all a newcomer needs. Python 3.11 or newer is all they stand on.

python3 dev.py run              your page, opened in the browser
python3 dev.py run ARGS...      any other verb of steadystep, such as: run --help
python3 dev.py test [ARGS...]   the tests; ARGS go to pytest
python3 dev.py check            everything that is looked at before a change lands
python3 dev.py check --slow     the same, where the quick tests have been run already
python3 dev.py check --fast     the same without slow tests, docs and wheel
python3 dev.py check --long     mutation tests and long benchmarks, for a quiet evening

The first call makes .venv and fills it from requirements/, every file checked by its hash.
Later calls see by a stamp that nothing changed and start at once.
"""

# This file has to start on an old Python too, in order to say which one to install:
# nothing newer than Python 3.8 above the version check, and no match statement anywhere.

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Callable, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HOME = Path(__file__).resolve().parent
VENV = HOME / ".venv"
PROGRAMS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")

OLDEST_PYTHON = (3, 11)
PAGES = ("serve",)

# A core with nothing left takes from the other's list: some tests are a minute long.
ON_EVERY_CORE = ("-n", "auto", "--dist", "worksteal")

# Rooms that need nothing installed.
BARE_ROOMS = ("core", "explain", "importers", "store")

# Rooms whose every line and branch is walked by an example, and where those examples stand.
COVERED_ROOMS = (*BARE_ROOMS, "chapters")
EXAMPLES = (*(f"tests/{room}" for room in COVERED_ROOMS), "tests/spec")

# A lock that names a place works on one machine and tells others where it was made.
ADDRESS_IN_A_LOCK = re.compile(r"https?://|file://|index-url|find-links")

# Where packages come from is each reader's own setting. ([.] keeps this line from finding itself.)
REGISTRY_ADDRESS = re.compile(
    r"pypi[.]org|pythonhosted[.]org|npmjs[.](?:org|com)|yarnpkg[.]com|debian[.]org"
    r"|crates[.]io|conda[.]io|anaconda[.]org"
)

# A page that fetches a script, a style, a font or a picture tells a stranger who is reading.
FETCHED_FROM_OUTSIDE = re.compile(
    r"""<(?:script|img|iframe|source)\b[^>]*\bsrc=["']?(?:https?:)?//"""
    r"""|<link\b(?![^>]*\brel=["']?canonical)[^>]*\bhref=["']?(?:https?:)?//"""
    r"""|@import\s+(?:url\()?["']?(?:https?:)?//|\burl\(["']?(?:https?:)?//""",
    re.IGNORECASE,
)


class CannotGoOn(Exception):
    """Something is missing on this machine; the message says what to do about it."""


@dataclass(frozen=True)
class Step:
    """One thing that `check` looks at. `look` prints what it finds and says whether all is well."""

    name: str
    look: Callable[[], bool]


def main(words: Sequence[str]) -> int:
    """Do what the first word says; return what the shell is told."""
    verb, rest = (words[0], list(words[1:])) if words else ("--help", [])
    verbs: dict[str, Callable[[list[str]], int]] = {"run": run, "test": test, "check": check}
    if verb in ("-h", "--help", "help"):
        print(__doc__)
        return 0
    if verb not in verbs:
        print(f"dev.py does not know '{verb}'. It knows: run, test, check.")
        return 2
    missing = what_is_missing(sys.version_info[:2], uv=find_uv(), has=has_module)
    if missing:
        print(missing)
        return 1
    try:
        return verbs[verb](rest)
    except CannotGoOn as why:
        print(why)
        return 1


# ---------------------------------------------------------------------------- the three verbs


def run(words: list[str]) -> int:
    """Start steadystep; with no words, open its pages."""
    prepare("run")
    hand_over([program("steadystep"), *(words or PAGES)])


def test(words: list[str]) -> int:
    """Run the quick tests on every core there is, or whatever the words tell pytest."""
    prepare("dev")
    os.chdir(HOME)
    hand_over([str(PYTHON), "-m", "pytest", *words] if words else pytest())


def check(words: list[str]) -> int:
    """Take every step, also after one that found something, and list those at the end."""
    kinds: dict[str, Callable[[], list[Step]]] = {
        "": every_step,
        "--slow": steps_after_quick_tests,
        "--fast": quick_steps,
        "--long": long_steps,
    }
    kind = " ".join(words)
    if kind not in kinds:
        print(f"check does not know '{kind}'. It knows: --slow, --fast, --long, or nothing at all.")
        return 2
    prepare("dev")
    to_look_at = [step.name for step in kinds[kind]() if not take(step)]
    if to_look_at:
        print("\nThese steps found something: " + ", ".join(to_look_at) + ".")
        return 1
    print("\nEvery step is content.")
    return 0


# ---------------------------------------------------------------------------- a place to work in


def what_is_missing(
    version: tuple[int, ...], *, uv: str | None, has: Callable[[str], bool]
) -> str | None:
    """Say in plain words what to install before anything can start, or None if all is there."""
    wanted = ".".join(str(part) for part in OLDEST_PYTHON)
    if tuple(version) < OLDEST_PYTHON:
        found = ".".join(str(part) for part in version)
        return (
            f"Steadystep needs Python {wanted} or newer. This is Python {found}.\n"
            f"Install a newer one beside it; nothing you have is changed. For example:\n"
            f"  Debian, Ubuntu   sudo apt install python{wanted} python{wanted}-venv\n"
            f"  Fedora           sudo dnf install python{wanted}\n"
            f"  macOS            brew install python@{wanted}\n"
            f"  Windows          the installer on python.org\n"
            f"Then: python{wanted} dev.py run"
        )
    if uv is None and not (has("venv") and has("ensurepip")):
        return (
            "This Python came without the part that makes virtual environments.\n"
            "Install one of these two, then try again:\n"
            "  Debian, Ubuntu   sudo apt install python3-venv\n"
            "  anywhere         uv (a package installer; pipx install uv)"
        )
    return None


def prepare(kind: str) -> None:
    """Make sure that .venv holds what requirements/KIND.txt lists, and the project itself."""
    # What developers have contains what a run needs, so either stamp will do for a run.
    if any(is_stamped(each) for each in {kind, "dev"}):
        return
    print(f"Getting .venv ready from requirements/{kind}.txt. This happens once.", flush=True)
    started = time.monotonic()
    installer = make_venv()
    lock = str(HOME / "requirements" / f"{kind}.txt")
    must([*installer, "--quiet", "--require-hashes", "-r", lock])
    # Its build backend stands in the lock as well, so nothing comes in unchecked.
    itself = ["--no-deps", "--no-build-isolation", "--editable", str(HOME)]
    must([*installer, "--quiet", *itself])
    stamp(kind).write_text(fingerprint(kind), encoding="utf-8")
    print(f"Ready after {time.monotonic() - started:.0f} s.\n", flush=True)


def make_venv() -> list[str]:
    """Make .venv where there is none; return the words that begin an install into it."""
    uv = find_uv()
    if uv:
        if not PYTHON.exists():
            must([uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, str(VENV)])
        return [uv, "pip", "install", "--python", str(PYTHON)]
    # A .venv made by uv has no pip; making it again adds pip and removes nothing.
    if not PYTHON.exists() or not is_quiet([str(PYTHON), "-m", "pip", "--version"]):
        must([sys.executable, "-m", "venv", str(VENV)])
    return [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]


def is_stamped(kind: str) -> bool:
    """Tell whether the last install of this kind was made from the same files as today's."""
    written = stamp(kind)
    return (
        PYTHON.exists()
        and written.exists()
        and written.read_text(encoding="utf-8") == fingerprint(kind)
    )


def stamp(kind: str) -> Path:
    """Name the file that remembers the last install."""
    return VENV / f"steadystep-{kind}.stamp"


def fingerprint(kind: str) -> str:
    """Sum up what an install depends on: lock, project file, this place, this Python."""
    digest = hashlib.sha256()
    digest.update((HOME / "requirements" / f"{kind}.txt").read_bytes())
    digest.update((HOME / "pyproject.toml").read_bytes())
    digest.update(str(HOME).encode())
    digest.update(".".join(str(part) for part in sys.version_info[:2]).encode())
    return digest.hexdigest()


def find_uv() -> str | None:
    """Find uv, which installs ten times faster than pip; do without where there is none."""
    return shutil.which("uv")


def has_module(name: str) -> bool:
    """Tell whether this Python could import a module."""
    return importlib.util.find_spec(name) is not None


# ---------------------------------------------------------------------------- what check looks at


def every_step() -> list[Step]:
    """List all that has to hold, in the order in which a person wants to know."""
    return steps_around(pytest("-m", "not long"))


def steps_after_quick_tests() -> list[Step]:
    """List the same where `test` has run the quick tests already, as in CI."""
    return steps_around(pytest("-m", "slow and not long"))


def steps_around(tests: list[str]) -> list[Step]:
    """Put everything else around the tests."""
    return [
        *steps_on_the_text(),
        Step("every branch", command(every_branch())),
        Step("tests", command(tests)),
        Step("docs", docs_build_and_keep_to_themselves),
        *steps_on_the_locks(),
        Step("wheel", wheel_stands_alone),
    ]


def quick_steps() -> list[Step]:
    """List what can be looked at in between, while still thinking."""
    return [
        *steps_on_the_text(),
        Step("every branch", command(every_branch())),
        Step("tests", command(pytest())),
        *steps_on_the_locks(),
    ]


def long_steps() -> list[Step]:
    """List what takes an evening: every mutant, every benchmark there is, and the large study."""
    benchmarks = sorted((HOME / "benchmarks").glob("*.py"))
    country = HOME / "src/steadystep/examples/studies/country.toml"
    study = [str(PYTHON), "-m", "steadystep", "study", str(country)]
    return [
        Step("the large study", command([*study, "--out", str(HOME / "build" / "country")])),
        Step("the longest tests", command([str(PYTHON), "-m", "pytest", "-m", "long"])),
        Step("mutants", command([program("mutmut"), "run"])),
        *[Step(f"benchmark {each.stem}", command([str(PYTHON), str(each)])) for each in benchmarks],
    ]


def steps_on_the_text() -> list[Step]:
    """List what can be said about the code without running it."""
    return [
        Step("format", command([program("ruff"), "format", "--check", "."])),
        Step("lint", command([program("ruff"), "check", "."])),
        Step("types", command([program("mypy")])),
        Step("who imports whom", command([program("lint-imports")])),
    ]


def steps_on_the_locks() -> list[Step]:
    """List what keeps one machine's settings out of everybody's tree."""
    return [
        Step("no address in the locks", locks_name_no_address),
        Step("no registry anywhere", files_name_no_registry),
    ]


def pytest(*more: str) -> list[str]:
    """Build the call that runs the quick tests on every core, or those that the words choose."""
    return [str(PYTHON), "-m", "pytest", *ON_EVERY_CORE, *more]


def every_branch() -> list[str]:
    """Build the call that asks whether examples walk every line and branch of the covered rooms.

    Counting lines makes a test two or three times as slow. Laws draw hundreds of records and reach
    no line that an example does not, so they run elsewhere, uncounted.
    """
    rooms = [f"--cov=src/steadystep/{room}" for room in COVERED_ROOMS]
    return pytest(*EXAMPLES, "-m", "not slow and not hypothesis", "--cov-branch", *rooms)


def docs_build_and_keep_to_themselves() -> bool:
    """Build the pages, take a warning for an error, and look for anything fetched from outside."""
    pages = HOME / "docs" / "_build" / "html"
    built = command(
        [
            program("sphinx-build"),
            "-W",
            "-E",
            "--keep-going",
            "-q",
            "-b",
            "html",
            "docs",
            str(pages),
        ]
    )()
    return built and report(
        f"{page.relative_to(pages)}: asks an outside server for something: {asked}"
        for page in sorted(pages.rglob("*"))
        if page.suffix in (".html", ".css")
        for asked in FETCHED_FROM_OUTSIDE.findall(text_of(page))
    )


def locks_name_no_address() -> bool:
    """Look through requirements/ for the address of an index or a folder."""
    return report(matches(sorted((HOME / "requirements").iterdir()), ADDRESS_IN_A_LOCK))


def files_name_no_registry() -> bool:
    """Look through everything that git would share for the address of a package registry."""
    return report(matches(shared_files(), REGISTRY_ADDRESS))


def wheel_stands_alone() -> bool:
    """Build the wheel, install it alone, and import the rooms that need nothing else."""
    rooms = ", ".join(f"steadystep.{room}" for room in BARE_ROOMS)
    with TemporaryDirectory(prefix="steadystep-wheel-") as folder:
        build = [str(PYTHON), "-m", "hatchling", "build", "--target", "wheel", "--directory"]
        if not command([*build, folder])():
            return False
        (wheel,) = Path(folder).glob("*.whl")
        python = install_alone(wheel, Path(folder) / "bare")
        complete = report(
            f"{lost}: is in the tree and not in the wheel" for lost in left_behind(python)
        )
        # -I: neither the working directory nor the environment may lend a hand.
        return command([python, "-I", "-c", f"import {rooms}"])() and complete


def install_alone(wheel: Path, place: Path) -> str:
    """Install one wheel, without what it depends on, in a new place; return that place's Python."""
    uv = find_uv()
    python = str(place / PYTHON.relative_to(VENV))
    if uv:
        must([uv, "venv", "--quiet", "--python", str(PYTHON), str(place)])
        installer = [uv, "pip", "install", "--python", python]
    else:
        must([str(PYTHON), "-m", "venv", str(place)])
        installer = [python, "-m", "pip", "install", "--disable-pip-version-check"]
    must([*installer, "--quiet", "--no-deps", "--no-index", str(wheel)])
    return python


def left_behind(python: str) -> list[str]:
    """Name the files of src/steadystep that the installed wheel does not have."""
    ask = "import steadystep, pathlib; print(pathlib.Path(steadystep.__file__).parent)"
    answer = subprocess.run([python, "-I", "-c", ask], check=True, capture_output=True, text=True)
    source, installed = HOME / "src" / "steadystep", Path(answer.stdout.strip())
    here = [file.relative_to(source) for file in shared_files() if source in file.parents]
    return [str(each) for each in here if not (installed / each).exists()]


# ---------------------------------------------------------------------------- small helpers


def take(step: Step) -> bool:
    """Announce a step, take it, and say how long it took."""
    print(f"\n=== {step.name}", flush=True)
    started = time.monotonic()
    try:
        content = step.look()
    except CannotGoOn as why:
        print(why)
        content = False
    verdict = "content" if content else "found something"
    print(f"=== {step.name}: {verdict}, {time.monotonic() - started:.1f} s", flush=True)
    return content


def command(words: Sequence[str]) -> Callable[[], bool]:
    """Turn the words of a command into something that runs it and tells whether it went well."""

    def went_well() -> bool:
        return (
            subprocess.run(list(words), cwd=HOME, env=surroundings(), check=False).returncode == 0
        )

    return went_well


def must(words: Sequence[str]) -> None:
    """Run a command that everything after it needs."""
    if not command(words)():
        msg = f"This command stopped early (its own words are above):\n  {' '.join(words)}"
        raise CannotGoOn(msg)


def is_quiet(words: Sequence[str]) -> bool:
    """Run a command for its answer alone, showing nothing."""
    return subprocess.run(list(words), check=False, capture_output=True).returncode == 0


def hand_over(words: Sequence[str]) -> NoReturn:
    """Become another program, in the same terminal."""
    sys.stdout.flush()
    if os.name == "nt":  # Windows has no exec that keeps the terminal.
        sys.exit(subprocess.run(list(words), check=False).returncode)
    os.execv(words[0], list(words))  # noqa: S606 - the very point: no shell in between


def program(name: str) -> str:
    """Name a program inside .venv."""
    return str(PROGRAMS / (f"{name}.exe" if os.name == "nt" else name))


def surroundings() -> dict[str, str]:
    """Give child programs our environment, and uv the certificates that pip would use."""
    return {"UV_SYSTEM_CERTS": "1", **os.environ}


def shared_files() -> list[Path]:
    """List what git holds or would add; outside a checkout, what lies in the source folders."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    if not (HOME / ".git").exists() or not shutil.which("git"):
        folders = [HOME / name for name in ("src", "tests", "docs", "requirements")]
        found = [file for folder in folders for file in folder.rglob("*")]
        return sorted(file for file in found if "__pycache__" not in file.parts and file.is_file())
    names = subprocess.run(listing, cwd=HOME, check=True, capture_output=True).stdout.decode()
    found = [HOME / name for name in names.split("\0") if name]
    return sorted(file for file in found if file.is_file())


def matches(files: Iterable[Path], pattern: re.Pattern[str]) -> list[str]:
    """Name file, line and finding wherever a pattern occurs."""
    return [
        f"{file.relative_to(HOME)}:{number}: {found.group()}"
        for file in files
        for number, line in enumerate(text_of(file).splitlines(), start=1)
        for found in pattern.finditer(line)
    ]


def text_of(file: Path) -> str:
    """Read a file as text; what is not text turns into marks that match nothing."""
    return file.read_text(encoding="utf-8", errors="replace")


def report(findings: Iterable[str]) -> bool:
    """Print each finding on a line; content means there was none."""
    lines = list(findings)
    for line in lines:
        print(line)
    return not lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
