"""A small kit of eight puzzles that is right in every way, made to be broken."""

from dataclasses import dataclass

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import filled, normalised
from kit_app.mechanisms.made import Made
from kit_app.mechanisms.table import MECHANISMS, Mechanism

PUZZLES = ("Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8")
CHAIN = {"Q1": ""} | {after: f'"{before}"' for before, after in zip(PUZZLES, PUZZLES[1:], strict=False)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """`code` is the answer; drawn when it is empty."""

    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The text of the note; the answer stands behind a #."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """The printed note."""

    text: str


def make(parameters: Parameters, words: Words, dice: Dice) -> Made[Clues]:
    """A note that holds its code."""
    code = parameters.code or dice.code("code", 4)
    text = filled(words.text, {"code": code})
    return Made(clues=Clues(text=text), answer=code, values={"code": code}, readings={"note": text})


def solve(clues: Clues) -> frozenset[str]:
    """Whatever stands behind a #."""
    return frozenset(normalised(word[1:]) for word in clues.text.split() if word.startswith("#"))


NOTE = Mechanism(name="note", parameters=Parameters, words=Words, make=make, solve=solve)
TINY_MECHANISMS = {**MECHANISMS, "note": NOTE}

_HEAD = """\
format = 1
id = "tiny"
version = "1"
licence = "CC-BY-4.0"
languages = ["fr", "en"]

[draw]
month = ["may", "june"]

[[paths]]
letter = "A"
shape = "disc"

[[roles]]
id = "R1"
shape = "cross"
facts = ["F1"]

[[variants]]
id = "all"
minutes = 30
puzzles = ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8"]
finale = "Q8"
guided_min = 4
slot_min = 60

[[levels]]
id = "standard"
due = [1.3, 1.6, 2.0]

[[envelopes]]
id = "A1"
path = "A"
after = ["Q1"]

[[scenes]]
id = "end"
look = "front-page"
moment = "end"

[example]
month = "may"
"Q1/code" = "K7Q4"
"""

_DISTRIBUTION = """
[[distributions]]
size = {size}
players = [{players}]
"""

_PUZZLE = """\
id = "{id}"
mechanism = "note"
path = "A"
needs = [{needs}]
target_s = 60
column = 0
row = 0
facts = ["F1"]

[parameters]

[[cards]]
id = "{id}-C1"
part = "note"
size = "A6"
place = "{place}"
"""

_KIT_WORDS = """\
title = "Tiny"
game_title = "A tiny game"
summary = "Eight notes."

[names]
star = "Ysaline"

[draw.month]
may = "May"
june = "June"

[paths]
A = "Places"

[variants]
all = "all"

[levels]
standard = "standard"

[roles.R1]
title = "Editor"
facts = { F1 = "The star is {star}." }

[scenes.end]
title = "The end of {month}"

[places]
table = "table"
tray = "tray"
corner-a = "A"
corner-b = "B"
corner-c = "C"
facilitator = "facilitator"

[player]
ready = "Ready?"
clock_label = "Time"
envelope = "Envelope {envelope}: open."
seal = "Seal {envelope}."
flap = "Flap {envelope}."
not_yet = "Not yet."
hint_heading = "Hint {level}"
message_heading = "Message"
pause = "Pause"
five_minutes = "Five minutes"
guided_label = "Last"
closing = "Thanks"
locked = "Locked"

[cards]
fictive = "A game"
set_line = "{set} {n}/{total}"
path_line = "{letter} {name}"
common_line = "all"
fold = "fold"
cut = "cut"
open_only_when = "later"
inside_flap = "inside"
facilitator_only = "facilitator"
answer_sheet = "answers"
press_card = "press"
pen_name = "name"
facts = "facts"
last_scene = "last"

[script]
pitch = "It is {month}."
"""

_PUZZLE_WORDS = """\
title = "Note {id}"
short = "{id}"
lesson = "A note talks."
reflex = "I lock notes away."
hints = ["Look.", "Look again.", "It begins with {{{id}.code}}."]

[stall]
see = "They wait."
say = "Read it aloud."

[clues]
text = "The code: #{{code}}"

[cards."{id}-C1"]
title = "A note"
"""


def tiny_kit() -> dict[str, bytes]:
    """The files of the kit."""
    spread = "".join(
        _DISTRIBUTION.format(size=size, players=", ".join(['["R1"]'] + ["[]"] * (size - 1)))
        for size in range(3, 9)
    )
    texts = {"kit.toml": _HEAD.replace("[[variants]]", f"{spread.lstrip()}\n[[variants]]")}
    for puzzle in PUZZLES:
        place = "A1" if puzzle == "Q2" else "table"
        texts[f"puzzles/{puzzle}.toml"] = _PUZZLE.format(id=puzzle, needs=CHAIN[puzzle], place=place)
    for language in ("fr", "en"):
        texts[f"words/{language}/kit.toml"] = _KIT_WORDS
        for puzzle in PUZZLES:
            texts[f"words/{language}/{puzzle}.toml"] = _PUZZLE_WORDS.format(id=puzzle)
    return {name: text.encode() for name, text in texts.items()}
