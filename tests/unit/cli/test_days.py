"""The commands about days, as they are typed."""

import json
from collections.abc import Iterator

import pypdfium2
import pytest

from kit_app.cli.arguments import parser
from kit_app.cli.main import READING, WRITING
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from tests.unit.services.bundled import draft, opened

EN = Catalogue("en")


@pytest.fixture
def services(tmp_path, clock) -> Iterator[Services]:
    services = opened(tmp_path / "data", clock)
    yield services
    services.close()


def typed(services: Services, *words: str) -> None:
    options = parser(EN).parse_args(words)
    act = {**READING, **WRITING}[options.command, options.act]
    act(services, options, EN)


def test_a_day_is_planned_shown_printed_and_taken_to_a_calendar(services, tmp_path, capsys) -> None:
    plan = services.sessions.save(draft(services, room="Salle Camélia")).plan
    words = ("--like", plan.id[:8], "--first", "9:00", "--sessions", "3", "--lunch", "0", "--reset", "15")
    typed(services, "day", "new", "2026-12-03", *words)
    out, err = capsys.readouterr()
    rows = [row for row in services.sessions.list() if row.date == "2026-12-03"]
    assert out.split() == [row.id for row in rows]
    assert [row.time for row in rows] == ["09:00", "10:45", "12:30"]
    assert "no break of 20 min" in err

    typed(services, "day", "show", "2026-12-03")
    out = capsys.readouterr().out
    assert "  08:45–09:00  Setting up" in out and "  10:30–10:45  Reset" in out
    typed(services, "day", "show", "2026-12-03", "--json")
    shown = json.loads(capsys.readouterr().out)
    assert [one["slot"]["start"] for one in shown["sessions"]] == [540, 645, 750]
    assert len(shown["conflicts"]) == 1

    pdf, ics, one = tmp_path / "day.pdf", tmp_path / "day.ics", tmp_path / "one.ics"
    typed(services, "day", "print", "2026-12-03", "--out", str(pdf))
    typed(services, "day", "calendar", "2026-12-03", "--out", str(ics))
    typed(services, "session", "calendar", rows[0].id, "--out", str(one))
    with pypdfium2.PdfDocument(pdf.read_bytes()) as document:
        assert len(document) == 1
    assert (ics.read_bytes().count(b"BEGIN:VEVENT"), one.read_bytes().count(b"BEGIN:VEVENT")) == (3, 1)


@pytest.mark.parametrize(
    "words", [("show", "3/12/2026"), ("new", "2026-12-03", "--like", "x", "--first", "9h")]
)
def test_a_date_or_time_in_another_shape_is_not_understood(words, capsys) -> None:
    with pytest.raises(SystemExit) as left:
        parser(EN).parse_args(("day", *words))
    assert left.value.code == 2
    assert any(shape in capsys.readouterr().err for shape in ("YYYY-MM-DD\n", "HH:MM\n"))
