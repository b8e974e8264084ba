"""Blocks about the planned evening: minute by minute, who plays what, the room, what to buy and to print."""

from collections.abc import Callable, Sequence

from kit_app.domain.papers import paper_title
from kit_app.game.setup import AlarmSetup, PuzzleSetup
from kit_app.i18n import Catalogue, duration, number
from kit_app.services.printing.job import PrintJob, Product
from kit_app.services.printing.paper_blocks import abreast, framed
from kit_app.services.printing.paper_places import (
    SPARE_ENVELOPES,
    Schedule,
    all_places,
    envelopes_of,
    filled_texts,
    schedule_of,
)
from printables.products.blocks import (
    Align,
    Block,
    CheckList,
    Column,
    Columns,
    Heading,
    Quote,
    RoomPlan,
    RoomWords,
    Table,
    Text,
    Together,
)
from printables.products.room_plan import room_metres, scale_for
from printables.units import mm, pt

SAID = ("consent", "pitch", "briefing", "regroup", "closing", "truth", "debrief_extra")
"""Lines of the script that are said as they stand."""
ANNOUNCED = (15, 5)
"""Minutes left when the time is called out."""
CORNERS = {"A": "corner-a", "B": "corner-b", "C": "corner-c"}
BODY, SMALL, TIMETABLE = pt(11), pt(10), pt(9.5)

Line = tuple[float, str]
"""Minutes after the welcome, and what happens."""


def run_sheet(job: PrintJob) -> tuple[Block, ...]:
    """The slot minute by minute, then the words to say in their order."""
    t = job.t
    schedule = schedule_of(job)
    columns = (
        Column(label=t("Time"), share=1.1, bold=True),
        Column(label=t("Minute"), share=0.9),
        Column(label=t("What happens"), share=6),
    )
    rows = tuple(
        (schedule.shown(minute, job.plan.language), f"{round(minute)}", words)
        for minute, words in sorted(_moments(job, schedule), key=lambda line: line[0])
    )
    table = Table(columns=columns, rows=rows, size=BODY, grid=False, tight=True)
    return (*_teams(job), table, *given(job), *_words_to_say(job))


def given(job: PrintJob) -> tuple[Block, ...]:
    """What the team has from the start of puzzles that are left out, to be read aloud; perhaps nothing."""
    t = job.t
    if not job.table.given:
        return ()
    boxes = []
    for one in job.table.given:
        text = Text(text="\n".join(one.lines), size=SMALL)
        boxes.append(framed(f"{one.card.id} – {one.title}", (text,), "note", dense=True))
    words = t("These puzzles are left out. Their cards lie on the table from the start; read them aloud.")
    head = (Heading(text=t("What the team already has")), Text(text=words, size=SMALL, quiet=True), boxes[0])
    return (Together(blocks=head), *boxes[1:])


def timetable(job: PrintJob) -> tuple[Block, ...]:
    """This session minute by minute with its puzzles as planned: where each is played, its answer. Secret."""
    t = job.t
    schedule = schedule_of(job)
    opens = planned_openings(job.setup.puzzles)
    lines: list[tuple[float, str, str]] = [(minute, words, "") for minute, words in _moments(job, schedule)]
    for puzzle in job.setup.puzzles:
        opened = schedule.before + opens[puzzle.id] / 60_000
        lines.append((opened, f"**{puzzle.id} {puzzle.title}** – {_corner(job, puzzle)}", puzzle.answer))
    columns = (
        Column(label=t("Time"), share=1.2, bold=True),
        Column(label=t("Minute"), share=0.9),
        Column(label=t("What happens"), share=8),
        Column(label=t("Answer"), share=2.2, bold=True),
    )
    rows = tuple(
        (schedule.shown(minute, job.plan.language), f"{round(minute)}", *rest)
        for minute, *rest in sorted(lines, key=lambda line: line[0])
    )
    words = t(
        "Puzzles stand where they open if each takes its target. The key says what each answer opens and "
        "when hints are due."
    )
    table = Table(columns=columns, rows=rows, size=TIMETABLE, tight=True, grid=False)
    title = " · ".join((t("Facilitator only"), job.setup.team_label, job.team.set_label))
    below = Text(text=words, size=SMALL, quiet=True)
    return (Together(blocks=(framed(title, (table,), "danger", dense=True), below), floats=True),)


