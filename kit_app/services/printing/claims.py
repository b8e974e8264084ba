"""Say what a deck's PDF must show, page by page, and what it may not tell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kit_app.domain.deal import TeamTable
from kit_app.domain.telling import secrets_of
from kit_app.services.printing.proof import Box, Claim, ExpectedCard
from printables.layout.boxes import Box as PaperBox
from printables.products.badges import Badge
from printables.products.deck import Deck, Sheet, planned_sheets
from printables.products.enlarged import Enlarged, Half
from printables.products.face import CardFace
from printables.products.item import Item
from printables.products.labels import EnvelopeLabel, FlapLabel
from printables.products.two_sided import FoldOver, TwoSided
from printables.units import mm

FACES = ("face", "outer", "inner")
"""Where things keep the faces that they bear: a wheel has one on each disc."""


def claim_of(
    deck: Deck, tables: Sequence[TeamTable], *, for_players: bool = False, file_name: str = ""
) -> Claim:
    """What the PDF of `deck` must be. `tables` hold the teams whose cards may be on it."""
    words: dict[str, str] = {}
    for card in (card for table in tables for card in table.cards):
        words[card.id] = _words(words.get(card.id, ""), card.title, card.line, card.reading)
    secrets = [secret for table in tables for puzzle in table.puzzles for secret in secrets_of(puzzle)]
    return Claim(
        pages=tuple(tuple(_cards(sheet, words)) for sheet in planned_sheets(deck)),
        secrets=tuple(secrets) if for_players else (),
        file_name=file_name,
    )


def faces_of(item: Item) -> Iterator[CardFace]:
    """The faces that a thing bears on the side that lies up; half a page has only its own codes."""
    if isinstance(item, Enlarged):
        yield from faces_of(item.item)
    elif isinstance(item, Half):
        for face in faces_of(item.item):
            yield face if face.code in item.codes else replace(face, code=None)
    elif isinstance(item, FoldOver):
        yield from (*faces_of(item.card.front), *faces_of(item.card.back))
    elif isinstance(item, TwoSided):
        yield from faces_of(item.front)
    for name in FACES:
        part = getattr(item, name, None)
        found = part if isinstance(part, CardFace) else getattr(part, "face", None)
        if isinstance(found, CardFace):
            yield found


def names_of(item: Item) -> Mapping[str, str]:
    """How a person may name what was lost, each with its id: a card's id or code, a role, an envelope."""
    bare = bare_of(item)
    named = {}
    for face in faces_of(item):
        named[face.card_id] = face.card_id
        if face.code is not None:
            named[face.code] = face.card_id
    if isinstance(bare, Badge):
        named[bare.role_id] = bare.role_id
    elif isinstance(bare, EnvelopeLabel | FlapLabel):
        named[bare.code] = bare.code
    return named


def bare_of(item: Item) -> Item:
    """A thing without what it is wrapped in: its front, in its usual size."""
    while isinstance(item, Enlarged | Half | FoldOver | TwoSided):
        if isinstance(item, FoldOver):
            item = item.card.front
        else:
            item = item.front if isinstance(item, TwoSided) else item.item
    return item


def _cards(sheet: Sheet, words: Mapping[str, str]) -> Iterator[ExpectedCard]:
    for item, box in sheet.laid:
        faces = tuple(faces_of(item))
        yield ExpectedCard(
            where=item.title,
            box=_measured(box),
            codes=frozenset(face.code for face in faces if face.code is not None),
            words=_words(*(words.get(face.card_id, "") for face in faces)),
        )


def _words(*texts: str) -> str:
    return "\n".join(texts)


def _measured(box: PaperBox) -> Box:
    return (box.x / mm(1), box.y / mm(1), box.width / mm(1), box.height / mm(1))
