"""`python -m steadystep.web`: the pages for one person at home. `steadystep serve` starts it."""

from argparse import ArgumentParser

from steadystep.web.home.serve import serve

reader = ArgumentParser(prog="steadystep serve")
reader.add_argument("--demo", action="store_true")
reader.add_argument("--port", type=int)
reader.add_argument("--no-browser", action="store_true")
reader.add_argument("--programme")
told = reader.parse_args()

serve(demo=told.demo, port=told.port, no_browser=told.no_browser, programme=told.programme)
