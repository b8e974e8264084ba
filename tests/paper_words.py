"""What docs/printing.md says below the pictures of paper, and which ways of laying it out are pictured."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SECTIONS = (
    (
        "For the players",
        "What one team of five finds in its envelopes and on its table, and what each player keeps. Every "
        "team gets other answers, so no picture is the answer of your evening.",
    ),
    (
        "For the facilitator and the room",
        "What only you read, in a red frame where it tells answers, and what hangs on doors and walls that "
        "evening.",
    ),
    (
        "To hang up and hand out",
        "Papers that need no session: *Posters, cards* on the first page prints them.",
    ),
)

HOW: Mapping[str, str] = {
    "P1": "The register lies open on the table: nothing to cut.",
    "P2": "Cut the note into its strips, mix them, put them into their envelope.",
    "P3": "Cut out the square mask and its windows; the plan stays whole.",
    "P4": "Cut the papers of the tray, fold the last sheet around them.",
    "P5": "Cut the posts apart; their crossword comes on the second sheet.",
    "P6": "Cut the calls; fold the flap of the result over what it hides and close it with a sticker.",
    "P7": "Cut the print-outs of the mails and the procedure sheet in half sheets.",
    "P8": "Cut out the stick, fold it over and glue; the two logs are half sheets.",
    "P9": "Cut out both discs, lay the small one on the large one, pin them with a paper fastener.",
    "P10": "One sheet for the table: nothing to cut.",
    "P11": "One sheet for the table: nothing to cut.",
    "P12": "Cut the cards apart and shuffle them.",
    "badges": "Cut, fold the back over and glue; slip into badge holders or pin on.",
    "roles": "Cut, fold along the line so that the last lines are hidden until the screens turn red.",
    "envelopes": "Cut; glue each label onto its envelope and its list inside the flap; seals stay with you.",
    "papers": "The pitch is a half sheet to cut, the answer sheet stays whole.",
    "souvenir": "Written on at the end, for the team to keep.",
}
"""What hands do with the sheets of the set, by the desk's line."""

HOW_KIND: Mapping[str, str] = {
    "card": "Cut; where the printer has one side only, fold outwards and glue.",
    "poster": "Or A3 or A2, on one sheet or glued from A4 sheets.",
    "sign": "Lying; to hang up.",
    "storyboard": "Lying; a short film to shoot, picture by picture.",
}
"""The same of the kit's papers, by their kind."""

SECRET = "In a red frame: it tells answers."

FOR_WHOM: Mapping[str, str] = {
    "player": "one for each player",
    "team": "for each team",
    "facilitator": "for you",
    "site": "for the place",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A way to lay papers out: which of them is pictured, with which wishes, and how many of its sheets.

    `lost`: the card that is printed again, alone.
    """

    name: str
    title: str
    told: str
    kind: str
    wish: Mapping[str, Any] = field(default_factory=dict)
    sheets: int = 1
    lost: str = ""


ORDERS = (
    Order(
        name="order-fit",
        title="As many as fit",
        kind="P5",
        told="What is not said otherwise: the sheet lies so that most pieces find room, with marks at its "
        "edges to cut along.",
    ),
    Order(
        name="order-two",
        title="So many on a sheet",
        kind="P12",
        wish={"per_sheet": 2},
        told="1, 2, 4, 8 or 9: fewer than fit leave room for a paper cutter.",
    ),
    Order(
        name="order-stack",
        title="For one pile",
        kind="P12",
        wish={"order": "stack"},
        sheets=3,
        told="Cut the whole pile at once and lay the small piles one on another: the cards are in order.",
    ),
    Order(
        name="order-fold",
        title="Two sides from a printer of one side",
        kind="incident-card",
        told="Front and back side by side: cut around both, fold outwards along the dashed line, glue.",
    ),
    Order(
        name="order-backs",
        title="Two sides from a printer of both",
        kind="incident-card",
        wish={"sides": "long"},
        sheets=2,
        told="Each back lies behind its front, turned about the long or the short edge, also where the last "
        "sheet is not full.",
    ),
    Order(
        name="order-booklet",
        title="Booklet",
        kind="guide",
        wish={"order": "booklet"},
        sheets=2,
        told="Pages of documents two by two on lying sheets: print both sides, lay together, fold, staple.",
    ),
    Order(
        name="order-glued",
        title="A large poster from A4 sheets",
        kind="poster-1",
        wish={"posters": "A2-glued"},
        sheets=9,
        told="A3 or A2 from sheets that any printer takes: cut along the marks, glue each sheet onto the "
        "strip of the one before. The sheets say which.",
    ),
    Order(
        name="order-a3",
        title="A3 paper",
        kind="P12",
        wish={"paper": "A3"},
        told="Twice as many pieces on a sheet, each in its true size.",
    ),
    Order(
        name="order-letter",
        title="US Letter",
        kind="P1",
        wish={"paper": "letter"},
        told="An A4 page at 94 %; smaller pieces in their true size.",
    ),
    Order(
        name="order-bleed",
        title="Colour over the cut",
        kind="P12",
        wish={"bleed_mm": 3.0, "gap_mm": 8.0},
        told="Grounds run on past the marks, so that no white edge shows after cutting.",
    ),
    Order(
        name="edition-ink",
        title="Edition saving ink",
        kind="poster-1",
        wish={"saves_ink": True},
        told="Grounds become lines, drawings their outlines: to try out, or to colour in. In grey, too.",
    ),
    Order(
        name="edition-grey",
        title="Grey edition",
        kind="poster-2",
        wish={"edition": "grey"},
        told="For printers of one ink: greys as dark as the colours, told apart by more than colour.",
    ),
    Order(
        name="edition-contrast",
        title="High contrast",
        kind="roles",
        wish={"edition": "contrast"},
        told="Black on white, strong lines, no grounds: for people who see little contrast.",
    ),
    Order(
        name="edition-large",
        title="Large print",
        kind="P7",
        wish={"edition": "large"},
        sheets=2,
        told="Cards one size larger; what fills an A4 sheet comes out as two halves to glue, or whole on A3.",
    ),
    Order(
        name="edition-large-contrast",
        title="Large print, high contrast",
        kind="P7",
        wish={"edition": "large-contrast"},
        sheets=2,
        told="Both together, for people who see little.",
    ),
    Order(
        name="order-film",
        title="A mask on film",
        kind="P3",
        wish={"on_film": True},
        sheets=2,
        told="For a transparency instead of card: its windows are clear, nothing is cut out of it.",
    ),
    Order(
        name="order-control",
        title="Control sheet",
        kind="P12",
        wish={"control_sheet": True},
        told="On top of the PDF when wished for: what follows, a ruler and a card's outline to measure.",
    ),
    Order(
        name="order-lost",
        title="A lost card",
        kind="P12",
        lost="P12-C3",
        told="Alone, on the first free place of a sheet that pieces were cut from before.",
    ),
    Order(
        name="calibration",
        title="The sheet that sets a printer up",
        kind="calibration",
        sheets=2,
        told="Folded edge on edge; the creases cross lines whose numbers tell what the printer does.",
    ),
)
