"""What a card of a puzzle can bear: the parts that its mechanism makes, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kit_app.domain.kit_document import Place
from kit_app.i18n import N_, Catalogue
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.shape import brief
from kit_app.services.workshop.value_words import value_label, values_of

_FIXED: Mapping[str, Mapping[str, str]] = {
    "pick-out": {"sheet": N_("The sheet of numbered things")},
    "choices": {"result": N_("The result under its flap")},
    "phases": {"board": N_("The board")},
    "register": {"register": N_("The register")},
    "strips": {"strips": N_("The strips")},
    "mask": {"plan": N_("The square of letters"), "mask": N_("The mask")},
    "matching-slip": {
        "labels": N_("The sheet of labels"),
        "slip": N_("The slip"),
        "folder": N_("The folder"),
    },
    "crossword": {"grid": N_("The grid with its clues")},
    "classify": {"sheet": N_("The sheet of known senders, accounts and signs")},
    "two-logs": {
        "stick": N_("The stick"),
        "doors": N_("The door log"),
        "stations": N_("The workstation log"),
    },
    "cipher-wheel": {
        "outer-disc": N_("The big disc"),
        "inner-disc": N_("The small disc"),
        "file": N_("The coded text"),
    },
    "portal": {"portal": N_("The sign-in page")},
    "identity": {"records": N_("The records")},
}


def card_parts(draft: KitDraft, puzzle: str, words: str, t: Catalogue) -> tuple[tuple[str, str], ...]:
    """Each part of a puzzle with what it is called; `words` is its file of words in the language shown."""
    mechanism = str(draft.value(_at(puzzle, "mechanism"), ""))
    counted = _COUNTED.get(mechanism)
    found = counted(draft, puzzle, words, t) if counted else []
    return (*found, *((part, t(name)) for part, name in _FIXED.get(mechanism, {}).items()))


def key_words(draft: KitDraft, puzzle: str, words: str, t: Catalogue) -> Mapping[str, str]:
    """The words for keys of a puzzle’s clues that its author or its mechanism chose."""
    mechanism = str(draft.value(_at(puzzle, "mechanism"), ""))
    make = {"crossword": _posts, "matching-slip": _sheets}.get(mechanism)
    found = dict(make(draft, puzzle, words, t)) if make else {}
    if mechanism == "crossword":
        found |= {"row": t(N_("Row of its first letter")), "column": t(N_("Column of its first letter"))}
    for key in ("way", "kind") if mechanism == "two-logs" else ("title",) if mechanism == "register" else ():
        found |= {value: value_label(key, value, t) for value in values_of(key)}
    return found


Parts = list[tuple[str, str]]


def _messages(draft: KitDraft, puzzle: str, _words: str, t: Catalogue) -> Parts:
    """Messages are numbered as they are drawn, not as they are written."""
    rows = draft.value(_at(puzzle, "parameters", "messages"), [])
    return [(f"message-{n}", t(N_("Message {n}"), n=n)) for n in range(1, len(rows) + 1)]


def _calls(draft: KitDraft, puzzle: str, words: str, t: Catalogue) -> Parts:
    asked = draft.value(Place(file=words, path=("clues", "questions")), [])
    rows = draft.value(_at(puzzle, "parameters", "questions"), [])
    return [
        (
            f"call-{n}",
            t(N_("Question {n}: {words}"), n=n, words=_brief(draft, words, str(one.get("asks", "")))),
        )
        for n, (_row, one) in enumerate(zip(rows, asked, strict=False), start=1)
    ]


def _posts(draft: KitDraft, puzzle: str, words: str, t: Catalogue) -> Parts:
    names = draft.value(_at(puzzle, "parameters", "posts"), [])
    return [
        (one, t(N_("Post {n}: {words}"), n=n, words=_caption(draft, words, one)))
        for n, one in enumerate(names, start=1)
    ]


def _sheets(draft: KitDraft, _puzzle: str, words: str, _t: Catalogue) -> Parts:
    sheets = draft.value(Place(file=words, path=("clues", "sheets")), {})
    return [(one, _brief(draft, words, str(sheet.get("title", one)))) for one, sheet in sheets.items()]


def _steps(draft: KitDraft, puzzle: str, _words: str, t: Catalogue) -> Parts:
    names = [
        *draft.value(_at(puzzle, "parameters", "steps"), []),
        *draft.value(_at(puzzle, "parameters", "decoys"), []),
    ]
    return [(f"card-{n}", t(N_("Card {n}"), n=n)) for n, _name in enumerate(names, start=1)]


def _phase_cards(draft: KitDraft, puzzle: str, _words: str, t: Catalogue) -> Parts:
    phases = draft.value(_at(puzzle, "parameters", "phases"), [])
    n = sum(len(one.get("cards", ())) for one in phases)
    return [(f"card-{number}", t(N_("Card {n}"), n=number)) for number in range(1, n + 1)]


_COUNTED: Mapping[str, Callable[[KitDraft, str, str, Catalogue], Parts]] = {
    "classify": _messages,
    "choices": _calls,
    "crossword": _posts,
    "matching-slip": _sheets,
    "ordering": _steps,
    "phases": _phase_cards,
}


def _at(puzzle: str, *path: str) -> Place:
    return Place(file=f"puzzles/{puzzle}.toml", path=path)


def _caption(draft: KitDraft, words: str, post: str) -> str:
    place = Place(file=words, path=("clues", "posts", post, "caption"))
    return _brief(draft, words, str(draft.value(place, post)))


def _brief(draft: KitDraft, words: str, text: str) -> str:
    return brief(draft, words.split("/")[1], text)
