"""What a region's coordinator sees: sums over many facilities, masked, in the words of who reads them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import fields, replace
from itertools import groupby

from kit_app.clock.calendar import local_date
from kit_app.domain.plan import AUDIENCES
from kit_app.domain.spelling import natural
from kit_app.game.masking import is_few
from kit_app.i18n import N_, Catalogue
from kit_app.services.learning_rows import learning_tables
from kit_app.services.people_rows import masked_parts, people_tables, told
from kit_app.services.puzzle_rows import hints_a_team, puzzle_line
from kit_app.storage.region.sums import RegionSums
from kit_app.views.facts import PeopleCell, PuzzleCount
from kit_app.views.kits import KitNames
from kit_app.views.region import FEWEST_TEAMS, RegionCell, RegionChoices, RegionSelection
from kit_app.views.region_shown import (
    SECTIONS,
    FacilityLine,
    KitLine,
    KitPuzzles,
    RegionContents,
    RegionOverview,
    Section,
)
from kit_app.views.statistics import LearningTable, PeopleTables, PuzzleLine

OpenSums = Callable[[], AbstractContextManager[RegionSums]]
"""Opens the sums of a store for as long as a block runs, in the thread that asks. Raises StorageError."""
SILENT_MS = 365 * 86_400_000
"""A facility that told nothing for so long is asked."""
WHOLE_YEARS = ("audience", "sector")
"""By these nobody tells what was learnt: smaller groups would seldom have enough people."""
_MOST_HARD = 8
_GROUPS = (
    ("year", N_("Year")),
    ("facility", N_("Facility")),
    ("audience", N_("Audience")),
    ("sector", N_("Sector")),
    ("kit_id", N_("Kit")),
)


class RegionDesk:
    """The sums of a region's store. `names`: what the kits of this computer call things, by language."""

    def __init__(self, sums: OpenSums, names: Callable[[str], KitNames]) -> None:
        self._sums = sums
        self._names = names

    def contents(
        self,
        selection: RegionSelection,
        now_ms: int,
        t: Catalogue,
        sections: Collection[Section] = SECTIONS,
    ) -> RegionContents:
        """The sums of what is meant, of these sections. May run in any thread. Raises StorageError."""
        with self._sums() as sums:
            reading = _Reading(sums, self._names(t.language), t)
            choices = reading.named(sums.choices())
            facilities = reading.facilities(selection, now_ms)
            hardest: tuple[tuple[str, PuzzleLine], ...] = ()
            puzzles: tuple[KitPuzzles, ...] = ()
            if "puzzles" in sections:
                puzzles = reading.puzzles(selection)
                hardest = _hardest(puzzles)
            return RegionContents(
                made_on=local_date(now_ms),
                chosen=_chosen(selection, choices, t),
                choices=choices,
                overview=_overview(sums, selection, facilities),
                people=reading.people(selection) if {"people", "facilities"} & {*sections} else None,
                facilities=facilities if "facilities" in sections else (),
                puzzles=puzzles,
                hardest=hardest,
                learning=reading.learning(selection) if "learning" in sections else (),
                kits=reading.kits(selection) if "kits" in sections else (),
            )


