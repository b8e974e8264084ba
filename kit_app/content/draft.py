"""What could be read of a kit, however broken, with every mistake met on the way."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any, TypeVar

from kit_app.content.files import KitFiles, digest
from kit_app.content.formats import brought_up
from kit_app.content.layers import layer_of
from kit_app.content.papers import PaperReading, paper_files, read_papers
from kit_app.content.schema import read_as
from kit_app.content.source import Source, likely, read_source
from kit_app.domain.alarm import AlarmSpec
from kit_app.domain.kit import (
    KIT_FORMAT,
    Distribution,
    Envelope,
    Kit,
    KitWords,
    Level,
    Path,
    Puzzle,
    PuzzleWords,
    Role,
    SceneSpec,
    Sector,
    Variant,
)
from kit_app.domain.problems import KitProblem
from kit_app.domain.questionnaire import THEMES, ThemeSpec
from kit_app.i18n import N_
from kit_app.mechanisms.table import Mechanism

HEAD = "kit.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What kit.toml holds."""

    format: int
    id: str
    version: str
    licence: str
    languages: tuple[str, ...]
    draw: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    themes: tuple[ThemeSpec, ...] = ()
    paths: tuple[Path, ...]
    roles: tuple[Role, ...]
    distributions: tuple[Distribution, ...]
    variants: tuple[Variant, ...]
    sectors: tuple[Sector, ...] = ()
    levels: tuple[Level, ...]
    envelopes: tuple[Envelope, ...]
    scenes: tuple[SceneSpec, ...]
    alarms: tuple[AlarmSpec, ...] = ()
    example: Mapping[str, Any] = field(default_factory=dict)

    @property
    def theme_ids(self) -> tuple[str, ...]:
        """What puzzles and questions may be about."""
        return tuple(one.id for one in self.themes) or tuple(THEMES)


Value = TypeVar("Value")


