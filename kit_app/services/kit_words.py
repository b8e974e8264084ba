"""Sentences about kits: who vouches for one, what is told of it, what an update changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kit_app.domain.problems import KitProblem
from kit_app.i18n import LANGUAGES, N_, Catalogue
from kit_app.views.kits import How, ItemChange, Kind, KitRow

DAMAGED = N_("The kit “{name}” is damaged here. Import it again.")

_KINDS: Mapping[Kind, str] = {
    "kit": N_("the frame of the kit (lengths, roles, scenes)"),
    "puzzle": N_("puzzle {id}"),
    "paper": N_("paper {id}"),
    "picture": N_("picture {id}"),
    "sound": N_("sound {id}"),
    "file": N_("file {id}"),
}
_HOWS: Mapping[How, str] = {
    "new": N_("New: {item}"),
    "changed": N_("Changed: {item}"),
    "gone": N_("No longer there: {item}"),
    "kept": N_("Changed here and in the new version, so yours stays: {item}"),
}


def signer_sentence(row: KitRow, t: Catalogue) -> str:
    """Who vouches for a kit."""
    if row.is_bundled:
        return t(N_("Comes with the program."))
    if row.signer is None:
        return t(N_("Unsigned."))
    name, print_ = row.signer.name, row.signer.fingerprint
    if row.is_changed:
        return t(
            N_("Signed by {name} (fingerprint {print}), and changed here since."), name=name, print=print_
        )
    return t(N_("Signed by {name} (fingerprint {print})."), name=name, print=print_)


def signer_in_short(row: KitRow, t: Catalogue) -> str:
    """The same for a list: the name alone."""
    if row.is_bundled:
        return t(N_("the program"))
    return t(N_("nobody: unsigned")) if row.signer is None else row.signer.name


def problem_sentence(problem: KitProblem, t: Catalogue) -> str:
    """A mistake of a kit with its place."""
    sentence = t(problem.message, **problem.values)
    if not problem.file:
        return sentence
    if not problem.line:
        return t(N_("{file}: {sentence}"), file=problem.file, sentence=sentence)
    return t(N_("{file}, line {line}: {sentence}"), file=problem.file, line=problem.line, sentence=sentence)


def change_sentence(change: ItemChange, t: Catalogue) -> str:
    """What became of a puzzle, a paper and so on."""
    return t(_HOWS[change.how], item=t(_KINDS[change.kind], id=change.id))


def facts_of(row: KitRow, t: Catalogue) -> Sequence[tuple[str, str]]:
    """What is told of a kit, each thing under a heading."""
    found = [
        (t(N_("Version")), row.version),
        (t(N_("Languages")), ", ".join(LANGUAGES.get(one, one) for one in row.languages)),
        (t(N_("Licence")), row.licence),
        (t(N_("Sources")), " · ".join(row.sources) or t(N_("none named"))),
        (t(N_("Who vouches for it")), signer_sentence(row, t)),
    ]
    if row.is_changed and row.signer is None:
        found.append((t(N_("Changed here")), t(N_("yes"))))
    return found
