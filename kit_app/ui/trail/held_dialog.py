"""Everything that the program holds of a person, as a page to look at, to save or to print."""

from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.background import Progress
from kit_app.ui.common.paper_dialog import Drawn, PaperDialog
from kit_app.ui.common.when import local_moment


def held_dialog(services: Services, t: Catalogue, parent: QWidget) -> PaperDialog:
    """What there is now, in the language of the window. Raises StorageError."""
    dialog = PaperDialog(t("Everything this program holds of a person"), t("Close"), t, parent)
    held, today = services.holdings.told(t), local_moment(services.clock.wall_ms()).date()

    def work(_progress: Progress) -> Drawn:
        from kit_app.services.printing.record_paper import held_name, held_pdf  # loads what draws

        return held_pdf(held, today, t), held_name(t)

    dialog.draw(work)
    return dialog
