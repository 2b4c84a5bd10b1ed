"""What every test stands on."""

from hypothesis import settings

# No deadline: a slow machine, or numba compiling on its first call, is not a wrong answer.
settings.register_profile("steadystep", deadline=None)
settings.load_profile("steadystep")
