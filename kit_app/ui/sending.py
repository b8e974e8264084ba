"""Send results to a region’s server at the right moments, in a worker; failures stand in the settings."""

from PySide6.QtCore import QObject

from kit_app.services.services import Services
from kit_app.ui.background import Task, run


def send_by_itself(services: Services, owner: QObject) -> None:
    """Send what waits, where that was chosen; nobody is told, and nobody waits."""
    if services.region_server.sends_itself and not services.only_looks:
        run(Task(lambda _progress: services.region_server.send_by_itself(), owner))
