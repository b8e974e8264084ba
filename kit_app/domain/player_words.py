"""The sentences that players read: on their screen, and on printed cards and sheets."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerWords:
    """Sentences of the player screen and the console, in the language of the materials.

    `envelopes` says that several may be opened at once (empty: each says so itself); `hint_waiting` that a
    hint may be asked for (empty: none is offered); `search_heading` stands over a question where to search
    (empty: the puzzle's title). `one_minute` is not said when empty. `listen` stands beside the sign of a
    sound. `messages` are ready to be sent. `emergency` is said while the ward needs people (empty: `pause`).
    """

    ready: str
    clock_label: str
    envelope: str
    seal: str
    flap: str
    not_yet: str
    hint_heading: str
    message_heading: str
    pause: str
    five_minutes: str
    guided_label: str
    closing: str
    locked: str
    envelopes: str = ""
    hint_waiting: str = ""
    search_heading: str = ""
    one_minute: str = ""
    listen: str = ""
    messages: tuple[str, ...] = ()
    emergency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLineWords:
    """Sentences that stand on printed cards and sheets."""

    fictive: str
    set_line: str
    path_line: str
    common_line: str
    fold: str
    cut: str
    open_only_when: str
    inside_flap: str
    facilitator_only: str
    answer_sheet: str
    press_card: str
    pen_name: str
    facts: str
    last_scene: str
    first_name: str = ""
    promise: str = ""
    given: str = ""
