"""Which values of a draft are chosen instead of typed: from what the format allows, or what the kit holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from kit_app.content.layers import layer_of
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.kit_document import Place
from kit_app.i18n import N_, Catalogue
from kit_app.services.workshop import references as of
from kit_app.services.workshop.forms import Field, FieldKind
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.models import named_values
from kit_app.services.workshop.references import Around, Options, Source, first_text
from kit_app.services.workshop.shape import HEAD
from kit_app.services.workshop.twins import twins_of, words_of_names
from kit_app.services.workshop.value_words import value_label

Rule = tuple[FieldKind, Source]
_LISTED: FieldKind = "ticks"
_ONE: FieldKind = "choice"
_EITHER: FieldKind = "suggest"

_OF_FILES: Mapping[str, Mapping[str, Rule]] = {
    "kit.toml": {
        "roles.#.picture": (_ONE, of.pictures),
        "distributions.#.players.#": (_LISTED, of.roles),
        "alarms.#.unless_solved": (_LISTED, of.puzzles),
        "alarms.#.unless_open": (_LISTED, of.puzzles),
        "alarms.#.unless_finished": (_LISTED, of.paths),
        "alarms.#.puzzle": (_ONE, of.puzzles),
        "alarms.#.give": (_ONE, of.puzzles),
        "alarms.#.say": (_ONE, of.sentences),
        "scenes.#.puzzle": (_ONE, of.puzzles),
        "envelopes.#.path": (_ONE, of.paths),
        "envelopes.#.after": (_LISTED, of.puzzles),
    },
    "puzzles": {
        "needs": (_LISTED, of.other_puzzles),
        "theme": (_ONE, of.themes),
        "facts": (_LISTED, of.facts),
        "cards.#.part": (_ONE, of.parts),
        "cards.#.picture": (_ONE, of.pictures),
        "hints.#.picture": (_ONE, of.pictures),
        "hints.#.sound": (_ONE, of.sounds),
        "searches.#.cards": (_LISTED, of.cards),
        "searches.#.puzzle": (_ONE, of.other_puzzles),
        "given.#.puzzles": (_LISTED, of.other_puzzles),
    },
    "room.toml": {"room.#.puzzles": (_LISTED, of.puzzles)},
    "questionnaire.toml": {"questionnaire.#.theme": (_ONE, of.themes)},
    "papers": {
        "picture": (_ONE, of.bare_pictures),
        "path": (_ONE, of.paths),
        "slides.#.path": (_ONE, of.paths),
        "slides.#.puzzles": (_LISTED, of.puzzles),
        "slides.#.picture": (_ONE, of.bare_pictures),
        "slides.#.contact": (_ONE, of.contacts),
        "slides.#.paper": (_ONE, of.papers),
        "slides.#.facts": (_LISTED, of.figures),
    },
    "words of papers": {
        "blocks.#.file": (_ONE, of.bare_pictures),
        "blocks.#.slide": (_ONE, of.slides),
        "blocks.#.items.#.puzzle": (_ONE, of.puzzles),
        "front.blocks.#.file": (_ONE, of.bare_pictures),
        "back.blocks.#.file": (_ONE, of.bare_pictures),
        "frames.#.picture": (_ONE, of.bare_pictures),
    },
}
"""By the file, or by the folder that it stands in."""
_OF_MECHANISMS: Mapping[str, Mapping[str, Rule]] = {
    "register": {
        "parameters.visits.#.reason": (_ONE, of.reasons),
        "parameters.visits.#.place": (_ONE, of.visited),
        "parameters.visits.#.name": (_EITHER, of.visitors),
    },
    "mask": {"parameters.top": (_EITHER, of.values), "parameters.not_number": (_EITHER, of.values)},
    "crossword": {
        "parameters.pictures.*": (_ONE, of.pictures),
        "parameters.shaded.#": (_ONE, of.subjects),
        "clues.posts.*.tells": (_LISTED, of.subjects),
    },
    "choices": {"parameters.questions.#.known": (_EITHER, of.replies)},
    "classify": {
        "parameters.accounts.#.payee": (_ONE, of.payees),
        "parameters.messages.#.payee": (_ONE, of.payees),
        "parameters.messages.#.sign": (_ONE, of.signs),
        "parameters.messages.#.sender": (_EITHER, of.senders),
        "parameters.messages.#.account": (_EITHER, of.endings),
    },
    "two-logs": {
        "parameters.shift": (_EITHER, of.values),
        "parameters.file": (_EITHER, of.values),
        "parameters.absent": (_ONE, of.people),
        "parameters.passages.#.person": (_ONE, of.people),
        "parameters.events.#.person": (_ONE, of.people),
    },
    "cipher-wheel": {"parameters.file": (_EITHER, of.values)},
    "portal": {
        "parameters.menu": (_ONE, of.portal_fields),
        "parameters.fields.#.parts.#": (_ONE, of.known_things),
        "parameters.known.*": (_EITHER, of.values),
    },
    "identity": {
        "parameters.person.*": (_EITHER, of.values),
        "parameters.other_place": (_EITHER, of.values),
        "parameters.labels.#.number": (_EITHER, of.values),
        "parameters.labels.#.sex": (_EITHER, of.values),
        "parameters.labels.#.year": (_EITHER, of.values),
        "parameters.records.#.label": (_ONE, of.labels),
    },
    "matching-slip": {"parameters.labels.#.year": (_EITHER, of.values)},
    "ordering": {
        "parameters.pictures.*": (_ONE, of.pictures),
        "parameters.constraints.#.card": (_ONE, of.steps),
        "parameters.constraints.#.other": (_ONE, of.steps),
    },
    "pick-out": {"parameters.items.#.picture": (_ONE, of.pictures)},
}
_IDS: Mapping[str, str] = {"id": "", "key": "", "letter": "paths", "subject": "entries", "label": "labels"}
"""Keys of rows by which other parts of the kit know them, and the lists whose rows they are; "": of any."""
_TYPED = ("line", "text", "lines", "number")
_NAMED = ("line", "number")
"""Kinds of what the format may name: single values, which are short."""
_GONE = N_("{id} (no longer there)")


def chosen(draft: KitDraft, field: Field, t: Catalogue) -> Field:
    """A field that was to be typed, as a choice where only some values are possible; else as it is."""
    if field.kind not in _TYPED or field.options:
        return field
    at = Around(draft=draft, place=field.places[0], t=t)
    if _is_id(at) or _is_name(at):
        return replace(field, kind="fixed", options=(_called(at),))
    rule = _rule(at)
    if rule is not None:
        kind, source = rule
        options = _with_present(at, kind, _once(at, source))
        return replace(field, kind=kind, options=_or_none(options, field, kind))
    if field.kind not in _NAMED:
        return field
    key, known = named_values(draft, field.places[0])
    if not known:
        return field
    options = tuple((str(one), value_label(key, one, t)) for one in known)
    kind = "figure" if isinstance(known[0], int) else _ONE
    return replace(field, kind=kind, options=_or_none(_with_present(at, kind, options), field, kind))


def _or_none(options: Options, field: Field, kind: FieldKind) -> Options:
    """The options, and before them none at all where a field may be left out."""
    is_free = field.is_optional and kind in (_ONE, "figure") and "" not in dict(options)
    return (("", "–"), *options) if is_free else options


def _once(at: Around, source: Source) -> Options:
    """What can be chosen, found once for all fields of a form; some sources look at the place itself."""
    key = (source, at.place if source in of.OF_THE_PLACE else at.place.file, at.t.language)
    return at.draft.once(key, lambda: source(at))


def _is_id(at: Around) -> bool:
    """Whether other parts of the kit know a row by the value at the place."""
    *_before, name, number, key = ("", "", *at.place.path)
    return isinstance(number, int) and _IDS.get(str(key), "-") in ("", name)


def _is_name(at: Around) -> bool:
    """Whether the value at the place is one of a list of names."""
    is_row = bool(at.place.path) and isinstance(at.place.path[-1], int)
    return is_row and bool(words_of_names(at.draft, Place(file=at.place.file, path=at.place.path[:-1])))


def is_in_order(draft: KitDraft, place: Place) -> bool:
    """Whether the texts of a list are names, or choices of which each has its place: a row each."""
    at = Around(draft=draft, place=Place(file=place.file, path=(*place.path, 0)), t=Catalogue("en"))
    return _is_name(at) or (place.path[:1] == ("parameters",) and _rule(at) is not None)


def _called(at: Around) -> tuple[str, str]:
    """An id, and what is said under it in the kit’s words."""
    is_row = isinstance(at.place.path[-1], int)
    rows = Place(file=at.place.file, path=at.place.path[: -1 if is_row else -2])
    ident = str(at.draft.value(at.place, ""))
    tables = twins_of(at.draft, rows).tables
    spoken = [one for one in tables if f"words/{at.language}/" in one.file] or tables
    texts = (first_text(at.draft.value(Place(file=one.file, path=(*one.path, ident)))) for one in spoken)
    words = at.brief(next(filter(None, texts), ""))
    return ident, f"{ident} · {words}" if words else ident


def _with_present(at: Around, kind: FieldKind, options: Options) -> Options:
    """The options, and behind them what stands there now although it is none of them."""
    value = at.draft.value(at.place)
    if kind == _EITHER or value is None:
        return options
    known = {one for one, _words in options}
    here = [str(one) for one in (value if isinstance(value, list) else [value])]
    lost = tuple((one, at.t(_GONE, id=one) if one else "–") for one in here if one not in known)
    return (*options, *lost)


def _rule(at: Around) -> Rule | None:
    path, room = at.place.path, _room(at.place.file)
    found = _among(_OF_FILES.get(room, {}), path)
    if found is not None or path[0] not in ("parameters", "clues"):
        return _drawn(at) if found is None and room == HEAD else found
    mechanism = at.draft.value(Place(file=f"puzzles/{at.puzzle}.toml", path=("mechanism",)), "")
    return _among(_OF_MECHANISMS.get(str(mechanism), {}), path)


@lru_cache(maxsize=1000)
def _room(file: str) -> str:
    """The name under which the rules of a file stand."""
    inner = layer_of(file)[1]
    parts = PurePosixPath(inner).parts
    if len(parts) == 1:
        return inner
    return "words of papers" if parts[0] == "words" and "papers" in parts else parts[0]


def _drawn(at: Around) -> Rule | None:
    """A word of the fixed game that is one of those that are drawn."""
    is_drawn = at.place.path[:1] == ("example",) and of.drawn(at)
    return (_ONE, of.drawn) if is_drawn else None


def _among(rules: Mapping[str, Rule], path: KeyPath) -> Rule | None:
    """The rule whose keys are these: “#” is any number, “*” any key of the author."""
    if not rules:
        return None
    named = ".".join("#" if isinstance(key, int) else key for key in path)
    if named in rules:
        return rules[named]
    return next((rule for pattern, rule in rules.items() if "*" in pattern and _fits(pattern, path)), None)


def _fits(pattern: str, path: KeyPath) -> bool:
    keys = pattern.split(".")
    return len(keys) == len(path) and all(
        one == "*" or one == ("#" if isinstance(key, int) else key)
        for one, key in zip(keys, path, strict=True)
    )
