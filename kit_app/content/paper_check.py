"""Check papers against the kit: same in every language, pictures there, no secret on shelves for players."""

from collections.abc import Iterator, Mapping
from typing import Any

from kit_app.content.draft import Draft
from kit_app.content.graph import unknown
from kit_app.content.picture_size import width_px
from kit_app.content.pictures import MM_PER_INCH, PRINT_DPI
from kit_app.content.quoted import REFERENCES
from kit_app.content.slide_check import slide_problems
from kit_app.content.source import Source, likely
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.papers import (
    SECRET_MADE,
    CardPaperWords,
    DocumentWords,
    FramedBlock,
    ItemsBlock,
    MadeBlock,
    PaperBlock,
    PaperSpec,
    PaperWords,
    PictureBlock,
    ProgrammeBlock,
    StoryboardWords,
    TableBlock,
    blocks_of,
    pictures_of,
)
from kit_app.domain.problems import KitProblem
from kit_app.domain.spelling import places
from kit_app.i18n import N_

SESSION_PLACES = frozenset(
    {
        *("session.name", "session.date", "session.time", "session.room", "session.facility"),
        *("session.minutes", "session.slot", "session.end", "session.team", "session.players"),
        *("session.debrief", "session.guided", "session.envelopes"),
        *("session.variant", "session.level", "session.sector", "facility.short", "facility.promise"),
        *("set", "kit.title", "kit.version", "game", "person"),
    }
)
"""Places of papers that the session fills; beside them stand those of contacts, of lines of the script and of
the kit's texts."""
OPEN_HEADS = frozenset({"session", "contact", "kit", "facility", "script"})
"""What places with a dot may begin with on papers that tell no answer."""

OPEN_SHELVES = ("players", "awareness", "room")


def paper_places(draft: Draft) -> frozenset[str]:
    """Every place that a paper may have beyond those of the kit's texts."""
    contacts = draft.papers.data.get("contacts", ())
    script = {f"script.{key}" for words in draft.words.values() for key in words.script}
    return SESSION_PLACES | script | {f"contact.{contact.id}" for contact in contacts}


def is_paper_file(file: str) -> bool:
    """Whether the words of a paper or of quoted data stand in `file`."""
    return "papers/" in file or file.endswith(tuple(f"/{name}.toml" for name in REFERENCES))


def paper_problems(draft: Draft) -> Iterator[KitProblem]:
    """What is wrong with papers that could be read."""
    yield from _ids_twice(draft)
    letters = [path.letter for path in draft.head.paths] if draft.head else []
    for spec in draft.papers.papers.values():
        if spec.path and spec.path not in letters:
            message = N_("There is no “{name}”. There are: {known}.")
            source = draft.source(f"papers/{spec.id}.toml")
            yield source.problem(("path",), message, name=spec.path, known=", ".join(letters) or "–")
        by_language = {
            language: words[spec.id] for language, words in draft.papers.words.items() if spec.id in words
        }
        for language, words in by_language.items():
            source = draft.source(f"words/{language}/papers/{spec.id}.toml")
            yield from draft.once(_secrets, spec, words, source)
            yield from _pictures(draft, spec, words, source)
            yield from _marked_lines(draft, words, source)
        yield from _unlike(draft, spec, by_language)
    yield from _reference_problems(draft)
    yield from _room_problems(draft)
    yield from slide_problems(draft)


def _room_problems(draft: Draft) -> Iterator[KitProblem]:
    """Lines of the round of the room that name puzzles which the kit does not have."""
    source = draft.source("room.toml")
    for number, check in enumerate(draft.papers.data.get("room", ())):
        for place, puzzle in enumerate(check.puzzles):
            if puzzle not in draft.puzzle_ids:
                message = N_("There is no “{name}”. There are: {known}.")
                known = ", ".join(draft.puzzle_ids)
                yield source.problem(("room", number, "puzzles", place), message, name=puzzle, known=known)


def _marked_lines(draft: Draft, words: PaperWords, source: Source) -> Iterator[KitProblem]:
    """Lines of lists that are for a puzzle which the kit does not have."""
    for path, block in _placed_blocks(words):
        for number, puzzle in enumerate(block.puzzles if isinstance(block, ItemsBlock) else ()):
            if puzzle:
                yield from unknown(source, (*path, "items", number, "puzzle"), puzzle, draft.puzzle_ids)


def _ids_twice(draft: Draft) -> Iterator[KitProblem]:
    for name in REFERENCES:
        source = draft.source(f"{name}.toml")
        seen: set[str] = set()
        for place, one in enumerate(draft.papers.data.get(name, ())):
            if one.id in seen:
                message = N_("“{key}” is there twice. Give one of them another id.")
                yield source.problem((name, place, "id"), message, key=one.id)
            seen.add(one.id)


def _secrets(spec: PaperSpec, words: PaperWords, source: Source) -> tuple[KitProblem, ...]:
    """Answers on papers that others than the facilitator see, rows for players where none are known."""
    return tuple(_secret_problems(spec, words, source))


def _secret_problems(spec: PaperSpec, words: PaperWords, source: Source) -> Iterator[KitProblem]:
    for path, block in _placed_blocks(words):
        if isinstance(block, MadeBlock) and block.of in SECRET_MADE and spec.shelf in OPEN_SHELVES:
            message = N_(
                "“{name}” shows what only the facilitator may see. Put it on the facilitator’s shelf."
            )
            yield source.problem((*path, "of"), message, name=block.of)
        if isinstance(block, TableBlock) and block.rows_for and spec.shelf == "awareness":
            message = N_("This paper belongs to no session: it has no players. Take “rows_for” out.")
            yield source.problem((*path, "rows_for"), message)
    if spec.secret:
        return
    for path, text in texts_in(source.data):
        for place in places(text):
            head, dot, _ = place.partition(".")
            if dot and head not in OPEN_HEADS:
                message = N_("{place} may stand in papers with “secret = true” only.")
                yield source.problem(path, message, place=f"{{{place}}}")


