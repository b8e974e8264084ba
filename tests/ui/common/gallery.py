"""Every common widget on pages of 1366 × 768, to be looked at: python -m tests.ui.common.gallery DIR."""

import sys
from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QWidget,
)

from kit_app.assets import resources_dir
from kit_app.ui.common.banner import Banner
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import CardChoice, SegmentedChoice
from kit_app.ui.common.clock_label import CountdownLabel
from kit_app.ui.common.controls import CheckBox, ComboBox, DateField, NumberField, TimeField
from kit_app.ui.common.dialogs import QuestionDialog, TextDialog, Verb
from kit_app.ui.common.empty_state import EmptyState
from kit_app.ui.common.fields import Field
from kit_app.ui.common.fonts import load_fonts
from kit_app.ui.common.forecast_bar import Forecast, ForecastBar
from kit_app.ui.common.graph import GraphPanel, NodePlace
from kit_app.ui.common.labels import Label, rule
from kit_app.ui.common.nodes import NodeFacts
from kit_app.ui.common.page import Page
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.progress import FootProgress
from kit_app.ui.common.rail import Rail, RailEntry
from kit_app.ui.common.shapes import PathShape, TeamShape
from kit_app.ui.common.steps import StepBar
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.common.tags import Tag
from kit_app.ui.common.theme import apply_theme
from kit_app.ui.common.timeline import Timeline, TimelineRow
from kit_app.ui.common.toast import Toast

PLACES = [
    RailEntry("home", "home", "Accueil", "Alt+1"),
    RailEntry("sessions", "sessions", "Sessions", "Alt+2"),
    RailEntry("kits", "kit", "Kits", "Alt+3"),
    RailEntry("train", "train", "S'entraîner", "Alt+4"),
    RailEntry("shelf", "shelf", "Affiches, fiches", "Alt+5"),
    RailEntry("results", "chart", "Résultats", "Alt+6"),
]
FOOT = [RailEntry("help", "help", "Aide", "F1", True), RailEntry("settings", "gear", "Réglages", "Ctrl+,")]


def row(*parts: QWidget, stretch: int | None = None, spacing: int = 8) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(spacing)
    for number, part in enumerate(parts):
        line.addWidget(part, 1 if number == stretch else 0)
    if stretch is None:
        line.addStretch(1)
    return line


def home_page() -> Page:
    page = Page("Bonjour", "Mardi 24 novembre 2026")
    page.add_action(KeyButton("Comme la dernière fois", icon="duplicate"))
    page.add_action(KeyButton("Nouvelle session", icon="plus", key="Ctrl+N"))
    page.banners.show_banner(
        "gap",
        "warn",
        "La partie s'est arrêtée à 18:44:20, il y a 3 min. Rendre ces 3 min, ou les compter ?",
        [("give", "Rendre"), ("count", "Compter"), ("later", "Plus tard")],
    )
    card = Panel(look="marked", padding=20)
    card.add(row(Tag("Ce soir · 18 h 30", "marker"), Label("dans 4 h 10", "quiet", wraps=False)))
    card.add(Label("Bouclage à 45 · Équipes de nuit, unités B et C", "h2"))
    card.add(Label("Salle Camélia · 2 équipes (5 + 6 joueurs) · 45 minutes, complet · jeux TXR9", "quiet"))
    start = KeyButton("Ouvrir la console", kind="primary", size="start", icon="play", key="Return")
    card.add(row(start, KeyButton("Imprimer ce qui manque", size="start", icon="print"), spacing=12))
    page.add(card)
    table = ListTable(["Quand", "Session", "Où", "Où en est-on"])
    table.set_rows(
        [
            Row(
                ident=str(number),
                cells=(
                    Cell(text="jeu. 3 déc., 14 h", is_bold=True),
                    Cell(text=name),
                    Cell(text="Salle Camélia", is_quiet=True),
                    Cell(text=state, tag=kind),
                ),
            )
            for number, (name, state, kind) in enumerate(
                [
                    ("Accueil et secrétariats · 45 allégé", "à imprimer", "info"),
                    (
                        "Comptabilité et achats · 45 complet, avec un nom très long qui déborde",
                        "sans salle",
                        "warn",
                    ),
                    ("Résidence des Glycines · médico-social", "brouillon", "plain"),
                    ("Pharmacie et laboratoire · 45 complet", "jouée · débrief fait", "ok"),
                ]
            )
        ]
    )
    table.choose("1")
    table.setMinimumHeight(210)
    sessions = Panel("Prochaines sessions")
    sessions.add_to_head(KeyButton("Toutes les sessions", kind="quiet", size="small"))
    sessions.add(table, 1)
    empty = Panel("Résultats", icon="chart")
    empty.add(
        EmptyState(
            "empty-sessions",
            "Aucune session. La première se prépare en trois minutes.",
            "Préparer une session",
        )
    )
    line = QHBoxLayout()
    line.addWidget(sessions, 1)
    line.addWidget(empty)
    page.add(line, 1)
    return page


