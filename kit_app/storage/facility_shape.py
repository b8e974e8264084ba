"""What older releases kept of a facility in another shape, brought up to today's."""

from kit_app.storage.json_file import Data, Migration

_FORMER_KIT = "sant-escape"
"""The kit that the rules of format 1 are for: it was the only one that had any."""


def rules_by_kit(data: Data) -> Data:
    """Format 1 kept a rule by its puzzle alone; format 2 by kit and puzzle."""
    rules = data.get("procedures")
    if not isinstance(rules, dict):
        return data
    return {**data, "procedures": {f"{_FORMER_KIT}/{puzzle}": rule for puzzle, rule in rules.items()}}


MIGRATIONS: tuple[Migration, ...] = (rules_by_kit,)
"""They bring format 1 to 2, and so on."""
FORMAT = len(MIGRATIONS) + 1
