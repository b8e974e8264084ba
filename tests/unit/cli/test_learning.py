"""`learning` on the command line: for people and for programs, never of fewer than five."""

import json
from argparse import Namespace

import pytest

from kit_app.assets import resources_dir
from kit_app.cli.learning import learning
from kit_app.i18n import load
from tests.unit.services.bundled import draft, opened
from tests.unit.services.sheets import fill

ENGLISH = load(resources_dir() / "i18n", "en")


@pytest.fixture
def services(tmp_path, clock):
    services = opened(tmp_path / "data", clock)
    yield services
    services.close()


def told(services, capsys, people: int, as_json: bool) -> str:
    plan = services.sessions.save(draft(services)).plan
    fill(services, plan.id, people)
    learning(services, Namespace(id=plan.id, json=as_json), ENGLISH)
    return capsys.readouterr().out


def test_people_read_a_line_for_all_for_each_theme_and_question(services, capsys) -> None:
    lines = told(services, capsys, 8, as_json=False).splitlines()
    assert "8 before · 8 after · 0 a month later" in lines[0]
    assert "90 days" in lines[1]
    assert lines[2] == "After the game"
    assert lines[3].split() == ["All", "questions", "43", "%", "78", "%", "+35", "(+18", "to", "+52)", "8"]
    assert lines[10].startswith("  I leave my desk for two minutes.")
    assert len(lines) == 3 + 1 + 6 + 10


def test_programs_read_shares_between_0_and_1(services, capsys) -> None:
    found = json.loads(told(services, capsys, 8, as_json=True))
    assert found["sheets"] == {"before": 8, "after": 8, "month": 0}
    whole = found["changes"]["before-after"][0]
    assert (whole["level"], whole["people"], whole["is_paired"]) == ("all", 8, True)
    assert whole["low"] < whole["change"] < whole["high"]


def test_of_four_people_no_share_is_told(services, capsys) -> None:
    found = json.loads(told(services, capsys, 4, as_json=True))
    for line in found["changes"]["before-after"]:
        assert {line[key] for key in ("people", "before", "after", "change", "low", "high")} == {None}
