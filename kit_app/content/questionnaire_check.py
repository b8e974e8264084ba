"""Check a kit's questionnaire: nothing empty, no two answers alike, items for the papers that show them."""

from collections.abc import Iterator
from dataclasses import fields

from kit_app.content.draft import Draft
from kit_app.content.graph import unknown
from kit_app.content.source import Source
from kit_app.domain.papers import MadeBlock, blocks_of
from kit_app.domain.problems import KitProblem
from kit_app.domain.questionnaire import Opinion, Question, QuestionWords
from kit_app.i18n import N_

_PRINTED = ("questionnaire", "opinions")


def questionnaire_problems(draft: Draft) -> Iterator[KitProblem]:
    """What is wrong with the items, the opinions and the papers that show them."""
    questions: tuple[Question, ...] = draft.papers.data.get("questionnaire", ())
    opinions: tuple[Opinion, ...] = draft.papers.data.get("opinions", ())
    for language, words in draft.papers.data_words.items():
        source = draft.source(f"words/{language}/questionnaire.toml")
        for question in questions:
            own = words.get("questionnaire", {}).get(question.id)
            if own is not None:
                yield from _words_problems(source, question.id, own)
        source = draft.source(f"words/{language}/opinions.toml")
        for opinion in opinions:
            if not words.get("opinions", {}).get(opinion.id, "–").strip():
                yield _empty(source, ("opinions", opinion.id))
    yield from _theme_problems(draft)
    yield from _unprintable(draft)


def _theme_problems(draft: Draft) -> Iterator[KitProblem]:
    """Items and reminders about what is no theme of the kit."""
    for file, key in (("questionnaire", "theme"), ("nudges", "id")):
        for number, one in enumerate(draft.papers.data.get(file, ()) if draft.head else ()):
            source, known = draft.source(f"{file}.toml"), draft.head.theme_ids if draft.head else ()
            yield from unknown(source, (file, number, key), getattr(one, key), known)


def _words_problems(source: Source, ident: str, words: QuestionWords) -> Iterator[KitProblem]:
    for field in fields(words):
        if not getattr(words, field.name).strip():
            yield _empty(source, ("questionnaire", ident, field.name))
    for place, choice in enumerate(words.choices):
        if choice.strip() and choice in words.choices[:place]:
            message = N_("“{name}” is there twice. Keep one of them.")
            yield source.problem(("questionnaire", ident, "abc"[place]), message, name=choice)


def _empty(source: Source, path: tuple[str, ...]) -> KitProblem:
    return source.problem(path, N_("“{key}” is empty. Write its text."), key=path[-1])


def _unprintable(draft: Draft) -> Iterator[KitProblem]:
    """Papers that show items or opinions of which the kit has none."""
    for language, papers in draft.papers.words.items():
        for paper, words in papers.items():
            for number, block in enumerate(blocks_of(words)):
                if (
                    isinstance(block, MadeBlock)
                    and block.of in _PRINTED
                    and not draft.papers.data.get(block.of)
                ):
                    source = draft.source(f"words/{language}/papers/{paper}.toml")
                    message = N_("This paper shows “{name}”, and the kit has no {file}. Write it.")
                    where = ("blocks", number, "of")
                    yield source.problem(where, message, name=block.of, file=f"{block.of}.toml")
