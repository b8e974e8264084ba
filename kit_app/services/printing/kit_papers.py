"""The kit's papers as products: pages of documents, cards of two sides; one function a kind of paper."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from kit_app.domain.deal import DealChoice, TeamTable
from kit_app.domain.kit import Kit
from kit_app.domain.papers import (
    CardPaperWords,
    CardSideWords,
    DocumentWords,
    MadeBlock,
    PaperKind,
    PaperSpec,
    PaperWords,
    PosterWords,
    Shelf,
    SignWords,
    StoryboardWords,
    TableBlock,
    blocks_of,
    paper_title,
    played_words,
)
from kit_app.domain.plan import SessionPlan, TeamPlan
from kit_app.domain.spelling import together
from kit_app.i18n import Catalogue
from kit_app.mechanisms.dealing import deal_team
from kit_app.services.printing import made_puzzles, made_questionnaire, made_references, made_session
from kit_app.services.printing.job import Issuer, PrintJob, Product, product
from kit_app.services.printing.paper_blocks import CARD_TYPE, DOCUMENT_TYPE, Setting, printed_blocks
from kit_app.services.printing.paper_logo import logo_of
from kit_app.services.printing.paper_places import all_places, filled_texts
from kit_app.services.setup import run_setup
from printables.layout import colours
from printables.layout.boxes import A3, A4, A5, A6, Size
from printables.products.blocks import Block, Text
from printables.products.documents import Document, document_pages
from printables.products.face import SEPARATOR
from printables.products.item import Item
from printables.products.paper_cards import PaperCard
from printables.products.poster import Poster
from printables.products.sign import Sign
from printables.products.storyboard import Frame, Storyboard
from printables.products.two_sided import TwoSided
from printables.units import Mm, pt

SIZES: Mapping[str, Size] = {
    "A3": A3,
    "A4": A4,
    "A4-landscape": A4.turned,
    "A5": A5,
    "A5-landscape": A5.turned,
    "A6": A6,
    "A6-landscape": A6.turned,
}
USUAL_TEAM = 5
SUBTITLE_TYPE = pt(14)
_OF_A_TEAM = ("team", "player")

Products = Callable[[PrintJob], tuple[Product, ...]]
"""What a team's deck holds beside papers: a list of papers counts its sheets."""

MADE: Mapping[str, Callable[[PrintJob], tuple[Block, ...]]] = {
    "run-sheet": made_session.run_sheet,
    "timetable": made_session.timetable,
    "puzzles": made_puzzles.puzzles,
    "answer-key": made_puzzles.answer_key,
    "hints": made_puzzles.hints,
    "contents": made_puzzles.contents,
    "envelopes": made_puzzles.envelopes,
    "roles": made_session.roles,
    "graph": made_puzzles.graph,
    "room-plan": made_session.room_plan,
    "facts": made_references.facts,
    "contacts": made_references.contacts,
    "reflexes": made_puzzles.reflexes,
    "topics": made_references.topics,
    "shopping": made_session.shopping,
    "host-grid": made_session.host_grid,
    "questionnaire": made_questionnaire.questionnaire,
    "opinions": made_questionnaire.opinions,
    "numbers": made_questionnaire.numbers,
}


def session_papers(job: PrintJob, shelves: tuple[Shelf, ...], deck: Products) -> tuple[Product, ...]:
    """The papers of some shelves for a team, each a line of the desk, in the kit's order.

    What is not a team's or a player's comes with the first team only.
    """
    kit = job.kit.in_choice(job.plan.variant, job.plan.sector)
    own = replace(job, kit=kit)
    is_first = job.table.number == job.plan.teams[0].number
    listed = [spec for spec in kit.papers if spec.shelf in shelves and (is_first or spec.per in _OF_A_TEAM)]
    listed.sort(key=lambda spec: (shelves.index(spec.shelf), spec.order, spec.number))
    found = (_product(own, spec, deck) for spec in listed)
    return tuple(one for one in found if one.items)


def shelf_job(kit: Kit, issuer: Issuer, t: Catalogue, table: TeamTable | None = None) -> PrintJob:
    """What papers to hang up are printed by: `table`, or the kit's example. `t` speaks their language."""
    variant = kit.variant(table.variant) if table is not None else kit.variants[0]
    plan = SessionPlan(
        id="", name="", facility="", date="", time="", room="",
        kit_id=kit.id, kit_digest=kit.digest, variant=variant.id, level=kit.levels[0].id,
        language=t.language, duration_min=variant.minutes, extra_time=False,
        teams=(TeamPlan(number=1, label="", size=USUAL_TEAM),),
        hint_policy="suggested", hint_cost_min=0, clock_style="clock", seed="",
    )  # fmt: skip
    if table is None:
        choice = DealChoice(language=t.language, variant=variant.id, seed="", fixed=kit.example)
        table = deal_team(kit, choice)
    setup = run_setup(kit, plan, 1, table, {})
    return PrintJob(
        kit=kit, plan=plan, table=table, setup=setup, t=t, facility=issuer.facility, today=issuer.today
    )


