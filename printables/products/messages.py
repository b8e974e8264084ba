"""Printed mail messages: sender, addressee and subject above the text, as a card of blocks."""

from __future__ import annotations

from printables.layout.boxes import A5, Size
from printables.products.blocks import Column, Divider, Space, Table, Text
from printables.products.cards import ClueCard
from printables.products.face import CardFace
from printables.units import mm, pt


def message_card(
    face: CardFace,
    head: tuple[tuple[str, str], ...],
    body: tuple[str, ...],
    *,
    note: str = "",
    size: Size = A5,
) -> ClueCard:
    """A message: `head` holds labels with their words (« De », an address), `body` paragraphs.

    Addresses are set in fixed-width type, in which 1, l and I differ.
    """
    columns = (Column(share=1, bold=True), Column(share=4, mono=True))
    below = (Space(height=mm(6)), Text(text=note, quiet=True, size=pt(12))) if note else ()
    return ClueCard(
        face=face,
        size=size,
        blocks=(
            Table(columns=columns, rows=head, lines=False),
            Divider(),
            *(Text(text=paragraph) for paragraph in body),
            *below,
        ),
    )
