"""Examples become pages: the tables of tests/spec, and the numbers of the policy, as they stand.

The tests are read and never run. `examples` shows a chapter (a folder) with its sections (files),
`example` one test, `not-so-yet` those the rule does not keep yet, `proved-by` the tests of a law,
`policy` every number. A chapter whose sections are not all named, or an
example that does not exist, stops the build.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from steadystep.core.policy import GENTLE, guardrails

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

TESTS = Path(__file__).parent.parent.parent / "tests"
SPEC = TESTS / "spec"
LAWS = TESTS / "laws"

LIVED_BY = ("rule_of_two", "diary", "heard")

# What a table is lived with, besides its rows.
WITH: dict[str, Callable[[object], str]] = {
    "start": lambda value: f"a start at {value}",
    "unit": lambda value: f"a dose in {value}",
    "new": lambda _: "a movement that is new",
    "resistance": lambda _: "resistance work",
    "per_week": lambda value: f"{value} sessions a week",
    "scale_step": lambda value: f"a scale with steps of {value}",
    "told_usual": lambda value: f"a usual of {value}, told at the start",
    "ignore_heart": lambda _: "a medicine that sets the heart rate",
    "pace": lambda value: f"the {str(value).lower()} pace",
    "has_load": lambda _: "a load for each day",
    "pacing_only": lambda _: "pacing only",
}


# Columns that stay on the page for developers.
FOR_EXPERTS = ("numbers", "blocked by", "missing")


class NoSuchExampleError(Exception):
    """A page asks for a chapter, a section or an example that is not there."""


class Example(NamedTuple):
    """One test: a sentence, why, the table, and what else it says."""

    name: str
    sentence: str
    why: str
    table: list[list[str]]
    lived_with: str
    turns: list[list[str]]
    cases: list[str]
    not_so_yet: str


class Section(NamedTuple):
    """One file: a title, an introduction, its examples in order."""

    path: Path
    title: str
    introduction: str
    examples: list[Example]


# ---------------------------------------------------------------------------- reading the tests


def chapter_of(name: str) -> tuple[str, str]:
    """Read a folder's title and introduction."""
    path = SPEC / name / "__init__.py"
    if not path.exists():
        raise NoSuchExampleError(f"there is no chapter {name}")
    return _title_and_rest(ast.parse(path.read_text(encoding="utf-8")))


def section_of(chapter: str, name: str) -> Section:
    """Read a file of a chapter."""
    path = SPEC / chapter / f"{name}.py"
    if not path.exists():
        raise NoSuchExampleError(f"there is no section {chapter}/{name}")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    title, introduction = _title_and_rest(tree)
    tests = (one for one in tree.body if isinstance(one, ast.FunctionDef))
    examples = [example_of(one) for one in tests if one.name.startswith("test_")]
    return Section(path, title, introduction, examples)


def example_of(test: ast.FunctionDef) -> Example:
    """Read one test."""
    why = ast.get_docstring(test) or ""
    call = next(_calls(test), None)
    marks = [one for one in test.decorator_list if isinstance(one, ast.Call)]
    turns, cases = _taking_turns(marks)
    return Example(
        test.name,
        sentence_of(test.name),
        why,
        [] if call is None else _cells(_text(call.args[0])),
        "" if call is None else _lived_with(call),
        turns,
        cases,
        _not_so_yet(marks),
    )


def not_so_yet() -> Iterator[tuple[str, Example]]:
    """Every example that the rule does not keep yet, with its place."""
    for path in sorted(SPEC.glob("*/test_*.py")):
        for example in section_of(path.parent.name, path.stem).examples:
            if example.not_so_yet:
                yield f"tests/spec/{path.parent.name}/{path.name}::{example.name}", example


def proofs_of(law: str) -> list[str]:
    """Name the tests that prove a law; it may be proved in parts, `2a` and `2b`."""
    return [
        f"{path.relative_to(TESTS.parent).as_posix()}::{name}"
        for path in sorted(LAWS.glob("test_*.py"))
        for name in _test_names(path)
        if re.match(rf"test_law_{law}[a-z]?_", name.rpartition("::")[2])
    ]


