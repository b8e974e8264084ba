"""Check a kit's spots: words for every scene, drawings and parts that are there, all of it calm."""

from collections.abc import Iterator

from kit_app.content.draft import Draft
from kit_app.content.drawing_parts import part_ids
from kit_app.content.drawings import drawing_trouble
from kit_app.content.pictures import FOLDER
from kit_app.content.source import Source
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.problems import KitProblem
from kit_app.domain.spots import FADE_S, Move, Spot, SpotScene, SpotWords
from kit_app.i18n import N_

FILE = "spots"
LEAST_SECONDS, MOST_SECONDS = 30, 45
LEAST_SCENE_S = 2.0
SIGNS_A_SECOND = 17
"""What most people read without haste."""
MOST_SIGNS = 84
MOST_SWINGS_A_SECOND = 2.0
"""Slower than anything that could trouble somebody who is sensitive to light."""


def spot_problems(draft: Draft) -> Iterator[KitProblem]:
    """What is wrong with the spots and their words."""
    spots: tuple[Spot, ...] = draft.papers.data.get(FILE, ())
    source = draft.source(f"{FILE}.toml")
    for number, spot in enumerate(spots):
        where: KeyPath = (FILE, number)
        if spot.id in [one.id for one in spots[:number]]:
            message = N_("“{key}” is there twice. Give one of them another id.")
            yield source.problem((*where, "id"), message, key=spot.id)
        if not LEAST_SECONDS <= spot.seconds <= MOST_SECONDS:
            message = N_("This spot lasts {seconds} s. Make it {least} to {most} s long.")
            values = {"least": str(LEAST_SECONDS), "most": str(MOST_SECONDS)}
            yield source.problem((*where, "scenes"), message, seconds=f"{spot.seconds:g}", **values)
        for place, scene in enumerate(spot.scenes):
            yield from _scene_problems(draft, scene, source, (*where, "scenes", place))
    for language, words in draft.papers.data_words.items():
        words_source = draft.source(f"words/{language}/{FILE}.toml")
        for spot in spots:
            own = words.get(FILE, {}).get(spot.id)
            if own is not None:
                yield from _words_problems(spot, own, words_source)


def _scene_problems(draft: Draft, scene: SpotScene, source: Source, where: KeyPath) -> Iterator[KitProblem]:
    if scene.seconds < LEAST_SCENE_S:
        message = N_("A scene lasts at least {least} s, so that it can be looked at.")
        yield source.problem((*where, "seconds"), message, least=f"{LEAST_SCENE_S:g}")
    content = draft.files.get(FOLDER + scene.picture, b"")
    parts = draft.once(part_ids, content)
    if not content:
        message = N_("The picture {picture} is missing. Put it into the folder “images” of the kit.")
        yield source.problem((*where, "picture"), message, picture=FOLDER + scene.picture)
        return
    if parts is None or draft.once(drawing_trouble, content) is not None:
        message = N_("{picture} is no drawing that a spot can show. Save it as SVG, with flat shapes only.")
        yield source.problem((*where, "picture"), message, picture=scene.picture)
        return
    for number, move in enumerate(scene.moves):
        here: KeyPath = (*where, "moves", number)
        if move.part not in parts:
            message = N_("{picture} has no group “{part}”. There are: {known}.")
            known = ", ".join(sorted(parts)) or "–"
            yield source.problem((*here, "part"), message, picture=scene.picture, part=move.part, known=known)
        yield from _move_problems(move, scene, source, here)


def _move_problems(move: Move, scene: SpotScene, source: Source, where: KeyPath) -> Iterator[KitProblem]:
    long = move.end - move.start
    if move.end > scene.seconds:
        message = N_("This move ends after its scene, which lasts {seconds} s.")
        yield source.problem((*where, "end"), message, seconds=f"{scene.seconds:g}")
    if move.swings > long * MOST_SWINGS_A_SECOND:
        message = N_("This swings too fast to be calm: at most {most} times a second.")
        yield source.problem((*where, "swings"), message, most=f"{MOST_SWINGS_A_SECOND:g}")
    if move.fade != "none" and long < FADE_S:
        message = N_("What comes or goes takes at least {least} s, so that nothing flashes.")
        yield source.problem((*where, "fade"), message, least=f"{FADE_S:g}")


def _words_problems(spot: Spot, words: SpotWords, source: Source) -> Iterator[KitProblem]:
    where: KeyPath = (FILE, spot.id)
    if len(words.captions) != len(spot.scenes):
        message = N_("This spot has {scenes} scenes and {captions} captions. Write one for each scene.")
        counts = {"scenes": str(len(spot.scenes)), "captions": str(len(words.captions))}
        yield source.problem((*where, "captions"), message, **counts)
    for number, (caption, scene) in enumerate(zip(words.captions, spot.scenes, strict=False)):
        most = min(MOST_SIGNS, int(scene.seconds * SIGNS_A_SECOND))
        if not caption.strip():
            message = N_("“{key}” is empty. Write its text.")
            yield source.problem((*where, "captions", number), message, key="captions")
        elif len(caption) > most:
            message = N_("This caption is too long to be read in {seconds} s: at most {most} characters.")
            found = {"seconds": f"{scene.seconds:g}", "most": str(most)}
            yield source.problem((*where, "captions", number), message, **found)