@dataclass(slots=True)
class Draft:
    """A kit as far as it could be read. What does not fit is left out, its problems kept.

    `layers` holds the overlays: the files of each folder, by their path in it. `choices` holds the drafts
    that they make of this one, by variant and sector; of those `is_choice` is true.
    """

    files: KitFiles
    mechanisms: Mapping[str, Mechanism]
    digest: str = ""
    head: Head | None = None
    sources: dict[str, Source] = field(default_factory=dict)
    puzzles: dict[str, Puzzle] = field(default_factory=dict)
    words: dict[str, KitWords] = field(default_factory=dict)
    puzzle_words: dict[str, dict[str, PuzzleWords]] = field(default_factory=dict)
    papers: PaperReading = field(default_factory=PaperReading)
    problems: list[KitProblem] = field(default_factory=list)
    is_newer: bool = False
    is_choice: bool = False
    layers: dict[str, dict[str, Source]] = field(default_factory=dict)
    choices: dict[tuple[str, str], "Draft"] = field(default_factory=dict)
    readings: dict[tuple[Any, ...], tuple[Any, ...]] = field(default_factory=dict)
    _ids: tuple[str, ...] | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the kit says it has, or whose folders it has when it does not say."""
        if self.head:
            return self.head.languages
        folders = {PurePosixPath(name).parts[1] for name in self.files if re.match("words/[^/]+/", name)}
        return tuple(sorted(folders))

    @property
    def puzzle_ids(self) -> tuple[str, ...]:
        """The ids of all puzzle files, readable or not, P2 before P10."""
        if self._ids is None:
            names = [name for name in self.files if name.startswith("puzzles/")]
            stems = [PurePosixPath(name).stem for name in names if re.fullmatch(r"puzzles/[^/]+\.toml", name)]
            self._ids = tuple(sorted(stems, key=_natural))
        return self._ids

    def source(self, file: str) -> Source:
        """The file's source; an empty one when it is missing or cannot be read."""
        return self.sources.get(file, Source(file=file))

    def read(self, model: type[Any], source: Source, key: str = "") -> Any:
        """`source`, or its table `key`, as `model`, its problems kept; None when it does not fit.

        Each source is read once, however many choices share it.
        """
        known = (model, key, id(source))
        if known not in self.readings:
            data, prefix = (source.data[key], (key,)) if key else (source.data, ())
            self.readings[known] = (*read_as(model, data, source, prefix), source)
        value, problems, _ = self.readings[known]
        self.problems += problems
        return value

    def once(self, ask: Callable[..., Value], *parts: object) -> Value:
        """What `ask` says of these parts of the draft, and of nothing else, asked once for all choices."""
        known = (ask, *map(id, parts))
        if known not in self.readings:
            self.readings[known] = (
                ask(*parts),
                parts,
            )  # parts stay, so that no other object takes their place
        value: Value = self.readings[known][0]
        return value

    def every_choice(self) -> Iterator[tuple[str, str]]:
        """Every variant with every sector; an empty sector in a kit that has none."""
        if self.head is not None:
            for variant in self.head.variants:
                for sector in [one.id for one in self.head.sectors] or [""]:
                    yield variant.id, sector

    def different_choices(self) -> Iterator[tuple[str, str]]:
        """Every variant, and with it each sector that makes another kit of it than the first one."""
        known: set[tuple[str, int]] = set()
        for variant, sector in self.every_choice():
            mark = (variant, id(self.in_choice(variant, sector)))
            if mark not in known:
                known.add(mark)
                yield variant, sector

    def in_choice(self, variant: str, sector: str) -> "Draft":
        """The draft of a variant and a sector; this one, where no overlay changes it."""
        return self.choices.get((variant, sector), self)

    def kit(self) -> Kit | None:
        """The kit with all its choices, when nothing of it is left out."""
        kit = self._own_kit()
        choices = {choice: draft._own_kit() for choice, draft in self.choices.items()}
        whole = {choice: own for choice, own in choices.items() if own is not None}
        return replace(kit, choices=whole) if kit is not None and len(whole) == len(choices) else None

    def _own_kit(self) -> Kit | None:
        if self.head is None or set(self.words) != set(self.languages):
            return None
        if any(set(self.puzzle_words[one]) != set(self.puzzle_ids) for one in self.languages):
            return None
        return self.kit_of(self.puzzle_ids) if set(self.puzzles) == set(self.puzzle_ids) else None

    def _files_in(self, folder: str) -> dict[str, bytes]:
        return {name: content for name, content in self.files.items() if name.startswith(folder)}

    def kit_of(self, puzzle_ids: tuple[str, ...]) -> Kit:
        """The kit with these puzzles only, all readable, in its variants too."""
        head = self.head
        if head is None:
            raise ValueError("a kit needs its head")
        return Kit(
            id=head.id,
            version=head.version,
            licence=head.licence,
            languages=head.languages,
            draw=head.draw,
            themes=head.themes,
            paths=head.paths,
            roles=head.roles,
            distributions=head.distributions,
            variants=tuple(
                replace(one, puzzles=tuple(puzzle for puzzle in one.puzzles if puzzle in puzzle_ids))
                for one in head.variants
            ),
            levels=head.levels,
            envelopes=head.envelopes,
            scenes=head.scenes,
            alarms=head.alarms,
            puzzles=tuple(self.puzzles[one] for one in puzzle_ids),
            words=self.words,
            puzzle_words=self.puzzle_words,
            example=head.example,
            digest=self.digest,
            sectors=head.sectors,
            papers=tuple(self.papers.papers.values()),
            paper_words=self.papers.words,
            facts=self.papers.data.get("facts", ()),
            contacts=self.papers.data.get("contacts", ()),
            topics=self.papers.data.get("topics", ()),
            bulletins=self.papers.data.get("bulletins", ()),
            room=self.papers.data.get("room", ()),
            questionnaire=self.papers.data.get("questionnaire", ()),
            opinions=self.papers.data.get("opinions", ()),
            nudges=self.papers.data.get("nudges", ()),
            spots=self.papers.data.get("spots", ()),
            training=self.papers.data.get("training", ()),
            ready=self.papers.data.get("ready", ()),
            reference_words=self.papers.data_words,
            images=self._files_in("images/"),
            sounds=self._files_in("sounds/"),
        )


def read_draft(files: KitFiles, mechanisms: Mapping[str, Mechanism]) -> Draft:
    """All that can be read of `files`; nothing but a newer format number stops it."""
    draft = Draft(files=files, mechanisms=mechanisms, digest=digest(files))
    for name in sorted(files):
        if name.endswith(".toml"):
            folder, inner = layer_of(name)
            sources = draft.layers.setdefault(folder, {}) if folder else draft.sources
            sources[inner], problems = read_source(name, files[name])
            draft.problems += problems
    _read_head(draft)
    if draft.is_newer:
        return draft
    read_puzzles(draft)
    _report_strays(draft)
    return draft


def read_puzzles(draft: Draft) -> None:
    """The puzzles and all words of a draft whose head was read."""
    for puzzle_id in draft.puzzle_ids:
        _read_puzzle(draft, puzzle_id)
    for language in draft.languages:
        _read_words(draft, language)
    draft.papers = read_papers(draft.sources, draft.languages, draft.readings)
    draft.problems += draft.papers.problems


def _read_head(draft: Draft) -> None:
    source = draft.source(HEAD)
    if HEAD not in draft.files:
        draft.problems.append(source.problem((), N_("The file kit.toml is missing. A kit begins with it.")))
        return
    number = known_format(source)
    if number > KIT_FORMAT:
        draft.is_newer = True
        draft.problems = [
            source.problem(
                ("format",),
                N_("This kit has format {number}; this program reads {known}. Update the program."),
                number=str(number),
                known=str(KIT_FORMAT),
            )
        ]
    elif number < 1:
        draft.problems.append(source.problem(("format",), N_("There is no such format. Write format = 2.")))
    elif source.is_read:
        draft.sources[HEAD] = replace(source, data=brought_up(source.data, known_format(source)))
        draft.head = draft.read(Head, draft.source(HEAD))


