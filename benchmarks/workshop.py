"""What an author waits for: from a letter typed into a kit until its card and players' page are drawn anew.

All of it keeps one core busy, so that processor time is what a person waits on a quiet machine.
"""

from __future__ import annotations

import statistics
import sys
import time

from benchmarks.check import KIT
from benchmarks.rows import Row
from kit_app.content.files import read_folder
from kit_app.domain.kit_document import Place
from kit_app.services.printing.preview import page_picture
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.preview import Look, look_at
from kit_app.services.workshop.shape import puzzle_ids

REPETITIONS, SHORT_REPETITIONS = 15, 3
PAUSE_MS = 60
"""So long the preview waits for the next letter."""
DPI = 96


def typed_ms(draft: KitDraft, puzzle: str, number: int) -> tuple[float, float]:
    """What a letter takes on the interface thread, and until the pictures are there, without the pause."""
    place = Place(file=f"words/fr/{puzzle}.toml", path=("title",))
    started = time.process_time()
    draft.set(place, f"Titre {number}")
    files = draft.files
    written = time.process_time()
    shown = look_at(files, Look(language="fr", puzzle=puzzle, hint=1))
    assert shown.sheets is not None and shown.player is not None, shown.problems
    page_picture(shown.sheets.pdf, 0, DPI)
    return 1000 * (written - started), 1000 * (time.process_time() - started)


def rows(*, is_short: bool) -> list[Row]:
    """Medians for each puzzle of the bundled kit, of them the slowest."""
    draft = KitDraft("benchmark", read_folder(KIT))
    count = SHORT_REPETITIONS if is_short else REPETITIONS
    letters, pictures = [], []
    for puzzle in puzzle_ids(draft):
        typed_ms(draft, puzzle, 0)  # what is loaded and read for the first time
        found = [typed_ms(draft, puzzle, number) for number in range(1, count + 1)]
        letters.append(statistics.median(letter for letter, _picture in found))
        pictures.append(statistics.median(picture for _letter, picture in found))
    return [
        Row(
            metric="workshop: a letter until the preview, the slowest puzzle",
            unit="ms",
            ours=PAUSE_MS + max(pictures),
            goal="<= 300",
            judges="ours",
        ),
        Row(metric="workshop: a letter on the interface thread", unit="ms", ours=max(letters)),
    ]


if __name__ == "__main__":
    for row in rows(is_short=True):
        sys.stdout.write(f"{row}\n")
