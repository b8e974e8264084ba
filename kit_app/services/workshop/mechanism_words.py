"""What the mechanisms are called, and in one sentence what players do with each."""

from __future__ import annotations

from collections.abc import Mapping

from kit_app.i18n import N_, Catalogue
from kit_app.mechanisms.table import MECHANISMS

_WORDS: Mapping[str, tuple[str, str]] = {
    "pick-out": (N_("Find the faults"), N_("Among numbered things, players set apart those that are wrong.")),
    "choices": (N_("Questions with replies"), N_("Each right reply earns a letter.")),
    "ordering": (N_("Put in order"), N_("Players put cards in order; their letters are the answer.")),
    "phases": (N_("Sort into phases"), N_("Players sort cards into phases; their letters make a word.")),
    "register": (N_("Register of visits"), N_("Three facts that players know leave one line of a register.")),
    "strips": (N_("Note cut into strips"), N_("Players put strips together and read a code.")),
    "mask": (
        N_("Mask over letters"),
        N_("A mask laid the right way over a square of letters shows a number."),
    ),
    "matching-slip": (N_("Papers left in a tray"), N_("A slip leads to one label among eight.")),
    "crossword": (N_("Posts and crossword"), N_("Posts give names away; their crossword makes a word.")),
    "classify": (N_("Sort messages"), N_("All messages but one bear a sign of fraud; players tell which.")),
    "two-logs": (
        N_("Two logs to compare"),
        N_("A door log and a workstation log give one workstation away."),
    ),
    "cipher-wheel": (N_("Cipher wheel"), N_("Players turn two discs to read a text that holds a name.")),
    "portal": (N_("Sign-in page"), N_("Players fill several fields with what they have found before.")),
    "identity": (N_("Identity check"), N_("Five traits leave one record among several that look alike.")),
}


def mechanism_choices(t: Catalogue) -> tuple[tuple[str, str, str], ...]:
    """The id, the name and the sentence of each mechanism that a puzzle can be begun with."""
    return tuple((name, t(title), t(words)) for name, (title, words) in _WORDS.items() if name in MECHANISMS)


def mechanism_name(mechanism: str, t: Catalogue) -> str:
    """What a mechanism is called, or its id."""
    return t(_WORDS[mechanism][0]) if mechanism in _WORDS else mechanism
