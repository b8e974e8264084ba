"""Samples of posters: whole with a number, without one, large, and the sheets that are glued together."""

from dataclasses import replace

from printables.layout.boxes import A2, A3
from printables.products.item import Item
from printables.products.poster import Poster, TileWords, poster_tiles

SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 170">'
    b'<rect width="210" height="170" fill="#FFD23F"/></svg>'
)
POSTER = Poster(
    title="K11.1",
    slogan=("Votre mot de passe", "n'est pas incognito."),
    reflex="Phrase de passe + gestionnaire",
    foot="Un doute, un clic de trop ? Support informatique :",
    number="01 99 00 45 12",
    ground="#FFD23F",
    picture=SQUARE,
)
TILE_WORDS = TileWords(
    name="A2 à coller",
    sheet="feuille {sheet} ({n}/{total})",
    cut="couper le long des repères",
    glue="coller la feuille {sheet} sur cette bande",
)


def poster_samples() -> dict[str, Item]:
    return {
        "poster": replace(POSTER, logo=SQUARE, credit="Sant'Escape 1.0 : CC-BY-4.0"),
        "poster-to-fill": replace(POSTER, number=""),
        "poster-large": replace(POSTER, size=A2),
    }


def tile_samples() -> dict[str, Item]:
    """The sheets of posters that are glued together: each draws the whole poster through its window."""
    return {
        f"poster-{name}-{tile.title[-1].lower()}": tile
        for name, size in (("a3", A3), ("a2", A2))
        for tile in poster_tiles(replace(POSTER, size=size), TILE_WORDS)
    }
