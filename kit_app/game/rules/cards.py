"""Card codes: this team's cards are found, another set's are named, a mistyped letter is mended or said."""

from kit_app.domain.codes import forgiven, is_valid, looks_like_code, shown
from kit_app.domain.spelling import normalised
from kit_app.errors import CommandRefused
from kit_app.game import events as e
from kit_app.game.commands import ScanCard
from kit_app.game.setup import OtherSet, RunSetup
from kit_app.game.state import RunState
from kit_app.i18n import N_


def scan(state: RunState, command: ScanCard) -> tuple[e.Event, ...]:
    """A card code was typed or scanned. It is welcome in any phase before the end."""
    code = normalised(command.code)
    if not code:
        raise CommandRefused(N_("Nothing was typed."))
    found = found_card(state, command.code) or forgiven_card(state, command.code)
    if found:
        return found
    refuse_mistyped(code)
    raise CommandRefused(N_("A card code has six letters, as on the card: BCD·FGH."))


def found_card(state: RunState, typed: str) -> tuple[e.Event, ...]:
    """The event for a card of this set; nothing if `typed` is no card code. Refuses another set's card."""
    return _card(state, normalised(typed))


def forgiven_card(state: RunState, typed: str, keys: str = "") -> tuple[e.Event, ...]:
    """The same for a code that was misread, misheard or typed on another keyboard (see `codes.forgiven`)."""
    known = (*(card.code for card in state.setup.cards), *state.setup.foreign)
    code = forgiven(typed, known, keys)
    is_mended = bool(code) and code != normalised(typed)
    return _card(state, code, read_as=code if is_mended else "")


def _card(state: RunState, code: str, read_as: str = "") -> tuple[e.Event, ...]:
    for card in state.setup.cards:
        if card.code == code:
            return (e.CardScanned(card=card.id, read_as=read_as),)
    if not is_valid(code):
        return ()
    here = state.setup.set_id
    if code in state.setup.foreign:
        raise _refusal(state.setup, state.setup.foreign[code])
    raise CommandRefused(
        N_("This card is from a set that is not known here. Tonight's is {here}."), here=here
    )


def _refusal(setup: RunSetup, other: OtherSet) -> CommandRefused:
    """Whose card it is: another team's of this session, or another session's."""
    if other.session_id == setup.session_id:
        return CommandRefused(
            N_("This card belongs to team {number}, {team} (set {other})."),
            number=other.team_number,
            team=other.team_label,
            other=other.set_id,
        )
    return CommandRefused(
        N_("This card is from another set ({other}), of “{session}”. Tonight's is {here}."),
        other=other.set_id,
        session=other.session_name,
        here=setup.set_id,
    )


def refuse_mistyped(code: str) -> None:
    """Refuse what could only be a card code but has a wrong letter."""
    if looks_like_code(code):
        raise CommandRefused(
            N_("One letter is off: {code} does not exist. Read the card again."), code=shown(code)
        )
