"""A chapter as a sheet of paper: a PDF that prints at home and that a screen reader can read."""

from steadystep.chapters.paper.press import booklet, pages_as_images, paper
from steadystep.chapters.paper.sheet import Twin

__all__ = ["Twin", "booklet", "pages_as_images", "paper"]