def _corner(job: PrintJob, puzzle: PuzzleSetup) -> str:
    """Where a puzzle is played: in the corner of its path, or at the table of all."""
    places = job.table.places
    return places.get(CORNERS.get(puzzle.path or "", "table"), "")


def _teams(job: PrintJob) -> tuple[Block, ...]:
    """The teams of the session with their sets, and where they play."""
    t = job.t
    columns = (
        Column(label=t("Team"), share=3, bold=True),
        Column(label=t("Players"), share=1),
        Column(label=t("Set"), share=1, mono=True),
        Column(label=t("Room"), share=3),
    )
    sets = {deal.number: deal.set_id for deal in job.plan.deals} | {job.table.number: job.table.set_id}
    rows = tuple(
        (team.label, str(team.size), sets.get(team.number, "–"), job.plan.room or "–")
        for team in job.plan.teams
    )
    return (Table(columns=columns, rows=rows, size=BODY, grid=False),)


def _moments(job: PrintJob, schedule: Schedule) -> list[Line]:
    t = job.t
    start, end = schedule.before, schedule.before + schedule.game
    whole = schedule.whole
    lines: list[Line] = [
        (0, t("Welcome. The sentence about consent, the questionnaire “before”, the roles, the pitch.")),
        (start, t("The clock starts with the last word of the briefing. Envelopes stay closed.")),
        (end, t("End of the game: the closing words, then chairs in a circle.")),
        (end, t("Debrief: {n} minutes.", n=schedule.debrief)),
        (end + schedule.debrief, t("The questionnaire “after”, cards handed out, thanks.")),
        (whole, t("Room empty. Reset: count, refill, put the papers away.")),
    ]
    lines += [
        (start + schedule.game * alarm.at, _told(job, alarm))
        for alarm in job.setup.alarms
        if _is_timed(alarm)
    ]
    lines += [
        (end - left, t("Say aloud: {n} minutes left.", n=left)) for left in ANNOUNCED if left < schedule.game
    ]
    return lines


def _words_to_say(job: PrintJob) -> tuple[Block, ...]:
    t, script = job.t, job.table.script
    parts = (
        (t("Before the game"), ("consent",)),
        (t("The pitch"), ("pitch",)),
        (t("The start: the clock begins with the last word"), ("briefing",)),
        (t("During the game (time passed)"), ("regroup",)),
        (t("The end"), ("closing",)),
        (t("The debrief"), ("lost", "truth", "debrief_extra", "debrief_extra_long")),
    )
    blocks: list[Block] = []
    for title, keys in parts:
        texts = [_line(job, key) for key in keys if key in script]
        if "regroup" in keys:
            texts += [
                Text(text=_cued_alarm(job, alarm), size=BODY)
                for alarm in job.setup.alarms
                if _is_timed(alarm)
            ]
        if texts:
            blocks += [Heading(text=title), *texts]
    return tuple(blocks)


def _line(job: PrintJob, key: str) -> Block:
    """A line of the script: as words to say, unless something else stands before or about them."""
    if key in SAID:
        return Quote(text=job.table.script[key], size=BODY, barred=True)
    return Text(text=_cued(job, key), size=BODY)


def _cued(job: PrintJob, key: str) -> str:
    """A line of the script after what says when it holds: a time, that the team lost, to be read first."""
    text = job.table.script[key]
    if key == "lost":
        return job.t("If the team lost: {text}", text=text)
    if key == "debrief_extra_long":
        return job.t("For you, before you ask this: {text}", text=text)
    return text


def _is_timed(alarm: AlarmSetup) -> bool:
    """Whether an alarm belongs to a minute; the others come when something happens."""
    return alarm.at > 0 and not alarm.one_path_moves


