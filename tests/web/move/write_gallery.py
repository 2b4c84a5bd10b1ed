"""Write the page of all movements for people, and its drawings, from the library itself.

    python -m tests.web.move.write_gallery

Look at the difference before you commit it: it is what people will notice.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from steadystep.core.movements import GENTLE_EFFORT_MOST, Movement
from steadystep.web.move.library.shapes import Posture
from steadystep.web.move.library.shelf import of_kind
from steadystep.web.move.pacing import RISE_MOST, SETTLED_MINUTES
from steadystep.web.move.pictures.gallery import drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadystep.web.move.drawing.figures import Frame
    from steadystep.web.move.library.shapes import Sheet, Way

PEOPLE = Path(__file__).parents[3] / "docs" / "people"
PAGE = PEOPLE / "movements.md"
PICTURES = PEOPLE / "pictures" / "movements"
KINDS = {
    Movement.WALK: "Walking",
    Movement.MOBILITY: "Gentle mobility",
    Movement.RESISTANCE: "Light strength",
    Movement.BREATH_STRETCH: "Stretching with the breath",
    Movement.OWN: "A movement of your own",
}
# What stands above the movements; its numbers have their homes elsewhere.
INTRODUCTION = (
    Path(__file__)
    .with_name("introduction.md")
    .read_text(encoding="utf-8")
    .format(effort=GENTLE_EFFORT_MOST, rise=RISE_MOST, settled=SETTLED_MINUTES)
)
# The colours of the pages, in the light theme: a picture in a page of documents has no style sheet.
STYLE = (
    ".skin,.top,.legs,.shoe,.hair,.thing{stroke:#fff;stroke-width:1.6;paint-order:stroke;"
    "stroke-linejoin:round}.seamless{stroke:none}.hair,.legs,.shoe{fill:#3e4850}.skin{fill:#939a9f}"
    ".top{fill:#30807b}.skin.far{fill:#bcbfc2}.top.far{fill:#83b1ae}.legs.far,.shoe.far{fill:#858c91}"
    ".thing{fill:#b8715a}.prop{fill:none;stroke:#7d858c;stroke-width:2.2;stroke-linecap:round;"
    "stroke-linejoin:round}.seat{fill:#f4f0e6;stroke:#7d858c;stroke-width:2.2;stroke-linejoin:round}"
    ".plane,.ground{fill:#f4f0e6}.plane{stroke:#e3ddd0;stroke-width:1.4;stroke-linejoin:round}"
    ".pillow{fill:#fff;stroke:#e3ddd0;stroke-width:1.4}.way{fill:none;stroke:#9a3412;"
    "stroke-width:2.8;stroke-linecap:round;stroke-linejoin:round}"
)
BETWEEN, ROUND = 16.0, 12


def main() -> None:
    """Write everything again."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for one in PICTURES.glob("*.svg"):
        one.unlink()
    for path, picture in pictures():
        path.write_text(picture, encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The page: every movement with every way to do it."""
    parts = [INTRODUCTION]
    for kind, title in KINDS.items():
        parts.append(f"## {title}\n")
        for sheet in of_kind(kind):
            parts.append(f"### {sheet.name}\n")
            parts.extend(_told(sheet, way) for way in sheet.ways)
    return "\n".join(parts)


def pictures() -> Iterator[tuple[Path, str]]:
    """Every picture, and where it lies."""
    for kind in KINDS:
        for sheet in of_kind(kind):
            for way in sheet.ways:
                frames = drawn(sheet.slug, way.posture)
                yield PICTURES / _file(sheet, way), _picture(frames, _alt(sheet, way), way.posture)


def _told(sheet: Sheet, way: Way) -> str:
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(way.steps, start=1))
    image = f"![{_alt(sheet, way)}](pictures/movements/{_file(sheet, way)})"
    return f"**{way.posture.capitalize()}**\n\n{image}\n\n{steps}\n"


def _file(sheet: Sheet, way: Way) -> str:
    return f"{sheet.slug}-{way.posture}.svg"


def _alt(sheet: Sheet, way: Way) -> str:
    return f"{sheet.name}, {way.posture}: how it looks"


def _picture(frames: tuple[Frame, ...], title: str, posture: Posture) -> str:
    """The frames side by side; of somebody who lies, one above the other."""
    boxes = [tuple(map(float, frame.box.split())) for frame in frames]
    (_, _, wide, high), many = boxes[0], len(frames)
    down = posture == Posture.LYING
    across = wide if down else wide * many + BETWEEN * (many - 1)
    along = high * many + BETWEEN * (many - 1) if down else high
    drawn_ones = "".join(
        f'<svg x="{0 if down else turn * (wide + BETWEEN):g}"'
        f' y="{turn * (high + BETWEEN) if down else 0:g}" width="{wide:g}" height="{high:g}"'
        f' viewBox="{frame.box}">{frame.inside}</svg>'
        for turn, frame in enumerate(frames)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{across + BETWEEN:.0f}"'
        f' height="{along + BETWEEN:.0f}" viewBox="{-BETWEEN / 2:g} {-BETWEEN / 2:g}'
        f' {across + BETWEEN:g} {along + BETWEEN:g}"><title>{title}</title><style>{STYLE}</style>'
        f'<rect x="{-BETWEEN / 2:g}" y="{-BETWEEN / 2:g}" width="100%" height="100%" rx="{ROUND}"'
        f' fill="#fff"/>{drawn_ones}</svg>\n'
    )


if __name__ == "__main__":
    main()