def prepare_page() -> Page:
    page = Page()
    page.set_crumbs("Sessions › Accueil et secrétariats")
    steps = StepBar(["Préparer", "Imprimer", "Jouer", "Débriefer", "Résultats"])
    steps.set_current(1)
    steps.set_done({0})
    page.top.addWidget(steps)
    form = Panel(padding=20)
    name = Field(
        "Nom de la session", QLineEdit("Accueil et secrétariats"), "Montré dans la liste et sur le résultat."
    )
    room = ComboBox()
    room.add_choice("c", "Salle Camélia")
    room.add_choice("a", "Amphithéâtre du deuxième étage")
    form.add(
        row(name, Field("Date", DateField()), Field("Heure", TimeField()), Field("Salle", room), stretch=0)
    )
    form.add(Label("Durée et difficulté", "label"))
    cards = CardChoice(
        [
            ("30", "30 minutes", "6 énigmes · congrès, pause"),
            ("45a", "45 allégé", "10 énigmes · 3 à 4 joueurs, première fois"),
            ("45", "45 complet", "12 énigmes · 5 à 8 joueurs"),
            ("60", "60 minutes", "14 énigmes · équipes curieuses"),
        ]
    )
    cards.set_value("45a")
    form.add(cards)
    language = SegmentedChoice([("fr", "Français"), ("en", "English"), ("two", "Les deux")])
    language.set_value("fr")
    players = NumberField(3, 8, value=4, names=("Un joueur de moins", "Un joueur de plus"))
    wrong = Field("Joueurs", NumberField(0, 8, value=2, names=("moins", "plus")))
    wrong.set_error("Il faut au moins 3 joueurs. Réunissez les deux équipes ou attendez un joueur.")
    form.add(
        row(Field("Langue des cartes", language), Field("Joueurs", players), wrong, stretch=2, spacing=16)
    )
    bad = Field("Nom montré à l'écran", QLineEdit("Les Fouineurs"))
    bad.set_error("Ce nom est déjà pris.")
    off = QLineEdit("hors service")
    off.setEnabled(False)
    teams = [TeamShape(number) for number in range(1, 7)]
    form.add(row(bad, Field("Sans main", off), *teams, stretch=0))
    checks = [CheckBox("Économie d'encre"), CheckBox("Grands caractères"), CheckBox("Coché, hors service")]
    checks[0].setChecked(True)
    checks[2].setChecked(True)
    checks[2].setEnabled(False)
    form.add(row(*checks, spacing=24))
    note = QPlainTextEdit()
    note.setPlaceholderText("Une phrase")
    note.setFixedHeight(60)
    form.add(note)
    side = Panel("Cette session")
    side.setFixedWidth(268)
    side.add(Label("87 %", "figure"))
    side.add(Label("de chances de finir à temps, avec indices", "quiet"))
    side.add(rule())
    info = Panel(look="info", padding=10)
    info.add(Label("4 joueurs : 45 allégé convient. Pour le complet, prévoyez 5 à 8 joueurs par équipe."))
    side.add(info)
    for kind in ("quiet", "secondary", "strong", "danger", "danger-filled", "primary"):
        side.add(KeyButton(f"Bouton {kind}", kind=kind, key="Ctrl+P"))
    side.body.addStretch(1)
    line = QHBoxLayout()
    line.addWidget(form, 1)
    line.addWidget(side)
    page.add(line)
    foot = page.show_foot()
    foot.saved.show_saved("Enregistré 18:42")
    work = FootProgress("Interrompre")
    work.begin("Équipe 1 : envoi des feuilles")
    work.step(24, 34)
    work.show()
    foot.add_left(work)
    foot.set_message("1 champ à corriger")
    foot.add(KeyButton("Annuler"))
    go = KeyButton("Passer à l'impression", kind="primary", key="Ctrl+Return")
    go.setEnabled(False)
    foot.add(go)
    return page


