"""What every test stands on."""

import os

from hypothesis import settings

# No deadline: a slow machine, or numba compiling on its first call, is not a wrong answer.
settings.register_profile("steadystep", deadline=None)
settings.load_profile("steadystep")

# What is expected here is written in English, whichever language this machine's person reads.
os.environ["LANGUAGE"] = "en"
