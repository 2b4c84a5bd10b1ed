"""The one home of every colour, size and distance."""

from __future__ import annotations

from dataclasses import dataclass, fields

FONTS = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Noto Sans Hebrew',sans-serif"
PICTURE_CLASS = "steadystep-record"


@dataclass(frozen=True, slots=True)
class Colours:
    """One colour per meaning. Text stands out 4.5 to 1 from the paper, marks 3 to 1.

    The meanings survive the common kinds of colour blindness because none rests on colour: each
    mark has a shape or a place of its own.
    """

    paper: str
    ink: str
    quiet: str
    hairline: str
    level: str
    dose: str
    load: str
    pain: str
    fatigue: str
    usual: str
    warning: str
    amber: str
    red: str
    flare: str
    watch: str


LIGHT = Colours(
    paper="#fffdf8",
    ink="#1f2a33",
    quiet="#56616b",
    hairline="#e8e4db",
    level="#0e6a64",
    dose="#9fd3cb",
    load="#5d6b79",
    pain="#4653a4",
    fatigue="#87407b",
    usual="#77828c",
    warning="#a3600f",
    amber="#b06000",
    red="#b4281d",
    flare="#e58a6d",
    watch="#56616b",
)

DARK = Colours(
    paper="#14191e",
    ink="#eceae4",
    quiet="#a9b4bd",
    hairline="#2b333b",
    level="#7ad3c8",
    dose="#2f7d75",
    load="#b3bec8",
    pain="#a9b4f7",
    fatigue="#e0a6d5",
    usual="#8f9ba6",
    warning="#d9a255",
    amber="#f3b54a",
    red="#ff8d7c",
    flare="#c4553a",
    watch="#a9b4bd",
)


def paint(*, fill: str = "none", stroke: str = "none") -> dict[str, str]:
    """Name the colours of an element, as attributes for light and as classes for dark.

    The light picture needs no stylesheet, so it survives a strict content policy, a PDF maker that
    knows little CSS, and a printer. The stylesheet darkens it and does nothing else.
    """
    attributes = {"fill": getattr(LIGHT, fill, fill)}
    classes = [] if fill == "none" else [f"f-{fill}"]
    if stroke != "none":
        attributes["stroke"] = getattr(LIGHT, stroke)
        classes.append(f"s-{stroke}")
    return {"class": " ".join(classes), **attributes} if classes else attributes


def picture_css() -> str:
    """Write the stylesheet of a picture: dark where the screen asks for it, never on paper."""
    dark = "".join(
        f".{PICTURE_CLASS} .f-{role.name}{{fill:{colour}}}"
        f".{PICTURE_CLASS} .s-{role.name}{{stroke:{colour}}}"
        for role in fields(DARK)
        if (colour := getattr(DARK, role.name))
    )
    return (
        f"@media screen and (prefers-color-scheme:dark){{{dark}}}"
        f"@media (prefers-contrast:more){{.{PICTURE_CLASS} .f-quiet{{fill:{LIGHT.ink}}}}}"
        "@media screen and (prefers-contrast:more) and (prefers-color-scheme:dark)"
        f"{{.{PICTURE_CLASS} .f-quiet{{fill:{DARK.ink}}}}}"
    )


def chosen_css() -> str:
    """Write the same for pages whose reader chooses: `data-contrast` on the root says how much.

    Which of `--light` and `--dark` holds is said by the page's own stylesheet. One rule a line,
    since it is kept as a file.
    """
    rules = [
        f".{PICTURE_CLASS} .{kind}-{role.name}{{{what}:{_light_or_dark(role.name)}}}"
        for role in fields(DARK)
        for kind, what in (("f", "fill"), ("s", "stroke"))
    ]
    more = f':root[data-contrast="more"] .{PICTURE_CLASS} .f-quiet{{fill:{_light_or_dark("ink")}}}'
    return "\n".join(("@media screen {", *rules, more, "}", ""))


def _light_or_dark(role: str) -> str:
    return f"var(--light,{getattr(LIGHT, role)}) var(--dark,{getattr(DARK, role)})"


