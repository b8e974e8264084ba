"""Learning to facilitate: short lessons with a self-check, and what one has done before the first session.

What a person did is kept for the computer, never for somebody: there is no name in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kit_app.domain.questionnaire import Choice

Proof = Literal["lessons", "checks", "rehearsal", "papers"]
"""What the program sees by itself: all lessons were read, all their checks passed, a rehearsal was played to
its end, the papers of a session were printed."""

FEWEST_QUESTIONS, MOST_QUESTIONS = 2, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonQuestion:
    """A question of a lesson's self-check, with one right answer."""

    id: str
    right: Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonQuestionWords:
    """The question in one language; `why` explains the right answer."""

    ask: str
    a: str
    b: str
    c: str
    why: str

    @property
    def choices(self) -> tuple[str, str, str]:
        """The three answers in the order of their letters."""
        return self.a, self.b, self.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A lesson of so many minutes."""

    id: str
    minutes: int
    questions: tuple[LessonQuestion, ...]

    def __post_init__(self) -> None:
        if self.minutes < 1:
            raise ValueError("a lesson takes a minute at least")
        if not FEWEST_QUESTIONS <= len(self.questions) <= MOST_QUESTIONS:
            raise ValueError(f"a lesson has {FEWEST_QUESTIONS} to {MOST_QUESTIONS} questions")


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonWords:
    """A lesson in one language: a few paragraphs, the one thing to retain, perhaps what to do in the room."""

    title: str
    text: tuple[str, ...]
    keep: str
    practise: str = ""
    questions: Mapping[str, LessonQuestionWords]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyCheck:
    """A line of the list "ready to facilitate": ticked by hand, or by the program when it sees `proof`."""

    id: str
    proof: Proof | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What was done on this computer. `right`: the questions answered rightly, as `lesson/question`."""

    read: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    rehearsals: int = 0

    def with_read(self, lesson: str) -> "Progress":
        """The same with a lesson read."""
        return replace(self, read=_with(self.read, lesson))

    def with_answer(self, lesson: str, question: str, *, is_right: bool) -> "Progress":
        """The same with a question answered; a wrong answer never takes a right one away."""
        return replace(self, right=_with(self.right, _key(lesson, question))) if is_right else self

    def with_ticked(self, lines: Sequence[str]) -> "Progress":
        """The same with these lines ticked by hand and no other."""
        return replace(self, ticked=tuple(sorted(lines)))

    def is_read(self, lesson: str) -> bool:
        """Whether a lesson was read to its end."""
        return lesson in self.read

    def is_right(self, lesson: str, question: str) -> bool:
        """Whether a question was answered rightly once."""
        return _key(lesson, question) in self.right

    def right_of(self, lesson: Lesson) -> int:
        """How many questions of a lesson were answered rightly."""
        return sum(self.is_right(lesson.id, one.id) for one in lesson.questions)

    def is_passed(self, lesson: Lesson) -> bool:
        """Whether all questions of a lesson were answered rightly."""
        return self.right_of(lesson) == len(lesson.questions)


def proved(progress: Progress, lessons: Sequence[Lesson], *, has_printed: bool) -> frozenset[Proof]:
    """What the program sees to be done."""
    found: dict[Proof, bool] = {
        "lessons": all(progress.is_read(one.id) for one in lessons),
        "checks": all(progress.is_passed(one) for one in lessons),
        "rehearsal": progress.rehearsals > 0,
        "papers": has_printed,
    }
    return frozenset(proof for proof, is_done in found.items() if is_done)


def done_lines(checks: Sequence[ReadyCheck], progress: Progress, proofs: frozenset[Proof]) -> frozenset[str]:
    """The lines of the list that are done, by hand or by what the program sees."""
    return frozenset(
        one.id for one in checks if (one.proof in proofs if one.proof else one.id in progress.ticked)
    )


def next_lesson(lessons: Sequence[Lesson], progress: Progress) -> str:
    """The first lesson that is not read or whose check is not passed; empty when all are."""
    open_ones = (one.id for one in lessons if not (progress.is_read(one.id) and progress.is_passed(one)))
    return next(open_ones, "")


def _with(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return names if name in names else (*names, name)


def _key(lesson: str, question: str) -> str:
    return f"{lesson}/{question}"
