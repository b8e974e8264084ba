"""How one thing of a draft looks: the sheets that bear it, and the page that players see of it.

Only as much of the kit is read as that needs, so that a person sees at once what they typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kit_app.assets import resources_dir
from kit_app.content.draft import HEAD, Draft
from kit_app.content.files import KitFiles
from kit_app.content.kit_reader import structure_problems
from kit_app.content.layers import folders_of, layer_of
from kit_app.content.overlays import read_whole
from kit_app.domain.deal import DealChoice, TeamTable
from kit_app.domain.kit import Kit
from kit_app.domain.problems import KitProblem
from kit_app.errors import KitAppError, KitFileError, ProblemsError
from kit_app.i18n import Catalogue, load
from kit_app.mechanisms.dealing import UNMAKEABLE, deal_team
from kit_app.mechanisms.table import MECHANISMS
from kit_app.services.workshop.player_page import player_page
from kit_app.views.paper import PaperPdf
from kit_app.views.player import PlayerView

SEED = "workshop"
_REACHED = re.compile(r"variants\.\d+\.puzzles")
_OF_PAPERS = ("papers/", "contacts.toml", "facts.toml", "topics.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What to look at: a puzzle with one of its hints (0: none), a scene, or a `kind` of sheets.

    Each may be empty; a paper’s `kind` is its id. Without `variant` and `sector`: the first variant that
    plays the puzzle, in the kit’s own words.
    """

    language: str
    puzzle: str = ""
    kind: str = ""
    hint: int = 0
    scene: str = ""
    variant: str = ""
    sector: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What was found: sheets, the players’ page, and what keeps them from being shown.

    `problems` are what keeps something from being shown, not all that is wrong with the kit.
    """

    sheets: PaperPdf | None = None
    player: PlayerView | None = None
    problems: tuple[KitProblem, ...] = ()


def look_at(files: KitFiles, look: Look) -> Shown:
    """How a thing of a draft looks now."""
    is_paper = bool(look.kind) and look.kind not in ("roles", "badges", "envelopes", "papers", "souvenir")
    variant = look.variant or _variant_of(files, look.puzzle)
    draft = read_whole(_needed(files, (variant, look.sector), has_papers=is_paper), MECHANISMS)
    kit = _kit(draft)
    if kit is None or look.language not in kit.languages:
        return Shown(problems=_structure(draft))
    sector = look.sector or next((one.id for one in kit.sectors), "")
    choice = DealChoice(language=look.language, variant=variant, sector=sector, seed=SEED)
    try:
        table = deal_team(kit, choice)
    except KitFileError as error:
        return Shown(problems=_of_kit(error))
    except UNMAKEABLE:
        return Shown(problems=_structure(draft))
    kit = kit.in_choice(variant, sector)
    sheets, problems = _sheets(kit, table, look)
    player = player_page(kit, table, look.scene, look.puzzle, look.hint)
    return Shown(sheets=sheets, player=player, problems=problems)


def first_problems(files: KitFiles) -> tuple[KitProblem, ...]:
    """What a quick look at a kit’s own files finds: what is missing, empty or does not go together."""
    draft = read_whole(_needed(files, ("", ""), has_papers=False), MECHANISMS)
    return _structure(draft)


def _structure(draft: Draft) -> tuple[KitProblem, ...]:
    """Mistakes of what was read; not which puzzles variants reach, of whose own files only some were read."""
    return tuple(one for one in structure_problems(draft) if not _REACHED.match(one.key))


@lru_cache
def _spoken(language: str) -> Catalogue:
    return load(resources_dir() / "i18n", language)


def _sheets(kit: Kit, table: TeamTable, look: Look) -> tuple[PaperPdf | None, tuple[KitProblem, ...]]:
    from kit_app.services.printing.draft_sheets import sheets  # loads what draws

    if not look.puzzle and not look.kind:
        return None, ()
    t = _spoken(look.language)
    try:
        return sheets(kit, table, t, puzzle="" if look.kind else look.puzzle, kind=look.kind), ()
    except ProblemsError as error:
        return None, _of_kit(error)
    except (KitAppError, *UNMAKEABLE):
        return None, ()


def _kit(draft: Draft) -> Kit | None:
    return None if draft.is_newer else draft.kit()


def _of_kit(error: ProblemsError) -> tuple[KitProblem, ...]:
    return tuple(one for one in error.problems if isinstance(one, KitProblem))


def _needed(files: KitFiles, choice: tuple[str, str], *, has_papers: bool) -> Mapping[str, bytes]:
    """The files that a choice is read from, those of papers only when they are wanted."""
    folders = folders_of(*choice)
    found = {}
    for name, content in files.items():
        folder, inner = layer_of(name)
        words = inner.split("/", 2)[-1] if inner.startswith("words/") else inner
        if (not folder or folder in folders) and (has_papers or not words.startswith(_OF_PAPERS)):
            found[name] = content
    return found


def _variant_of(files: KitFiles, puzzle: str) -> str:
    """The first variant that plays a puzzle, or the first one."""
    from kit_app.content.source import read_source

    data: Mapping[str, Any] = read_source(HEAD, files.get(HEAD, b""))[0].data
    variants = [one for one in data.get("variants", ()) if isinstance(one, Mapping)]
    playing = [one for one in variants if puzzle in one.get("puzzles", ())]
    return next((str(one.get("id", "")) for one in (*playing, *variants)), "")