def _test_names(path: Path) -> list[str]:
    """Name the tests of a file as pytest does, those in classes too."""
    names = []
    for one in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(one, ast.FunctionDef):
            names.append(one.name)
        elif isinstance(one, ast.ClassDef):
            inside = (each.name for each in one.body if isinstance(each, ast.FunctionDef))
            names += [f"{one.name}::{name}" for name in inside]
    return names


def sentence_of(name: str) -> str:
    """Turn a test's name into its sentence; the number of a history stays in front."""
    words = re.sub(r"\bi\b", "I", name.removeprefix("test_").replace("_", " "))
    number, _, rest = words.partition(" ")
    if re.fullmatch(r"\d{1,2}b?", number):
        return f"{number}. {rest[0].upper()}{rest[1:]}"
    return f"{words[0].upper()}{words[1:]}"


def _title_and_rest(tree: ast.Module) -> tuple[str, str]:
    first, _, rest = (ast.get_docstring(tree) or "").partition("\n")
    return first.rstrip("."), rest.strip()


def _calls(test: ast.FunctionDef) -> Iterator[ast.Call]:
    """The calls that live a table."""
    for one in ast.walk(test):
        if isinstance(one, ast.Call) and ast.unparse(one.func) in LIVED_BY:
            yield one


def _text(node: ast.expr) -> str:
    """A string as it is written; what takes turns in it stands there by name."""
    if isinstance(node, ast.JoinedStr):
        return "".join(map(_text, node.values))
    if isinstance(node, ast.FormattedValue):
        return ast.unparse(node.value)
    return str(node.value) if isinstance(node, ast.Constant) else ast.unparse(node)


def _cells(table: str) -> list[list[str]]:
    lines = [line for line in table.strip().splitlines() if line.strip()]
    return [[cell.strip() for cell in line.split("|")] for line in lines]


def _lived_with(call: ast.Call) -> str:
    told = [WITH[one.arg](_text(one.value)) for one in call.keywords if one.arg in WITH]
    if isinstance(call.func, ast.Name) and call.func.id == "diary":
        told.insert(0, "an old diary that nobody planned by")
    return ", ".join(told)


def _taking_turns(marks: list[ast.Call]) -> tuple[list[list[str]], list[str]]:
    """What an example is tried with: a small table of values, or a list of cases by name."""
    for mark in marks:
        if _name_of(mark) != "parametrize":
            continue
        names, values = mark.args
        rows = _parts(values)
        named = [_text(key.value) for row in rows for key in _keywords(row) if key.arg == "id"]
        if named:
            return [], named
        if isinstance(values, ast.List):
            return [[_text(one) for one in _parts(row)] for row in (names, *rows)], []
    return [], []


def _parts(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.Tuple | ast.List) else [node]


def _keywords(node: ast.expr) -> list[ast.keyword]:
    return node.keywords if isinstance(node, ast.Call) else []


def _name_of(mark: ast.Call) -> str:
    return mark.func.attr if isinstance(mark.func, ast.Attribute) else ""


def _not_so_yet(marks: list[ast.Call]) -> str:
    told = (key.value for mark in marks for key in mark.keywords if key.arg == "reason")
    return next((_text(one) for one in told), "")


# ---------------------------------------------------------------------------- drawing the page


class _Drawing(SphinxDirective):
    """What the directives share."""

    def prose(self, text: str) -> list[nodes.Node]:
        """Text as the page writes it."""
        return self.parse_text_to_nodes(text) if text else []

    def draw(self, example: Example) -> list[nodes.Node]:
        """Why, what it is lived with, the table, and where it is not so yet."""
        drawn = self.prose(example.why)
        if example.not_so_yet:
            note = nodes.note()
            note += self.prose(f"Not so yet: {example.not_so_yet}.")
            drawn.append(note)
        if example.lived_with:
            drawn += self.prose(f"*With {example.lived_with}.*")
        drawn += [table_of(rows) for rows in (example.table, example.turns) if rows]
        if example.cases:
            drawn += self.prose("\n".join(f"- {one}" for one in example.cases))
        return drawn


