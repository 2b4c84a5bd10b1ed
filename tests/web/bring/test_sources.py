"""Which source is used, what a copy holds, and what forgetting forgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.core import events as on
from steadystep.core.observed import Kind, Maker
from steadystep.web.bring.place import FOLDER
from tests.web.bring.exports import apple
from tests.web.bring.walking import (
    brought,
    left_behind,
    look,
    send,
    tap,
)
from tests.web.today import lives

if TYPE_CHECKING:
    from tests.web.house import Home


def test_what_each_source_told_is_shown_and_may_be_changed(home: Home) -> None:
    assert "Nothing was brought of the last three months." in look(home, "/bring/sources/").words
    tap(home, send(home, ("a.xml", apple(3))), "in")

    page = look(home, "/bring/sources/").words
    assert "steps From Apple Watch. 3 May 2026: Told: phone 3,100, watch 4,400. Used: watch" in page
    assert "resting heart rate From Apple Watch. 3 May 2026: 61 a minute" in page
    page = look(home, "/bring/sources/steps/").words
    assert "The usual order" in page
    assert "1 May 2026 Told: phone 3,100, watch 4,400. Used: watch." in page

    assert home.post("/bring/sources/steps/", {"source": "9"}).status_code == 200
    home.post("/bring/sources/steps/", {"source": "0"})
    assert home.told(on.SourcePreferred) == [on.SourcePreferred(Kind.STEPS, Maker.PHONE, "iPhone")]
    assert "steps From iPhone." in look(home, "/bring/sources/").words
    assert "You chose it." in look(home, "/bring/sources/steps/").words

    home.post("/bring/sources/steps/", {"source": "order"})
    assert "steps From Apple Watch." in look(home, "/bring/sources/").words
    for name in ("glucose", "nonsense"):
        assert home.get(f"/bring/sources/{name}/").status_code == 404


def test_both_lists_of_all_that_can_be_done_lead_there(home: Home) -> None:
    lives.morning(home)
    for page in ("/yours/", "/more/"):
        assert 'href="/bring/"' in home.get(page).content.decode()


def test_a_copy_holds_what_was_brought_and_forgetting_forgets_it_too(home: Home) -> None:
    tap(home, send(home, ("a.xml", apple(3))), "in")
    assert '"observed":"import"' in home.get("/yours/data/copy/").content.decode()

    send(home, ("b.xml", apple(4)))
    (home.folder / FOLDER / "left by a crash").mkdir()
    home.post("/yours/data/forget/", {"sure": "yes"})

    assert (brought(home), left_behind(home)) == ([], [])
    assert '"observed":' not in home.get("/yours/data/copy/").content.decode()