def paper_items(job: PrintJob, spec: PaperSpec, deck: Products) -> tuple[Item, ...]:
    """The pages or sides of one paper, once for each player where it is a player's."""
    make = MAKERS.get(spec.kind)
    if make is None:
        return ()
    known = all_places(job, on_card=spec.kind == "card")
    played = job.kit.variant(job.plan.variant).puzzles
    words = filled_texts(played_words(job.kit.paper_words[job.plan.language][spec.id], played), known)
    return make(job, spec, words, deck) * (job.setup.team_size if spec.per == "player" else 1)


def _product(job: PrintJob, spec: PaperSpec, deck: Products) -> Product:
    title = paper_title(filled_texts(job.kit.paper_words[job.plan.language][spec.id], all_places(job)))
    return product(spec.id, f"{spec.number} – {title}", paper_items(job, spec, deck), spec.on_card)


def _setting(job: PrintJob, spec: PaperSpec, size: Mm, deck: Products) -> Setting:
    def made(name: str) -> tuple[Block, ...]:
        return made_session.print_list(job, deck) if name == "print-list" else MADE[name](job)

    return Setting(
        size=size,
        made=made,
        picture=lambda file: job.kit.images[f"images/{file}"],
        language=job.plan.language,
        players=job.setup.team_size if spec.per in _OF_A_TEAM else sum(team.size for team in job.plan.teams),
    )


def _document(job: PrintJob, spec: PaperSpec, words: PaperWords, deck: Products) -> tuple[Item, ...]:
    assert isinstance(words, DocumentWords)
    if spec.ground:
        return (_sheet_to_hang_up(job, spec, words, deck),)
    blocks = printed_blocks(words.blocks, _setting(job, spec, DOCUMENT_TYPE, deck))
    facility = job.facility
    of_all = _is_of_all(job, spec, words)
    document = Document(
        title=words.title,
        subtitle=words.subtitle or (_whose(job) if spec.secret else ""),
        blocks=blocks,
        foot=_foot_of_kit(job) if of_all else _foot(job, spec),
        facilitator_only=spec.secret,
        size=SIZES[spec.size],
        head=job.plan.name if of_all else _whose(job),
        contact=_contact_line(job),
        accent=facility.colours[0] or colours.INK,
        end=_end(job, words),
        logo=logo_of(facility),
        is_bound=spec.bound,
    )
    return tuple(document_pages(document, job.look))


def _sheet_to_hang_up(job: PrintJob, spec: PaperSpec, words: DocumentWords, deck: Products) -> PaperCard:
    """A document with a ground: one page with a coloured head, like the cards of the same matter."""
    facility = job.facility
    contact = _contact_line(job)
    setting = replace(_setting(job, spec, DOCUMENT_TYPE, deck), on_discs=True)
    below = (Text(text=words.subtitle, size=SUBTITLE_TYPE, quiet=True),) if words.subtitle else ()
    return PaperCard(
        title=words.title,
        size=SIZES[spec.size],
        blocks=(*below, *printed_blocks(words.blocks, setting)),
        ground=spec.ground,
        picture=job.team.shown(f"images/{spec.picture}"),
        foot=SEPARATOR.join((*_end(job, words), contact)) if contact else _end(job, words)[0],
        foot_right=f"{spec.number} · {job.table.kit_version}",
        accent=facility.colours[0] or colours.INK,
    )


def _card(job: PrintJob, spec: PaperSpec, words: PaperWords, deck: Products) -> tuple[Item, ...]:
    assert isinstance(words, CardPaperWords)
    first, second = job.facility.colours
    front = _side(job, spec, words.front, (first, deck))
    back = _side(job, spec, words.back, (second or first, deck))
    if spec.picture:
        picture = job.team.shown(f"images/{spec.picture}")
        front = replace(front, picture=picture, logo=b"")
    return (TwoSided(front=front, back=back),)


