"""Check a kit's lessons for facilitators: nothing empty or twice, each right answer explained."""

from collections.abc import Iterator

from kit_app.content.draft import Draft
from kit_app.content.paper_check import texts_in
from kit_app.content.source import Source, likely
from kit_app.domain.problems import KitProblem
from kit_app.domain.spelling import places
from kit_app.domain.training import Lesson, LessonQuestionWords, LessonWords, ReadyCheck
from kit_app.i18n import N_

_NEEDED = ("ask", "a", "b", "c", "why")


def training_problems(draft: Draft) -> Iterator[KitProblem]:
    """What is wrong with the lessons, their questions and the list "ready to facilitate"."""
    lessons: tuple[Lesson, ...] = draft.papers.data.get("training", ())
    ready: tuple[ReadyCheck, ...] = draft.papers.data.get("ready", ())
    source = draft.source("training.toml")
    for place, lesson in enumerate(lessons):
        ids = [one.id for one in lesson.questions]
        for number, ident in enumerate(ids):
            if ident in ids[:number]:
                message = N_("“{key}” is there twice. Give one of them another id.")
                yield source.problem(("training", place, "questions", number, "id"), message, key=ident)
    for language, words in draft.papers.data_words.items():
        source = draft.source(f"words/{language}/training.toml")
        for lesson in lessons:
            own = words.get("training", {}).get(lesson.id)
            if own is not None:
                yield from _lesson_problems(source, lesson, own)
        source = draft.source(f"words/{language}/ready.toml")
        for line in ready:
            if not words.get("ready", {}).get(line.id, "–").strip():
                yield _empty(source, ("ready", line.id))
        for name in ("training", "ready"):
            yield from _place_problems(draft.source(f"words/{language}/{name}.toml"))


def _place_problems(source: Source) -> Iterator[KitProblem]:
    """Places `{…}`: these words are read without a session that could fill them."""
    for path, text in texts_in(source.data):
        for place in places(text):
            message = N_("These words are read without a game: nothing fills {place}. Write it out.")
            yield source.problem(path, message, place=f"{{{place}}}")


def _lesson_problems(source: Source, lesson: Lesson, words: LessonWords) -> Iterator[KitProblem]:
    where = ("training", lesson.id)
    for key in ("title", "keep"):
        if not getattr(words, key).strip():
            yield _empty(source, (*where, key))
    if not words.text or not all(text.strip() for text in words.text):
        yield _empty(source, (*where, "text"))
    ids = [one.id for one in lesson.questions]
    for ident in ids:
        own = words.questions.get(ident)
        if own is None:
            message = N_("The words of “{key}” are missing. Add them.")
            yield source.problem((*where, "questions"), message, key=ident)
        else:
            yield from _question_problems(source, (*where, "questions", ident), own)
    for ident in words.questions:
        if ident not in ids:
            meant = likely(ident, [one for one in ids if one not in words.questions])
            message = (
                N_("“{key}” is not known here. Did you mean “{meant}”?")
                if meant
                else N_("These words belong to nothing: the kit has no “{key}”. Take them out.")
            )
            yield source.problem((*where, "questions", ident), message, key=ident, meant=meant)


def _question_problems(
    source: Source, where: tuple[str, ...], words: LessonQuestionWords
) -> Iterator[KitProblem]:
    for key in _NEEDED:
        if not getattr(words, key).strip():
            yield _empty(source, (*where, key))
    for place, choice in enumerate(words.choices):
        if choice.strip() and choice in words.choices[:place]:
            message = N_("“{name}” is there twice. Keep one of them.")
            yield source.problem((*where, "abc"[place]), message, name=choice)


def _empty(source: Source, path: tuple[str, ...]) -> KitProblem:
    return source.problem(path, N_("“{key}” is empty. Write its text."), key=path[-1])
