"""Which sheets a kit has: one is taken out with all that it says, and brought back as it was."""

from __future__ import annotations

from kit_app.domain.kit_document import Place, Value
from kit_app.services.workshop.kit_draft import ASIDE, KitDraft
from kit_app.services.workshop.pictures import FOLDER, named_in


def take_out(draft: KitDraft, paper: str) -> None:
    """Set a sheet aside, with its words and the pictures that nothing else shows; one step."""
    names = [name for name in draft.files if _is_of(name, paper)]
    names += [name for name in draft.files if name.startswith(FOLDER) and _is_for_only(draft, name, names)]
    _move(draft, paper, {name: f"{ASIDE}{name}" for name in names})


def bring_back(draft: KitDraft, paper: str) -> None:
    """Make a sheet that was set aside part of the kit again; one step."""
    aside = {name.removeprefix(ASIDE): name for name in draft.whole if name.startswith(ASIDE)}
    names = [name for name in aside if _is_of(name, paper)]
    of_it = {aside[name] for name in names}
    names += [name for name in aside if name.startswith(FOLDER) and of_it & set(named_in(draft, name))]
    _move(draft, paper, {aside[name]: name for name in names})


def _move(draft: KitDraft, paper: str, names: dict[str, str]) -> None:
    changes: dict[str, Value] = dict.fromkeys(names)
    changes |= {new: draft.whole[old] for old, new in names.items()}
    draft.put(Place(file=f"papers/{paper}.toml"), changes)


def _is_of(name: str, paper: str) -> bool:
    return name.endswith(f"/papers/{paper}.toml") or name == f"papers/{paper}.toml"


def _is_for_only(draft: KitDraft, picture: str, files: list[str]) -> bool:
    """Whether a picture is shown by these files and no others of the kit."""
    showing = {file for file in named_in(draft, picture) if not file.startswith(ASIDE)}
    return bool(showing) and showing <= set(files)
