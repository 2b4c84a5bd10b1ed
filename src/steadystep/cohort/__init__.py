"""Virtual people, and the rule at their speed. Nothing here is clinical evidence."""

from importlib.util import find_spec


def register() -> None:
    """Make `steadystep/Movement-v1` known to Gymnasium. Asked again, it changes nothing."""
    import gymnasium  # noqa: PLC0415 - it may not be installed

    if "steadystep/Movement-v1" not in gymnasium.registry:
        gymnasium.register(
            "steadystep/Movement-v1",
            entry_point="steadystep.cohort.gym:Movement",
            vector_entry_point="steadystep.cohort.gym:MovementVector",
        )


# The environment is known to Gymnasium as soon as this room is entered, in whatever order the two
# are imported.
if find_spec("gymnasium") is not None:
    register()