def _pictures(draft: Draft, spec: PaperSpec, words: PaperWords, source: Source) -> Iterator[KitProblem]:
    for name in dict.fromkeys(pictures_of(spec, words)):
        if f"images/{name}" in draft.files:
            continue
        is_own = name == spec.picture
        where = draft.source(f"papers/{spec.id}.toml") if is_own else source
        message = N_("The picture {picture} is missing. Put it into the folder “images” of the kit.")
        yield where.problem(
            ("picture",) if is_own else _path_of(words, name), message, picture=f"images/{name}"
        )
    for path, block in _placed_blocks(words):
        if isinstance(block, PictureBlock):
            yield from _coarse(draft, block, source, path)


def _coarse(draft: Draft, block: PictureBlock, source: Source, path: KeyPath) -> Iterator[KitProblem]:
    content = draft.files.get(f"images/{block.file}")
    if content is None or block.file.lower().endswith(".svg"):
        return
    width, wanted = width_px(content), round(block.width_mm / MM_PER_INCH * PRINT_DPI)
    if width is None:
        message = N_("{picture} is no PNG, JPEG or SVG picture. Save it again as one.")
        yield source.problem((*path, "file"), message, picture=block.file)
    elif width < wanted:
        message = N_("{picture} is {width} pixels wide; {mm} mm of paper need {wanted}. Take a larger one.")
        values = {"width": str(width), "mm": f"{block.width_mm:g}", "wanted": str(wanted)}
        yield source.problem((*path, "file"), message, picture=block.file, **values)


def _path_of(words: PaperWords, name: str) -> KeyPath:
    if isinstance(words, StoryboardWords):
        shown = [frame.picture for frame in words.frames]
        return ("frames", shown.index(name), "picture") if name in shown else ()
    for path, block in _placed_blocks(words):
        if isinstance(block, PictureBlock) and block.file == name:
            return (*path, "file")
    return ()


def _unlike(draft: Draft, spec: PaperSpec, by_language: Mapping[str, PaperWords]) -> Iterator[KitProblem]:
    """Papers that say more, or less, in one language than in another."""
    if len(by_language) < 2:
        return
    (first, model), *others = by_language.items()
    for language, words in others:
        source = draft.source(f"words/{language}/papers/{spec.id}.toml")
        there = f"words/{first}/papers/{spec.id}.toml"
        ours, theirs = list(_placed_blocks(words)), list(_placed_blocks(model))
        for (path, block), (_, other) in zip(ours, theirs, strict=False):
            if _measure(block) != _measure(other):
                message = N_("This block is not the same as in {other}: {here} here, {there} there.")
                values = {"here": _measure(block), "there": _measure(other), "other": there}
                yield source.problem(path, message, **values)
                break
        else:
            if len(ours) != len(theirs):
                message = N_("This paper has {here} blocks here and {there} in {other}. Translate all.")
                values = {"here": str(len(ours)), "there": str(len(theirs)), "other": there}
                yield source.problem(("blocks",), message, **values)


def _measure(block: PaperBlock) -> str:
    """The kind of a block and how much of it there is."""
    if isinstance(block, ItemsBlock):
        marked = ", ".join(filter(None, block.puzzles))
        return f"{block.kind} × {len(block.items)}" + (f" ({marked})" if marked else "")
    if isinstance(block, ProgrammeBlock):
        return f"{block.kind} × {len(block.slots)} × {len(block.heads)}"
    if isinstance(block, TableBlock):
        return f"{block.kind} × {len(block.rows)}{' + ' + block.rows_for if block.rows_for else ''}"
    if isinstance(block, FramedBlock):
        return f"{block.kind} × {len(block.lines)}"
    return f"{block.kind} {block.of}" if isinstance(block, MadeBlock) else block.kind


def _placed_blocks(words: PaperWords) -> Iterator[tuple[KeyPath, PaperBlock]]:
    if isinstance(words, CardPaperWords):
        for side, own in (("front", words.front), ("back", words.back)):
            for number, block in enumerate(own.blocks):
                yield (side, "blocks", number), block
    elif isinstance(words, DocumentWords):
        for number, block in enumerate(blocks_of(words)):
            yield ("blocks", number), block


def _reference_problems(draft: Draft) -> Iterator[KitProblem]:
    """Facts, contacts, topics and bulletins without words, and words without them."""
    for name, held in draft.papers.data.items():
        ids = [one.id for one in held]
        for language in draft.languages:
            words = draft.papers.data_words.get(language, {}).get(name)
            source = draft.source(f"words/{language}/{name}.toml")
            for one in ids if words is not None else ():
                if one not in (words or {}):
                    yield source.problem((name,), N_("The words of “{key}” are missing. Add them."), key=one)
            for one in words or {}:
                if one not in ids:
                    meant = likely(one, ids)
                    if meant and meant not in (words or {}):
                        message = N_("“{key}” is not known here. Did you mean “{meant}”?")
                        yield source.problem((name, one), message, key=one, meant=meant)
                    else:
                        message = N_("These words belong to nothing: the kit has no “{key}”. Take them out.")
                        yield source.problem((name, one), message, key=one)


def texts_in(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text of a file's data, however deep, with where it stands."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from texts_in(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from texts_in(item, (*path, number))
