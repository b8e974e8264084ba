"""What a text of a draft can name: the things of the kit whose ids may stand there, with readable names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from kit_app.content.layers import layer_of
from kit_app.domain.kit_document import Place
from kit_app.domain.questionnaire import THEMES
from kit_app.domain.spelling import natural
from kit_app.i18n import Catalogue
from kit_app.services.workshop.card_parts import card_parts
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.shape import (
    HEAD,
    brief,
    languages,
    puzzle_ids,
    title_of,
    title_of_paper,
)

Options = tuple[tuple[str, str], ...]
_IMAGES = "images/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Where a value stands: its draft, its place, and the words to tell of it."""

    draft: KitDraft
    place: Place
    t: Catalogue

    @property
    def puzzle(self) -> str:
        """The id of the puzzle whose file it is, of the kit itself or of another version."""
        return PurePosixPath(self.place.file).stem

    @property
    def language(self) -> str:
        """The language of the program where the kit has it, else its first one."""
        known = languages(self.draft)
        return self.t.language if self.t.language in known else next(iter(known), "")

    def brief(self, text: object) -> str:
        """The beginning of a text, with the invented names in it."""
        return brief(self.draft, self.language, str(text))

    def rows(self, *path: str) -> list[Any]:
        """A list of the puzzle’s structure: of this version where it has its own, else the kit’s."""
        inner = f"puzzles/{self.puzzle}.toml"
        folder = layer_of(self.place.file)[0]
        names = (f"{folder}/{inner}", inner) if folder else (inner,)
        found = (self.draft.value(Place(file=name, path=path)) for name in names)
        return next((one for one in found if isinstance(one, list)), [])

    def said(self, *path: str) -> Mapping[str, Any]:
        """A table of the puzzle’s words: the kit’s, with those that this version adds."""
        inner = f"words/{self.language}/{self.puzzle}.toml"
        folder = layer_of(self.place.file)[0]
        names = (inner, f"{folder}/{inner}") if folder else (inner,)
        found = (self.draft.value(Place(file=name, path=path), {}) for name in names)
        return {key: value for table in found for key, value in table.items()}

    def of_kit(self, *path: str) -> Mapping[str, Any]:
        """A table of the kit’s words."""
        found = self.draft.value(Place(file=f"words/{self.language}/kit.toml", path=path), {})
        return found if isinstance(found, Mapping) else {}

    def heads(self, key: str, name: str = "id") -> list[str]:
        """The ids of a list of kit.toml."""
        return [str(one[name]) for one in self.draft.value(Place(file=HEAD, path=(key,)), ()) if name in one]


def puzzles(at: Around) -> Options:
    """Every puzzle."""
    return tuple((one, f"{one} · {title_of(at.draft, one, at.t.language)}") for one in puzzle_ids(at.draft))


def other_puzzles(at: Around) -> Options:
    """Every puzzle but the one whose file it is."""
    return tuple(one for one in puzzles(at) if one[0] != at.puzzle)


def pictures(at: Around) -> Options:
    """Every picture, under its whole name."""
    return tuple((name, name.removeprefix(_IMAGES)) for name in _files(at.draft, _IMAGES))


def bare_pictures(at: Around) -> Options:
    """Every picture, without its folder, as papers name them."""
    return tuple((words, words) for _name, words in pictures(at))


def sounds(at: Around) -> Options:
    """Every sound, under its whole name."""
    return tuple((name, name.removeprefix("sounds/")) for name in _files(at.draft, "sounds/"))


def paths(at: Around) -> Options:
    """The paths of the kit."""
    return _worded(at.heads("paths", "letter"), at.of_kit("paths"), at)


def roles(at: Around) -> Options:
    """The roles of the kit."""
    titles = {key: one.get("title", "") for key, one in at.of_kit("roles").items()}
    return _worded(at.heads("roles"), titles, at)


def facts(at: Around) -> Options:
    """What single roles know."""
    words = {key: text for one in at.of_kit("roles").values() for key, text in one.get("facts", {}).items()}
    known = [
        fact for one in at.draft.value(Place(file=HEAD, path=("roles",)), ()) for fact in one.get("facts", ())
    ]
    return _worded(known, words, at)


def sentences(at: Around) -> Options:
    """The sentences of the script."""
    said = at.of_kit("script")
    return tuple((key, at.brief(text)) for key, text in said.items())


def drawn(at: Around) -> Options:
    """The words that are drawn for the key that stands at the place."""
    key = str(at.place.path[-1])
    known = at.draft.value(Place(file=HEAD, path=("draw", key)), ())
    return _named(at, known, at.of_kit("draw", key))


def themes(at: Around) -> Options:
    """What puzzles and questions may be about."""
    own = at.heads("themes")
    if own:
        return _named(at, own, at.of_kit("themes"))
    return tuple((key, at.t(words)) for key, words in THEMES.items())


def contacts(at: Around) -> Options:
    """Whom to call."""
    return _of_data(at, "contacts")


def figures(at: Around) -> Options:
    """Figures and their sources."""
    return _of_data(at, "facts")


def papers(at: Around) -> Options:
    """The sheets of the kit."""
    names = [PurePosixPath(name).stem for name in _files(at.draft, "papers/")]
    files = {one: f"words/{at.language}/papers/{one}.toml" for one in names}
    return _named(at, names, {one: title_of_paper(at.draft, file) for one, file in files.items()})


def slides(at: Around) -> Options:
    """The slides of the sheet whose words these are."""
    paper = Place(file=f"papers/{at.puzzle}.toml", path=("slides",))
    return tuple((str(one["id"]), str(one["id"])) for one in at.draft.value(paper, ()) if "id" in one)