def _told(job: PrintJob, alarm: AlarmSetup) -> str:
    return alarm.text if alarm.until else job.t("If the team is late: {text}", text=alarm.text)


def _cued_alarm(job: PrintJob, alarm: AlarmSetup) -> str:
    """What to say or do at a minute, after that minute."""
    return f"**{duration(round(job.setup.duration_ms * alarm.at / 1000))}** – {alarm.text}"


def host_grid(job: PrintJob) -> tuple[Block, ...]:
    """A grid to lead the game by a watch: when each puzzle should open, when its hints are due; blanks."""
    t = job.t
    schedule = schedule_of(job)
    opens = planned_openings(job.setup.puzzles)
    columns = (
        Column(label=t("Puzzle"), share=2.4, bold=True),
        Column(label=t("Opens"), share=1.2),
        *(Column(label=t("Hint {n}", n=level), share=1.2) for level in (1, 2, 3)),
        Column(label=t("Solved at"), share=1.4),
        Column(label=t("Hints given, notes"), share=2.6),
    )
    rows = []
    for puzzle in job.setup.puzzles:
        opened = opens[puzzle.id]
        times = [_clock(job, schedule, opened + due) for due in puzzle.due] or ["–"] * len(puzzle.hints)
        rows.append((f"{puzzle.id} {puzzle.short}", _clock(job, schedule, opened), *times, "", ""))
    words = t(
        "Times are planned: when a puzzle opens later, its hints are due as much later. Write what happens."
    )
    return (
        Text(text=words, size=BODY, quiet=True),
        Table(columns=columns, rows=tuple(rows), size=SMALL, least_height=mm(8.6)),
    )


