"""The command that writes the report of a session."""

from argparse import Namespace

import pypdfium2
import pytest

from kit_app.assets import resources_dir
from kit_app.cli.papers import write_report
from kit_app.errors import PrintError
from kit_app.i18n import load
from kit_app.services.simulate import simulate_run
from tests.unit.services.bundled import draft, opened, teams


@pytest.fixture
def services(tmp_path, clock):
    services = opened(tmp_path / "data", clock)
    yield services
    services.close()


def test_the_report_is_one_page_in_the_file_that_was_named(services, tmp_path, capsys):
    t = load(resources_dir() / "i18n", "fr")
    plan = services.sessions.save(draft(services, teams=teams("Les Indiscrets"))).plan
    out = tmp_path / "bilan.pdf"
    with pytest.raises(PrintError):
        write_report(services, Namespace(id=plan.id, out=out), t)
    assert not out.exists()
    simulate_run(services.runs, services.results, plan.id, 1, "7", services.clock.wall_ms())
    write_report(services, Namespace(id=plan.id, out=out), t)
    assert capsys.readouterr().out.strip() == str(out)
    with pypdfium2.PdfDocument(out.read_bytes()) as document:
        assert len(document) == 1
