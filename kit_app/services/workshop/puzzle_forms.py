"""The forms of a puzzle: its words and answers, its cards, its help, its place in the graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, get_args

from kit_app.content.graph import FIXED_PLACES
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.kit import CardSize
from kit_app.domain.kit_document import Place
from kit_app.i18n import N_, Catalogue
from kit_app.services.workshop.card_parts import key_words
from kit_app.services.workshop.chosen import chosen
from kit_app.services.workshop.forms import Adding, Field, FieldKind, Group, Row, SectionName, Thing
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.labels import key_label
from kit_app.services.workshop.leaves import empty_lists, leaf_fields
from kit_app.services.workshop.shape import HEAD, languages, puzzle_ids, title_of, words_files

_HINTS = (N_("Hint 1: where to look"), N_("Hint 2: how to do it"), N_("Hint 3: nearly the answer"))


class PuzzleForms:
    """Forms of the puzzles of a draft, in words of `t`."""

    def __init__(self, draft: KitDraft, t: Catalogue) -> None:
        self._draft = draft
        self._t = t

    def things(self) -> tuple[Thing, ...]:
        """A line for each puzzle."""
        return tuple(
            Thing(ident=one, title=f"{one} · {title_of(self._draft, one, self._t.language)}", puzzle=one)
            for one in puzzle_ids(self._draft)
        )

    def groups(self, section: SectionName, puzzle: str) -> tuple[Group, ...]:
        """The form of a puzzle in a section."""
        if section == "cards":
            return self._cards(puzzle)
        if section == "hints":
            return self._help(puzzle)
        if section == "graph":
            return self._graph(puzzle)
        return self._words(puzzle)

    def _words(self, puzzle: str) -> tuple[Group, ...]:
        t = self._t
        answers = (
            self._said(
                puzzle, ("accepted",), "lines", t(N_("One a line, in each language")), is_optional=True
            ),
            self._said(
                puzzle,
                ("misses",),
                "pairs",
                t(N_("One a line: answer = what is said of it")),
                is_optional=True,
            ),
            *leaf_fields(self._draft, words_files(self._draft, puzzle), ("fields",), t),
            self._said(puzzle, ("solved",), "text", is_optional=True),
            self._fact(puzzle, ("is_constant",), "tick", is_optional=True),
            self._fact(puzzle, ("lock_after",), "number", is_optional=True),
            self._fact(puzzle, ("lock_s",), "number", is_optional=True),
            self._said(puzzle, ("locked",), "text", is_optional=True),
        )
        stuck = (
            self._said(puzzle, ("stall", "see"), "text"),
            self._said(puzzle, ("stall", "say"), "text"),
            self._said(puzzle, ("stall", "task"), "text", is_optional=True),
        )
        named = self._named(puzzle)
        adds = empty_lists(self._draft, f"puzzles/{puzzle}.toml", ("parameters",), t, named)
        made = leaf_fields(self._draft, [f"puzzles/{puzzle}.toml"], ("parameters",), t, named=named)
        return (
            Group(
                title=t(N_("Words")),
                fields=(
                    self._said(puzzle, ("title",), "line"),
                    self._said(puzzle, ("short",), "line"),
                    self._said(puzzle, ("lesson",), "text"),
                    self._said(puzzle, ("reflex",), "text"),
                ),
            ),
            Group(title=t(N_("Answers")), fields=answers),
            Group(title=key_label("stall", t), fields=stuck),
            Group(title=key_label("parameters", t), fields=made, adds=adds),
        )

    def _cards(self, puzzle: str) -> tuple[Group, ...]:
        t, found = self._t, []
        files, named = words_files(self._draft, puzzle), self._named(puzzle)
        clues = leaf_fields(self._draft, files, ("clues",), t, named=named)
        found.append(Group(title=key_label("clues", t), fields=clues))
        for number, card in enumerate(self._listed(puzzle, "cards")):
            ident, at = str(card.get("id", "")), ("cards", number)
            sizes = tuple((one, self._size(one)) for one in get_args(CardSize))
            row = Row(
                lists=(Place(file=f"puzzles/{puzzle}.toml", path=("cards",)),),
                number=number,
                title=t(N_("Card {id}"), id=ident),
            )
            shown = (
                self._said(puzzle, ("cards", ident, "title"), "line"),
                self._said(puzzle, ("cards", ident, "line"), "line", is_optional=True),
                self._fact(puzzle, (*at, "place"), "choice", options=self._places()),
                self._fact(puzzle, (*at, "part"), "line"),
                self._fact(puzzle, (*at, "size"), "choice", options=sizes),
            )
            fields = tuple(chosen(self._draft, replace(one, rows=(row,)), t) for one in shown)
            found.append(Group(title=t(N_("Card {id}"), id=ident), fields=fields))
        template = {"id": f"{puzzle}-C1", "part": "", "size": "A6", "place": FIXED_PLACES[0]}
        found.append(
            Group(title=key_label("cards", t), fields=(), adds=(self._adding(puzzle, "cards", template),))
        )
        return tuple(found)

    def _help(self, puzzle: str) -> tuple[Group, ...]:
        t, files = self._t, words_files(self._draft, puzzle)
        hints = tuple(
            Field(
                label=t(words),
                kind="text",
                places=tuple(Place(file=file, path=("hints", number)) for file in files),
            )
            for number, words in enumerate(_HINTS)
        )
        return (
            Group(title=key_label("hints", t), fields=hints),
            Group(
                title=t(N_("What goes with a hint")),
                fields=self._made(puzzle, "hints"),
                adds=(self._adding(puzzle, "hints", {"level": 1, "counts": True}),),
            ),
            Group(
                title=key_label("searches", t),
                fields=(*leaf_fields(self._draft, files, ("searches",), t), *self._made(puzzle, "searches")),
                adds=(self._adding(puzzle, "searches", {"id": "search-1", "cards": []}),),
            ),
            Group(
                title=key_label("given", t),
                fields=(*leaf_fields(self._draft, files, ("given",), t), *self._made(puzzle, "given")),
                adds=(self._adding(puzzle, "given", {"id": "given-1", "puzzles": []}),),
            ),
        )

    def _named(self, puzzle: str) -> Mapping[str, str]:
        """What the keys of a puzzle’s clues are called."""
        known = languages(self._draft)
        language = self._t.language if self._t.language in known else known[0]
        return key_words(self._draft, puzzle, f"words/{language}/{puzzle}.toml", self._t)

    def _made(self, puzzle: str, key: str) -> tuple[Field, ...]:
        """The fields of a list of a puzzle’s structure."""
        return leaf_fields(self._draft, [f"puzzles/{puzzle}.toml"], (key,), self._t)

    def _adding(self, puzzle: str, key: str, template: Mapping[str, Any]) -> Adding:
        """A row more of a list of a puzzle’s structure."""
        return Adding(
            label=key_label(key, self._t),
            lists=(Place(file=f"puzzles/{puzzle}.toml", path=(key,)),),
            template=template,
        )

    def _graph(self, puzzle: str) -> tuple[Group, ...]:
        t = self._t
        others = tuple((one.ident, one.title) for one in self.things() if one.ident != puzzle)
        names = self._draft.value(Place(file=words_files(self._draft, "kit")[0], path=("paths",)), {})
        letters = [
            str(one.get("letter", "")) for one in self._draft.value(Place(file=HEAD, path=("paths",)), ())
        ]
        paths = (("", t(N_("Of no path"))), *((one, f"{one} · {names.get(one, '')}") for one in letters))
        return (
            Group(
                title=t(N_("Place in the game")),
                fields=(
                    self._fact(puzzle, ("target_s",), "minutes"),
                    self._fact(puzzle, ("needs",), "ticks", options=others),
                    self._fact(puzzle, ("path",), "choice", options=paths, is_optional=True),
                    self._fact(puzzle, ("is_optional",), "tick", is_optional=True),
                    self._chosen(puzzle, "theme", "line"),
                    self._chosen(puzzle, "facts", "lines"),
                ),
            ),
        )

    def _chosen(self, puzzle: str, key: str, kind: FieldKind) -> Field:
        """A field of what the kit holds: a theme, what roles know."""
        return chosen(self._draft, self._fact(puzzle, (key,), kind, is_optional=True), self._t)

    def _size(self, size: str) -> str:
        """A size of paper in words."""
        if size == "true-size":
            return self._t(N_("its own size"))
        format_name, _, across = size.partition("-")
        return self._t(N_("{size} across"), size=format_name) if across else format_name

    def _places(self) -> tuple[tuple[str, str], ...]:
        """Where a card may lie."""
        t, draft = self._t, self._draft
        words = draft.value(Place(file=self._spoken_kit(), path=("places",)), {})
        envelopes = [str(one.get("id", "")) for one in draft.value(Place(file=HEAD, path=("envelopes",)), ())]
        fixed = ((one, str(words.get(one, one))) for one in FIXED_PLACES)
        return (*fixed, *((one, t(N_("Envelope {id}"), id=one)) for one in envelopes))

    def _spoken_kit(self) -> str:
        """The kit’s words in the language of the program, or in another one."""
        known = languages(self._draft)
        language = self._t.language if self._t.language in known else known[0]
        return f"words/{language}/kit.toml"

    def _listed(self, puzzle: str, key: str) -> tuple[Mapping[str, Any], ...]:
        found = self._draft.value(Place(file=f"puzzles/{puzzle}.toml", path=(key,)), ())
        return tuple(one for one in found if isinstance(one, Mapping))

    def _said(
        self, puzzle: str, path: KeyPath, kind: FieldKind, help_text: str = "", *, is_optional: bool = False
    ) -> Field:
        """A field in each language."""
        return Field(
            label=key_label(str(path[-1]), self._t),
            kind=kind,
            places=tuple(Place(file=file, path=path) for file in words_files(self._draft, puzzle)),
            help=help_text,
            is_optional=is_optional,
        )

    def _fact(
        self,
        puzzle: str,
        path: KeyPath,
        kind: FieldKind,
        *,
        options: tuple[tuple[str, str], ...] = (),
        is_optional: bool = False,
    ) -> Field:
        """A field that is the same in every language."""
        return Field(
            label=key_label(str(path[-1]), self._t),
            kind=kind,
            places=(Place(file=f"puzzles/{puzzle}.toml", path=path),),
            options=options,
            is_optional=is_optional,
        )
