"""The lines about the session: its day, its kit, its cards, the copy of the data."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kit_app.domain.codes import shown
from kit_app.domain.plan import SessionPlan
from kit_app.errors import StorageError
from kit_app.i18n import Catalogue
from kit_app.services.preflight.cards import CardReading, printed, read_card, said_of, tables
from kit_app.services.preflight.finding import KitFinding
from kit_app.services.preflight.session import StoredKit, backup, day, kit, stored_kit
from kit_app.services.services import Services
from kit_app.storage.database import FILE_NAME
from tests.fakes import WALL_START_MS
from tests.unit.services.bundled import SEED, draft, opened, teams

EN = Catalogue("en")


@pytest.fixture
def plan(services: Services) -> SessionPlan:
    return services.sessions.save(draft(services, teams=teams("Red", "Blue"))).plan


def test_the_day_is_compared_with_today(plan: SessionPlan) -> None:
    assert day(plan, WALL_START_MS, EN).text.startswith("Today, Tuesday")
    assert day(replace(plan, date=""), WALL_START_MS, EN).level == "ok"
    other = day(replace(plan, date="2026-12-01"), WALL_START_MS, EN)
    assert (other.level, "1 December 2026" in other.topic.replace("\u00a0", " ")) == ("warn", True)


def test_a_kit_that_deals_what_was_printed_is_fine_and_brings_its_round(
    services: Services, plan: SessionPlan
) -> None:
    found = kit(services.library, stored_kit(services.library, plan), plan, 2, EN)
    version = services.library.bundled_kit().version
    assert found.level == "ok"
    assert found.text == f"Sant'Escape – digital security {version}, whole; the answers match the cards."
    assert isinstance(found, KitFinding)
    assert [line.id for line in found.room][:2] == ["envelopes", "kept"]
    assert "2 sets" in found.room[0].text


@pytest.mark.parametrize("choice", [{"left_out": ("P2", "P5")}, {"taken_in": ("X1",)}])
def test_a_session_without_a_puzzle_or_with_one_more_is_fine(
    services: Services, choice: dict[str, tuple[str, ...]]
) -> None:
    plan = services.sessions.save(replace(draft(services), **choice)).plan
    found = kit(services.library, stored_kit(services.library, plan), plan, 1, EN)

    assert (found.level, isinstance(found, KitFinding)) == ("ok", True)


def test_other_answers_than_the_printed_ones_are_red(services: Services, plan: SessionPlan) -> None:
    other = replace(plan, seed=SEED[::-1])
    found = kit(services.library, stored_kit(services.library, plan), other, 2, EN)

    assert found.level == "danger"
    assert "no longer fit" in found.text


def test_a_kit_that_is_another_than_the_stored_one_is_red(services: Services, plan: SessionPlan) -> None:
    found = kit(services.library, StoredKit(), replace(plan, kit_digest="0" * 64), 2, EN)

    assert (found.level, found.topic) == ("danger", "This session cannot be played with its kit")


def test_a_snapshot_that_is_damaged_is_red(tmp_path: Path, services: Services, plan: SessionPlan) -> None:
    with closing(sqlite3.connect(tmp_path / "data" / FILE_NAME)) as connection:
        connection.execute("UPDATE kits SET files = substr(files, 1, 1000)")
        connection.commit()
    found = kit(services.library, stored_kit(services.library, plan), plan, 2, EN)

    assert found.level == "danger"


def code_of(plan: SessionPlan, team: int) -> str:
    return next(iter(plan.deals[team - 1].codes.values()))


@pytest.mark.parametrize("way", [str, str.lower, shown, lambda code: f" {code[:3]} - {code[3:].lower()} "])
def test_any_card_tells_its_team_however_it_is_typed(services: Services, plan: SessionPlan, way) -> None:
    reading = read_card(way(code_of(plan, 2)), plan, {}, EN)

    assert (reading.team, reading.set_id) == (2, plan.deals[1].set_id)
    assert said_of(reading, plan, EN) == f"Set {plan.deals[1].set_id} (Blue): right."


def test_the_id_of_the_set_does_as_well(plan: SessionPlan) -> None:
    assert read_card(plan.deals[0].set_id.lower(), plan, {}, EN).team == 1


def test_a_card_of_another_session_is_named(services: Services, plan: SessionPlan) -> None:
    other = services.sessions.duplicate(plan.id).plan
    reading = read_card(code_of(other, 1), plan, services.sessions.foreign_codes(plan.id), EN)

    assert reading.is_foreign
    assert other.deals[0].set_id in said_of(reading, plan, EN)
    found = tables(plan, (1, 2), (), reading, EN)
    assert (found.level, found.topic) == ("danger", "Cards of another set lie on the tables")
    ours = " and ".join(deal.set_id for deal in plan.deals)
    assert found.text == f"Fetch sets {ours} and read one of their cards."


def test_a_card_of_a_set_that_is_not_kept_here_is_foreign_too(plan: SessionPlan) -> None:
    reading = read_card("BBBBBB", plan, {}, EN)

    assert reading.is_foreign
    assert "not known here" in said_of(reading, plan, EN)


@pytest.mark.parametrize(
    ("typed", "said"), [("BBBBBC", "BBB·BBC does not exist"), ("417", "six letters"), ("", "six")]
)
def test_what_is_no_card_is_said_and_changes_nothing(plan: SessionPlan, typed: str, said: str) -> None:
    reading = read_card(typed, plan, {}, EN)

    assert said in reading.refusal
    assert tables(plan, (1, 2), (), reading, EN).level == "warn"


def test_each_playing_team_is_confirmed_by_its_own_set(plan: SessionPlan) -> None:
    red, blue = (deal.set_id for deal in plan.deals)
    nothing = CardReading()

    assert tables(plan, (1, 2), (), nothing, EN).topic == "No printed card has been read yet"
    half = tables(plan, (1, 2), (red,), nothing, EN)
    assert (half.level, half.topic) == ("warn", "The set of one team is not confirmed")
    assert "Blue" in half.text
    assert tables(plan, (1,), (red,), nothing, EN).level == "ok"
    assert tables(plan, (1, 2), (red, blue), nothing, EN).level == "ok"


def test_papers_that_were_not_printed_are_named_with_their_teams(plan: SessionPlan) -> None:
    found = printed(replace(plan, printed_teams=(1,)), (1, 2), EN)

    assert (found.level, found.topic) == ("warn", "The cards of one team are not marked as printed")
    assert "Blue" in found.text
    assert found.action is not None
    assert printed(replace(plan, printed_teams=(1, 2)), (1, 2), EN).level == "ok"


def test_the_copy_of_the_data_is_made_when_there_is_none(services: Services) -> None:
    assert services.backups.all() == ()
    assert backup(services.backups, EN).level == "ok"
    assert len(services.backups.all()) == 1


def test_a_copy_that_cannot_be_made_is_yellow(services: Services, tmp_path: Path) -> None:
    (tmp_path / "data" / "backups").write_text("in the way", encoding="utf-8")

    assert backup(services.backups, EN).level == "warn"


def test_what_was_ticked_and_confirmed_is_there_after_a_restart(
    tmp_path: Path, services: Services, plan: SessionPlan, clock
) -> None:
    services.readiness.tick(plan.id, {"sign", "hints"})
    services.readiness.confirm(plan.id, "TXR9")
    services.readiness.confirm(plan.id, "HM7K")
    services.close()
    again = opened(tmp_path / "data", clock)

    assert again.readiness.ticked(plan.id) == {"sign", "hints"}
    assert again.readiness.sets(plan.id) == {"TXR9", "HM7K"}
    assert again.readiness.ticked("another") == frozenset()
    again.close()


def test_what_was_ticked_and_cannot_be_read_is_told(tmp_path: Path, clock) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "readiness.json").write_text("{", encoding="utf-8")
    services = opened(tmp_path / "data", clock)

    assert any("go round once more" in one.message for one in services.notices)
    services.close()


def test_a_disk_that_refuses_a_tick_is_told(services: Services, tmp_path: Path) -> None:
    (tmp_path / "data" / "readiness.new").mkdir()

    with pytest.raises(StorageError, match="could not be kept"):
        services.readiness.tick("one", {"sign"})
    assert services.readiness.ticked("one") == frozenset()