class _Reading:
    """One look into the store, in one language."""

    def __init__(self, sums: RegionSums, names: KitNames, t: Catalogue) -> None:
        self._sums = sums
        self._names = names
        self._t = t

    def _name(self, group: str, value: str) -> str:
        """A value of a group in words."""
        if not value:
            return self._t(N_("Not given"))
        if group == "audience":
            return self._t(AUDIENCES[value]) if value in AUDIENCES else value
        known = {"sector": self._names.sectors, "kit_id": self._names.kits}.get(group, {})
        return known.get(value, value)

    def named(self, choices: RegionChoices) -> dict[str, dict[str, str]]:
        values = {
            "year": map(str, choices.years),
            "audience": choices.audiences,
            "sector": choices.sectors,
            "kit_id": choices.kits,
        }
        found = {group: {one: self._name(group, one) for one in ids} for group, ids in values.items()}
        return {**found, "facility": choices.facilities}

    def people(self, selection: RegionSelection) -> PeopleTables:
        """By year, by audience, by both and by sector, masked together."""

        def cell(one: RegionCell) -> PeopleCell:
            return PeopleCell(
                year=str(one.year),
                audience=one.audience,
                service=one.sector,  # a sector is to a region what a service is to a house
                sessions=one.sessions,
                people=one.people,
            )

        def name(group: str, value: str) -> str:
            return self._name("sector" if group == "service" else group, value)

        return people_tables([*map(cell, self._sums.cells(selection))], name, self._t.language)

    def facilities(self, selection: RegionSelection, now_ms: int) -> tuple[FacilityLine, ...]:
        """Those that told something once, by name; sums of what is meant."""
        language = self._t.language
        found = [
            one
            for one in self._sums.facilities(selection)
            if selection.facility is None or one.id == selection.facility
        ]
        whole = RegionSelection(facility=selection.facility)
        ever = found if selection == whole else self._sums.facilities(whole)
        last = {one.id: one.last_year for one in ever}
        people = masked_parts({one.id: one.people for one in found})
        return tuple(
            FacilityLine(
                id=one.id,
                name=one.name,
                sessions=one.sessions,
                people=told(people[one.id], language),
                last_year=last[one.id],
                told_on=local_date(one.told_ms),
                is_silent=now_ms - one.told_ms > SILENT_MS,
            )
            for one in found
        )

    def puzzles(self, selection: RegionSelection) -> tuple[KitPuzzles, ...]:
        """By kit; under five teams nothing of a puzzle is told."""
        found = []
        for kit, uses in groupby(self._sums.puzzles(selection), key=lambda one: one.kit_id):
            titles = self._names.puzzles.get(kit, {})
            lines = (
                puzzle_line(
                    PuzzleCount(
                        puzzle=one.puzzle,
                        title=titles.get(one.puzzle, ""),
                        path="",
                        met=one.met,
                        solved=one.solved,
                        forced=one.forced,
                        left=one.left,
                        broken=one.broken,
                        median_s=one.median_s,
                        p80_s=one.p80_s,
                        target_s=one.target_s,
                        hints=one.hints,
                        wrong=one.wrong,
                        is_few=one.met < FEWEST_TEAMS,
                    )
                )
                for one in sorted(uses, key=lambda one: natural(one.puzzle))
            )
            found.append(KitPuzzles(kit=self._name("kit_id", kit), lines=tuple(lines)))
        return tuple(found)

    def learning(self, selection: RegionSelection) -> tuple[LearningTable, ...]:
        """By theme, over whole years of whole facilities."""
        whole = replace(selection, **dict.fromkeys(WHOLE_YEARS))
        return learning_tables(self._sums.learnt(whole), self._names.themes, self._t)

    def kits(self, selection: RegionSelection) -> tuple[KitLine, ...]:
        """The most played first."""
        found = self._sums.kits(selection)
        people = masked_parts({f"{one.kit_id} {one.kit_version}": one.people for one in found})
        return tuple(
            KitLine(
                kit=self._name("kit_id", one.kit_id),
                version=one.kit_version,
                facilities=one.facilities,
                sessions=one.sessions,
                people=told(people[f"{one.kit_id} {one.kit_version}"], self._t.language),
            )
            for one in found
        )


def _overview(
    sums: RegionSums, selection: RegionSelection, facilities: Collection[FacilityLine]
) -> RegionOverview:
    count = sums.count(selection)
    is_told = count.people > 0 and not is_few(count.people)
    return RegionOverview(
        known=len(facilities),
        silent=sum(one.is_silent for one in facilities),
        facilities=count.facilities,
        sessions=count.sessions,
        teams=count.runs,
        people=count.people if is_told else None,
        won_teams=count.won if is_told else None,
        hints_per_team=count.hints / count.runs if is_told else None,
    )


def _chosen(
    selection: RegionSelection, choices: Mapping[str, Mapping[str, str]], t: Catalogue
) -> tuple[tuple[str, str], ...]:
    """The selection in words."""
    values = {one.name: getattr(selection, one.name) for one in fields(selection)}
    return tuple(
        (t(words), choices[group].get(str(values[group]), str(values[group])))
        for group, words in _GROUPS
        if values[group] is not None
    )


def _hardest(puzzles: Collection[KitPuzzles]) -> tuple[tuple[str, PuzzleLine], ...]:
    """Those that needed most hints a team, of those that may be told."""
    asked = [
        (of.kit, line)
        for of in puzzles
        for line in of.lines
        if not line.count.is_few and any(line.count.hints)
    ]
    return tuple(sorted(asked, key=lambda one: -hints_a_team(one[1]))[:_MOST_HARD])
