"""How the audiences of a session are named."""

from kit_app.i18n import Catalogue


def audience_names(t: Catalogue) -> dict[str, str]:
    """A name for each of domain.plan.AUDIENCES, in their order."""
    return {
        "care": t("Care staff"),
        "office": t("Office staff"),
        "technical": t("Technical staff"),
        "managers": t("Managers"),
        "students": t("Students"),
        "mixed": t("Mixed"),
    }
