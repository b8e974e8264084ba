"""The talk of twelve typical evenings, as text. `--accept` rewrites; the difference is reviewed."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kit_app.domain.facility import Contact, Facility
from kit_app.domain.plan import TeamPlan
from kit_app.i18n import Catalogue, duration
from kit_app.services.debriefing import debrief_of
from kit_app.views.slides import Debrief, Step
from tests.fakes import FakeClock
from tests.golden.talks import Course, played
from tests.unit.services.bundled import opened

GOLDEN = Path(__file__).with_name("debriefs")
PATH_B = ("P5", "P6", "P7")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evening:
    """A session and how each of its teams plays."""

    courses: tuple[Course, ...]
    variant: str = "45-full"
    minutes: int = 0
    language: str = "en"


EVENINGS = {
    "won-fast": Evening(courses=(Course(pace=0.5),)),
    "slow-with-hints": Evening(
        courses=(
            Course(
                pace=0.8,
                late={"P5": 2.2, "P9": 1.9},
                hints={"P5": 2, "P9": 1, "P2": 1},
                wrong={"P7": 2},
                notes={"P5": ("They spoke to the other table", "mutual-aid"), "P7": ("", "typical-mistake")},
            ),
        )
    ),
    "lost": Evening(courses=(Course(pace=2.4, hints={"P3": 3, "P1": 1}),), language="fr"),
    "stopped-early": Evening(courses=(Course(stop_at=3),)),
    "a-path-never-finished": Evening(courses=(Course(skipped=PATH_B),)),
    "broken-prop": Evening(courses=(Course(broken=("P3",), late={"P3": 3.0}),)),
    "forced": Evening(courses=(Course(forced=("P8", "P11"), hints={"P8": 3}),)),
    "paused-long": Evening(courses=(Course(pause_min=25),)),
    "light": Evening(courses=(Course(late={"P4": 1.6}),), variant="45-light", minutes=20),
    "thirty": Evening(courses=(Course(late={"P5": 1.8}),), variant="30", language="fr"),
    "sixty": Evening(courses=(Course(pace=0.7, hints={"X1": 2}),), variant="60"),
    "three-teams": Evening(
        courses=(Course(), Course(pace=2.4), Course(stop_at=4, hints={"P2": 2})), minutes=15
    ),
}


QUICK = ("won-fast", "lost", "stopped-early", "three-teams")
"""The others are for the long run: each plays a whole game."""


def facility() -> Facility:
    return Facility(
        name="Hôpital de Brévalon",
        contacts={
            "helpdesk": Contact(number="4567", name="Support"),
            "oncall": Contact(number="4599"),
            "security_lead": Contact(name="Référent", number="4570"),
        },
    )


def talk_of(evening: Evening, folder: Path) -> Debrief:
    services = opened(folder, FakeClock())
    try:
        services.profile.save(facility())
        draft = services.sessions.draft(facility="Hôpital de Brévalon", language=evening.language)
        teams = tuple(
            TeamPlan(number=number, label=f"Team {number}", size=4 + number % 2)
            for number in range(1, len(evening.courses) + 1)
        )
        kit = services.library.kit(draft.kit_digest)
        plan = services.sessions.save(
            replace(
                draft,
                name="Evening",
                date="2026-11-24",
                time="18:30",
                variant=evening.variant,
                duration_min=kit.variant(evening.variant).minutes,
                teams=teams,
                seed="0" * 32,
            )
        ).plan
        for team, course in zip(teams, evening.courses, strict=True):
            played(services, plan, team.number, course)
        return debrief_of(services, plan.id, Catalogue("en"), minutes=evening.minutes)
    finally:
        services.close()


@pytest.mark.parametrize(
    "name", [name if name in QUICK else pytest.param(name, marks=pytest.mark.long) for name in EVENINGS]
)
def test_the_talk_of_a_typical_evening(name: str, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    text = told(talk_of(EVENINGS[name], tmp_path / "data"))
    golden = GOLDEN / f"{name}.txt"
    if pytestconfig.getoption("accept"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


def told(debrief: Debrief) -> str:
    lines = [f"{debrief.teams}: {debrief.outcome}", f"{debrief.minutes} minutes, {debrief.people} people"]
    for step in debrief.steps:
        lines += ["", *_step(step)]
    lines += ["", "TAKE HOME"]
    lines += [f"{one.path or '-'} {one.title}: {one.reflex}" for one in debrief.reflexes]
    lines += [f"{name}: {line or '…'}" for name, line in debrief.contacts]
    return "\n".join(lines) + "\n"


def _step(step: Step) -> list[str]:
    slide = step.slide
    head = f"[{slide.number}] {slide.id} ({slide.look}, {step.phase}, {duration(round(step.seconds))})"
    lines = [head, f"  {slide.path or '-'} {slide.title}"]
    for label, text in (
        ("large", slide.question),
        ("quiet", slide.quiet),
        ("own", slide.own),
        ("drawing", slide.picture_name),
        ("masthead", slide.masthead),
    ):
        if text:
            lines.append(f"  {label}: {text}")
    lines += [f"  point: {title} | {text}" for title, text in slide.points]
    for row in slide.rows:
        times = [duration(ms // 1000) if ms is not None else "–" for ms in (row.opened_ms, row.solved_ms)]
        hints = " ".join(f"H{level}@{duration(at // 1000)}" for at, level in row.hints)
        lines.append(
            f"  row: {row.path or '-'} {row.label} {times[0]} to {times[1]} {hints} {row.words}".rstrip()
        )
    for label, texts in (
        ("say", step.say),
        ("lead", step.lead),
        ("lived", step.lived),
        ("noted", step.noted),
    ):
        lines += [f"  {label}: {text}" for text in texts]
    return lines
