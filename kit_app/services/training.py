"""Learning to facilitate: the lessons of the kit, and how far one is on this computer, without any name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from kit_app.domain.training import (
    Lesson,
    LessonWords,
    Progress,
    ReadyCheck,
    done_lines,
    next_lesson,
    proved,
)
from kit_app.services.library import Library
from kit_app.services.prints import PrintLog
from kit_app.storage.training_file import write_progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The lessons and the list "ready to facilitate" in one language; `ready` holds id and words."""

    lessons: tuple[Lesson, ...]
    words: dict[str, LessonWords]
    checks: tuple[ReadyCheck, ...]
    ready: dict[str, str]

    @property
    def minutes(self) -> int:
        """What reading all of it takes."""
        return sum(one.minutes for one in self.lessons)

    def lesson(self, ident: str) -> Lesson:
        """The lesson with this id. Raises KeyError."""
        return {one.id: one for one in self.lessons}[ident]

    def after(self, ident: str) -> str:
        """The lesson that follows this one; empty after the last."""
        ids = [one.id for one in self.lessons]
        return next(iter(ids[ids.index(ident) + 1 :]), "")


class Training:
    """The progress of one data folder."""

    def __init__(self, folder: Path, progress: Progress, library: Library, prints: PrintLog) -> None:
        self._folder = folder
        self._library = library
        self._prints = prints
        self.progress = progress

    def course(self, language: str) -> Course:
        """What the bundled kit teaches, in this language or its first. Raises KitFileError."""
        kit = self._library.bundled_kit()
        words = kit.reference_words.get(language) or kit.reference_words.get(kit.languages[0], {})
        return Course(
            lessons=kit.training,
            words=dict(words.get("training", {})),
            checks=kit.ready,
            ready=dict(words.get("ready", {})),
        )

    def done(self, course: Course) -> frozenset[str]:
        """The lines of the list that are done, by hand or by what the program sees."""
        proofs = proved(self.progress, course.lessons, has_printed=self._prints.is_begun)
        return done_lines(course.checks, self.progress, proofs)

    def next(self, course: Course) -> str:
        """The lesson to go on with; empty when all are done."""
        return next_lesson(course.lessons, self.progress)

    def read(self, lesson: str) -> None:
        """A lesson was read. Raises StorageError; then nothing is noted."""
        self.keep(self.progress.with_read(lesson))

    def answer(self, lesson: str, question: str, *, is_right: bool) -> None:
        """A question was answered. Raises StorageError; then nothing is noted."""
        self.keep(self.progress.with_answer(lesson, question, is_right=is_right))

    def tick(self, lines: Collection[str]) -> None:
        """These lines are ticked by hand and no other. Raises StorageError; then nothing is noted."""
        self.keep(self.progress.with_ticked(tuple(lines)))

    def note_rehearsal(self) -> None:
        """A rehearsal was played to its end. Raises StorageError; then nothing is noted."""
        self.keep(replace(self.progress, rehearsals=self.progress.rehearsals + 1))

    def reset(self) -> Progress:
        """Begin afresh, for another person; what there was before. Raises StorageError."""
        before = self.progress
        self.keep(Progress())
        return before

    def keep(self, progress: Progress) -> None:
        """Keep this progress. Raises StorageError; then the old one still holds."""
        if progress != self.progress:
            write_progress(self._folder, progress)
            self.progress = progress
