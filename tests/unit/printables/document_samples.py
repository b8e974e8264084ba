"""Samples of what is laid on pages: a document and a report."""

from printables.layout import colours
from printables.products.blocks import Column, Framed, Heading, Span, Table, Text
from printables.products.documents import Document, document_pages
from printables.products.item import Item
from printables.products.report import Report, report_pages
from printables.render.look import Look

FOOT = "Jeu – données fictives – Bouclage à 45"
KEY = Document(
    title="Clé des réponses",
    subtitle="Équipe 1",
    facilitator_only=True,
    foot=FOOT,
    blocks=(
        Heading(text="Réponses"),
        Table(columns=(Column(label="Énigme"), Column(label="Réponse")), rows=(("P1", "417"),) * 3),
        Framed(blocks=(Text(text="Puis : enveloppe B2."),), title="À dire", line=colours.DANGER),
    ),
)
REPORT = Report(
    title="Rapport",
    subtitle="Les Indiscrets",
    facts=(("Issue", "Gagné"),),
    time_line_title="Ligne de temps",
    minutes=45,
    spans=(
        Span(label="P1 Le registre", path=None, start=0, end=4, marks=((2, "1"),), words="4:00"),
        Span(label="P12 Écrans rouges", path="D", start=40, end=None),
    ),
    unit="min",
    table_title="Énigmes",
    columns=(Column(label="Énigme", share=3), Column(label="Temps")),
    rows=(("P1 Le registre", "4:00"),),
    foot=FOOT,
)


def document_samples(look: Look) -> dict[str, Item]:
    """The first page of each by a name."""
    return {"answer-key": document_pages(KEY, look)[0], "report": report_pages(REPORT, look)[0]}
