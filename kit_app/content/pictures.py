"""Check the pictures of a kit: there, readable and fine enough for paper."""

from collections.abc import Iterator, Mapping

from kit_app.content.draft import Draft
from kit_app.content.drawings import Trouble, drawing_trouble
from kit_app.content.picture_size import width_px
from kit_app.content.source import Source
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.problems import KitProblem
from kit_app.i18n import N_

PRINT_DPI = 300
MM_PER_INCH = 25.4
DRAWING = ".svg"
FOLDER = "images/"

_MISSING = N_("The picture {picture} is missing. Put it into the folder “images” of the kit.")


def picture_problems(draft: Draft) -> Iterator[KitProblem]:
    """Pictures that are named and missing, unreadable or too coarse, unsafe ones and idle ones."""
    yield from _on_cards(draft)
    for source in _structure(draft):
        for path, value in _texts((), source.data):
            is_named = path[0] != "cards" and {"picture", "pictures"} & set(path)
            if value and is_named and not _is_there(draft, value):
                yield source.problem(path, _MISSING, picture=value)
    used = _named(draft)
    for name in sorted(draft.files):
        if name.startswith(FOLDER) and name not in used:
            message = N_("Nothing shows this picture. Name it where it is to be shown, or take it out.")
            yield KitProblem(file=name, line=0, key="", message=message)
        if name.endswith(DRAWING) and (trouble := drawing_trouble(draft.files[name])):
            message, found = trouble
            yield KitProblem(file=name, line=0, key="", message=message, values={"picture": name, **found})


def _on_cards(draft: Draft) -> Iterator[KitProblem]:
    for puzzle in draft.puzzles.values():
        source = draft.source(f"puzzles/{puzzle.id}.toml")
        for number, card in enumerate(puzzle.cards):
            if card.picture:
                for message, values in _on_card(draft, card.picture, card.picture_mm):
                    where = ("cards", number, "picture")
                    yield source.problem(where, message, picture=card.picture, **values)


def _on_card(draft: Draft, picture: str, width_mm: int) -> Iterator[Trouble]:
    """What keeps a picture from being printed so wide."""
    if not _is_there(draft, picture):
        yield _MISSING, {}
        return
    width = width_px(draft.files[picture])
    wanted = round(width_mm / MM_PER_INCH * PRINT_DPI)
    if width_mm <= 0:
        yield N_("Say in “picture_mm” how wide the picture {picture} is printed."), {}
    elif picture.endswith(DRAWING):
        return
    elif width is None:
        yield N_("{picture} is no PNG, JPEG or SVG picture. Save it again as one."), {}
    elif width < wanted:
        message = N_("{picture} is {width} pixels wide; {mm} mm of paper need {wanted}. Take a larger one.")
        yield message, {"width": str(width), "mm": str(width_mm), "wanted": str(wanted)}


def _is_there(draft: Draft, picture: str) -> bool:
    return picture.startswith(FOLDER) and picture in draft.files


def _structure(draft: Draft) -> Iterator[Source]:
    """The files that name pictures by their path: the kit's own and its puzzles', overlays too."""
    for folder in (draft.sources, *draft.layers.values()):
        for inner, source in folder.items():
            if inner == "kit.toml" or inner.startswith("puzzles/"):
                yield source


def _named(draft: Draft) -> set[str]:
    """The pictures that any file names, with or without their folder."""
    sources = [source for folder in (draft.sources, *draft.layers.values()) for source in folder.values()]
    named = {value.removeprefix(FOLDER) for source in sources for _, value in _texts((), source.data)}
    return {name for name in draft.files if name.removeprefix(FOLDER) in named}


def _texts(path: KeyPath, data: object) -> Iterator[tuple[KeyPath, str]]:
    """Every text at any depth, and where it stands."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from _texts((*path, key), value)
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts((*path, number), value)
