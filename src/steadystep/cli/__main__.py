"""`python -m steadystep.cli`."""

from steadystep.cli.main import main

main()
