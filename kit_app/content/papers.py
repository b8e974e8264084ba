"""Read the papers of a kit and the data that they quote, each mistake with its file and line."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from kit_app.content.quoted import REFERENCES
from kit_app.content.schema import read_as
from kit_app.content.source import Source, likely
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.papers import (
    WORDS_OF,
    CardPaperWords,
    CardSideWords,
    FieldsBlock,
    FramedBlock,
    HeadingBlock,
    ItemsBlock,
    MadeBlock,
    MarkedLine,
    PageBlock,
    PaperSpec,
    PaperWords,
    PictureBlock,
    ProgrammeBlock,
    QuoteBlock,
    SpaceBlock,
    StoryboardWords,
    StoryFrame,
    TableBlock,
    TextBlock,
)
from kit_app.domain.problems import KitProblem
from kit_app.i18n import N_

BLOCKS: Mapping[str, type[Any]] = {
    "heading": HeadingBlock,
    "text": TextBlock,
    "quote": QuoteBlock,
    "list": ItemsBlock,
    "steps": ItemsBlock,
    "check": ItemsBlock,
    "table": TableBlock,
    "framed": FramedBlock,
    "fields": FieldsBlock,
    "picture": PictureBlock,
    "space": SpaceBlock,
    "page": PageBlock,
    "programme": ProgrammeBlock,
    "made": MadeBlock,
}


Known = dict[tuple[Any, ...], tuple[Any, ...]]
"""What was read of which sources, by their identity; each value holds its sources, so that they live on."""


@dataclass(slots=True)
class PaperReading:
    """What could be read. Words are kept by language; quoted data under the name of their file."""

    papers: dict[str, PaperSpec] = field(default_factory=dict)
    words: dict[str, dict[str, PaperWords]] = field(default_factory=dict)
    data: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    data_words: dict[str, dict[str, Mapping[str, Any]]] = field(default_factory=dict)
    problems: list[KitProblem] = field(default_factory=list)
    known: Known = field(default_factory=dict)

    def read(self, model: type[Any], data: Any, source: Source, prefix: KeyPath = ()) -> Any:
        """`data` as `model`, its problems kept; None when it does not fit."""
        value, problems = read_as(model, data, source, prefix)
        self.problems += problems
        return value

    def read_whole(self, model: type[Any], source: Source) -> Any:
        """All of `source` as `model`; None when it was not read or does not fit."""
        if not source.is_read:
            return None
        return self.once(model, source, lambda: self.read(model, source.data, source))

    def once(self, what: object, source: Source, read: Callable[[], Any]) -> Any:
        """What `read` makes of `source`, with its problems, asked once however many choices share it."""
        key = ("papers", what, id(source))
        if key not in self.known:
            before = len(self.problems)
            value = read()
            self.known[key] = (value, self.problems[before:], source)
            return value
        value, problems, _ = self.known[key]
        self.problems += problems
        return value


def read_papers(sources: Mapping[str, Source], languages: Iterable[str], known: Known) -> PaperReading:
    """All papers and quoted data among `sources` (by path in the kit).

    What was read of the same sources before is kept in `known` and taken from there.
    """
    reading = PaperReading(words={language: {} for language in languages}, known=known)
    for stem in paper_ids(sources):
        _read_paper(reading, sources, stem)
    for name, (model, words_model) in REFERENCES.items():
        if f"{name}.toml" in sources:
            _read_reference(reading, sources, name, (model, words_model))
    return reading


def paper_ids(names: Iterable[str]) -> tuple[str, ...]:
    """The ids of all papers whose structure is among the files `names`."""
    return tuple(
        sorted(PurePosixPath(name).stem for name in names if re.fullmatch(r"papers/[^/]+\.toml", name))
    )


def paper_files(names: Iterable[str], languages: Iterable[str]) -> set[str]:
    """The files that papers and quoted data are read from."""
    listed = set(names)
    stems = [f"papers/{stem}.toml" for stem in paper_ids(listed)]
    stems += [f"{name}.toml" for name in REFERENCES if f"{name}.toml" in listed]
    return set(stems) | {f"words/{language}/{stem}" for language in languages for stem in stems}


def _read_paper(reading: PaperReading, sources: Mapping[str, Source], stem: str) -> None:
    source = sources[f"papers/{stem}.toml"]
    spec = reading.read_whole(PaperSpec, source)
    if spec is not None and spec.id != stem:
        message = N_("This paper’s file is named after it: write id = “{stem}” or rename the file.")
        reading.problems.append(source.problem(("id",), message, stem=stem))
    elif spec is not None:
        reading.papers[stem] = spec
    for language, known in reading.words.items():
        words_source = _words_source(reading, sources, f"words/{language}/papers/{stem}.toml")
        if spec is not None and words_source.is_read:
            words = _known_words(reading, spec, words_source)
            if words is not None:
                known[stem] = words


def _known_words(reading: PaperReading, spec: PaperSpec, source: Source) -> PaperWords | None:
    words: PaperWords | None = reading.once(spec.kind, source, lambda: _read_words(reading, spec, source))
    return words


def _words_source(reading: PaperReading, sources: Mapping[str, Source], file: str) -> Source:
    if file not in sources:
        message = N_("This translation is missing: write it after the model of another language.")
        reading.problems.append(Source(file=file).problem((), message))
        return Source(file=file)
    return sources[file]


def _read_words(reading: PaperReading, spec: PaperSpec, source: Source) -> PaperWords | None:
    model = WORDS_OF[spec.kind]
    data = dict(source.data)
    if model is CardPaperWords:
        return _read_card(reading, data, source)
    frames = data.pop("frames", None) if model is StoryboardWords else None
    blocks = data.pop("blocks", None) if "blocks" in model.__dataclass_fields__ else None
    if model is StoryboardWords:
        data["frames"] = []
    words: Any = reading.read(model, data, source)
    if words is None:
        return None
    if model is StoryboardWords:
        words = replace(words, frames=_read_frames(reading, frames, source))
    elif blocks is not None:
        words = replace(words, blocks=_read_blocks(reading, blocks, source, ()))
    read: PaperWords = words
    return read


def _read_card(reading: PaperReading, data: dict[str, Any], source: Source) -> PaperWords | None:
    sides = []
    for side in ("front", "back"):
        own = data.pop(side, None)
        if not isinstance(own, dict):
            reading.problems.append(source.problem((side,), N_("“{key}” is missing. Add it."), key=side))
            continue
        own = dict(own)
        blocks = own.pop("blocks", [])
        words = reading.read(CardSideWords, own, source, (side,))
        if words is not None:
            sides.append(replace(words, blocks=_read_blocks(reading, blocks, source, (side,))))
    for key in data:
        reading.problems.append(
            source.problem((key,), N_("“{key}” is not known here. Take it out."), key=str(key))
        )
    return CardPaperWords(front=sides[0], back=sides[1]) if len(sides) > 1 else None


def _read_blocks(reading: PaperReading, blocks: Any, source: Source, above: KeyPath) -> tuple[Any, ...]:
    """Each block by its kind, so that a mistake is told in the words of that kind."""
    if not isinstance(blocks, list):
        message = N_("“{key}” must be a list between square brackets.")
        reading.problems.append(source.problem((*above, "blocks"), message, key="blocks"))
        return ()
    found = []
    reading.problems += _id_problems(blocks, source, above)
    for number, data in enumerate(blocks):
        where: KeyPath = (*above, "blocks", number)
        kind = data.get("kind") if isinstance(data, dict) else None
        if not isinstance(kind, str) or kind not in BLOCKS:
            reading.problems.append(_unknown_kind(source, where, kind))
            continue
        own = {key: value for key, value in data.items() if key != "id"}
        if BLOCKS[kind] is ItemsBlock:
            own |= _marks(reading, own, source, where)
        block = reading.read(BLOCKS[kind], own, source, where)
        if block is not None:
            found.append(block)
    return tuple(found)


def _marks(reading: PaperReading, own: Mapping[str, Any], source: Source, where: KeyPath) -> dict[str, Any]:
    """The lines of a list as texts, and beside them the puzzles that marked lines are for."""
    if "puzzles" in own:
        message = N_("“{key}” is not known here. Take it out.")
        reading.problems.append(source.problem((*where, "puzzles"), message, key="puzzles"))
    items = own.get("items")
    if not isinstance(items, list):
        return {"puzzles": []}
    lines, puzzles = list(items), [""] * len(items)
    for number, item in enumerate(items):
        if isinstance(item, dict):
            line = reading.read(MarkedLine, item, source, (*where, "items", number))
            lines[number], puzzles[number] = (line.text, line.puzzle) if line is not None else ("", "")
    return {"items": lines, "puzzles": puzzles if any(puzzles) else []}


def _id_problems(blocks: list[Any], source: Source, above: KeyPath) -> Iterator[KitProblem]:
    """Ids of blocks, by which overlays name them, that are no text or stand there twice."""
    seen: set[str] = set()
    for number, data in enumerate(blocks):
        name = data.get("id", "") if isinstance(data, dict) else ""
        where: KeyPath = (*above, "blocks", number, "id")
        if not isinstance(name, str):
            yield source.problem(where, N_("“{key}” must be a text between quotation marks."), key="id")
        elif name and name in seen:
            message = N_("“{key}” is there twice. Give one of them another id.")
            yield source.problem(where, message, key=name)
        else:
            seen.add(name)


def _unknown_kind(source: Source, where: KeyPath, kind: object) -> KitProblem:
    if not isinstance(kind, str):
        return source.problem((*where, "kind"), N_("“{key}” is missing. Add it."), key="kind")
    meant = likely(kind, BLOCKS)
    if meant:
        message = N_("There is no kind of block “{kind}”. Did you mean “{meant}”?")
        return source.problem((*where, "kind"), message, kind=kind, meant=meant)
    message = N_("There is no kind of block “{kind}”. There are: {known}.")
    return source.problem((*where, "kind"), message, kind=kind, known=", ".join(BLOCKS))


def _read_frames(reading: PaperReading, frames: Any, source: Source) -> tuple[StoryFrame, ...]:
    """Frames, whose `from` and `to` have other names here since one of them is a word of Python."""
    if not isinstance(frames, list) or not frames:
        reading.problems.append(source.problem(("frames",), N_("“{key}” is missing. Add it."), key="frames"))
        return ()
    found = []
    for number, data in enumerate(frames):
        where: KeyPath = ("frames", number)
        own = dict(data) if isinstance(data, dict) else {}
        lacking = [key for key in ("from", "to") if key not in own]
        for key in lacking:
            reading.problems.append(source.problem((*where, key), N_("“{key}” is missing. Add it."), key=key))
        if not lacking:
            own["start"], own["end"] = own.pop("from"), own.pop("to")
            frame = reading.read(StoryFrame, own, source, where)
            if frame is not None:
                found.append(frame)
    return tuple(found)


def _read_reference(
    reading: PaperReading, sources: Mapping[str, Source], name: str, models: tuple[type[Any], type[Any]]
) -> None:
    source = sources[f"{name}.toml"]
    held = reading.read_whole(models[0], source)
    if held is not None:
        reading.data[name] = getattr(held, name)
    for language in reading.words:
        words_source = _words_source(reading, sources, f"words/{language}/{name}.toml")
        words = reading.read_whole(models[1], words_source)
        if words is not None:
            reading.data_words.setdefault(language, {})[name] = getattr(words, name)
