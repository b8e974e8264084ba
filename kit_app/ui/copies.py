"""Copy the data at the right moments, off the interface thread; a failing copy keeps nobody waiting."""

from PySide6.QtCore import QObject

from kit_app.services.services import Services
from kit_app.ui.background import Task, run


def copy_of_today(services: Services, owner: QObject) -> None:
    """Make today's copy when there is none yet. What goes wrong is said by the pre-flight."""
    run(Task(lambda _progress: services.backups.of_today(), owner))


def copy_before_game(services: Services, owner: QObject) -> None:
    """Copy what is kept at the moment when a console opens."""
    run(Task(lambda _progress: services.backups.make("game"), owner))
