"""Virtual people, and the rule at their speed. Nothing here is clinical evidence."""

import sys


def register() -> None:
    """Make `steadystep/Movement-v1` known to Gymnasium. Asked again, it changes nothing."""
    import gymnasium  # noqa: PLC0415 - half a second, for those who ask for it

    if "steadystep/Movement-v1" not in gymnasium.registry:
        gymnasium.register(
            "steadystep/Movement-v1",
            entry_point="steadystep.cohort.gym:Movement",
            vector_entry_point="steadystep.cohort.gym:MovementVector",
        )


# Gymnasium brings NumPy and takes half a second. Whoever uses it has imported it before.
if "gymnasium" in sys.modules:
    register()