def _side(job: PrintJob, spec: PaperSpec, words: CardSideWords, made: tuple[str, Products]) -> PaperCard:
    accent, deck = made
    return PaperCard(
        title=words.title,
        size=SIZES[spec.size],
        blocks=printed_blocks(words.blocks, replace(_setting(job, spec, CARD_TYPE, deck), on_discs=True)),
        ground=spec.ground,
        foot=job.plan.facility or job.facility.spoken_name or job.table.kit_title,
        foot_right=f"{spec.number} · {job.table.kit_version}",
        accent=accent or colours.INK,
        logo=logo_of(job.facility),
    )


def _poster(job: PrintJob, spec: PaperSpec, words: PaperWords, deck: Products) -> tuple[Item, ...]:
    assert isinstance(words, PosterWords)
    return (
        Poster(
            title=spec.number,
            slogan=words.slogan,
            reflex=words.reflex,
            foot=words.foot,
            number=together(job.facility.contact("helpdesk").number),
            ground=spec.ground or colours.MARKER,
            picture=job.kit.images[f"images/{spec.picture}"],
            logo=logo_of(job.facility) or None,
            credit=_end(job, words)[0],
            size=SIZES[spec.size],
        ),
    )


def _sign(job: PrintJob, spec: PaperSpec, words: PaperWords, _deck: Products) -> tuple[Item, ...]:
    assert isinstance(words, SignWords)
    return (
        Sign(
            title=words.title,
            line=words.line,
            path=spec.path,
            arrow=words.arrow,
            foot=_foot(job, spec),
            size=SIZES[spec.size],
            picture=job.team.shown(f"images/{spec.picture}"),
        ),
    )


def _storyboard(job: PrintJob, _spec: PaperSpec, words: PaperWords, _deck: Products) -> tuple[Item, ...]:
    assert isinstance(words, StoryboardWords)
    frames = tuple(
        Frame(
            time=f"{frame.start:g}–{frame.end:g} s",
            text=frame.text,
            picture=job.team.shown(f"images/{frame.picture}"),
        )
        for frame in words.frames
    )
    return (
        Storyboard(title=words.title, length=f"{words.seconds:g} s", frames=frames, foot=_end(job, words)[0]),
    )


Maker = Callable[[PrintJob, PaperSpec, PaperWords, Products], tuple[Item, ...]]
MAKERS: Mapping[PaperKind, Maker] = {
    "document": _document,
    "card": _card,
    "poster": _poster,
    "sign": _sign,
    "storyboard": _storyboard,
}
"""What makes the items of each kind of paper."""


def _is_of_all(job: PrintJob, spec: PaperSpec, words: PaperWords) -> bool:
    """Whether players of several teams write on one paper: it then bears no single team's name or set."""
    is_list = any(isinstance(block, TableBlock) and block.rows_for == "player" for block in blocks_of(words))
    return is_list and spec.per not in _OF_A_TEAM and len(job.plan.teams) > 1


def _whose(job: PrintJob) -> str:
    """The team and its set; empty for papers to hang up."""
    if not job.is_of_session:
        return ""
    return SEPARATOR.join(part for part in (job.setup.team_label, job.team.set_label) if part)


def _foot(job: PrintJob, spec: PaperSpec) -> str:
    """Set, kit and version; that all is made up stands where it is, not on what real people sign or keep."""
    if job.is_of_session:
        is_real = spec.shelf in ("players", "facilitator") and not spec.secret
        return job.team.true_foot if is_real else job.team.foot
    return _foot_of_kit(job)


def _foot_of_kit(job: PrintJob) -> str:
    return f"{job.table.kit_title} {job.table.kit_version}"


def _contact_line(job: PrintJob) -> str:
    """The facility and its help desk, as far as they are known."""
    name = job.plan.facility or job.facility.name
    number = job.facility.contact("helpdesk").number
    label = job.kit.reference_words.get(job.plan.language, {}).get("contacts", {}).get("helpdesk", "")
    return SEPARATOR.join(part for part in (name, f"{label} {number}" if number and label else "") if part)


def _end(job: PrintJob, words: PaperWords) -> tuple[str, ...]:
    """Licence of the kit, the facility's own note, and the sources where facts are quoted."""
    t = job.t
    lines = [t("{kit} {version}: {licence}.", kit=job.table.kit_title, version=job.table.kit_version,
               licence=job.kit.licence)]  # fmt: skip
    if any(isinstance(block, MadeBlock) and block.of == "facts" for block in blocks_of(words)):
        sources = dict.fromkeys(fact.source for fact in job.kit.facts if fact.source)
        lines.append(t("Sources: {sources}.", sources=" · ".join(sources)))
    if job.facility.licence_note:
        lines.append(job.facility.licence_note)
    return tuple(lines)
