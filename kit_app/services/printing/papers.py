"""Print what players get beside the clues: badges, private cards, envelope labels, pitch, answer sheet."""

from dataclasses import replace

from kit_app.domain.deal import CardOnTable, RoleOnTable
from kit_app.domain.kit import Envelope
from kit_app.services.printing.clues import pieces_of
from kit_app.services.printing.faces import TeamSet
from printables.layout.boxes import A6
from printables.products.answer_sheet import AnswerBox, AnswerGroup, AnswerSheet
from printables.products.badges import Badge
from printables.products.blocks import Text
from printables.products.cards import ClueCard
from printables.products.front_page import FrontPage
from printables.products.item import Item
from printables.products.labels import Content, EnvelopeLabel, FlapLabel
from printables.products.pitch_card import PitchCard
from printables.products.role_cards import RoleCard
from printables.products.two_sided import TwoSided


def badges(team: TeamSet) -> tuple[Item, ...]:
    """One badge a role that is played; with a back to write on when the kit has words for it."""
    lines = team.table.card_lines
    fronts = tuple(
        Badge(
            role_id=role.id,
            role=role.title,
            name=role.badge_name,
            pen_name=lines.pen_name,
            masthead=_masthead(team),
            card_words=lines.press_card,
            shape=role.shape,
            set_label=team.set_label,
            fiction=lines.fictive,
            picture=team.shown(role.picture),
            back_words=lines.first_name,
            promise=lines.promise,
        )
        for player in team.players
        for role in player
    )
    if not lines.first_name:
        return fronts
    return tuple(TwoSided(front=front, back=replace(front, back=True)) for front in fronts)


def role_cards(team: TeamSet) -> tuple[Item, ...]:
    """One folded card a role that is played; a player of several roles gets several."""
    return tuple(_role_card(role, player, team) for player in team.players for role in player)


def _role_card(role: RoleOnTable, player: tuple[RoleOnTable, ...], team: TeamSet) -> RoleCard:
    lines = team.table.card_lines
    others = ", ".join(other.title for other in player if other.id != role.id)
    line = team.t("Same player as: {roles}", roles=others) if others else ""
    return RoleCard(
        face=team.paper_face(role.id, role.title, line),
        shapes=(role.shape,),
        picture=team.shown(role.picture),
        facts_title=lines.facts if role.facts else team.t("What you do"),
        facts=(*role.facts, role.task) if role.task else role.facts,
        late_title=lines.last_scene,
        late=(role.sentence,) if role.sentence else (),
        fold=lines.fold,
    )


def given_cards(team: TeamSet) -> tuple[Item, ...]:
    """A card for each puzzle that is left out, with what the team has of it from the start."""
    return tuple(
        ClueCard(
            face=team.face(one.card, path=one.path),
            size=A6,
            blocks=tuple(Text(text=line) for line in one.lines),
        )
        for one in team.table.given
    )


def envelope_labels(team: TeamSet) -> tuple[Item, ...]:
    """For each envelope its label, and its content list for the inside of the flap; for a seal its label."""
    lines = team.table.card_lines
    labels: list[Item] = []
    for envelope in team.table.envelopes:
        if envelope.kind != "flap":
            labels.append(
                EnvelopeLabel(
                    code=envelope.id,
                    path=envelope.path,
                    words=lines.open_only_when,
                    set_label=team.set_label,
                    fiction=lines.fictive,
                )
            )
        if envelope.kind == "envelope":
            labels.append(_flap(envelope, team))
    return tuple(labels)


def _flap(envelope: Envelope, team: TeamSet) -> FlapLabel:
    return FlapLabel(
        code=envelope.id,
        path=envelope.path,
        contents=tuple(_content(card, team) for card in team.table.content_of(envelope.id)),
        set_label=team.set_label,
        fiction=team.table.card_lines.fictive,
    )


def _content(card: CardOnTable, team: TeamSet) -> Content:
    """A card of an envelope; with its code when its face bears none, or only a part that is cut off."""
    count = next((pieces_of(puzzle) for puzzle in team.table.puzzles if puzzle.id == card.puzzle), 1)
    is_read_here = count > 1 or not card.shows_code
    return Content(card_id=card.id, code=card.code if is_read_here else "", count=count)


def pitch_card(team: TeamSet) -> tuple[Item, ...]:
    """The story's beginning, for the central table; nothing when the kit's script has none."""
    words = team.table.script.get("pitch", "")
    if not words:
        return ()
    face = team.paper_face("P00", team.table.game_title)
    return (PitchCard(face=face, masthead=_masthead(team), text=words),)


def answer_sheet(team: TeamSet) -> tuple[Item, ...]:
    """A box a puzzle, grouped by path."""
    table = team.table
    groups = [AnswerGroup(path=None, label=table.card_lines.common_line, boxes=_boxes(team, None))]
    groups += [
        AnswerGroup(path=path.letter, label=name, boxes=_boxes(team, path.letter))
        for path, name in table.paths
    ]
    face = team.paper_face("K10", table.card_lines.answer_sheet)
    return (AnswerSheet(face=face, groups=tuple(group for group in groups if group.boxes)),)


def _boxes(team: TeamSet, path: str | None) -> tuple[AnswerBox, ...]:
    return tuple(
        AnswerBox(
            number=puzzle.id.removeprefix("P"),
            title=puzzle.words.title,
            parts=tuple(field.label for field in puzzle.fields),
        )
        for puzzle in team.table.puzzles
        if puzzle.path == path
    )


def front_page(team: TeamSet) -> tuple[Item, ...]:
    """The blank front page, as a souvenir; nothing when the kit has no such scene."""
    scene = next((one.words for one in team.table.scenes if one.spec.look == "front-page"), None)
    if scene is None:
        return ()
    return (
        FrontPage(
            masthead=scene.masthead,
            date_line=scene.dateline,
            headline=scene.title,
            text=" ".join(scene.lines),
            team_line=team.team_label,
            edition=scene.edition,
            price=scene.price,
            caption=scene.foot,
            fiction=team.table.card_lines.fictive,
        ),
    )


def _masthead(team: TeamSet) -> str:
    scene = next((one.words for one in team.table.scenes if one.words.masthead), None)
    return scene.masthead if scene else team.table.game_title
