"""Check the slides of a talk: what they name is in the kit, and each has its step in the script."""

from collections.abc import Collection, Iterator

from kit_app.content.draft import Draft
from kit_app.content.source import Source, likely
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.papers import DocumentWords, HeadingBlock, PaperSpec
from kit_app.domain.problems import KitProblem
from kit_app.domain.slides import SlideSpec
from kit_app.i18n import N_

_NO_SUCH = N_("There is no “{name}”. There are: {known}.")
_MEANT = N_("There is no “{name}”. Did you mean “{meant}”?")


def slide_problems(draft: Draft) -> Iterator[KitProblem]:
    """What is wrong with the slides of a kit's papers."""
    with_slides = [spec for spec in draft.papers.papers.values() if spec.slides]
    for spec in with_slides[1:]:
        message = N_("Two papers have slides. Keep those of one: a kit has one talk.")
        yield draft.source(f"papers/{spec.id}.toml").problem(("slides",), message)
    for spec in draft.papers.papers.values():
        source = draft.source(f"papers/{spec.id}.toml")
        seen: set[str] = set()
        for number, slide in enumerate(spec.slides):
            where: KeyPath = ("slides", number)
            if slide.id in seen:
                message = N_("“{key}” is there twice. Give one of them another id.")
                yield source.problem((*where, "id"), message, key=slide.id)
            seen.add(slide.id)
            yield from _named(draft, slide, source, where)
        yield from _heading_problems(draft, spec)
        if not draft.is_choice:
            yield from _unsaid(draft, spec, source)


def _named(draft: Draft, slide: SlideSpec, source: Source, where: KeyPath) -> Iterator[KitProblem]:
    letters = [path.letter for path in draft.head.paths] if draft.head else []
    named: list[tuple[str, str, Collection[str]]] = [
        ("path", slide.path, letters),
        ("contact", slide.contact, [one.id for one in draft.papers.data.get("contacts", ())]),
        ("paper", slide.paper, list(draft.papers.papers)),
    ]
    for key, name, known in named:
        if name and name not in known:
            yield _unknown(source, (*where, key), name, known)
    lists: list[tuple[str, tuple[str, ...], Collection[str]]] = [
        ("puzzles", slide.puzzles, draft.puzzle_ids),
        ("facts", slide.facts, [one.id for one in draft.papers.data.get("facts", ())]),
    ]
    for key, names, known in lists:
        for place, name in enumerate(names):
            if name not in known:
                yield _unknown(source, (*where, key, place), name, known)
    if slide.picture and f"images/{slide.picture}" not in draft.files:
        message = N_("The picture {picture} is missing. Put it into the folder “images” of the kit.")
        yield source.problem((*where, "picture"), message, picture=f"images/{slide.picture}")


def _heading_problems(draft: Draft, spec: PaperSpec) -> Iterator[KitProblem]:
    """Headings that name a slide which the paper does not have, or one that another heading named."""
    known = [slide.id for slide in spec.slides]
    for language in draft.languages:
        source = draft.source(f"words/{language}/papers/{spec.id}.toml")
        seen: set[str] = set()
        for number, heading in _headings(draft, language, spec):
            where: KeyPath = ("blocks", number, "slide")
            if heading.slide not in known:
                yield _unknown(source, where, heading.slide, known)
            elif heading.slide in seen:
                message = N_("“{key}” is there twice. Take one of them out.")
                yield source.problem(where, message, key=heading.slide)
            seen.add(heading.slide)


def _unsaid(draft: Draft, spec: PaperSpec, source: Source) -> Iterator[KitProblem]:
    """Slides that no heading names, in any variant or sector: nobody would ever see them."""
    choices = (draft, *draft.choices.values())
    language = next(iter(draft.languages), "")
    said = {heading.slide for one in choices for _, heading in _headings(one, language, spec)}
    for number, slide in enumerate(spec.slides):
        if slide.id not in said:
            message = N_("No heading of the script names the slide “{key}”: write slide = “{key}” under one.")
            yield source.problem(("slides", number, "id"), message, key=slide.id)


def _headings(draft: Draft, language: str, spec: PaperSpec) -> Iterator[tuple[int, HeadingBlock]]:
    words = draft.papers.words.get(language, {}).get(spec.id)
    for number, block in enumerate(words.blocks if isinstance(words, DocumentWords) else ()):
        if isinstance(block, HeadingBlock) and block.slide:
            yield number, block


def _unknown(source: Source, where: KeyPath, name: str, known: Collection[str]) -> KitProblem:
    meant = likely(name, known)
    if meant:
        return source.problem(where, _MEANT, name=name, meant=meant)
    return source.problem(where, _NO_SUCH, name=name, known=", ".join(sorted(known)) or "–")
