"""The script of the talk: which slides a session has, in which order, with the words of the kit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kit_app.domain.papers import DocumentWords, HeadingBlock, PaperSpec, QuoteBlock, TextBlock
from kit_app.domain.slides import SlideSpec
from kit_app.i18n import curled
from kit_app.services.printing.job import PrintJob
from kit_app.services.printing.paper_places import all_places, filled_texts

_NUMBER = re.compile(r"^\d+\s+")
_TIMES = re.compile(r"\s*\([^()]*\)$")
_SENTENCE = re.compile(r"(?<=[.?!…])\s+(?=[^\W\da-z_])")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptStep:
    """A step of the script: its title without number and times, what is said, what is good to know."""

    title: str
    quotes: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def question(self) -> str:
        """The first sentence said, large on the slide."""
        return _SENTENCE.split(self.quotes[0], maxsplit=1)[0] if self.quotes else ""

    @property
    def more(self) -> str:
        """The rest of what is said first."""
        parts = _SENTENCE.split(self.quotes[0], maxsplit=1) if self.quotes else []
        return parts[1] if len(parts) > 1 else ""


Script = tuple[tuple[SlideSpec, ScriptStep], ...]


def script_of(job: PrintJob, minutes: int) -> Script:
    """The slides of a session in the order of its script, for a talk of so many minutes.

    A kit without a script of its own gets the path of the game: the front page, the thread, its paths.
    """
    spec = next((one for one in job.kit.papers if one.slides), None)
    if spec is None:
        return _plain_script(job)
    steps = _steps(job, spec, minutes)
    slides = {one.id: one for one in spec.slides}
    return tuple((slides[ident], step) for ident, step in steps.items() if ident in slides)


def cases_of(job: PrintJob, paper: str) -> tuple[tuple[str, str], ...]:
    """The title and the words of each case that a paper of the kit tells."""
    words = job.kit.paper_words[job.plan.language].get(paper)
    if not isinstance(words, DocumentWords):
        return ()
    found: list[tuple[str, str]] = []
    title = ""
    for block in filled_texts(words, all_places(job)).blocks:
        if isinstance(block, HeadingBlock):
            title = re.sub(r"^\d+\s*·\s*", "", block.text)
        elif isinstance(block, QuoteBlock) and title:
            found.append((title, block.text))
            title = ""
    return tuple(found)


def _steps(job: PrintJob, spec: PaperSpec, minutes: int) -> Mapping[str, ScriptStep]:
    words = job.kit.paper_words[job.plan.language].get(spec.id)
    if not isinstance(words, DocumentWords):
        return {}
    known = {**all_places(job), "session.debrief": str(minutes)}
    found: dict[str, ScriptStep] = {}
    ident, title = "", ""
    quotes: list[str] = []
    texts: list[str] = []
    for block in filled_texts(words, known).blocks:
        if isinstance(block, HeadingBlock):
            if ident:
                found[ident] = ScriptStep(title=title, quotes=tuple(quotes), texts=tuple(texts))
            ident, title = block.slide, curled(_TIMES.sub("", _NUMBER.sub("", block.text)))
            quotes, texts = [], []
        elif isinstance(block, QuoteBlock):
            quotes.append(curled(block.text))
        elif isinstance(block, TextBlock):
            texts.append(curled(block.text))
    if ident:
        found[ident] = ScriptStep(title=title, quotes=tuple(quotes), texts=tuple(texts))
    return found


def _plain_script(job: PrintJob) -> Script:
    """What can be said of any kit: its front page if it has one, what the teams did, each path's lessons."""
    t = job.t
    slides: list[tuple[SlideSpec, ScriptStep]] = []
    if any(one.spec.look == "front-page" for one in job.table.scenes):
        front = SlideSpec(id="front", kind="front", phase="reactions", minutes=(1, 1, 1))
        slides.append((front, ScriptStep(title=t("The end of the game"))))
    thread = SlideSpec(id="thread", kind="thread", phase="account", minutes=(4, 3, 2))
    slides.append((thread, ScriptStep(title=t("What we did"))))
    on_path = {one.id for path in job.setup.paths for one in job.setup.puzzles if one.id in path.puzzles}
    common = tuple(one.id for one in job.setup.puzzles if one.id not in on_path)
    groups = [("", t("Together"), common), *((one.letter, one.name, one.puzzles) for one in job.setup.paths)]
    for letter, name, puzzles in groups:
        if puzzles:
            spec = SlideSpec(
                id=f"path-{letter or 'common'}",
                kind="question",
                phase="analysis",
                minutes=(4, 3, 2),
                path=letter,
                puzzles=puzzles,
            )
            question = t("What of this do we have here?")
            slides.append((spec, ScriptStep(title=name, quotes=(question,))))
    return tuple(slides)
