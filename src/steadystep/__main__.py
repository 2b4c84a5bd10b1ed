"""`python -m steadystep`."""

from steadystep.cli.main import main

main()
