"""How the pages are built. Nothing here, and nothing on a page, asks the network for anything."""

import sys
from pathlib import Path

# The pages may be built where nothing is installed.
sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
# The rule page is made from the tables of tests/spec.
sys.path.insert(0, str(Path(__file__).parent / "_ext"))

import steadystep

project = "Steadystep"
author = "The Steadystep authors"
copyright = f"2026, {author}"
release = version = steadystep.__version__

extensions = ["myst_parser", "spec"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"Steadystep {release}"
html_copy_source = False
html_show_sphinx = False