def _clock(job: PrintJob, schedule: Schedule, ms: int) -> str:
    """A moment of the game as a time of day, or as time passed while no time is planned."""
    if schedule.start is None:
        return duration(ms // 1000)
    return schedule.shown(schedule.before + ms / 60_000, job.plan.language)


def planned_openings(puzzles: Sequence[PuzzleSetup]) -> dict[str, int]:
    """When each puzzle opens (ms) if each before it takes its target."""
    targets = {puzzle.id: puzzle.target_ms for puzzle in puzzles}
    opens: dict[str, int] = {}
    waiting = list(puzzles)
    while waiting:
        ready = [one for one in waiting if all(need in opens for need in one.needs if need in targets)]
        for one in ready or waiting:
            known = [opens[need] + targets[need] for need in one.needs if need in opens]
            opens[one.id] = max(known, default=0)
        waiting = [one for one in waiting if one.id not in opens]
    return opens


def roles(job: PrintJob) -> tuple[Block, ...]:
    """Who plays what in a team of this size."""
    t = job.t
    columns = (
        Column(label=t("Player"), share=1, bold=True),
        Column(label=t("Roles"), share=4),
        Column(label=t("Knows privately"), share=2),
    )
    rows = tuple(
        (
            str(number),
            ", ".join(
                f"{role.title} ({role.badge_name})" if role.badge_name else role.title for role in player
            ),
            _known(sum(len(role.facts) for role in player), t),
        )
        for number, player in enumerate(job.team.players, start=1)
    )
    return (Table(columns=columns, rows=rows, size=BODY, grid=False),)


def _known(facts: int, t: Catalogue) -> str:
    return t.plural("{n} fact", "{n} facts", facts) if facts else t("a task")


def room_plan(job: PrintJob) -> tuple[Block, ...]:
    """The room for all teams of the session, to scale."""
    t, places = job.t, job.table.places
    teams = len(job.plan.teams)
    wide, deep = room_metres(teams)
    named = {path.letter: name for path, name in job.table.paths}
    area = t.plural(
        "At least {n} m² for the players.", "At least {n} m² for the players.", round(teams * LEAST_AREA)
    )
    scale = t(
        "1:{scale}. This room measures {wide} m by {deep} m. Ways of 90 cm, a circle of 1.5 m to turn in, "
        "all on tables of 70 to 120 cm.",
        scale=scale_for(teams),
        wide=number(wide, job.plan.language, 1), deep=number(deep, job.plan.language, 1),
    )  # fmt: skip
    words = RoomWords(
        table=t("Table"),
        screen=t("Player screen"),
        facilitator=t("Facilitator"),
        corners=tuple((path, named[path]) for path in CORNERS if path in named),
        scale=f"{scale} {area}",
        team=t("Team {n}", n="{n}"),
    )
    names = ", ".join(places[one] for one in CORNERS.values() if one in places)
    plan = Together(blocks=(RoomPlan(teams=teams, words=words),), floats=True)
    return (Text(text=names, size=BODY, quiet=True), plan)


LEAST_AREA = 8
"""Square metres a team."""


def shopping(job: PrintJob) -> tuple[Block, ...]:
    """What a session needs beside paper, counted for all its teams."""
    t = job.t
    teams = len(job.plan.teams)
    used = envelopes_of(job)
    mechanisms = {puzzle.mechanism for puzzle in job.table.puzzles}
    items = [
        t("{n} C5 envelopes (162 × 229 mm): {used} a team and {spare} spare",
          n=(used + SPARE_ENVELOPES) * teams, used=used, spare=SPARE_ENVELOPES),
        t("A4 paper of 90 to 120 g, and card of 160 to 200 g: see the print list for the sheets"),
        t.plural("{n} clipboard", "{n} clipboards", teams),
        t.plural("{n} empty waste bin", "{n} empty waste bins", teams),
        t("{n} pencils", n=teams * 2),
        t.plural("{n} eraser", "{n} erasers", teams),
        t("paper clips, scissors and glue for the preparation (never in play)"),
        t("a stopwatch, should the screen fail"),
    ]  # fmt: skip
    if any(card.place == "tray" for card in job.table.cards):
        items.insert(4, t.plural("{n} letter tray", "{n} letter trays", teams))
    if "cipher-wheel" in mechanisms:
        items.append(t.plural("{n} brass paper fastener", "{n} brass paper fasteners", teams))
    if "mask" in mechanisms:
        items.append(t("optional: a transparency for the mask"))
    items.append(t("optional: a barcode reader on USB"))
    half = -(-len(items) // 2)
    left, right = (CheckList(items=tuple(part), size=BODY) for part in (items[:half], items[half:]))
    return (Columns(left=(left,), right=(right,), share=0.5),)


def print_list(job: PrintJob, products: Callable[[PrintJob], tuple[Product, ...]]) -> tuple[Block, ...]:
    """Everything to print for the team: the sheets of its deck, then the kit's papers."""
    t = job.t
    columns = (
        Column(label=t("What"), share=5),
        Column(label=t("Sheets"), share=1.3, align=Align.CENTRE),
        Column(label=t("On"), share=1.5),
    )
    found = products(job)
    rows = tuple((one.title, str(one.sheets), t("card") if one.on_card else t("paper")) for one in found)
    total = sum(one.sheets for one in found)
    words = t("{n} sheets a team, {card} of them on card.", n=total,
              card=sum(one.sheets for one in found if one.on_card))  # fmt: skip
    return (
        abreast(columns, rows),
        Text(text=words, size=BODY, bold=True),
        Heading(text=t("Papers of the kit"), level=3),
        abreast(_paper_columns(job), _paper_rows(job)),
    )


def _paper_columns(job: PrintJob) -> tuple[Column, ...]:
    t = job.t
    return (
        Column(label=t("No."), share=0.8, bold=True),
        Column(label=t("What"), share=4.6),
        Column(label=t("One per"), share=1.7),
    )


def _paper_rows(job: PrintJob) -> tuple[tuple[str, ...], ...]:
    t = job.t
    per = {"team": t("team"), "player": t("player"), "facilitator": t("facilitator"), "site": t("site")}
    words = job.kit.paper_words[job.plan.language]
    known = all_places(job)
    return tuple(
        (
            spec.number,
            paper_title(filled_texts(words[spec.id], known)),
            per[spec.per],
        )
        for spec in sorted(job.kit.papers, key=lambda one: (one.number, one.order))
    )
