"""What the door gives to every product: where the fonts are, ready words, the language, ink and tone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from printables.render.fonts import Faces, FontFiles, read_faces
from printables.render.tones import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """Words that every sheet may bear, ready in the language of the materials."""

    fold: str  # « pli »
    glue: str  # « colle »
    sheet: str  # « feuille {n}/{total} »
    page: str  # « page {n} / {total} »
    set_name: str  # « jeu {set_id} »
    ruler: str  # « Cette règle mesure 100 mm. Sinon : réimprimer à 100 %, sans « ajuster à la page ». »
    facilitator_only: str  # « Animateur seulement »


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Fonts as paths, words, and choices of look that hold for a whole deck."""

    fonts: FontFiles
    words: SheetWords
    language: str  # "fr" or "en": becomes the document's language
    kit_line: str  # title and version of the kit
    ink_saving: bool = False
    tone: Tone = Tone.COLOUR

    @property
    def faces(self) -> Faces:
        return read_faces(self.fonts)


def font_files(folder: Path) -> FontFiles:
    """The bundled fonts below `folder`, by the names that they are shipped with."""
    return FontFiles(
        text=folder / "andika" / "Andika-Regular.ttf",
        text_bold=folder / "andika" / "Andika-Bold.ttf",
        mono=folder / "ibm-plex-mono" / "IBMPlexMono-Regular.ttf",
        mono_bold=folder / "ibm-plex-mono" / "IBMPlexMono-Bold.ttf",
        hand=folder / "kalam" / "Kalam-Regular.ttf",
        hand_bold=folder / "kalam" / "Kalam-Bold.ttf",
        masthead=folder / "abril-fatface" / "AbrilFatface-Regular.ttf",
        letters=folder / "atkinson-hyperlegible" / "AtkinsonHyperlegible-Bold.ttf",
        slogan=folder / "lilita-one" / "LilitaOne-Regular.ttf",
        screen=folder / "atkinson-hyperlegible" / "AtkinsonHyperlegible-Regular.ttf",
        screen_bold=folder / "atkinson-hyperlegible" / "AtkinsonHyperlegible-Bold.ttf",
    )
