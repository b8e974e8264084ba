"""How likely teams finish the game of a draft in time, for each of its lengths."""

from __future__ import annotations

from dataclasses import dataclass

from kit_app.content.files import KitFiles
from kit_app.content.layers import layer_of
from kit_app.content.overlays import read_whole
from kit_app.mechanisms.table import MECHANISMS
from kit_app.services.advising import Foresight, foresee
from kit_app.services.workshop.player_page import plan_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """A length by its name, and what is likely of a usual team; None where puzzles do not go together."""

    name: str
    foresight: Foresight | None


def chances(files: KitFiles, language: str) -> tuple[Chance, ...]:
    """What is likely of each length; nothing while the kit cannot be read."""
    lean = {name: content for name, content in files.items() if _is_needed(name)}
    draft = read_whole(lean, MECHANISMS)
    kit = None if draft.is_newer else draft.kit()
    if kit is None:
        return ()
    words = kit.words[language if language in kit.languages else kit.languages[0]].variants
    found = []
    for variant in kit.variants:
        is_whole = all(puzzle in {one.id for one in kit.puzzles} for puzzle in variant.puzzles)
        plan = plan_of(kit, variant.id, kit.languages[0])
        foresight = foresee(plan, kit, {}) if is_whole else None
        found.append(Chance(name=words.get(variant.id, variant.id), foresight=foresight))
    return tuple(found)


def _is_needed(name: str) -> bool:
    """Whether lengths, needs or targets may stand in a file."""
    folder, inner = layer_of(name)
    return not folder.startswith("sectors") and "papers/" not in inner and inner.endswith(".toml")
