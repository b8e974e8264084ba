"""The forms of all that is no puzzle: the kit itself, lengths, texts, sheets, overlays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from kit_app.content.toml_lines import KeyPath
from kit_app.domain.kit_document import Place
from kit_app.domain.spelling import natural
from kit_app.i18n import N_, Catalogue
from kit_app.services.workshop.forms import Adding, Field, FieldKind, Group, Row, SectionName, Thing
from kit_app.services.workshop.kit_draft import ASIDE, KitDraft
from kit_app.services.workshop.kit_fields import (
    DATA_FILES,
    FRAME,
    MOMENTS,
    OF_A_ROLE,
    OF_THE_KIT,
    SENTENCES,
    TIMES,
)
from kit_app.services.workshop.labels import file_label, key_label
from kit_app.services.workshop.leaves import leaf_fields
from kit_app.services.workshop.shape import (
    HEAD,
    by_id,
    languages,
    puzzle_ids,
    title_of,
    title_of_paper,
    words_files,
)

_ROLE, _LENGTH, _SCENE, _WORDS, _DATA, _PAPER = "role/", "length/", "scene/", "words/", "data/", "paper/"


class KitForms:
    """Forms of a draft, in words of `t`."""

    def __init__(self, draft: KitDraft, t: Catalogue) -> None:
        self._draft = draft
        self._t = t

    # What there is

    def about(self) -> tuple[Thing, ...]:
        """The kit, its invented names, its roles, its frame."""
        t = self._t
        roles = self._draft.value(Place(file=HEAD, path=("roles",)), ())
        first = f"words/{self._language}/kit.toml"
        return (
            Thing(ident="kit", title=t(N_("The kit")), scene=self._first_scene()),
            Thing(ident="names", title=t(N_("Invented names")), scene=self._first_scene()),
            *(
                Thing(
                    ident=f"{_ROLE}{one}",
                    title=f"{one} · {self._draft.value(Place(file=first, path=('roles', one, 'title')), '')}",
                    kind="roles",
                    row=self._row("roles", number),
                )
                for one, number in by_id(roles).items()
            ),
            Thing(ident="frame", title=t(N_("Frame of the game"))),
        )

    def lengths(self) -> tuple[Thing, ...]:
        """The lengths of the game, and the envelopes."""
        t = self._t
        first = f"words/{self._language}/kit.toml"
        variants = by_id(self._draft.value(Place(file=HEAD, path=("variants",)), ()))
        found = [
            Thing(
                ident=f"{_LENGTH}{one}",
                title=t(
                    N_("Length “{name}”"),
                    name=self._draft.value(Place(file=first, path=("variants", one)), one),
                ),
                row=self._row("variants", number),
            )
            for one, number in variants.items()
        ]
        found.append(Thing(ident="envelopes", title=t(N_("Envelopes")), kind="envelopes"))
        return tuple(found)

    def texts(self) -> tuple[Thing, ...]:
        """Scenes, sentences, script, and the data that papers quote."""
        t = self._t
        kit = words_files(self._draft, "kit")
        scenes = self._draft.value(Place(file=HEAD, path=("scenes",)), ())
        found = [
            Thing(
                ident=f"{_SCENE}{one}",
                title=self._scene_title(number),
                scene=one,
                row=self._row("scenes", number),
            )
            for one, number in by_id(scenes).items()
        ]
        found += [
            Thing(
                ident=f"{_WORDS}{key}", title=t(words), kind=kind, scene="" if kind else self._first_scene()
            )
            for key, (words, kind) in SENTENCES.items()
            if any(self._draft.value(Place(file=file, path=(key,))) for file in kit)
        ]
        found += [
            Thing(ident=f"{_DATA}{stem}", title=file_label(stem, t))
            for stem in DATA_FILES
            if f"{stem}.toml" in self._draft.files
        ]
        return tuple(found)

    def _scene_title(self, number: int) -> str:
        """When a scene is shown."""
        scene = self._draft.value(Place(file=HEAD, path=("scenes", number)), {})
        moment = str(scene.get("moment", ""))
        words = self._t(MOMENTS[moment]) if moment in MOMENTS else str(scene.get("id", ""))
        return " · ".join(filter(None, (words, str(scene.get("puzzle", "")))))

    def sheets(self) -> tuple[Thing, ...]:
        """Every sheet that is no clue, those included that were taken out."""
        found = []
        for name in sorted(self._draft.whole, key=natural):
            inner = name.removeprefix(ASIDE)
            if not inner.startswith("papers/") or not inner.endswith(".toml"):
                continue
            ident, is_out = PurePosixPath(inner).stem, name.startswith(ASIDE)
            number = self._draft.value(Place(file=name, path=("number",)), "")
            order = str(number), ident, is_out, self._title_of_paper(name, ident)
            found.append(order)
        return tuple(
            Thing(
                ident=f"{_PAPER}{ident}",
                title=" · ".join(filter(None, (number, title or ident))),
                note=self._t(N_("taken out")) if is_out else "",
                kind="" if is_out else ident,
                paper=ident,
                is_out=is_out,
            )
            for number, ident, is_out, title in sorted(found, key=lambda one: (natural(one[0]), one[1]))
        )

    def folder_name(self, folder: str) -> str:
        """What an overlay is for: “Telework, 30 express”."""
        first = f"words/{self._language}/kit.toml"
        parts = folder.split("/")
        names = zip(parts[::2], parts[1::2], strict=False)
        return ", ".join(
            str(self._draft.value(Place(file=first, path=(kind, name)), name)) for kind, name in names
        )

    def file_name(self, stem: str) -> str:
        """What a file is about: a puzzle’s id, a sheet’s title, or the words for it."""
        paper = f"papers/{stem}.toml"
        return (
            self._title_of_paper(paper, stem) or stem
            if paper in self._draft.files
            else file_label(stem, self._t)
        )

    # Their forms

    def groups(self, section: SectionName, ident: str) -> tuple[Group, ...]:
        """The form of a thing of this module."""
        makers: Mapping[str, Callable[[str], tuple[Group, ...]]] = {
            _ROLE: self._role,
            _LENGTH: self._length,
            _SCENE: self._scene,
            _WORDS: self._words,
            _DATA: self._data,
            _PAPER: self._paper,
        }
        for prefix, make in makers.items():
            if ident.startswith(prefix):
                return make(ident.removeprefix(prefix))
        plain: Mapping[str, Callable[[], tuple[Group, ...]]] = {
            "kit": self._kit,
            "names": self._names,
            "frame": self._frame,
            "envelopes": self._envelopes,
        }
        return plain[ident]()

    def groups_of_overlay(self, folder: str, stem: str) -> tuple[Group, ...]:
        """What an overlay says instead, in every file of this name."""
        t, files = self._t, self._draft.files
        found = []
        for inner in (f"{stem}.toml", f"puzzles/{stem}.toml", f"papers/{stem}.toml"):
            if f"{folder}/{inner}" in files:
                fields = leaf_fields(self._draft, [f"{folder}/{inner}"], (), t, without=("id",))
                found.append(Group(title=t(N_("Facts")), fields=fields))
        for inner in (f"{stem}.toml", f"papers/{stem}.toml"):
            words = [f"{folder}/words/{one}/{inner}" for one in languages(self._draft)]
            if any(one in files for one in words):
                found.append(Group(title=t(N_("Words")), fields=leaf_fields(self._draft, words, (), t)))
        return tuple(found)

    def _kit(self) -> tuple[Group, ...]:
        t = self._t
        said = tuple(self._said((key,), kind) for key, kind in OF_THE_KIT)
        plain = tuple(self._fact((key,), "line") for key in ("version", "licence"))
        return (Group(title=t(N_("Words")), fields=said), Group(title=t(N_("Edition")), fields=plain))

    def _names(self) -> tuple[Group, ...]:
        files = words_files(self._draft, "kit")
        named = {
            key: f"{{{key}}}"
            for file in files
            for key in self._draft.value(Place(file=file, path=("names",)), ())
        }
        fields = leaf_fields(self._draft, files, ("names",), self._t, named=named)
        return (Group(title=self._t(N_("Invented names")), fields=fields),)

    def _frame(self) -> tuple[Group, ...]:
        return tuple(
            Group(
                title=key_label(key, self._t),
                fields=leaf_fields(
                    self._draft, [HEAD], (key,), self._t, named={"size": self._t(N_("Players in the team"))}
                ),
                adds=(self._alarm(),) if key == "alarms" else (),
            )
            for key in FRAME
            if key == "alarms" or self._draft.value(Place(file=HEAD, path=(key,)))
        )

    def _alarm(self) -> Adding:
        """What the facilitator is told at a minute, once more."""
        return Adding(
            label=key_label("alarms", self._t),
            lists=(Place(file=HEAD, path=("alarms",)),),
            template={"id": "alarm-1", "minute": 10, "of": 60, "lasts": 5},
        )

    def _role(self, ident: str) -> tuple[Group, ...]:
        t, at = self._t, ("roles", ident)
        number = by_id(self._draft.value(Place(file=HEAD, path=("roles",)), ())).get(ident, 0)
        said = tuple(self._said((*at, key), kind, is_optional=is_free) for key, kind, is_free in OF_A_ROLE)
        listed = Place(file=HEAD, path=("roles", number, "facts"))
        facts = tuple(
            Field(
                label=t(N_("Fact {n}"), n=place + 1),
                kind="text",
                places=tuple(
                    Place(file=file, path=(*at, "facts", fact)) for file in words_files(self._draft, "kit")
                ),
                rows=(Row(lists=(listed,), number=place, title=t(N_("Fact {n}"), n=place + 1)),),
            )
            for place, fact in enumerate(self._draft.value(listed, ()))
        )
        adding = Adding(label=t(N_("Fact of a role")), lists=(listed,), template=f"{ident}a")
        own = leaf_fields(self._draft, [HEAD], ("roles", number), t, without=("id", "facts"))
        return (
            Group(title=t(N_("Words")), fields=said),
            Group(title=t(N_("What only this role knows")), fields=facts, adds=(adding,)),
            Group(title=t(N_("Badge")), fields=own),
        )

    def _length(self, ident: str) -> tuple[Group, ...]:
        t, draft = self._t, self._draft
        number = by_id(draft.value(Place(file=HEAD, path=("variants",)), ())).get(ident, 0)
        every = tuple((one, f"{one} · {title_of(draft, one, t.language)}") for one in puzzle_ids(draft))
        at = ("variants", number)
        times = tuple(self._fact((*at, key), "number", is_optional=is_free) for key, is_free in TIMES)
        return (
            Group(title=t(N_("Words")), fields=(self._said(("variants", ident), "line"),)),
            Group(title=t(N_("Times")), fields=times),
            Group(
                title=t(N_("Puzzles")),
                fields=(
                    self._fact((*at, "finale"), "choice", options=every),
                    Field(
                        label=t(N_("Puzzles that are played")),
                        kind="ticks",
                        places=(Place(file=HEAD, path=(*at, "puzzles")),),
                        options=every,
                    ),
                ),
            ),
        )

    def _envelopes(self) -> tuple[Group, ...]:
        t, draft = self._t, self._draft
        every = tuple((one, f"{one} · {title_of(draft, one, t.language)}") for one in puzzle_ids(draft))
        found = []
        for ident, number in by_id(draft.value(Place(file=HEAD, path=("envelopes",)), ())).items():
            at = ("envelopes", number)
            row = replace(self._row("envelopes", number), title=t(N_("Envelope {id}"), id=ident))
            opens = Field(
                label=t(N_("Opens after")),
                kind="ticks",
                places=(Place(file=HEAD, path=(*at, "after")),),
                options=every,
                rows=(row,),
            )
            path = self._fact((*at, "path"), "choice", options=self._paths())
            found.append(
                Group(title=t(N_("Envelope {id}"), id=ident), fields=(opens, replace(path, rows=(row,))))
            )
        template = {"id": "A1", "path": next((one for one, _words in self._paths()), ""), "after": []}
        adding = Adding(
            label=t(N_("Envelope")), lists=(Place(file=HEAD, path=("envelopes",)),), template=template
        )
        found.append(Group(title=t(N_("Envelopes")), fields=(), adds=(adding,)))
        return tuple(found)

    def _paths(self) -> tuple[tuple[str, str], ...]:
        """The letters of the paths with their names."""
        names = self._draft.value(Place(file=f"words/{self._language}/kit.toml", path=("paths",)), {})
        letters = by_id(self._draft.value(Place(file=HEAD, path=("paths",)), ()), "letter")
        return tuple((one, f"{one} · {names.get(one, '')}") for one in letters)

    def _row(self, key: str, number: int) -> Row:
        """A row of a list of kit.toml."""
        lists = (Place(file=HEAD, path=(key,)),)
        return Row(lists=lists, number=number, title=f"{key_label(key, self._t)} · {number + 1}")

    def _scene(self, ident: str) -> tuple[Group, ...]:
        files = words_files(self._draft, "kit")
        fields = leaf_fields(self._draft, files, ("scenes", ident), self._t)
        return (Group(title=self._t(N_("Words")), fields=fields),)

    def _words(self, key: str) -> tuple[Group, ...]:
        alarms = self._draft.value(Place(file=HEAD, path=("alarms",)), ())
        named = {
            str(one.get("say") or one.get("id")): self._t(N_("Alarm at minute {n}"), n=one.get("minute", 0))
            for one in alarms
        }
        fields = leaf_fields(self._draft, words_files(self._draft, "kit"), (key,), self._t, named=named)
        return (Group(title=self._t(SENTENCES[key][0]), fields=fields),)

    def _data(self, stem: str) -> tuple[Group, ...]:
        t = self._t
        words = leaf_fields(self._draft, words_files(self._draft, stem), (), t)
        facts = leaf_fields(self._draft, [f"{stem}.toml"], (), t)
        return (Group(title=t(N_("Words")), fields=words), Group(title=t(N_("Facts")), fields=facts))

    def _paper(self, ident: str) -> tuple[Group, ...]:
        if f"papers/{ident}.toml" not in self._draft.files:
            return ()
        t = self._t
        words = leaf_fields(
            self._draft, words_files(self._draft, f"papers/{ident}"), (), t, without=("kind",)
        )
        facts = leaf_fields(self._draft, [f"papers/{ident}.toml"], (), t, without=("id", "kind"))
        return (Group(title=t(N_("Words")), fields=words), Group(title=t(N_("Facts")), fields=facts))

    def _said(self, path: KeyPath, kind: FieldKind, *, is_optional: bool = False) -> Field:
        """A field of the kit’s words in each language."""
        return Field(
            label=key_label(str(path[-1]), self._t) if path[0] != "variants" else key_label("name", self._t),
            kind=kind,
            places=tuple(Place(file=file, path=path) for file in words_files(self._draft, "kit")),
            is_optional=is_optional,
        )

    def _fact(
        self,
        path: KeyPath,
        kind: FieldKind,
        *,
        options: tuple[tuple[str, str], ...] = (),
        is_optional: bool = False,
    ) -> Field:
        """A field of kit.toml."""
        return Field(
            label=key_label(str(path[-1]), self._t),
            kind=kind,
            places=(Place(file=HEAD, path=path),),
            options=options,
            is_optional=is_optional,
        )

    @property
    def _language(self) -> str:
        """The language of the program where the kit has it, else its first one."""
        known = languages(self._draft)
        return self._t.language if self._t.language in known else next(iter(known), "")

    def _first_scene(self) -> str:
        scenes: Sequence[Mapping[str, object]] = self._draft.value(Place(file=HEAD, path=("scenes",)), ())
        return next((str(one.get("id", "")) for one in scenes), "")

    def _title_of_paper(self, name: str, ident: str) -> str:
        prefix = ASIDE if name.startswith(ASIDE) else ""
        return title_of_paper(self._draft, f"{prefix}words/{self._language}/papers/{ident}.toml")