def console_page() -> QWidget:
    page = QWidget()
    page.setProperty("ground", "paper")
    left = Panel("Maintenant", padding=12)
    left.setFixedWidth(292)
    clock = CountdownLabel()
    clock.setFixedHeight(66)
    clock.set_remaining(2_020_000)
    left.add(clock)
    pause = KeyButton("Pause", kind="strong", size="large", icon="pause", key="P")
    left.add(row(pause, KeyButton("−1", size="large"), KeyButton("+1", size="large"), stretch=0))
    bar = ForecastBar()
    bar.show_forecast(
        Forecast(
            elapsed=680,
            total=2700,
            elapsed_text="11:20",
            total_text="45",
            low=2040,
            high=2700,
            expected=2280,
            expected_text="38",
        )
    )
    left.add(Label("Fin prévue à 38 min (34 à 45)"))
    left.add(bar)
    left.add(row(Label("Écran des joueurs", "bold", wraps=False), Tag("Projeté", "ok")))
    left.add(row(*[PathShape(letter, 28) for letter in "ABCD"]))
    left.add(row(*[PathShape(letter, 18) for letter in "ABCD"]))
    urgent = KeyButton("Urgence", kind="danger", size="small", icon="phone", key="U")
    left.add(row(KeyButton("Joueur parti", size="small", key="J"), urgent))
    left.body.addStretch(1)
    middle = Panel("Énigmes", padding=12)
    for tag in (Tag("3 résolues", "ok", icon=""), Tag("3 ouvertes", "info"), Tag("6 à venir", "plain")):
        middle.add_to_head(tag)
    graph = GraphPanel()
    states = {
        "P1": ("", 0, 1, "solved", "résolue", "3:40", 0.92, "Le registre"),
        "P2": ("A", 1, 0, "solved", "résolue", "4:30", 1, "La poubelle"),
        "P3": ("A", 2, 0, "open", "ouverte", "3:10 / 3:30", 0.9, "Cache, plan"),
        "P4": ("A", 3, 0, "locked", "fermée", "cible 3:30", 0, "Le copieur"),
        "P5": ("B", 1, 1, "stuck", "piétine", "7:40 / 5:00", 1.53, "Trop partagé"),
        "P6": ("B", 2, 1, "late", "tarde", "4:00 / 3:30", 1.14, "Le support"),
        "P7": ("B", 3, 1, "locked", "fermée", "cible 4:00", 0, "5 messages"),
        "P8": ("C", 1, 2, "solved", "résolue", "4:20", 1.08, "2 journaux"),
        "P9": ("C", 2, 2, "open", "ouverte", "3:20 / 4:00", 0.83, "La roue de Zéphilog"),
        "P10": ("D", 1, 3, "locked", "fermée", "cible 3:00", 0, "Le portail"),
        "P11": ("D", 2, 3, "locked", "fermée", "cible 4:00", 0, "La bonne ?"),
        "P12": ("D", 3, 3, "locked", "fermée", "cible 4:00", 0, "Écran rouge"),
    }
    places = [
        NodePlace(
            facts=NodeFacts(
                ident=i, title=s[7], path=s[0], state=s[3], state_text=s[4], time_text=s[5], share=s[6]
            ),
            column=s[1],
            row=s[2],
        )
        for i, s in states.items()
    ]
    pairs = "P1-P2 P1-P5 P1-P8 P2-P3 P3-P4 P5-P6 P6-P7 P8-P9 P7-P10 P9-P10 P4-P11 P10-P11 P11-P12"
    graph.set_graph(places, [tuple(pair.split("-")) for pair in pairs.split()])
    graph.select("P5")
    middle.add(graph, 1)
    answer = QLineEdit("RVS")
    answer.setProperty("use", "answer")
    ok = KeyButton("Valider", kind="strong", size="start", key="Return")
    middle.add(row(Field("Réponse ou code de carte", answer), ok, stretch=0))
    right = Panel("Quoi dire", padding=12)
    right.setFixedWidth(352)
    say = Panel("P5 piétine : proposer l'indice 1", look="say", icon="hint", padding=12)
    say.add(Label("7:40 sur cette énigme, cible 5:00. L'indice 1 est dû depuis 1:10."))
    say.add(Label("« Tout est public. Lisez les légendes, pas les images. »", "say-bold"))
    say.add(
        row(KeyButton("Afficher l'indice 1", kind="primary", key="I"), KeyButton("Plus tard", size="large"))
    )
    right.add(say)
    right.add(Label("« Chaque définition a sa carte. »", "say"))
    right.add(row(Tag("dû à 6:30", "warn"), Tag("à régler", "danger"), Tag("brouillon", "plain")))
    for kind in ("info", "ok", "warn", "danger"):
        right.add(Banner(kind, "Le disque est plein : ce geste n'est pas gardé.", [("retry", "Réessayer")]))
    right.body.addStretch(1)
    line = QHBoxLayout(page)
    line.setContentsMargins(10, 10, 10, 10)
    line.setSpacing(10)
    line.addWidget(left)
    line.addWidget(middle, 1)
    line.addWidget(right)
    return page


