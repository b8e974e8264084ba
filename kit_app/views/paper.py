"""What the print desk shows: the papers in cutting order, what they need, the PDF of those ticked."""

from dataclasses import dataclass


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
class PaperNeeds:
    """What the ticked papers need; `codes` counts the cards that show one."""

    sheets: int = 0
    card_sheets: int = 0
    cut_sheets: int = 0
    pieces: int = 0
    envelopes: int = 0
    codes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPdf:
    """The proved PDF of the ticked papers; `starts` has the first page (from 0) of each line."""

    pdf: bytes
    pages: int
    starts: dict[str, int]
    needs: PaperNeeds
    for_players: bool = False
