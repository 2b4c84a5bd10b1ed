"""A person with a browser that knows no script: pages are opened, buttons are tapped by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.house import Home

VOID = {"input", "meta", "link", "br", "hr", "img"}


@dataclass
class Button:
    """Something that can be tapped: a link, or a form's button with all the form sends."""

    name: str = ""
    href: str = ""
    action: str = ""
    sends: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    """Finds the buttons and the links of a page, and the words of its main part."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self.words: list[str] = []
        self.form: dict[str, str] = {}
        self.action = ""
        self.open: Button | None = None
        self.in_main = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "main":
            self.in_main = True
        elif tag == "form":
            self.form, self.action = {}, known.get("action", "")
        elif tag == "input" and known.get("name"):
            self.form[known["name"]] = known.get("value", "")
        elif tag == "textarea":
            self.form[known["name"]] = ""
        elif tag == "a":
            self.open = Button(href=known.get("href", ""))
        elif tag == "button":
            own = {known["name"]: known.get("value", "")} if "name" in known else {}
            self.open = Button(action=self.action, sends={**self.form, **own})

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.in_main = False
        elif tag in {"a", "button"} and self.open is not None:
            self.open.name = " ".join(self.open.name.split())
            self.buttons.append(self.open)
            self.open = None

    def handle_data(self, data: str) -> None:
        if self.open is not None:
            self.open.name += f" {data}"
        if self.in_main and data.strip():
            self.words.append(" ".join(data.split()))


class Window:
    """One window of the person's browser, on one page at a time."""

    def __init__(self, home: Home, path: str = "/") -> None:
        self.home = home
        self.path = self.status = self.text = ""
        self.code = 0
        self.taps = 0
        self.open(path)

    def open(self, path: str = "/") -> Window:
        """Go to an address."""
        self._shown(self.home.client.get(path, follow=True))
        return self

    def tap(self, name: str, /, **write: str) -> Window:
        """Tap a button or a link by its name, with what was written into its form."""
        button = self.button(name)
        self.taps += 1
        self.home.wall.later(seconds=1)
        if button.href:
            return self.open(button.href)
        sends = {**button.sends, **write}
        self._shown(self.home.client.post(button.action or self.path, sends, follow=True))
        return self

    def button(self, name: str) -> Button:
        """The button of that name; a test goes no further where there is none."""
        found = [one for one in self.read.buttons if one.name == name]
        assert found, f"no {name!r} among {self.names}"
        return found[0]

    @property
    def names(self) -> list[str]:
        """What can be tapped, in its order."""
        return [one.name for one in self.read.buttons]

    @property
    def words(self) -> str:
        """What is read in the main part of the page."""
        return " ".join(self.read.words)

    def _shown(self, response: object) -> None:
        self.code = response.status_code  # type: ignore[attr-defined]
        self.path = response.request["PATH_INFO"]  # type: ignore[attr-defined]
        self.text = response.content.decode()  # type: ignore[attr-defined]
        self.read = _Reader()
        self.read.feed(self.text)
