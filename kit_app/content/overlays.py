"""What a kit becomes in each variant and sector: its overlays laid over it, and what is wrong with them."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from kit_app.content.draft import HEAD, Draft, Head, expected_files, read_draft, read_puzzles
from kit_app.content.files import KitFiles
from kit_app.content.layers import folders_of, laid_over
from kit_app.content.papers import paper_files
from kit_app.content.source import Source, likely
from kit_app.content.toml_lines import KeyPath
from kit_app.content.translations import keys_below, unlike
from kit_app.domain.problems import KitProblem
from kit_app.i18n import N_
from kit_app.mechanisms.table import Mechanism

OF_THE_WHOLE = ("format", "id", "version", "licence", "languages", "variants", "sectors", "levels", "example")
"""Keys of kit.toml that are the same in every variant and sector."""

Laid = dict[tuple[str, ...], Source]
"""Merged files by their path and the folders that they were merged from."""


def read_whole(files: KitFiles, mechanisms: Mapping[str, Mechanism]) -> Draft:
    """All that can be read of `files`, with a draft of its own for each choice that overlays change."""
    draft = read_draft(files, mechanisms)
    if draft.is_newer or not draft.layers:
        return draft
    if draft.head is None:
        return draft
    draft.problems += _folder_problems(draft, draft.head)
    by_folders: dict[tuple[str, ...], Draft] = {}
    laid: Laid = {}
    for variant, sector in draft.every_choice():
        folders = tuple(one for one in folders_of(variant, sector) if one in draft.layers)
        if folders and folders not in by_folders:
            by_folders[folders] = _choice(draft, folders, laid)
        if folders:
            draft.choices[variant, sector] = by_folders[folders]
    return draft


def drafts(draft: Draft) -> tuple[Draft, ...]:
    """The draft itself and each different one of its choices."""
    return (draft, *{id(one): one for one in draft.choices.values()}.values())


def _choice(draft: Draft, folders: tuple[str, ...], laid: Laid) -> Draft:
    """The draft with the files of `folders` laid over its own, the last on top."""
    added = {name: b"" for folder in folders for name in draft.layers[folder]}
    own = Draft(
        files={**added, **draft.files},
        mechanisms=draft.mechanisms,
        digest=draft.digest,
        head=draft.head,
        sources={**draft.sources},
        is_choice=True,
        readings=draft.readings,
    )
    for name in added:
        own.sources[name] = _laid(draft, name, folders, laid)
    if HEAD in added:
        own.head = own.read(Head, own.source(HEAD))
    read_puzzles(own)
    return own


def _laid(draft: Draft, name: str, folders: tuple[str, ...], laid: Laid) -> Source:
    found = draft.source(name)
    if name in draft.files and not found.is_read:
        return found
    below: tuple[str, ...] = ()
    for folder in folders:
        over = draft.layers[folder].get(name)
        if over is not None:
            below = (*below, folder)
            if (name, *below) not in laid:
                laid[name, *below] = laid_over(found, over)
            found = laid[name, *below]
    return found


def _folder_problems(draft: Draft, head: Head) -> Iterator[KitProblem]:
    """What is wrong with the overlays; files that nothing reads are taken out."""
    known = {
        "variants": [one.id for one in head.variants],
        "sectors": [one.id for one in head.sectors],
    }
    expected = expected_files(draft)
    for folder, sources in sorted(draft.layers.items()):
        parts = folder.split("/")
        for kind, name in zip(parts[::2], parts[1::2], strict=True):
            if name not in known[kind]:
                yield _unknown_folder(folder, name, known[kind])
                sources.clear()
        own = paper_files(sources, draft.languages)
        for name in sorted(set(sources) - expected - own):
            yield _stray(folder, name, expected)
            del sources[name]
        yield from _head_problems(sources)
        yield from _translation_problems(draft, folder, sources)
        yield from _block_problems(draft, folder, sources)


def _block_problems(draft: Draft, folder: str, sources: Mapping[str, Source]) -> Iterator[KitProblem]:
    """Blocks of papers with an id that nothing below has: they would come at the end, unmeant."""
    for name, source in sources.items():
        below = [draft.source(name)]
        below += [over[name] for under, over in draft.layers.items() if under != folder and name in over]
        known = {one for each in below for _, one in _block_ids(each)}
        for path, one in _block_ids(source) if draft.source(name).is_read else ():
            if one in known:
                continue
            if meant := likely(one, known):
                message = N_("There is no “{name}”. Did you mean “{meant}”?")
                yield source.problem(path, message, name=one, meant=meant)
            else:
                message = N_("The paper below has no block “{name}” to lay this over. There are: {known}.")
                yield source.problem(path, message, name=one, known=", ".join(sorted(known)) or "–")


def _block_ids(source: Source) -> Iterator[tuple[KeyPath, str]]:
    """The ids of a paper's blocks, of both sides of a card."""
    sides: dict[KeyPath, Any] = {(): source.data, ("front",): source.data.get("front")}
    sides["back",] = source.data.get("back")
    for path, side in sides.items():
        blocks = side.get("blocks") if isinstance(side, Mapping) else None
        for number, block in enumerate(blocks if isinstance(blocks, list) else ()):
            if isinstance(block, Mapping) and isinstance(block.get("id"), str):
                yield (*path, "blocks", number, "id"), block["id"]


def _unknown_folder(folder: str, name: str, known: list[str]) -> KitProblem:
    meant = likely(name, known)
    if meant:
        message = N_("Nothing reads this folder: there is no “{name}”. Did you mean “{meant}”?")
        return Source(file=folder).problem((), message, name=name, meant=meant)
    message = N_("Nothing reads this folder: there is no “{name}”. There are: {known}.")
    return Source(file=folder).problem((), message, name=name, known=", ".join(known) or "–")


def _stray(folder: str, name: str, expected: set[str]) -> KitProblem:
    source = Source(file=f"{folder}/{name}")
    meant = likely(name, expected)
    if meant:
        message = N_("Nothing reads this file. Should it be named {meant}?")
        return source.problem((), message, meant=f"{folder}/{meant}")
    message = N_("Nothing reads this file: the kit has no {name} to lay it over.")
    return source.problem((), message, name=name)


def _head_problems(sources: Mapping[str, Source]) -> Iterator[KitProblem]:
    source = sources.get(HEAD)
    for key in source.data if source else ():
        if source and key in OF_THE_WHOLE:
            message = N_(
                "“{key}” is the same in every variant and sector. Write it in the kit’s own kit.toml."
            )
            yield source.problem((key,), message, key=key)


def _translation_problems(draft: Draft, folder: str, sources: Mapping[str, Source]) -> Iterator[KitProblem]:
    """Words that an overlay has in one language and not in another."""
    inner = sorted({name.split("/", 2)[2] for name in sources if name.startswith("words/")})
    for end in inner:
        read: list[Source] = []
        for language in draft.languages:
            name = f"words/{language}/{end}"
            if name not in sources:
                message = N_("This translation is missing: write it after the model of another language.")
                yield Source(file=f"{folder}/{name}").problem((), message)
            elif sources[name].is_read:
                read.append(sources[name])
        yield from unlike(draft, PurePosixPath(end).stem, read, _keys)


def _keys(source: Source, stem: str) -> Iterator[KeyPath]:
    """The keys of all tables of an overlay's words."""
    return keys_below(source.data, ())
