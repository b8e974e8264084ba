"""The sheet for one month later and the report of the session, each drawn from what happened."""

from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.services.aftermath import aftermath_of
from kit_app.services.services import Services
from kit_app.ui.background import Progress
from kit_app.ui.common.materials import materials_of
from kit_app.ui.common.paper_dialog import Drawn, PaperDialog


def nudge_dialog(services: Services, session_id: str, t: Catalogue, parent: QWidget) -> PaperDialog:
    """The sheet for the ward's board, in the language of the players. Raises KitAppError."""
    dialog = PaperDialog(t("Sheet for one month later"), t("Close"), t, parent)
    after = aftermath_of(services, session_id)
    issuer = services.profile.issuer(after.plan)

    def work(_progress: Progress) -> Drawn:
        from kit_app.services.printing.nudge_sheet import nudge_name, nudge_pdf  # loads what draws

        materials = materials_of(after.plan)
        return nudge_pdf(after, materials, issuer), nudge_name(after, materials)

    dialog.draw(work)
    return dialog


def report_dialog(services: Services, session_id: str, t: Catalogue, parent: QWidget) -> PaperDialog:
    """The report for the management, in the language of the window. Raises KitAppError."""
    dialog = PaperDialog(t("Report for the management"), t("Close"), t, parent)
    after = aftermath_of(services, session_id)
    issuer = services.profile.issuer(after.plan)

    def work(_progress: Progress) -> Drawn:
        from kit_app.services.printing import session_report  # loads what draws

        own = t if t.language in after.kit.languages else materials_of(after.plan)
        made = session_report.session_report_pdf(after, own, issuer)
        return made, session_report.session_report_name(after, own)

    dialog.draw(work)
    return dialog
