"""The talk after a game, made of the journal: its slides, what to say, and the sheet to take home.

Slides follow the script of the kit; what each goes into comes hardest first for the teams at hand. A team
that lost or stopped gets the same slides, and a sentence for it first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kit_app.assets import resources_dir
from kit_app.domain.plan import SessionPlan
from kit_app.domain.references import Fact, FactWords
from kit_app.domain.slides import MOST_LESSONS, PACES, SlideSpec, nearest_pace
from kit_app.domain.spelling import together
from kit_app.errors import StorageError
from kit_app.game.debrief import Met, hardest_first
from kit_app.i18n import N_, Catalogue, load
from kit_app.services.debrief_script import ScriptStep, cases_of, script_of
from kit_app.services.debrief_words import lived_line, notes_of, outcome_line
from kit_app.services.overview import standing_hints
from kit_app.services.printing.job import PrintJob
from kit_app.services.printing.jobs import print_job
from kit_app.services.printing.paper_places import all_places, filled_texts, schedule_of
from kit_app.services.services import Services
from kit_app.views.results import RunResult
from kit_app.views.slides import Debrief, Reflex, Row, Slide, Step

HELP_DESK, ON_CALL, SECURITY = "helpdesk", "oncall", "security_lead"
KEPT_CONTACTS = (HELP_DESK, ON_CALL, SECURITY)
"""Whom everybody takes home to call, where the kit has them."""
_MOST_FIGURES = 2
_SHORT_RULE, _PAGE_OF_RULE = 150, 330
"""A rule of so many characters stands below the reflex; a longer one is cut into slides of its own."""
_PRAISED = ("mutual-aid", "one-group", "good-sentence")
_WORD = 20
_LESSONS_SHARE = 0.6
"""Of a slide's time, for the slides of lessons behind it."""


def debrief_of(
    services: Services, session_id: str, t: Catalogue, *, team: int = 0, minutes: int = 0
) -> Debrief:
    """The talk of a session: with one team, or with all that finished (0); at a pace (0: the session's own).

    `t` speaks the language of the laptop; slides and sheet have the game's. Raises KitAppError.
    """
    results = services.results.of_session(session_id)
    if team:
        results = tuple(one for one in results if one.team_number == team)
    if not results:
        raise StorageError(N_("Nobody has finished this game yet. The talk is made of what happened in it."))
    plan = services.sessions.get(session_id)
    job = _job(services, plan, results[0].team_number)
    return debrief_from(job, results, t, minutes=minutes)


def debrief_from(job: PrintJob, results: Sequence[RunResult], t: Catalogue, *, minutes: int = 0) -> Debrief:
    """The same, of what was read already."""
    pace = PACES.index(minutes) if minutes in PACES else nearest_pace(schedule_of(job).debrief)
    talk = _Talk(job, results, t, pace)
    steps = talk.steps()
    return Debrief(
        session=job.plan.name,
        teams=", ".join(result.team_label for result in results),
        outcome=" / ".join(outcome_line(result, t) for result in results),
        minutes=PACES[pace],
        steps=steps,
        reflexes=talk.reflexes(),
        contacts=_contacts(job),
        people=sum(result.team_size for result in results),
        kit_line=f"{job.table.kit_title} {job.table.kit_version}",
        language=job.plan.language,
    )


def contact_of(job: PrintJob, contact: str) -> str:
    """Whom to call, with the name of the office: `Help desk: 4567`; empty while nobody is known."""
    spec = next((one for one in job.kit.contacts if one.id == contact), None)
    own = job.facility.contact(contact).line or (spec.number if spec is not None else "")
    if spec is None or not own:
        return ""
    names = job.kit.reference_words[job.plan.language].get("contacts", {})
    return job.t("{name}: {text}", name=names.get(contact, contact), text=together(own))


def _job(services: Services, plan: SessionPlan, team: int) -> PrintJob:
    kit = services.library.kit_of(plan)
    words = load(resources_dir() / "i18n", plan.language)
    return print_job(kit, plan, team, words, services.profile.issuer(plan))


def _contacts(job: PrintJob) -> tuple[tuple[str, str], ...]:
    names = job.kit.reference_words.get(job.plan.language, {}).get("contacts", {})
    known = ((names.get(one, one), job.facility.contact(one).line) for one in KEPT_CONTACTS if one in names)
    return tuple((name, together(line)) for name, line in known)


