"""Sheets of a session, as a room fills them in: few right before, more after."""

import random

from kit_app.domain.questionnaire import Sheet
from kit_app.services.services import Services
from tests.unit.content.bundled import bundled_kit

RIGHT = "BCBBCBBCBB"
ITEMS = tuple(one.id for one in bundled_kit().questionnaire)
OPINIONS = tuple(one.id for one in bundled_kit().opinions)


def sheet(moment: str, number: int, letters: str, grades: tuple[int, ...] = ()) -> Sheet:
    """A sheet by its letters in the order of the paper; a dash is no answer."""
    return Sheet(
        moment=moment,
        number=number,
        answers={item: letter for item, letter in zip(ITEMS, letters, strict=True) if letter != "-"},
        grades=dict(zip(OPINIONS, grades, strict=False)),
    )


def fill(
    services: Services, session_id: str, people: int = 8, moments: tuple[str, ...] = ("before", "after")
) -> None:
    """Store the sheets of so many people."""
    luck = random.Random(4)
    for moment in moments:
        for number in range(1, people + 1):
            known = 0.4 if moment == "before" else 0.8
            letters = "".join(right if luck.random() < known else "A" for right in RIGHT)
            grades = (4, 5, 3) if moment == "after" else ()
            services.questionnaires.keep(session_id, sheet(moment, number, letters, grades))
