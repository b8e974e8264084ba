"""What is stored at this moment and where, in a sentence: for the moment in which something went wrong."""

from kit_app.i18n import Catalogue
from kit_app.services.room import Room
from kit_app.services.services import Services
from kit_app.ui.console.wording import to_the_second


def kept_words(services: Services, room: Room | None, t: Catalogue, *, is_rehearsal: bool = False) -> str:
    """The sentence; `room` is that of a game whose console is open, perhaps one of a rehearsal."""
    if is_rehearsal:
        return t(
            "A rehearsal is never kept. All else that you stored is in {folder}, as it was before.",
            folder=services.folder,
        )
    if room is not None and any(one.history for one in room.conductors):
        return _of_game(room, services, t)
    if services.only_looks:
        return t("This window only looks: nothing of {folder} was changed.", folder=services.folder)
    return t(
        "What you stored before is in {folder}. What you did just now may be missing there: look it up.",
        folder=services.folder,
    )


def _of_game(room: Room, services: Services, t: Catalogue) -> str:
    if not room.is_saving:
        return t(
            "The game goes on, but since {time} it is only in the memory of this program: do not close it."
            " On the console, choose “Another folder…”.",
            time=to_the_second(room.saved_wall_ms),
        )
    last = max(one.history[-1].wall_ms for one in room.conductors if one.history)
    values = {"folder": room.moved_to or services.folder, "time": to_the_second(last)}
    if room.trouble is not None:
        return t(
            "The disk refuses at the moment. The game is kept in {folder} up to the last act at {time}; the"
            " banner on the console says what to do.",
            **values,
        )
    if room.is_over:
        return t(
            "The game that has ended is on the disk, in {folder}, up to its last act at {time}.", **values
        )
    return t(
        "The game goes on. Its journal is on the disk, in {folder}, up to the last act at {time}.", **values
    )
