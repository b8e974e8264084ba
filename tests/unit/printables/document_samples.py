"""Samples of what is laid on pages: a document, a report, a bulletin."""

from dataclasses import replace

from printables.layout import colours
from printables.products.blocks import Column, Framed, Heading, Span, Table, Text
from printables.products.bulletin import BulletinSheet, Part, Sharing
from printables.products.day_plan import DayPlan, DayRow, day_plan_pages
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
DAY = DayPlan(
    title="Plan de la journée",
    subtitle="Jeudi 3 décembre 2026 · Hôpital de Brévalon",
    heads=("N°", "Accueil", "Session, équipes", "Salle", "Jeu", "Débriefing", "Prêt", "Fait"),
    rows=(
        DayRow(start="8 h 45", what="Installer la salle", room="Camélia"),
        DayRow(
            number="1", start="9 h", what="**Unités B et C · 1**\nLes Indiscrets (5)", room="Camélia",
            game="9 h 10", debrief="9 h 55", ready="10 h 40",
        ),
        DayRow(start="10 h 40", what="Pause de 60 min, jusqu’à 11 h 40", is_ticked=False),
        DayRow(
            number="2", start="11 h 40", what="**Unités B et C · 2**\nLes Fouineurs (6)", room="Camélia",
            game="11 h 50", debrief="12 h 35", ready="13 h 20",
        ),
    ),
    note="Sans heure encore : Pharmacie.",
    chores_title="Après chaque partie, avant la suivante",
    chores_head="Après la session n°",
    chores=(("Bandes comptées : 12", frozenset("12")), ("Sceau refermé", frozenset("2"))),
    foot=FOOT,
)  # fmt: skip
BULLETIN = BulletinSheet(
    title="Faux appels du support informatique",
    kicker="Bulletin d’alerte 4/2026",
    moment="mardi 24 novembre 2026, 9 h 30",
    urgency="week",
    urgency_words="Agir cette semaine",
    parts=(
        Part(field="concerned", label="Qui est concerné", lines=("Tous ceux qui décrochent.",), usual=2),
        Part(field="happening", label="Ce qui se passe", lines=("Il répare.", "Il veut un code."), usual=4),
        Part(
            field="actions",
            label="Ce que vous faites",
            lines=("Raccrocher.", "Rappeler au numéro affiché."),
            usual=5,
            frame="note",
            ticked=True,
        ),
        Part(field="avoid", label="À éviter", lines=("Se taire.",), usual=4, frame="danger", is_half=True),
        Part(
            field="signs",
            label="Signes",
            lines=("L'urgence.", "La gentillesse, puis la menace."),
            usual=4,
            frame="plain",
            is_half=True,
        ),
        Part(field="tell", label="Qui prévenir", lines=("Support : 01 99 00 12 34",), usual=2, frame="ink"),
    ),
    facts=(("Source et date", "Groupement régional, 23 novembre"), ("Valable jusqu'au", "")),
    sharing=(
        Sharing(label="TLP:AMBER", colour="#FFC000", meaning="pour l'organisation"),
        Sharing(label="TLP:GREEN", colour="#33FF00", meaning="pour la communauté", holds=True),
    ),
    facility="Hôpital de Brévalon",
    foot="Hôpital de Brévalon · Bulletin d’alerte 4/2026",
)


def document_samples(look: Look) -> dict[str, Item]:
    """The first page of each by a name."""
    return {
        "answer-key": document_pages(KEY, look)[0],
        "report": report_pages(REPORT, look)[0],
        "day-plan": day_plan_pages(DAY, look)[0],
        "bulletin": BULLETIN,
        "bulletin-urgent": replace(BULLETIN, urgency="now", parts=BULLETIN.parts[:3], facts=()),
    }
