"""Values that are one of a few are chosen from a list instead of typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from kit_app.content.toml_lines import KeyPath
from kit_app.domain.kit_document import Place
from kit_app.domain.spelling import natural
from kit_app.i18n import N_, Catalogue
from kit_app.services.workshop.forms import Field
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.shape import puzzle_ids, title_of

Options = tuple[tuple[str, str], ...]

WORDS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("bulletins", "tlp"): {
        "red": N_("red: for those named only"),
        "amber": N_("amber: inside the facility"),
        "green": N_("green: among partners"),
        "clear": N_("clear: for everybody"),
    },
    ("bulletins", "urgency"): {
        "info": N_("for information"),
        "week": N_("within a week"),
        "now": N_("at once"),
    },
    ("facts", "status"): {
        "checked": N_("checked"),
        "not-found": N_("not found again"),
        "context": N_("context only"),
    },
    ("contacts", "group"): {
        "inside": N_("inside the facility"),
        "suppliers": N_("suppliers"),
        "outside": N_("outside"),
    },
    ("roles", "shape"): {
        "diamond": N_("diamond"),
        "hexagon": N_("hexagon"),
        "pentagon": N_("pentagon"),
        "cross": N_("cross"),
        "half-disc": N_("half disc"),
        "barrel": N_("barrel"),
        "trapezium": N_("trapezium"),
        "three-quarter-disc": N_("three-quarter disc"),
    },
    ("paths", "shape"): {
        "disc": N_("disc"),
        "triangle": N_("triangle"),
        "square": N_("square"),
        "star": N_("star"),
    },
    ("scenes", "moment"): {
        "before-start": N_("before the start"),
        "puzzle": N_("while a puzzle is open"),
        "time-over": N_("when time is over"),
        "end": N_("at the end"),
        "debrief": N_("in the talk afterwards"),
    },
    ("papers", "per"): {
        "team": N_("each team"),
        "player": N_("each player"),
        "facilitator": N_("each facilitator"),
        "site": N_("each place"),
    },
    ("papers", "shelf"): {
        "players": N_("for players"),
        "facilitator": N_("for the facilitator"),
        "room": N_("for the room"),
        "awareness": N_("to hang up and hand out"),
    },
    ("passages", "way"): {"in": N_("goes in"), "out": N_("goes out")},
    ("events", "kind"): {
        "opened": N_("opened"),
        "closed": N_("closed"),
        "unlocked": N_("unlocked"),
        "printed": N_("printed"),
        "plugged": N_("plugged in"),
        "copied": N_("copied"),
    },
    ("signs", "kind"): {
        "none": N_("no sign of fraud"),
        "sender": N_("the sender"),
        "account": N_("the account"),
        "approval": N_("the approval"),
        "pressure": N_("pressure"),
    },
    ("records", "change"): {
        "none": N_("nothing differs"),
        "cut": N_("a name is cut"),
        "swap": N_("two names change places"),
        "other-sex": N_("the other sex"),
        "double": N_("a double name"),
        "other-name": N_("another name"),
    },
    ("constraints", "kind"): {
        "first": N_("comes first"),
        "last": N_("comes last"),
        "right-after": N_("right after"),
        "after": N_("after"),
        "before": N_("before"),
    },
    ("visits", "title"): {"mr": N_("Mr"), "mrs": N_("Mrs")},
}
"""The values that the rules of a kit know, by the list (or folder) that a value is in and its key."""

_PUZZLE_KEYS = ("puzzle", "give")
_PUZZLES_KEYS = ("puzzles", "unless_open", "unless_solved")
_PICTURES = "images/"
_NAMES = ("id", "key", "letter")


def chosen(draft: KitDraft, field: Field, value: Any, t: Catalogue) -> Field:
    """The same field, or one that offers what may stand there; one with another value stays as it is."""
    place = field.places[0]
    if place.file.startswith("words/") or not place.path:
        return field
    if isinstance(value, str) and field.kind == "line":
        options = _one_of(draft, place, value, t)
        if options and value in dict(options):
            return replace(field, kind="choice", options=options)
    if isinstance(value, list) and field.kind == "lines":
        options = _some_of(draft, place, t)
        if options and set(value) <= set(dict(options)):
            return replace(field, kind="ticks", options=options)
    return field


def _one_of(draft: KitDraft, place: Place, value: str, t: Catalogue) -> Options:
    key = _last_word(place.path)
    known = WORDS.get((_within(place), key))
    if known is not None:
        return tuple((one, t(words)) for one, words in known.items())
    if value.startswith(_PICTURES):
        names = sorted((one for one in draft.files if one.startswith(_PICTURES)), key=natural)
        return tuple((one, one.removeprefix(_PICTURES)) for one in names)
    if key in _PUZZLE_KEYS:
        return _puzzles(draft, t)
    return () if key in _NAMES else _named_beside(draft, place, value)


def _some_of(draft: KitDraft, place: Place, t: Catalogue) -> Options:
    key = _last_word(place.path)
    if key in _PUZZLES_KEYS:
        return _puzzles(draft, t)
    if key == "cards" and place.path[0] == "searches":
        cards = draft.value(Place(file=place.file, path=("cards",)), ())
        return tuple((str(one.get("id", "")), str(one.get("id", ""))) for one in cards)
    return ()


def _puzzles(draft: KitDraft, t: Catalogue) -> Options:
    return tuple((one, f"{one} · {title_of(draft, one, t.language)}") for one in puzzle_ids(draft))


def _named_beside(draft: KitDraft, place: Place, value: str) -> Options:
    """Rows of another list of the same puzzle that have a `key`: a person, a sign, which this value names."""
    if place.path[0] != "parameters":
        return ()
    lists = draft.value(Place(file=place.file, path=("parameters",)), {})
    for rows in lists.values() if isinstance(lists, Mapping) else ():
        options = _keys(rows)
        if value in dict(options):
            return options
    return ()


def _keys(rows: Any) -> Options:
    if not isinstance(rows, Sequence) or isinstance(rows, str):
        return ()
    found = [one for one in rows if isinstance(one, Mapping) and isinstance(one.get("key"), str)]
    return tuple((one["key"], str(one.get("name") or one["key"])) for one in found)


def _within(place: Place) -> str:
    """The list that a value is in, or the folder of its file."""
    *above, _key = place.path
    names = [one for one in above if isinstance(one, str)]
    return names[-1] if names else PurePosixPath(place.file).parts[0]


def _last_word(path: KeyPath) -> str:
    return next((one for one in reversed(path) if isinstance(one, str)), "")