def known_format(source: Source) -> int:
    """The format that a kit.toml says it has; today's when what it says is no number."""
    number = source.data.get("format", KIT_FORMAT)
    return number if type(number) is int else KIT_FORMAT


def _read_puzzle(draft: Draft, puzzle_id: str) -> None:
    source = draft.source(f"puzzles/{puzzle_id}.toml")
    if not source.is_read:
        return
    puzzle = draft.read(Puzzle, source)
    mechanism = _mechanism(draft, source)
    if mechanism is None or "parameters" not in source.data:
        return
    parameters = draft.read(mechanism.parameters, source, "parameters")
    if puzzle is None or parameters is None:
        return
    if puzzle.id != puzzle_id:
        message = N_("This puzzle’s file is named after it: write id = “{stem}” or rename the file.")
        draft.problems.append(source.problem(("id",), message, stem=puzzle_id))
        return
    draft.puzzles[puzzle_id] = replace(puzzle, parameters=parameters)


def _mechanism(draft: Draft, source: Source) -> Mechanism | None:
    name = source.data.get("mechanism")
    if not isinstance(name, str):
        return None
    if name not in draft.mechanisms:
        meant = likely(name, draft.mechanisms)
        if meant:
            message = N_("There is no mechanism “{name}”. Did you mean “{meant}”?")
            draft.problems.append(source.problem(("mechanism",), message, name=name, meant=meant))
        else:
            message = N_("There is no mechanism “{name}”. There are: {known}.")
            known = ", ".join(sorted(draft.mechanisms))
            draft.problems.append(source.problem(("mechanism",), message, name=name, known=known))
        return None
    return draft.mechanisms[name]


def _read_words(draft: Draft, language: str) -> None:
    draft.puzzle_words[language] = {}
    source = _words_source(draft, language, "kit")
    if source.is_read:
        words = draft.read(KitWords, source)
        if words is not None:
            draft.words[language] = words
    for puzzle_id in draft.puzzle_ids:
        _read_puzzle_words(draft, language, puzzle_id)


def _read_puzzle_words(draft: Draft, language: str, puzzle_id: str) -> None:
    source = _words_source(draft, language, puzzle_id)
    if not source.is_read:
        return
    words = draft.read(PuzzleWords, source)
    mechanism = draft.mechanisms.get(str(draft.source(f"puzzles/{puzzle_id}.toml").data.get("mechanism")))
    if mechanism is None or "clues" not in source.data:
        return
    clues = draft.read(mechanism.words, source, "clues")
    if words is not None and clues is not None:
        draft.puzzle_words[language][puzzle_id] = replace(words, clues=clues)


def _words_source(draft: Draft, language: str, stem: str) -> Source:
    file = f"words/{language}/{stem}.toml"
    if file not in draft.files:
        message = N_("This translation is missing: write it after the model of another language.")
        draft.problems.append(Source(file=file).problem((), message))
    return draft.source(file)


_JUDGED_ELSEWHERE = ("images/", "sounds/")
_LEFT_ALONE = ("LICENSE", "README", "LICENCE")


def _report_strays(draft: Draft) -> None:
    """Files that no part of a kit is read from; those of overlays are judged with them."""
    expected = expected_files(draft)
    for name in sorted(set(draft.files) - expected):
        is_named_elsewhere = name.startswith(("images/", "sounds/"))
        if is_named_elsewhere or PurePosixPath(name).stem in ("LICENSE", "README", "LICENCE"):
            continue
        if layer_of(name)[0]:
            continue
        meant = likely(name, expected)
        if meant and meant not in draft.files:
            message = N_("Nothing reads this file. Should it be named {meant}?")
            draft.problems.append(Source(file=name).problem((), message, meant=meant))
        else:
            message = N_("Nothing reads this file: no puzzle or language of the kit has this name.")
            draft.problems.append(Source(file=name).problem((), message))


def expected_files(draft: Draft) -> set[str]:
    """The files that a kit with these puzzles and languages is read from."""
    expected = {HEAD} | {f"puzzles/{one}.toml" for one in draft.puzzle_ids}
    for language in draft.languages:
        expected |= {f"words/{language}/{one}.toml" for one in ("kit", *draft.puzzle_ids)}
    return expected | paper_files(draft.sources, draft.languages)


def _natural(stem: str) -> tuple[object, ...]:
    return tuple(int(part) if part.isdigit() else part for part in re.split(r"(\d+)", stem))