def results_page() -> Page:
    page = Page("Résultats", "1 session jouée")
    panel = Panel("Le fil de la partie")
    line = Timeline()
    at = [(0, 220, 240), (220, 490, 270), (490, 690, 210), (220, 820, 300), (700, None, 210)]
    line.show_rows(
        [
            TimelineRow(
                ident=f"P{number + 1}",
                title=["Le registre", "La poubelle", "Cache, plan", "Trop partagé", "Le support"][number],
                path=["", "A", "A", "B", "B"][number],
                start_s=start,
                end_s=end,
                target_s=target,
                hints_s=(600,) if number == 3 else (),
                text="10:00 · trop long" if number == 3 else "pas résolue" if end is None else "4:20",
                is_late=number == 3,
            )
            for number, (start, end, target) in enumerate(at)
        ],
        1200,
        "min",
    )
    panel.add(line)
    page.add(panel)
    page.content.addStretch(1)
    return page


def build_window(page: QWidget, current: str = "home") -> QWidget:
    window = QWidget()
    line = QHBoxLayout(window)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    rail = Rail("Sant'Escape Kit", PLACES, FOOT)
    rail.set_current(current)
    rail.set_profile("Établissement d'hébergement pour personnes âgées dépendantes", "Profil complet")
    rail.fit_window(1366, 768)
    stack = QStackedWidget()
    stack.addWidget(page)
    line.addWidget(rail)
    line.addWidget(stack, 1)
    return window


def grab(widget: QWidget, target: Path, width: int = 1366, height: int = 768) -> None:
    widget.resize(width, height)
    widget.show()
    QApplication.processEvents()
    QApplication.processEvents()
    widget.grab().save(str(target))


def main(folder: Path) -> None:
    app = QApplication.instance() or QApplication([])
    load_fonts(resources_dir() / "fonts")
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("light", "dark"):
        apply_theme(app, name)
        home = build_window(home_page())
        grab(home, folder / f"home-{name}.png")
        toast = Toast(home)
        toast.show_toast("Session supprimée.", "Annuler")
        grab(home, folder / f"toast-{name}.png")
        grab(build_window(prepare_page(), "sessions"), folder / f"prepare-{name}.png")
        grab(console_page(), folder / f"console-{name}.png")
        grab(build_window(results_page(), "results"), folder / f"results-{name}.png")
        question = QuestionDialog(
            "Arrêter la partie ?",
            "Le temps s'arrête et l'issue est notée. Rien de ce qui a été montré n'est perdu.",
            [Verb("stop", "Arrêter", "danger-filled"), Verb("stay", "Continuer la partie", is_default=True)],
        )
        grab(question, folder / f"question-{name}.png", 520, question.sizeHint().height())
        prompt = TextDialog(
            "Message aux joueurs", "Texte montré", ("Montrer", "Laisser"), value="Bon courage"
        )
        prompt.field.set_error("Ce texte est trop long pour l'écran.")
        grab(prompt, folder / f"prompt-{name}.png", 520, prompt.sizeHint().height())
    folded = build_window(prepare_page(), "sessions")
    folded.findChild(Rail).fit_window(1000, 768)
    grab(folded, folder / "folded.png", 1000, 680)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
