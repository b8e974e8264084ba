"""Facts of made-up runs, as many as wanted, in a store: the same for the same seed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from random import Random

from kit_app.domain.plan import SessionPlan, TeamPlan
from kit_app.storage.facts import Closed
from kit_app.storage.journal import RunRecord
from kit_app.storage.kits import KitSnapshot
from kit_app.storage.store import Store
from kit_app.views.facts import PuzzleEnd, PuzzleFacts, RunFacts

PUZZLES = tuple(f"P{number}" for number in range(1, 13))
ENDS: tuple[PuzzleEnd, ...] = ("solved", "solved", "solved", "solved", "forced", "left", "closed", "broken")
AUDIENCES = ("care", "care", "office", "technical", "managers", "students", "mixed", "")
OF_SESSION = (
    "day",
    "year",
    "facility",
    "audience",
    "service",
    "sector",
    "facility_id",
    "variant",
    "language",
    "is_trial",
)


@dataclass(frozen=True)
class Made:
    """A run with its puzzles."""

    run: RunFacts
    puzzles: tuple[PuzzleFacts, ...]


def made_run(dice: Random, number: int, *, services: int = 12) -> Made:
    """One run of many; a session has one or two teams."""
    year = dice.randint(2022, 2026)
    hints = [dice.choice([0, 0, 1, 2]) for _ in range(3)]
    run = RunFacts(
        session_id=f"session-{number // 2 if number % 3 else number}",
        team=number % 2 + 1,
        day=f"{year}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
        year=year,
        facility=dice.choice(["Hôpital de Brévalon", "Résidence des Glycines"]),
        audience=dice.choice(AUDIENCES),
        sector=("", "hospital", "homes")[number % 3],
        facility_id=f"{number % 2:012x}",
        service=dice.choice([f"Service {one}" for one in range(services)]),
        session_name=f"=Session {number}",
        team_label=f"+Équipe {number}",
        kit_id="kit",
        kit_version="1.1.0",
        variant=dice.choice(["45-full", "45-light", "30"]),
        level="standard",
        language=dice.choice(["fr", "fr", "en"]),
        people=dice.randint(3, 8),
        outcome=dice.choice(["won", "won", "won", "lost", "stopped"]),
        planned_s=2700,
        played_s=dice.randint(900, 3000),
        left_s=dice.randint(0, 900),
        adjusted_s=dice.choice([0, 0, 120, -60]),
        hints=sum(hints),
        by_hand=hints[0],
        suggested=hints[1],
        automatic=hints[2],
        jokers=dice.randint(0, 1),
        wrong=dice.randint(0, 6),
        forced=dice.choice([0, 0, 1]),
        pauses=dice.choice([0, 0, 1]),
        paused_s=dice.randint(0, 100),
        troubles=dice.choice([0, 0, 0, 2]),
        misread_cards=dice.choice([0, 1]),
        notes_mutual_aid=dice.choice([0, 1]),
        notes_one_group=dice.choice([0, 1]),
        notes_typical_mistake=dice.choice([0, 1]),
        notes_good_sentence=dice.choice([0, 1]),
        notes_other=dice.choice([0, 1]),
        is_trial=dice.random() < 0.05,
        is_paper=False,
        is_unsaved=dice.random() < 0.05,
    )
    return Made(run, tuple(_puzzle(dice, one) for one in PUZZLES))


def _puzzle(dice: Random, ident: str) -> PuzzleFacts:
    return PuzzleFacts(
        puzzle=ident,
        title=f"Title {ident}",
        path="ABCD"[int(ident[1:]) % 4],
        end=dice.choice(ENDS),
        spent_s=max(20, int(dice.lognormvariate(5.4, 0.4))),
        target_s=240,
        hints=dice.choice([(), (), (1,), (1, 2), (1, 2, 3)]),
        wrong=dice.randint(0, 3),
    )


def filled(store: Store, count: int, seed: int = 45) -> list[Made]:
    """`count` runs in the store, with sessions and journals that hold nothing else."""
    dice = Random(seed)
    found: dict[tuple[str, int], Made] = {}
    first: dict[str, RunFacts] = {}
    for number in range(count):
        made = made_run(dice, number)
        session = first.setdefault(made.run.session_id, made.run)
        run = replace(made.run, **{name: getattr(session, name) for name in OF_SESSION})
        found[run.session_id, run.team] = Made(run, made.puzzles)
    keep(store, found.values())
    return list(found.values())


def of_sessions(count: int, seed: int = 45) -> Iterator[Made]:
    """As many sessions of one team each, one after the other."""
    dice = Random(seed)
    for number in range(count):
        made = made_run(dice, number)
        yield Made(replace(made.run, session_id=f"session-{number:06}", team=1), made.puzzles)


def _plan(run: RunFacts) -> SessionPlan:
    return SessionPlan(
        id=run.session_id,
        name=run.session_name,
        facility=run.facility,
        date=run.day,
        time="18:30",
        room="",
        kit_id="kit",
        kit_digest="digest",
        variant=run.variant,
        level=run.level,
        language=run.language,
        duration_min=45,
        extra_time=False,
        teams=tuple(TeamPlan(number=number, label=f"Team {number}", size=5) for number in (1, 2)),
        hint_policy="suggested",
        hint_cost_min=0,
        clock_style="clock",
        seed="0" * 32,
    )


def keep(store: Store, games: Iterable[Made]) -> None:
    """Store these games in one transaction."""
    with store.database.writing() as connection:
        store.kits.add(KitSnapshot(digest="digest", kit_id="kit", version="1", files=b"files"))
        for made in games:
            session, team = made.run.session_id, made.run.team
            if not store.sessions.has(session):
                store.sessions.save(_plan(made.run), 5)
            run_id = f"{session}/{team}"
            store.journal.add_run(RunRecord(id=run_id, session_id=session, team=team, created_ms=5))
            connection.execute(
                "INSERT INTO journal VALUES (?, 1, 0, 5, 'RunEnded', '{\"outcome\":\"won\"}', 0)", (run_id,)
            )
            store.facts.put(Closed(run_id, session, team, 1, 5, 5), made.run, made.puzzles, {})