def cards(at: Around) -> Options:
    """The cards of the puzzle."""
    titles = {key: one.get("title", "") for key, one in at.said("cards").items()}
    return _worded([str(one.get("id")) for one in at.rows("cards")], titles, at)


def parts(at: Around) -> Options:
    """What a card of the puzzle can bear."""
    return card_parts(at.draft, at.puzzle, f"words/{at.language}/{at.puzzle}.toml", at.t)


def reasons(at: Around) -> Options:
    """The reasons of visits."""
    return _all_of(at, at.said("clues", "reasons"))


def visited(at: Around) -> Options:
    """Where visitors go that is no room of a patient."""
    return _all_of(at, at.said("clues", "places"))


def payees(at: Around) -> Options:
    """Who is paid."""
    return _all_of(at, at.said("clues", "payees"))


def signs(at: Around) -> Options:
    """The signs of fraud."""
    return _named(
        at, [str(one.get("key")) for one in at.rows("parameters", "signs")], at.said("clues", "signs")
    )


def people(at: Around) -> Options:
    """Who comes and goes."""
    rows = at.rows("parameters", "people")
    return tuple((str(one.get("key")), at.brief(one.get("name"))) for one in rows)


def subjects(at: Around) -> Options:
    """What the words of the crossword are the names of, with its clues."""
    known = [str(one.get("subject")) for one in at.rows("parameters", "entries")]
    return _named(at, known, at.said("clues", "clues"))


def steps(at: Around) -> Options:
    """The cards that are put in order."""
    return _worded(list(map(str, at.rows("parameters", "steps"))), at.said("clues", "cards"), at)


def known_things(at: Around) -> Options:
    """What players bring to the sign-in page."""
    known = at.draft.value(Place(file=f"puzzles/{at.puzzle}.toml", path=("parameters", "known")), {})
    return tuple((key, f"{key} · {value}") for key, value in known.items())


def portal_fields(at: Around) -> Options:
    """The fields of the sign-in page."""
    words = at.said("clues", "labels")
    return _named(at, [str(one.get("key")) for one in at.rows("parameters", "fields")], words)


def labels(at: Around) -> Options:
    """The labels of the sheet on which the number is looked up."""
    return tuple((str(one.get("label")),) * 2 for one in at.rows("parameters", "labels"))


def senders(at: Around) -> Options:
    """Known senders, and those of the other messages."""
    others = (str(one.get("sender", "")) for one in at.rows("parameters", "messages"))
    return _plain([*map(str, at.rows("parameters", "senders")), *others])


def endings(at: Around) -> Options:
    """The last figures of the accounts, known ones first."""
    known = at.draft.value(Place(file=f"puzzles/{at.puzzle}.toml", path=("parameters", "ending")), 0)
    numbers = (str(one.get("number", ""))[-known:] for one in at.rows("parameters", "accounts") if known)
    return _plain([*numbers, *(str(one.get("account", "")) for one in at.rows("parameters", "messages"))])


def visitors(at: Around) -> Options:
    """Names that other visits have."""
    return _plain([str(one.get("name", "")) for one in at.rows("parameters", "visits")])


def replies(at: Around) -> Options:
    """The replies of the question at the place, and values in braces."""
    number = next((key for key in at.place.path if isinstance(key, int)), 0)
    rows = at.rows("parameters", "questions")
    own = map(str, rows[number].get("replies", ())) if number < len(rows) else ()
    return (*_plain(own), *values(at))


def values(at: Around) -> Options:
    """Values in braces that a kit’s puzzles give one another, and those of its invented names."""
    found = (
        match
        for name, content in at.draft.files.items()
        if name.endswith(".toml") and layer_of(name)[1].startswith("puzzles/")
        for match in _VALUE.findall(content.decode("utf-8"))
    )
    return _plain(sorted({*found, *(f"{{{key}}}" for key in at.of_kit("names"))}, key=natural))


_VALUE = re.compile(r'"(\{[^{}"]+\})"')


def _of_data(at: Around, stem: str) -> Options:
    """The rows of a file of data, by their titles."""
    rows = at.draft.value(Place(file=f"{stem}.toml", path=(stem,)), ())
    words = at.draft.value(Place(file=f"words/{at.language}/{stem}.toml", path=(stem,)), {})
    titles = {key: first_text(one) for key, one in words.items()}
    return _named(at, [str(one.get("id")) for one in rows], titles)


def first_text(data: Any) -> str:
    """The first text in words that is not empty."""
    if isinstance(data, Mapping | list):
        inner = data.values() if isinstance(data, Mapping) else data
        return next(filter(None, map(first_text, inner)), "")
    return data if isinstance(data, str) else ""


def _files(draft: KitDraft, folder: str) -> Sequence[str]:
    return sorted((name for name in draft.files if name.startswith(folder)), key=natural)


def _plain(texts: Iterable[str]) -> Options:
    return tuple((one, one) for one in dict.fromkeys(texts) if one)


def _named(at: Around, known: Iterable[str], words: Mapping[str, Any]) -> Options:
    """Ids by their words alone, or by themselves where they have none."""
    return tuple((one, at.brief(words.get(one) or one)) for one in known)


def _all_of(at: Around, words: Mapping[str, Any]) -> Options:
    return _named(at, words, words)


def _worded(known: Sequence[str], words: Mapping[str, Any], at: Around) -> Options:
    """Ids that people see, with their words behind."""
    return tuple((one, at.brief(f"{one} · {words[one]}") if words.get(one) else one) for one in known)


Source = Callable[[Around], Options]
OF_THE_PLACE: frozenset[Source] = frozenset({drawn, replies})
"""Those that look at more of the place than its file."""
