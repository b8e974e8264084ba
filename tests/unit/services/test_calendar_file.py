"""The calendar file, read by a strict reader of RFC 5545: an own one, since none comes with the program."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, strategies as st

from kit_app.errors import ExportError
from kit_app.i18n import Catalogue
from kit_app.services.calendar_file import day_calendar, escaped, session_calendar
from kit_app.services.services import Services
from tests.fakes import FakeClock
from tests.unit.services.bundled import draft, opened, teams

EN = Catalogue("en")
_LINE = re.compile(r'([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]+))*):(.*)', re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


@dataclass(frozen=True)
class Part:
    """A component: its properties by name, each with its parameters, and the components inside."""

    name: str
    values: dict[str, tuple[str, str]]
    inside: list["Part"]

    def text(self, key: str) -> str:
        return unescaped(self.values[key][1])


def unescaped(text: str) -> str:
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", text), f"not escaped: {text}"
    assert not re.search(r"(?<!\\)(?:\\\\)*\\[^\\;,nN]", text), f"unknown escape: {text}"
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)


def read(data: bytes) -> Part:
    """The calendar in `data`; fails where a strict reader would."""
    assert data.endswith(b"\r\n")
    physical = data[:-2].split(b"\r\n")
    assert all(len(line) <= 75 and b"\r" not in line and b"\n" not in line for line in physical)
    for line in physical:
        line.decode("utf-8")  # no letter is torn
    logical: list[str] = []
    for line in (one.decode() for one in physical):
        if line.startswith((" ", "\t")):
            logical[-1] += line[1:]
        else:
            logical.append(line)
    top, open_parts = [], []
    for line in logical:
        assert not _CONTROL.search(line)
        match = _LINE.fullmatch(line)
        assert match, line
        name, parameters, value = match.groups()
        if name == "BEGIN":
            open_parts.append(Part(value, {}, []))
        elif name == "END":
            done = open_parts.pop()
            assert done.name == value
            (open_parts[-1].inside if open_parts else top).append(done)
        else:
            assert name not in open_parts[-1].values, f"{name} twice"
            open_parts[-1].values[name] = (parameters, value)
    assert not open_parts and len(top) == 1
    (calendar,) = top
    assert calendar.values["VERSION"][1] == "2.0" and calendar.values["PRODID"][1]
    for event in calendar.inside:
        assert event.name == "VEVENT"
        assert re.fullmatch(r"\d{8}T\d{6}Z", event.values["DTSTAMP"][1])
        assert re.fullmatch(r"\d+", event.values["SEQUENCE"][1])
        shape = r"\d{8}" if event.values["DTSTART"][0] else r"\d{8}T\d{6}"
        start, end = event.values["DTSTART"], event.values["DTEND"]
        assert start[0] == end[0] and start[1] < end[1]
        assert re.fullmatch(shape, start[1]) and re.fullmatch(shape, end[1])
    uids = [event.values["UID"][1] for event in calendar.inside]
    assert len(set(uids)) == len(uids) > 0
    return calendar


@pytest.fixture(scope="module")
def services(tmp_path_factory) -> Iterator[Services]:
    services = opened(tmp_path_factory.mktemp("calendar"), FakeClock())
    yield services
    services.close()


@pytest.fixture(scope="module")
def plan(services: Services):
    long = "Équipe de nuit; unités B, C\\D – soins intensifs, réanimation et urgences"
    choices = {"date": "2026-12-03", "time": "09:00", "room": "Salle « Camélia », 2e"}
    return services.sessions.save(draft(services, name=long, teams=teams("A", "B"), **choices)).plan


def test_a_day_has_an_event_for_each_session_with_its_own_hours(services: Services, plan) -> None:
    services.sessions.save(draft(services, name="Pharmacy", date=plan.date, time=""))
    planned = services.days.on(plan.date)
    timed, whole_day = read(day_calendar(planned, services.clock.wall_ms(), EN)).inside
    assert timed.values["DTSTART"] == ("", "20261203T090000")
    assert timed.values["DTEND"] == ("", "20261203T103000")
    assert timed.text("SUMMARY") == plan.name
    assert timed.text("LOCATION") == "Salle « Camélia », 2e, Hôpital de Brévalon"
    assert timed.text("DESCRIPTION").split("\n") == [
        "8.45\u00a0am Setting up",
        "9\u00a0am Welcome, briefing",
        "9.10\u00a0am Game",
        "9.55\u00a0am Debrief, questionnaire",
        "10.30\u00a0am Reset",
        "A (5) and B (5)",
    ]
    assert whole_day.values["DTSTART"] == (";VALUE=DATE", "20261203")
    assert whole_day.values["DTEND"] == (";VALUE=DATE", "20261204")


def test_what_is_written_later_replaces_what_a_calendar_has(services: Services, plan) -> None:
    now = services.clock.wall_ms()
    before = read(session_calendar(plan, services.days.on(plan.date), now, EN)).inside[0]
    moved = services.sessions.save(replace(plan, date="2026-12-04", time="14:00")).plan
    after = read(session_calendar(moved, services.days.on("2026-12-04"), now + 60_000, EN)).inside[0]
    services.sessions.save(plan)
    assert before.values["UID"] == after.values["UID"]
    assert int(before.values["SEQUENCE"][1]) < int(after.values["SEQUENCE"][1])
    assert after.values["DTSTART"][1] == "20261204T140000"


def test_no_answer_and_no_code_goes_into_a_calendar(services: Services, plan) -> None:
    data = day_calendar(services.days.on(plan.date), services.clock.wall_ms(), EN).decode().upper()
    secrets = {puzzle.answer for deal in plan.deals for puzzle in deal.puzzles if len(puzzle.answer) > 3}
    secrets |= {code for deal in plan.deals for code in deal.codes.values()} | {plan.seed.upper()}
    assert len(secrets) > 20
    assert [one for one in secrets if one.upper() in data] == []


def test_without_a_date_it_is_said_what_to_do(services: Services, plan) -> None:
    with pytest.raises(ExportError, match="no date yet"):
        session_calendar(replace(plan, date=""), services.days.on(""), 0, EN)
    with pytest.raises(ExportError, match="No session"):
        day_calendar(services.days.on("2031-01-01"), 0, EN)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from(";,\\\n"), max_size=200))
def test_every_text_comes_back_as_it_was(text: str) -> None:
    assert unescaped(escaped(text)) == text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=120))
def test_every_name_is_folded_without_tearing_a_letter(services: Services, plan, name: str) -> None:
    named = replace(plan, name=name)
    (event,) = read(session_calendar(named, services.days.on(plan.date), 0, EN)).inside
    assert event.text("SUMMARY") == name
