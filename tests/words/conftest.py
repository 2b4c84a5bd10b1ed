"""The words of pages are looked at in the same home as the pages themselves."""

from tests.web.conftest import browser, home, site

__all__ = ["browser", "home", "site"]