@dataclass(frozen=True, slots=True)
class Layout:
    """Sizes and distances, in the units of the view box."""

    width: float
    left: float
    right: float
    margin: float

    title_size: float
    text_size: float
    small_size: float
    line_height: float

    dose_height: float
    symptom_height: float
    heading_room: float
    heading_gap: float
    date_gap: float
    label_room: float
    sign_room: float
    watch_room: float
    beside_room: float
    band_gap: float
    axis_room: float

    tick_gap: float
    widest_day: float
    most_dose_ticks: int
    legend_columns: int
    legend_row: float
    sample_width: float

    sign: float
    line: float
    fine_line: float

    sign_line: float = 1.6
    rim: float = 1.0
    dashes: str = "5 4"
    finest_day: float = 1.5
    dots_from: float = 3.0
    big_dots_from: float = 8.0
    small_dot: float = 3.2
    big_dot: float = 5.2
    load_dot: float = 3.8
    small_load_dot: float = 2.4
    stem: float = 1.2
    thin_line: float = 1.4
    number_gap: float = 8.0
    bold: float = 1.05
    halo: float = 3.0
    dose_opacity: float = 0.5
    flare_opacity: float = 0.2
    line_opacity: float = 0.6
    range_opacity: float = 0.2
    thinnest_band: float = 1.5
    headroom: float = 1.25
    load_headroom: float = 1.08
    load_over_plan: float = 2.0
    usual_loads: float = 0.9
    usual_loads_headroom: float = 1.15


WIDE = Layout(
    width=960,
    left=52,
    right=28,
    margin=28,
    title_size=25,
    text_size=13.5,
    small_size=12.5,
    line_height=19,
    dose_height=200,
    symptom_height=104,
    heading_room=20,
    heading_gap=14,
    date_gap=9,
    label_room=16,
    sign_room=12,
    watch_room=14,
    beside_room=12,
    band_gap=38,
    axis_room=51,
    tick_gap=18,
    widest_day=62,
    most_dose_ticks=5,
    legend_columns=3,
    legend_row=26,
    sample_width=30,
    sign=4,
    line=2,
    fine_line=1.2,
)

COMPACT = Layout(
    width=360,
    left=34,
    right=14,
    margin=14,
    title_size=20,
    text_size=14,
    small_size=13,
    line_height=19,
    dose_height=168,
    symptom_height=96,
    heading_room=22,
    heading_gap=14,
    date_gap=9,
    label_room=17,
    sign_room=12,
    watch_room=14,
    beside_room=12,
    band_gap=38,
    axis_room=53,
    tick_gap=8,
    widest_day=40,
    most_dose_ticks=4,
    legend_columns=1,
    legend_row=27,
    sample_width=30,
    sign=3.6,
    line=2,
    fine_line=1.1,
)


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes and distances of the small picture of usual, in the units of its view box."""

    width: float = 360
    height: float = 132
    side: float = 24
    top: float = 26
    floor: float = 104
    below: float = 20
    above: float = 6
    away: float = 4
    text_room: float = 34
    text_size: float = 16
    small_size: float = 13
    bar: float = 12
    answer: float = 8
    headroom: float = 10
    line: float = 2.2
    dashes: str = "5 4"


SCALE = Scale()


def page_css() -> str:
    """Write the stylesheet of a page: one calm column, and the picture that fits the screen."""
    return (
        f"body{{margin:0;background:{LIGHT.paper};color:{LIGHT.ink};font:1.0625rem/1.55 {FONTS}}}"
        "main{max-width:60rem;margin:0 auto;padding:1.5rem 1.75rem 3rem;box-sizing:border-box}"
        "h1{font-size:1.75rem;line-height:1.25;margin:0 0 .25rem}"
        f".covered{{color:{LIGHT.quiet};margin:0}}.summary{{max-width:38rem;margin:1rem 0}}"
        "svg{display:block;width:100%;height:auto}.wide{margin:0 -1.75rem}.narrow{display:none}"
        "@media screen and (max-width:43rem)"
        "{main{padding:1.5rem 1rem 3rem}.wide{display:none}.narrow{display:block;margin:0 -1rem}}"
        "summary{cursor:pointer;padding:.75rem 0;min-height:1.5rem}"
        ".scroll{overflow-x:auto}"
        "table{border-collapse:collapse;font-size:.9375rem;font-variant-numeric:tabular-nums}"
        "caption{text-align:start;font-weight:600;padding:.5rem}"
        f"th,td{{padding:.375rem .625rem;text-align:start;"
        f"border-bottom:1px solid {LIGHT.hairline}}}"
        "thead th{vertical-align:bottom}tbody th{font-weight:400;white-space:nowrap}"
        f"@media screen and (prefers-color-scheme:dark){{body{{background:{DARK.paper};"
        f"color:{DARK.ink}}}.covered{{color:{DARK.quiet}}}th,td{{border-color:{DARK.hairline}}}}}"
        "@media print{details{display:none}}"
    )
