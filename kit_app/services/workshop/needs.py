"""Whether puzzles would wait for one another in a circle."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kit_app.domain.kit_document import Place
from kit_app.i18n import N_, Catalogue
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.shape import puzzle_ids

_FOLDER = "puzzles/"


def refusal(draft: KitDraft, place: Place, value: object, t: Catalogue) -> str:
    """Why a value may not be written at a place, or an empty text."""
    if not place.file.startswith(_FOLDER) or place.path != ("needs",) or not isinstance(value, list):
        return ""
    puzzle = place.file.removeprefix(_FOLDER).removesuffix(".toml")
    needs = {one: tuple(draft.value(Place(file=f"{_FOLDER}{one}.toml", path=("needs",)), ())) for one in
             puzzle_ids(draft)}  # fmt: skip
    for need in value:
        if puzzle in _before(needs, str(need)):
            return t(
                N_("{need} itself waits for {puzzle}: neither could ever open. Choose another puzzle."),
                need=need,
                puzzle=puzzle,
            )
    return ""


def _before(needs: Mapping[str, Collection[str]], puzzle: str) -> Collection[str]:
    """All that must be solved before a puzzle opens."""
    found: set[str] = set()
    waiting = [puzzle]
    while waiting:
        for need in needs.get(waiting.pop(), ()):
            if need not in found:
                found.add(need)
                waiting.append(need)
    return found
