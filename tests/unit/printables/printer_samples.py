"""Samples of the sheets that set up and check a printer."""

from dataclasses import replace

from printables.products.calibration import CalibrationSide
from printables.products.control_sheet import ControlLine, ControlSheet, control_pages
from printables.products.item import Item
from printables.render.look import Look

CALIBRATION = CalibrationSide(
    title="Régler l'imprimante",
    side="Recto",
    steps=(
        "Pliez la feuille en deux, bord gauche sur bord droit. Lisez 1 et 2 où le pli croise le trait.",
        "Pliez bord haut sur bord bas. Lisez 3.",
        "Posez une autre feuille dans le coin. Lisez 4 où son bord croise le trait.",
    ),
    lay="Coin de l'autre feuille ici",
    foot="Imprimer à 100 %",
)

CONTROL = ControlSheet(
    title="Feuille de contrôle",
    subtitle="Les Indiscrets · jeu TXR9",
    how_title="Comment imprimer",
    how=("Imprimez d'abord cette page à 100 %.", "Posez une règle et une carte bancaire."),
    ruler="Cette règle mesure 100 mm.",
    card="Une carte bancaire couvre ce cadre.",
    order_title="La suite, dans l'ordre de coupe",
    heads=("Quoi", "Sur", "Feuilles"),
    lines=(
        ControlLine(title="P1 Le registre", paper="papier", sheets="2"),
        ControlLine(title="Badges", paper="carton", sheets="1"),
    ),
    total="3 feuilles, dont 1 sur carton.",
    foot="Jeu – données fictives – Bouclage à 45",
)


def printer_samples(look: Look) -> dict[str, Item]:
    """The sheets by their names."""
    return {
        "calibration-front": CALIBRATION,
        "calibration-back": replace(CALIBRATION, side="Verso", is_back=True),
        "control-sheet": control_pages(CONTROL, look)[0],
    }
