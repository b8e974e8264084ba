"""What the values are called that a key of a kit’s files may have, and no others."""

from __future__ import annotations

from collections.abc import Mapping

from kit_app.domain.bulletin_words import TLP_LABELS, URGENCIES
from kit_app.i18n import N_, Catalogue
from kit_app.services.workshop.kit_fields import MOMENTS

_WORDS: Mapping[str, Mapping[str, str]] = {
    "shape": {
        "disc": N_("Disc"),
        "triangle": N_("Triangle"),
        "square": N_("Square"),
        "star": N_("Star"),
        "diamond": N_("Diamond"),
        "hexagon": N_("Hexagon"),
        "pentagon": N_("Pentagon"),
        "cross": N_("Cross"),
        "half-disc": N_("Half disc"),
        "barrel": N_("Barrel"),
        "trapezium": N_("Trapezium"),
        "three-quarter-disc": N_("Three quarters of a disc"),
    },
    "kind": {
        "envelope": N_("An envelope"),
        "seal": N_("A seal to break"),
        "flap": N_("A sealed flap of a card"),
        "front": N_("Opening slide"),
        "question": N_("Question to the room"),
        "choice": N_("Questions to choose from"),
        "thread": N_("Thread of the story"),
        "cases": N_("Real cases"),
        "heading": N_("Heading of a part"),
        "text": N_("Paragraph"),
        "quote": N_("Words to say aloud"),
        "list": N_("List with dots"),
        "steps": N_("List with numbers"),
        "check": N_("List with boxes to tick"),
        "table": N_("Ruled table"),
        "framed": N_("Lines in a frame"),
        "fields": N_("Lines to fill in"),
        "picture": N_("Picture"),
        "space": N_("Free room"),
        "page": N_("New page"),
        "programme": N_("Programme with times"),
        "made": N_("Made by the program"),
        "none": N_("No fraud"),
        "sender": N_("The sender is another one"),
        "account": N_("The account is another one"),
        "approval": N_("A signature is missing"),
        "pressure": N_("It presses to act"),
        "opened": N_("Session opened"),
        "closed": N_("Session closed"),
        "unlocked": N_("Session unlocked"),
        "printed": N_("Something printed"),
        "plugged": N_("A stick plugged in"),
        "copied": N_("A file copied"),
        "first": N_("It is the first"),
        "last": N_("It is the last"),
        "right-after": N_("Right after the other card"),
        "after": N_("Somewhere after the other card"),
        "before": N_("Somewhere before the other card"),
    },
    "keeper": {
        "corner": N_("The corner of its path"),
        "facilitator": N_("The facilitator"),
    },
    "look": {
        "pitch": N_("Beginning of the story"),
        "portal": N_("Sign-in page"),
        "alert": N_("Red screen"),
        "time-over": N_("Time is over"),
        "front-page": N_("Front page of the newspaper"),
        "debrief": N_("Talk after the game"),
        "plain": N_("Plain"),
        "note": N_("Note, yellow"),
        "danger": N_("Danger, red"),
        "ink": N_("White on black"),
    },
    "moment": MOMENTS,
    "size": {"true-size": N_("its own size")},
    "shelf": {
        "players": N_("Handed to players"),
        "facilitator": N_("For the facilitator only"),
        "room": N_("Put up in the room"),
        "awareness": N_("Outside the game: posters and cards"),
    },
    "per": {
        "team": N_("Each team"),
        "player": N_("Each player"),
        "facilitator": N_("Each facilitator"),
        "site": N_("Each site"),
    },
    "phase": {
        "reactions": N_("Reactions"),
        "account": N_("What happened"),
        "analysis": N_("Why it happened"),
        "home": N_("Back at work"),
    },
    "align": {"left": N_("On the left"), "centre": N_("In the middle"), "right": N_("On the right")},
    "purpose": {"": N_("Of no other use"), "reset": N_("Putting the room in order, also on the day’s plan")},
    "rows_for": {"": N_("Nobody"), "player": N_("Each player")},
    "of": {
        "run-sheet": N_("Timetable of the evening, with what to say"),
        "timetable": N_("Timetable of the game"),
        "puzzles": N_("The puzzles, one by one"),
        "answer-key": N_("Answers of all teams"),
        "hints": N_("Hints"),
        "contents": N_("What lies in each envelope"),
        "envelopes": N_("Envelopes and when they open"),
        "roles": N_("Roles of the players"),
        "graph": N_("Order of the puzzles"),
        "room-plan": N_("Plan of the room"),
        "facts": N_("Figures and sources"),
        "contacts": N_("Whom to call"),
        "reflexes": N_("Reflexes of the puzzles"),
        "topics": N_("Topics by their scores"),
        "shopping": N_("What to buy"),
        "print-list": N_("What to print"),
        "host-grid": N_("Grid of the host of several teams"),
        "questionnaire": N_("Questionnaire"),
        "opinions": N_("Opinions of players"),
        "numbers": N_("Numbers to draw from a hat"),
    },
    "arrow": {
        "": N_("No arrow"),
        "left": N_("To the left"),
        "right": N_("To the right"),
        "up": N_("Upwards"),
        "down": N_("Downwards"),
    },
    "title": {"mr": N_("Mr"), "mrs": N_("Mrs")},
    "sex": {"F": N_("F (woman)"), "M": N_("M (man)")},
    "looks": {
        "memo": N_("Memo"),
        "menu": N_("Menu of a canteen"),
        "form": N_("Form"),
        "recipe": N_("Recipe"),
    },
    "way": {"in": N_("Comes in"), "out": N_("Goes out")},
    "change": {
        "none": N_("It does not differ: the right one"),
        "cut": N_("A letter of the name is missing"),
        "swap": N_("Two letters of the name change places"),
        "double": N_("A letter of the name is doubled"),
        "other-sex": N_("The other sex"),
        "other-name": N_("Another name"),
    },
    "group": {
        "inside": N_("Inside the facility"),
        "suppliers": N_("Its suppliers"),
        "outside": N_("Outside"),
    },
    "status": {
        "checked": N_("Checked at its source"),
        "not-found": N_("Not found again"),
        "context": N_("For context"),
    },
    "tlp": {str(one): label for one, label in TLP_LABELS.items()},
    "urgency": {str(one): words for one, words in URGENCIES.items()},
    "path": {"": N_("Of no path")},
}
_SIDEWAYS = "-landscape"
_THEMSELVES = frozenset({"right", "path"})
"""Keys whose values are letters that players read."""


def value_label(key: str, value: str | int, t: Catalogue) -> str:
    """The words for a value of a key, or the value where it needs none, as sizes of paper do."""
    words = _WORDS.get(key, {}).get(str(value))
    if words is not None:
        return t(words)
    if key == "size" and str(value).endswith(_SIDEWAYS):
        return t(N_("{size} across"), size=str(value).removesuffix(_SIDEWAYS))
    return str(value)


def values_of(key: str) -> tuple[str, ...]:
    """The values of a key that have words."""
    return tuple(_WORDS.get(key, {}))


def is_worded(key: str, value: str | int) -> bool:
    """Whether a value can be shown as it is or has words."""
    plain = isinstance(value, int) or key in _THEMSELVES or (key == "size" and value[:1] == "A")
    return plain or str(value) in _WORDS.get(key, {})
