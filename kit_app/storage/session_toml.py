"""A session's choices as a TOML file that people write by hand; unknown keys are refused by name."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from kit_app.domain.plan import ClockStyle, HintPolicy
from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.shape import NewerShapeError, ShapeError, reader


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTeam:
    """A `[[teams]]` table."""

    label: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSession:
    """The file's keys; what is left out has its usual value (None: the kit's)."""

    name: str
    facility: str = ""
    date: str = ""
    time: str = ""
    room: str = ""
    audience: str = ""
    service: str = ""
    kit: str = ""
    left_out: tuple[str, ...] = ()
    taken_in: tuple[str, ...] = ()
    variant: str | None = None
    sector: str = ""
    level: str | None = None
    language: str | None = None
    second_language: str = ""
    duration_min: int | None = None
    extra_time: bool = False
    hint_policy: HintPolicy = "suggested"
    hint_cost_min: int = 0
    hint_stock: int = 0
    hint_shown_s: int = 0
    own_clocks: bool = False
    clock_style: ClockStyle = "clock"
    seed: str | None = None
    teams: tuple[WrittenTeam, ...] = ()


EXAMPLE = """\
# A session for `session new --file SESSION.toml`. Only the name is needed.
# Une session pour « session new --file SESSION.toml ». Seul le nom est nécessaire.

name = "Unités B et C"          # shown in lists and results / dans les listes et les résultats
facility = "Hôpital de Brévalon"
date = "2026-11-24"             # year-month-day; "" while undecided / année-mois-jour ; "" si indécis
time = "18:30"
room = "Salle Camélia"
# audience = "care"             # care, office, technical, managers, students, mixed / le public
# service = "Urgences"          # a ward or department, never a person / un service, jamais une personne

# kit = "sant-escape"           # another kit's id, see `kit list` / l'identifiant d'un autre kit
variant = "45-full"             # 45-full, 45-light, 30, 60: the length of the game / la longueur du jeu
# left_out = ["P8"]             # puzzles not to play, any but the end / énigmes à retirer, sauf la dernière
# taken_in = ["X1", "X2"]       # optional ones to play besides / énigmes facultatives à ajouter
# sector = "hospital"           # whose texts: hospital, medico-social, telework, managers / le secteur
level = "standard"              # doux, standard, corse
language = "fr"                 # of the cards and the player screen: fr, en / des cartes et de l'écran
# second_language = "en"        # mixed team: cards in this language too / équipe mixte : l'autre langue
# duration_min = 45             # 10 to 120; if not as long as usual / de 10 à 120 ; si autre que d'habitude
extra_time = false              # true: a third more time / true : un tiers de temps en plus
hint_policy = "suggested"       # suggested (when due), automatic or by-hand / proposés, seuls, ou à la main
hint_cost_min = 0               # minutes that each hint costs / minutes par indice
hint_stock = 0                  # so many hints a team; 0: no limit / indices par équipe ; 0 : sans limite
hint_shown_s = 0                # seconds on the screen; 0: until taken off / à l'écran ; 0 : jusqu'au retrait
own_clocks = false              # true: each team starts by itself / true : chaque équipe part seule
clock_style = "clock"           # clock, bar or none, on the player screen / sur l'écran des joueurs
# seed = "0123456789abcdef0123456789abcdef"   # the same seed deals the same cards / même graine, mêmes cartes

[[teams]]
label = "Les Indiscrets"        # never a person's name / jamais le nom d'une personne
size = 5                        # 3 to 8 / de 3 à 8

[[teams]]
label = "Les Fouineurs"
size = 6
"""


def read_session(path: Path) -> WrittenSession:
    """The choices in the file. Raises StorageError with what is wrong."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise StorageError(N_("“{name}” cannot be read."), str(error), name=path.name) from error
    try:
        written: WrittenSession = reader(WrittenSession)(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise StorageError(
            N_("“{name}” is not TOML: {reason}. See “session example”."), name=path.name, reason=str(error)
        ) from error
    except (NewerShapeError, ShapeError) as error:
        raise StorageError(
            N_("“{name}” does not hold a session: {reason}. See “session example”."),
            name=path.name,
            reason=str(error),
        ) from error
    return written
