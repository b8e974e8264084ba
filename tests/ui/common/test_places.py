"""The rail, the steps, lists and the graph are reached by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.ui.common.forecast_bar import Forecast, ForecastBar
from kit_app.ui.common.graph import GraphPanel, NodePlace
from kit_app.ui.common.nodes import NodeFacts
from kit_app.ui.common.rail import Rail, RailEntry
from kit_app.ui.common.shapes import PathShape, TeamShape
from kit_app.ui.common.steps import StepBar
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.common.timeline import Timeline, TimelineRow

LINKS = [("P1", "P2"), ("P1", "P5"), ("P2", "P3"), ("P3", "P10")]


@pytest.fixture
def host(qtbot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window)
    window.resize(900, 500)
    qtbot.addWidget(window)
    return window


def place(ident: str, column: int, row: int, state: str = "open") -> NodePlace:
    facts = NodeFacts(
        ident=ident, title="Titre", path="A", state=state, state_text="ouverte", time_text="3:10"
    )
    return NodePlace(facts=facts, column=column, row=row)


PLACES = [place("P1", 0, 1), place("P2", 1, 0), place("P3", 2, 0), place("P5", 1, 1), place("P10", 1, 2)]


def rail_of(host: QWidget) -> Rail:
    rail = Rail(
        "Sant'Escape Kit",
        [
            RailEntry("home", "home", "Accueil", "Alt+1"),
            RailEntry("sessions", "sessions", "Sessions", "Alt+2"),
        ],
        [RailEntry("help", "help", "Aide", "F1", True)],
    )
    host.layout().addWidget(rail)
    host.show()
    host.activateWindow()
    return rail


def test_a_place_is_reached_by_click_and_by_key(qtbot, host: QWidget) -> None:
    rail = rail_of(host)
    with qtbot.waitSignal(rail.chosen) as told:
        qtbot.mouseClick(rail.place("sessions"), Qt.MouseButton.LeftButton)
    assert told.args == ["sessions"]
    with qtbot.waitSignal(rail.chosen) as told:
        qtbot.keyClick(host, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert told.args == ["home"]


def test_only_the_window_marks_the_current_place(qtbot, host: QWidget) -> None:
    rail = rail_of(host)
    rail.set_current("home")
    qtbot.mouseClick(rail.place("sessions"), Qt.MouseButton.LeftButton)
    assert rail.place("home").isChecked() and not rail.place("sessions").isChecked()


def test_the_rail_folds_in_narrow_windows_and_keeps_its_names(host: QWidget) -> None:
    rail = rail_of(host)
    rail.set_profile("Hôpital de Brévalon", "Profil complet")
    rail.fit_window(1099, 768)
    assert rail.is_folded and rail.width() < 100
    assert rail.place("home").text() == "Accueil"
    rail.fit_window(1366, 768)
    assert rail.width() == 184


def test_a_facility_name_of_sixty_characters_wraps(host: QWidget) -> None:
    rail = rail_of(host)
    rail.set_profile("Établissement public de santé mentale de la Vallée d'Orsenne", "Profil complet")
    host.resize(900, 500)
    assert rail.grab().width() == 184


def test_each_step_is_reached_by_click_and_by_key(qtbot, host: QWidget) -> None:
    steps = StepBar(["Préparer", "Imprimer", "Jouer", "Débriefer", "Résultats"])
    host.layout().addWidget(steps)
    host.show()
    host.activateWindow()
    steps.set_current(0)
    steps.set_done({0})
    with qtbot.waitSignal(steps.chosen) as told:
        qtbot.keyClick(host, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [4]
    with qtbot.waitSignal(steps.chosen) as told:
        qtbot.mouseClick(steps.step(2), Qt.MouseButton.LeftButton)
    assert told.args == [2]
    assert steps.step(0).isChecked()


def rows_of(*idents: str) -> list[Row]:
    return [
        Row(ident=ident, cells=(Cell(text=ident, is_bold=True), Cell(text="prête", tag="ok")))
        for ident in idents
    ]


def test_a_row_opens_by_enter_and_by_double_click(qtbot, host: QWidget) -> None:
    table = ListTable(["Session", "État"])
    host.layout().addWidget(table)
    host.show()
    table.set_rows(rows_of("s1", "s2"))
    table.choose("s2")
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == ["s2"]
    at = table.visualRect(table.rows.index(0, 0)).center()
    with qtbot.waitSignal(table.opened) as told:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == ["s1"]


def test_new_rows_keep_the_chosen_one(qtbot, host: QWidget) -> None:
    table = ListTable(["Session", "État"])
    qtbot.addWidget(table)
    table.set_rows(rows_of("s1", "s2"))
    table.choose("s2")
    table.set_rows(rows_of("s0", "s1", "s2"))
    assert table.chosen() == "s2"
    table.set_rows(rows_of("s0"))
    assert table.chosen() == ""


def test_a_cell_says_its_text_to_a_screen_reader(qtbot) -> None:
    table = ListTable(["Session", "État"])
    qtbot.addWidget(table)
    table.set_rows(rows_of("s1"))
    assert table.rows.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "prête"


def graph_of(host: QWidget) -> GraphPanel:
    graph = GraphPanel()
    host.layout().addWidget(graph)
    graph.set_graph(PLACES, LINKS)
    host.show()
    host.activateWindow()
    return graph


def test_a_node_is_chosen_by_click_and_opened_by_enter(qtbot, host: QWidget) -> None:
    graph = graph_of(host)
    with qtbot.waitSignal(graph.chosen) as told:
        qtbot.mouseClick(graph.node("P5"), Qt.MouseButton.LeftButton)
    assert told.args == ["P5"] and graph.node("P5").isChecked()
    with qtbot.waitSignal(graph.opened) as told:
        qtbot.keyClick(graph.node("P5"), Qt.Key.Key_Return)
    assert told.args == ["P5"]


def test_arrows_move_among_the_nodes(qtbot, host: QWidget) -> None:
    graph = graph_of(host)
    graph.node("P1").setFocus()
    qtbot.keyClick(graph.node("P1"), Qt.Key.Key_Right)
    assert graph.selected == "P5" and graph.node("P5").hasFocus()
    qtbot.keyClick(graph.node("P5"), Qt.Key.Key_Up)
    assert graph.selected == "P2"
    qtbot.keyClick(graph.node("P2"), Qt.Key.Key_Right)
    assert graph.selected == "P3"


def test_nodes_never_overlap_and_stay_inside(host: QWidget) -> None:
    graph = graph_of(host)
    boxes = [graph.node(item.facts.ident).geometry() for item in PLACES]
    assert not any(one.intersects(two) for one in boxes for two in boxes if one is not two)
    assert all(graph.rect().contains(box) for box in boxes)


def test_a_node_says_its_state_and_keeps_its_button_when_it_changes(host: QWidget) -> None:
    graph = graph_of(host)
    before = graph.node("P5")
    facts = NodeFacts(
        ident="P5", title="Titre", state="stuck", state_text="piétine", time_text="7:40 / 5:00", share=1.5
    )
    changed = [
        item if item.facts.ident != "P5" else NodePlace(facts=facts, column=1, row=1) for item in PLACES
    ]
    graph.set_graph(changed, LINKS)
    assert graph.node("P5") is before
    assert "piétine" in before.accessibleName()
    graph.grab()


def test_a_node_that_is_gone_leaves_the_graph(host: QWidget) -> None:
    graph = graph_of(host)
    graph.set_graph(PLACES[:-1], LINKS[:-1])
    with pytest.raises(KeyError):
        graph.node("P10")


def test_pictures_of_time_and_shapes_draw_without_a_word_of_their_own(qtbot, host: QWidget) -> None:
    bar = ForecastBar(name="Fin prévue")
    bar.show_forecast(Forecast(elapsed=680, total=2700, elapsed_text="11:20", total_text="45"))
    line = Timeline()
    line.show_rows(
        [TimelineRow(ident="P1", start_s=0, end_s=200, target_s=240, hints_s=(90,), text="3:20")], 600, "min"
    )
    for part in (bar, line, PathShape("D", 40), TeamShape(5)):
        host.layout().addWidget(part)
    host.show()
    assert not host.grab().isNull()
    assert "11:20" in bar.accessibleName()
    assert "3:20" in line.accessibleDescription()
