"""Check that a kit says everything in each of its languages, and nothing that belongs nowhere."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from typing import Any

from kit_app.content.draft import Draft, Head
from kit_app.content.graph import FIXED_PLACES
from kit_app.content.source import Source, likely
from kit_app.content.texts import PLACES_OF_SHOWERS
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.kit import KitWords, Puzzle, PuzzleWords
from kit_app.domain.problems import KitProblem
from kit_app.i18n import N_

FREE = frozenset({"accepted"})
"""Keys that one language may have and another not."""

RESERVED = frozenset().union(*PLACES_OF_SHOWERS.values())


def translation_problems(draft: Draft) -> Iterator[KitProblem]:
    """Missing, extra and empty words beside what the structure asks for, as far as they could be read."""
    for language in draft.languages:
        words = draft.words.get(language)
        if words is not None and draft.head is not None:
            source = draft.source(f"words/{language}/kit.toml")
            yield from _kit_words_problems(words, draft.head, source)
        for puzzle_id, puzzle in draft.puzzles.items():
            own = draft.puzzle_words.get(language, {}).get(puzzle_id)
            if own is not None:
                source = draft.source(f"words/{language}/{puzzle_id}.toml")
                yield from _puzzle_words_problems(own, puzzle, source)


def language_problems(draft: Draft) -> Iterator[KitProblem]:
    """Words that only the languages know and that one of them lacks."""
    for stem in ("kit", *draft.puzzle_ids):
        sources = [draft.source(f"words/{language}/{stem}.toml") for language in draft.languages]
        yield from unlike(draft, stem, sources, _free_keys)


def _kit_words_problems(words: KitWords, head: Head, source: Source) -> Iterator[KitProblem]:
    wanted: Mapping[KeyPath, tuple[Mapping[str, Any], Iterable[str]]] = {
        ("draw",): (words.draw, head.draw),
        ("paths",): (words.paths, [one.letter for one in head.paths]),
        ("variants",): (words.variants, [one.id for one in head.variants]),
        ("sectors",): (words.sectors, [one.id for one in head.sectors]),
        ("levels",): (words.levels, [one.id for one in head.levels]),
        ("themes",): (words.themes, [one.id for one in head.themes]),
        ("roles",): (words.roles, [one.id for one in head.roles]),
        ("scenes",): (words.scenes, [one.id for one in head.scenes]),
        ("places",): (words.places, FIXED_PLACES),
    }
    for where, (there, needed) in wanted.items():
        yield from _same(source, where, there, needed)
    for name in set(head.draw) & set(words.draw):
        yield from _same(source, ("draw", name), words.draw[name], head.draw[name])
    for role in head.roles:
        if role.id in words.roles:
            yield from _same(source, ("roles", role.id, "facts"), words.roles[role.id].facts, role.facts)
    for name in words.names:
        if name in RESERVED:
            message = N_("“{key}” is a place that screens and cards fill themselves. Take another name.")
            yield source.problem(("names", name), message, key=name)
    for key in ("title", "game_title"):
        if not getattr(words, key).strip():
            yield _empty(source, (key,))


def _puzzle_words_problems(words: PuzzleWords, puzzle: Puzzle, source: Source) -> Iterator[KitProblem]:
    yield from _same(source, ("cards",), words.cards, [card.id for card in puzzle.cards])
    yield from _same(source, ("given",), words.given, [one.id for one in puzzle.given])
    for key in ("title", "short", "lesson", "reflex"):
        if not getattr(words, key).strip():
            yield _empty(source, (key,))
    for number, hint in enumerate(words.hints):
        if not hint.strip():
            yield _empty(source, ("hints", number))
    for key in ("see", "say"):
        if not getattr(words.stall, key).strip():
            yield _empty(source, ("stall", key))
    for card_id, card in words.cards.items():
        if not card.title.strip():
            yield _empty(source, ("cards", card_id, "title"))
    if puzzle.lock_after and not words.locked.strip():
        message = N_("This puzzle locks after wrong tries: write in “locked” what players then read.")
        yield source.problem(("locked",), message)


def _empty(source: Source, path: KeyPath) -> KitProblem:
    return source.problem(path, N_("“{key}” is empty. Write its text."), key=str(path[-1]))


def _same(
    source: Source, where: KeyPath, there: Mapping[str, Any], needed: Iterable[str]
) -> Iterator[KitProblem]:
    wanted = list(dict.fromkeys(needed))
    for key in wanted:
        if key not in there:
            message = N_("The words of “{key}” are missing. Add them.")
            yield source.problem(where, message, key=key)
    for key in there:
        if key not in wanted:
            meant = likely(key, [one for one in wanted if one not in there])
            if meant:
                message = N_("“{key}” is not known here. Did you mean “{meant}”?")
                yield source.problem((*where, key), message, key=key, meant=meant)
            else:
                message = N_("These words belong to nothing: the kit has no “{key}”. Take them out.")
                yield source.problem((*where, key), message, key=key)


def unlike(
    draft: Draft, stem: str, sources: Sequence[Source], keys_of: Callable[[Source, str], Iterator[KeyPath]]
) -> Iterator[KitProblem]:
    """Keys, of those that `keys_of` gives, that the words of one language have and those of another lack.

    `sources` are the words of a puzzle, or the kit's own, in each language.
    """
    read = [source for source in sources if source.is_read]
    optional = _optional_clues(draft, stem)
    if optional is None:
        return
    keys = {source.file: set(keys_of(source, stem)) for source in read}
    every: dict[KeyPath, Source] = {}
    for source in read:
        for path in sorted(keys[source.file], key=str):
            if path[:2] not in optional:
                every.setdefault(path, source)
    for source in read:
        own = keys[source.file]
        for path, other in every.items():
            if path not in own and (len(path) == 1 or path[:-1] in own):
                message = N_("“{key}” is missing here; {other} has it. Translate it, or take it out there.")
                yield source.problem(path, message, key=str(path[-1]), other=other.file)


def _optional_clues(draft: Draft, stem: str) -> frozenset[KeyPath] | None:
    """The words that a puzzle's mechanism can do without: one language may need them and another not.

    None when the mechanism is not known.
    """
    if stem == "kit":
        return frozenset()
    mechanism = draft.mechanisms.get(str(draft.source(f"puzzles/{stem}.toml").data.get("mechanism")))
    if mechanism is None:
        return None
    return frozenset(
        ("clues", one.name)
        for one in fields(mechanism.words)
        if one.default is not MISSING or one.default_factory is not MISSING
    )


def _free_keys(source: Source, stem: str) -> Iterator[KeyPath]:
    """The keys of tables whose keys only the languages know: names and script, clues and fields."""
    data = source.data
    for key in ("names", "script") if stem == "kit" else ("clues", "fields"):
        if isinstance(data.get(key), Mapping):
            yield (key,)
            yield from keys_below(data[key], (key,))
    if stem != "kit":
        for key in ("solved", "locked", "misses"):
            if data.get(key):
                yield (key,)


def keys_below(data: Mapping[str, Any], path: KeyPath) -> Iterator[KeyPath]:
    """The keys of a table and of the tables in it, but for those that one language may have alone."""
    for key, value in data.items():
        if key in FREE:
            continue
        yield (*path, key)
        if isinstance(value, Mapping):
            yield from keys_below(value, (*path, key))
