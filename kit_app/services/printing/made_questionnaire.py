"""Blocks of the questionnaires: the items, the opinions, the numbers that players draw from a hat."""

from collections.abc import Mapping
from typing import Any

from kit_app.domain.questionnaire import CHOICES, GRADES, QuestionWords
from kit_app.services.printing.job import PrintJob
from kit_app.services.printing.paper_places import all_places, filled_texts
from printables.products.blocks import Align, Block, Column, Table
from printables.units import mm, pt

SPARE_NUMBERS = 3
"""Numbers beyond one a player: somebody comes unannounced, a strip gets lost."""
ABREAST = 2
_SHARES = (2.7, 3.5, 3.6)
ITEM_TYPE, NUMBER_TYPE = pt(8.3), pt(13)
GRADE_HEIGHT, STRIP_HEIGHT = mm(9), mm(17)


def questionnaire(job: PrintJob) -> tuple[Block, ...]:
    """Every item with its three answers; nothing tells the right one."""
    known = all_places(job)
    words: Mapping[str, QuestionWords] = _words(job, "questionnaire")
    columns = (
        Column(share=0.5, bold=True),
        Column(share=3.8),
        *(Column(label=letter, share=share) for letter, share in zip(CHOICES, _SHARES, strict=True)),
    )
    asked = (filled_texts(words[one.id], known) for one in job.kit.questionnaire)
    rows = tuple((str(place), one.ask, *one.choices) for place, one in enumerate(asked, start=1))
    return (Table(columns=columns, rows=rows, size=ITEM_TYPE, grid=False, tight=True),) if rows else ()


def opinions(job: PrintJob) -> tuple[Block, ...]:
    """What is judged, with a box for each number."""
    known = all_places(job)
    words: Mapping[str, str] = _words(job, "opinions")
    grades = tuple(str(grade) for grade in range(1, GRADES + 1))
    columns = (Column(share=6, bold=True), *(Column(label=grade) for grade in grades))
    rows = tuple((filled_texts((words[one.id],), known)[0], *("",) * GRADES) for one in job.kit.opinions)
    return (Table(columns=columns, rows=rows, least_height=GRADE_HEIGHT),) if rows else ()


def numbers(job: PrintJob) -> tuple[Block, ...]:
    """Strips of three equal numbers: for the sheets before and after, and one to keep for the month."""
    t = job.t
    count = sum(team.size for team in job.plan.teams) + SPARE_NUMBERS
    count += -count % ABREAST
    strips = [
        (
            t("{number} · before", number=one),
            t("{number} · after", number=one),
            t("{number} · in a month", number=one),
        )
        for one in range(1, count + 1)
    ]
    half = count // ABREAST
    rows = tuple((*left, "", *right) for left, right in zip(strips[:half], strips[half:], strict=True))
    cell = Column(share=3, bold=True, align=Align.CENTRE)
    columns = (cell, cell, cell, Column(share=0.5), cell, cell, cell)
    return (Table(columns=columns, rows=rows, size=NUMBER_TYPE, least_height=STRIP_HEIGHT),)


def _words(job: PrintJob, name: str) -> Mapping[str, Any]:
    return job.kit.reference_words.get(job.plan.language, {}).get(name, {})
