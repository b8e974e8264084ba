"""Check the help of a kit's puzzles: what goes with hints, and the questions where to search."""

from collections.abc import Iterator

from kit_app.content.draft import Draft
from kit_app.content.graph import unknown
from kit_app.content.pictures import DRAWING
from kit_app.content.solving import Findings
from kit_app.content.source import Source, likely
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.help import SearchSpec, SearchWords
from kit_app.domain.kit import Puzzle, PuzzleWords
from kit_app.domain.problems import KitProblem
from kit_app.domain.sounds import CUE_FOLDER, LONGEST_HINT_MS, read_wave
from kit_app.domain.spelling import filled
from kit_app.domain.telling import told
from kit_app.i18n import N_

SOUNDS = "sounds/"
LONGEST_MESSAGE = 280


def help_problems(draft: Draft) -> Iterator[KitProblem]:
    """Levels named twice, questions about nothing, words that lack; ready messages that are too long."""
    for puzzle in draft.puzzles.values():
        source = draft.source(f"puzzles/{puzzle.id}.toml")
        yield from _twice(source, ("hints",), [str(hint.level) for hint in puzzle.hints], "level")
        yield from _twice(source, ("searches",), [search.id for search in puzzle.searches], "id")
        for number, search in enumerate(puzzle.searches):
            yield from _unknown_cards(source, number, search, puzzle)
            if search.puzzle:
                yield from unknown(source, ("searches", number, "puzzle"), search.puzzle, draft.puzzle_ids)
        for language in draft.languages:
            words = draft.puzzle_words.get(language, {}).get(puzzle.id)
            if words is not None:
                yield from _words_problems(draft.source(f"words/{language}/{puzzle.id}.toml"), puzzle, words)
    for language, own in draft.words.items():
        source = draft.source(f"words/{language}/kit.toml")
        for number, text in enumerate(own.player.messages):
            if not text.strip() or len(text) > LONGEST_MESSAGE:
                message = N_("A message ready to be sent has 1 to {count} characters.")
                yield source.problem(("player", "messages", number), message, count=str(LONGEST_MESSAGE))


def _twice(source: Source, where: KeyPath, names: list[str], key: str) -> Iterator[KitProblem]:
    for number, name in enumerate(names):
        if name in names[:number]:
            message = N_("“{name}” is there twice. Keep one of them.")
            yield source.problem((*where, number, key), message, name=name)


def _unknown_cards(source: Source, number: int, search: SearchSpec, puzzle: Puzzle) -> Iterator[KitProblem]:
    known = [card.id for card in puzzle.cards]
    for place, card in enumerate(search.cards):
        if card not in known:
            where = ("searches", number, "cards", place)
            message = N_("This puzzle has no card “{card}”. It has: {known}.")
            yield source.problem(where, message, card=card, known=", ".join(known))


def _words_problems(source: Source, puzzle: Puzzle, words: PuzzleWords) -> Iterator[KitProblem]:
    for search in puzzle.searches:
        own = words.searches.get(search.id)
        if own is None:
            message = N_("The words of “{key}” are missing. Add them.")
            yield source.problem(("searches",), message, key=search.id)
        else:
            yield from _question_problems(source, search, own)
    known = [search.id for search in puzzle.searches]
    for ident in words.searches:
        if ident not in known:
            meant = likely(ident, known)
            message = (
                N_("“{key}” is not known here. Did you mean “{meant}”?")
                if meant
                else N_("These words belong to nothing: the kit has no “{key}”. Take them out.")
            )
            yield source.problem(("searches", ident), message, key=ident, meant=meant)


def _question_problems(source: Source, search: SearchSpec, words: SearchWords) -> Iterator[KitProblem]:
    where = ("searches", search.id)
    if not words.say.strip():
        yield source.problem((*where, "say"), N_("“{key}” is empty. Write its text."), key="say")
    if not search.cards and not (words.name.strip() and words.where.strip()):
        message = N_("“{key}” names no card: write in “name” what it is, in “where” where it lies.")
        yield source.problem(where, message, key=search.id)


def media_problems(draft: Draft) -> Iterator[KitProblem]:
    """Hints whose picture is no drawing or whose sound cannot be played; sounds that nothing plays."""
    named = set()
    for one in (draft, *draft.choices.values()):
        for puzzle in one.puzzles.values():
            source = one.source(f"puzzles/{puzzle.id}.toml")
            for number, hint in enumerate(puzzle.hints):
                named.add(hint.sound)
                if hint.picture and not hint.picture.endswith(DRAWING):
                    message = N_("The picture of a hint is a drawing: an SVG file.")
                    yield source.problem(("hints", number, "picture"), message)
                if hint.sound and (trouble := _sound_trouble(draft, hint.sound)):
                    yield source.problem(("hints", number, "sound"), trouble, sound=hint.sound)
    for name in sorted(draft.files):
        if name.startswith(SOUNDS) and not name.startswith(CUE_FOLDER) and name not in named:
            message = N_("Nothing plays this sound. Name it where it is to be heard, or take it out.")
            yield KitProblem(file=name, line=0, key="", message=message)


def _sound_trouble(draft: Draft, name: str) -> str:
    if not name.startswith(SOUNDS) or name not in draft.files:
        return N_("The sound {sound} is missing. Put it into the folder “sounds” of the kit.")
    try:
        length_ms = read_wave(draft.files[name]).ms
    except ValueError:
        return N_("{sound} is no WAV file that can be played. Save it as one of 16 bit, up to 48 kHz.")
    return N_("{sound} is longer than a minute. Shorten it.") if length_ms > LONGEST_HINT_MS else ""


def question_answers(draft: Draft, findings: Findings) -> Iterator[KitProblem]:
    """Questions where to search that tell an answer of any game that the check has dealt."""
    for (variant, sector, language), answers in findings.secrets.items():
        own, values = draft.in_choice(variant, sector), findings.values[variant, sector, language]
        for puzzle_id, words in own.puzzle_words.get(language, {}).items():
            source = own.source(f"words/{language}/{puzzle_id}.toml")
            for ident, question in words.searches.items():
                for key in ("say", "name", "where"):
                    spellings = told((filled(getattr(question, key), values),)).spellings()
                    for answer in sorted(answers.keys() & spellings)[:1]:
                        message = N_(
                            "Players would read the answer of {puzzle}, “{answer}”, here. Say it another way."
                        )
                        path = ("searches", ident, key)
                        yield source.problem(path, message, puzzle=answers[answer], answer=answer)