class ExamplesDirective(_Drawing):
    """A chapter: its argument is the folder, its lines are the files in reading order."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Draw the chapter, its sections and their examples."""
        chapter = self.arguments[0]
        named = [line.strip() for line in self.content if line.strip()]
        there = {path.stem for path in (SPEC / chapter).glob("test_*.py")}
        if set(named) != there:
            raise self.error(f"{chapter}: sections {sorted(set(named) ^ there)} are not agreed on")
        title, introduction = chapter_of(chapter)
        drawn = section(title, chapter, self.prose(introduction))
        for name in named:
            read = section_of(chapter, name)
            self.env.note_dependency(str(read.path))
            part = section(read.title, f"{chapter}-{name}", self.prose(read.introduction))
            for example in read.examples:
                anchor = f"{chapter}-{name}-{example.name}"
                part += section(example.sentence, anchor, self.draw(example))
            drawn += part
        return [drawn]


class ExampleDirective(_Drawing):
    """One example, asked for as `chapter/file::test`."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Draw the example under its sentence."""
        place, _, name = self.arguments[0].partition("::")
        chapter, _, file = place.partition("/")
        read = section_of(chapter, file)
        self.env.note_dependency(str(read.path))
        for example in read.examples:
            if example.name == name:
                for_people = example._replace(table=without(FOR_EXPERTS, example.table))
                return [section(example.sentence, f"example-{name}", self.draw(for_people))]
        raise self.error(f"there is no example {self.arguments[0]}")


class NotSoYetDirective(_Drawing):
    """The examples that the rule does not keep yet."""

    def run(self) -> list[nodes.Node]:
        """List them, each with its reason and its place."""
        told = [f"- {one.sentence}: {one.not_so_yet}. `{place}`" for place, one in not_so_yet()]
        return self.prose("\n".join(told) or "None: the rule keeps every example.")


class ProvedByDirective(_Drawing):
    """The tests that prove a law, by its number."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Name them."""
        law = self.arguments[0]
        for path in LAWS.glob("test_*.py"):
            self.env.note_dependency(str(path))
        names = ", ".join(f"`{name}`" for name in proofs_of(law))
        return self.prose(f"Proved by {names}.")


class PolicyDirective(SphinxDirective):
    """Every number of the policy, with its unit, bounds and source."""

    def run(self) -> list[nodes.Node]:
        """Draw the table."""
        rows = [["number", "value", "unit", "recommended", "absolute", "source"]]
        for name, rail in guardrails().items():
            recommended, absolute = (_span(*bounds) for bounds in (rail.recommended, rail.absolute))
            value = str(getattr(GENTLE, name))
            rows.append([name, value, rail.unit, recommended, absolute, rail.source])
        return [table_of(rows)]


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} – {high}"


def section(title: str, anchor: str, content: Iterable[nodes.Node]) -> nodes.section:
    """A heading and what stands under it."""
    drawn = nodes.section(ids=[nodes.make_id(anchor)], names=[nodes.fully_normalize_name(anchor)])
    drawn += nodes.title(text=title)
    drawn += list(content)
    return drawn


def without(columns: tuple[str, ...], rows: list[list[str]]) -> list[list[str]]:
    """The same table with some columns left out."""
    kept = [index for index, name in enumerate(rows[0]) if name not in columns] if rows else []
    return [[row[index] for index in kept] for row in rows]


def table_of(rows: list[list[str]]) -> nodes.table:
    """A table with its first row as the heading."""
    heading, *body = rows
    columns = nodes.tgroup(cols=len(heading))
    columns += [nodes.colspec(colwidth=1) for _ in heading]
    columns += nodes.thead("", _row(heading))
    columns += nodes.tbody("", *map(_row, body))
    drawn = nodes.table(classes=["spec", "colwidths-auto"])
    drawn += columns
    return drawn


def _row(cells: list[str]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph(text=cell)) for cell in cells))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make the directives known."""
    app.add_directive("examples", ExamplesDirective)
    app.add_directive("example", ExampleDirective)
    app.add_directive("not-so-yet", NotSoYetDirective)
    app.add_directive("proved-by", ProvedByDirective)
    app.add_directive("policy", PolicyDirective)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