class _Talk:
    """One talk while it is made."""

    def __init__(self, job: PrintJob, results: Sequence[RunResult], t: Catalogue, pace: int) -> None:
        self._job = job
        self._results = results
        self._t = t
        self._pace = pace
        self._met = {one.id: one for one in hardest_first(results)}
        self._script = script_of(job, PACES[pace])

    def steps(self) -> tuple[Step, ...]:
        found = [step for spec, words in self._script for step in self._steps_of(spec, words)]
        whole = sum(step.seconds for step in found)
        scale = PACES[self._pace] * 60 / whole if whole else 1.0
        foot = " · ".join((self._job.table.game_title, self._teams))
        return tuple(
            replace(
                step,
                seconds=step.seconds * scale,
                slide=replace(step.slide, number=number, total=len(found), foot=foot),
            )
            for number, step in enumerate(found, start=1)
        )

    def reflexes(self) -> tuple[Reflex, ...]:
        """Every reflex, what cost most first."""
        puzzles = {one.id: one for one in self._job.setup.puzzles}
        return tuple(
            Reflex(
                title=puzzles[ident].title,
                path=puzzles[ident].path,
                reflex=puzzles[ident].reflex,
                rule=self._job.facility.procedure(self._job.kit.id, ident),
            )
            for ident in self._met
            if ident in puzzles and puzzles[ident].reflex
        )

    @property
    def _teams(self) -> str:
        return ", ".join(result.team_label for result in self._results)

    def _steps_of(self, spec: SlideSpec, words: ScriptStep) -> list[Step]:
        seconds = spec.minutes[self._pace] * 60
        if not seconds or not self._is_about_the_game(spec):
            return []
        if spec.kind == "thread":
            return self._thread(spec, words, seconds)
        if spec.kind == "cases":
            return self._cases(spec, words, seconds)
        met = [one for one in self._met.values() if one.id in spec.puzzles]
        shown = met[: MOST_LESSONS[self._pace]]
        own = seconds * (1 - _LESSONS_SHARE) if shown else seconds
        lessons = [step for one in shown for step in self._lesson(spec, one, (seconds - own) / len(shown))]
        return [self._opening(spec, words, own, met), *lessons]

    def _is_about_the_game(self, spec: SlideSpec) -> bool:
        """Not when every puzzle that a slide is about was left out of the session."""
        played = {one.id for one in self._job.setup.puzzles}
        return not spec.puzzles or not played.isdisjoint(spec.puzzles)

    def _opening(self, spec: SlideSpec, words: ScriptStep, seconds: float, met: list[Met]) -> Step:
        slide = self._slide(spec, words)
        lived = tuple(line for one in met for line in lived_line(one, self._t))
        noted = notes_of(self._results, self._t, ("typical-mistake",)) if met else ()
        say = words.quotes
        if spec.kind == "front":
            say = (*self._said_first(), *say)
            lived = tuple(
                self._t("{name}: {text}", name=one.team_label, text=outcome_line(one, self._t))
                for one in self._results
            )
        elif spec.id == self._reactions():
            noted = notes_of(self._results, self._t, _PRAISED)
        return Step(
            slide=slide, phase=spec.phase, seconds=seconds, say=say, lead=words.texts, lived=lived,
            noted=noted, contact=contact_of(self._job, spec.contact),
        )  # fmt: skip

    def _said_first(self) -> tuple[str, ...]:
        """What a team that did not win hears before anything else."""
        lost = self._job.table.script.get("lost", "")
        is_lost = any(result.outcome != "won" for result in self._results)
        return (lost,) if lost and is_lost else ()

    def _reactions(self) -> str:
        found = (spec.id for spec, _ in self._script if (spec.phase, spec.kind) == ("reactions", "question"))
        return next(found, "")

    def _slide(self, spec: SlideSpec, words: ScriptStep) -> Slide:
        match spec.kind:
            case "front":
                return self._front(spec, words)
            case "choice":
                points = tuple(("", quote) for quote in words.quotes)
                return Slide(id=spec.id, look="choice", title=words.title, path=spec.path, points=points)
            case _:
                return Slide(
                    id=spec.id, look="question", title=words.title, path=spec.path, question=words.question,
                    quiet=words.more, picture=self._job.kit.images.get(f"images/{spec.picture}", b""),
                    picture_name=spec.picture,
                )  # fmt: skip

    def _front(self, spec: SlideSpec, words: ScriptStep) -> Slide:
        scene = next((one.words for one in self._job.table.scenes if one.spec.look == "front-page"), None)
        if scene is None:
            return Slide(
                id=spec.id, look="question", title=words.title, question=words.question, quiet=words.more
            )
        return Slide(
            id=spec.id,
            look="front",
            title=scene.title,
            masthead=scene.masthead,
            quiet=" · ".join(part for part in (scene.dateline, scene.edition) if part),
            question=" ".join(scene.lines),
        )

    def _cases(self, spec: SlideSpec, words: ScriptStep, seconds: float) -> list[Step]:
        """The cases, then two figures at most, each with its year and where it is from."""
        known = all_places(self._job)
        facts = self._job.kit.reference_words.get(self._job.plan.language, {}).get("facts", {})
        figures = tuple(
            (filled_texts(facts[one.id], known).title, self._figure(one, filled_texts(facts[one.id], known)))
            for one in self._job.kit.facts
            if one.id in spec.facts and one.id in facts and one.status == "checked"
        )[:_MOST_FIGURES]
        pages = [(spec.id, cases_of(self._job, spec.paper)), (f"{spec.id}/figures", figures)]
        shown = [(ident, points) for ident, points in pages if points]
        return [
            Step(
                slide=Slide(id=ident, look="cases", title=words.title, points=points),
                phase=spec.phase,
                seconds=seconds / len(shown),
                say=words.quotes if ident == spec.id else (),
                lead=words.texts,
            )
            for ident, points in shown
        ]

    def _figure(self, fact: Fact, words: FactWords) -> str:
        source = ", ".join(part for part in (fact.source, fact.year) if part)
        return f"{words.value} ({source})"

    def _thread(self, spec: SlideSpec, words: ScriptStep, seconds: float) -> list[Step]:
        """The time line of each team."""
        steps = []
        for result in self._results:
            title = words.title if len(self._results) < 2 else f"{words.title} · {result.team_label}"
            rows = tuple(self._row(result, puzzle.id) for puzzle in result.puzzles)
            slide = Slide(
                id=spec.id if len(self._results) < 2 else f"{spec.id}/{result.team_number}",
                look="thread",
                title=title,
                rows=rows,
                played_ms=max(1, result.played_ms, *(row.solved_ms or 0 for row in rows)),
            )
            steps.append(
                Step(
                    slide=slide,
                    phase=spec.phase,
                    seconds=seconds / len(self._results),
                    say=words.quotes,
                    lead=words.texts,
                    lived=(outcome_line(result, self._t),),
                    noted=notes_of((result,), self._t),
                )
            )
        return steps

    def _row(self, result: RunResult, puzzle_id: str) -> Row:
        puzzle = next(one for one in result.puzzles if one.id == puzzle_id)
        words = self._job.setup.puzzle(puzzle_id)
        return Row(
            label=f"{puzzle_id} {words.short or words.title}",
            path=puzzle.path,
            opened_ms=puzzle.opened_ms,
            solved_ms=puzzle.solved_ms,
            hints=standing_hints(result, puzzle_id),
            words="" if puzzle.opened_ms is not None else self._job.t("not reached"),
        )

    def _lesson(self, spec: SlideSpec, met: Met, seconds: float) -> list[Step]:
        """What a puzzle teaches and the reflex; behind it what there was to do, and a long own rule."""
        job = self._job
        puzzle = job.setup.puzzle(met.id)
        rule = job.facility.procedure(job.kit.id, met.id)
        contact = contact_of(job, spec.contact)
        is_long = len(rule) > _SHORT_RULE
        own = " – ".join(part for part in ("" if is_long else rule, contact) if part)
        slide = Slide(
            id=f"{spec.id}/{met.id}",
            look="lesson",
            title=puzzle.title,
            path=puzzle.path or "",
            question=puzzle.reflex,
            quiet=puzzle.lesson,
            own=job.t("Here: {rule}", rule=own) if own else "",
        )
        behind = [
            *self._explanation(slide, met),
            *(
                replace(slide, id=f"{slide.id}/{number}", question=page, quiet=job.t("Here"), own="")
                for number, page in enumerate(cut(rule, _PAGE_OF_RULE) if is_long else (), start=1)
            ),
        ]
        step = Step(
            slide=slide, phase=spec.phase, seconds=seconds / (1 + len(behind)), say=(puzzle.reflex,),
            lead=(puzzle.lesson,), lived=lived_line(met, self._t), reflex=puzzle.reflex, rule=rule,
            contact=contact, has_puzzle=True,
        )  # fmt: skip
        return [step, *(replace(step, slide=one, say=(one.question,), lead=()) for one in behind)]

    def _explanation(self, slide: Slide, met: Met) -> list[Slide]:
        """What there was to do in a puzzle that a team did not solve; nothing for the others."""
        job = self._job
        task = job.table.puzzle(met.id).words.stall.task
        if met.is_solved or not task:
            return []
        state = job.t("Not reached in the game") if not met.is_reached else job.t("Not solved alone")
        return [replace(slide, id=f"{slide.id}/task", question=task, quiet=state, own="")]


def cut(text: str, longest: int) -> tuple[str, ...]:
    """A text in parts of at most so many characters and much alike, cut between words."""
    parts: list[str] = []
    longest = min(longest, len(text) // -(-len(text) // longest) + _WORD) if text else longest
    for word in text.split():
        if parts and len(parts[-1]) + 1 + len(word) <= longest:
            parts[-1] += f" {word}"
        else:
            parts.append(word)
    return tuple(parts)
