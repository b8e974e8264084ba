"""What the print desk shows: the papers in cutting order, what they need, the PDF of those ticked."""

from dataclasses import dataclass, field
from typing import Literal

PaperSize = Literal["A4", "A3", "letter"]
PaperSides = Literal["one", "long", "short"]
PosterSize = Literal["A4", "A3", "A2", "A3-glued", "A2-glued"]
"""On one sheet of that size, or on A4 sheets to glue together."""
SheetOrder = Literal["rows", "stack", "booklet"]
Edition = Literal["colour", "grey", "contrast", "large", "large-contrast"]
"""As drawn, in greys, black on white, √2 times as large, or large and black on white."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One line of the desk; `group` names the set when the papers of several teams lie together."""

    ident: str
    kind: str
    title: str
    group: str = ""
    is_on_card: bool = False
    sheets: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OneCard:
    """A card to print alone: on which line it stands, and how many of its size a sheet has places for."""

    line: str
    card_id: str
    title: str
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperNeeds:
    """What the ticked papers need; `codes` counts the cards that show one, `colour_pages` pages with colour.

    `cutting_min`: minutes with scissors; `film_sheets`: transparencies, which are no sheets of card.
    """

    sheets: int = 0
    card_sheets: int = 0
    film_sheets: int = 0
    colour_pages: int = 0
    cut_sheets: int = 0
    pieces: int = 0
    cutting_min: int = 0
    envelopes: int = 0
    codes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWish:
    """How a person wants the sheets. `per_sheet` 0: as many as fit; `sides` "one": backs are folded over.

    `gap_mm` None: 6 mm, or none where more then fit. `bleed_mm`: how far grounds reach over the cut.
    `margin_mm`: what the printer cannot reach. `control_sheet`: whether the sheet to measure comes first.
    `on_film`: masks are for transparencies.
    """

    paper: PaperSize = "A4"
    per_sheet: int = 0
    sides: PaperSides = "one"
    order: SheetOrder = "rows"
    gap_mm: float | None = None
    bleed_mm: float = 0.0
    margin_mm: float = 4.2
    saves_ink: bool = False
    edition: Edition = "colour"
    on_film: bool = False
    posters: PosterSize = "A4"
    control_sheet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPdf:
    """The proved PDF of the ticked papers; `starts` has the first page (from 0) of each line.

    `sheets`: how many sheets of paper each line takes as it is wished for.
    """

    pdf: bytes
    pages: int
    starts: dict[str, int]
    needs: PaperNeeds
    for_players: bool = False
    sheets: dict[str, int] = field(default_factory=dict)
