"""From a kit's files to a Kit that holds together, or to every mistake that keeps it from doing so."""

from collections.abc import Mapping

from kit_app.content.alarms import alarm_problems
from kit_app.content.draft import Draft
from kit_app.content.files import KitFiles
from kit_app.content.given_check import given_problems
from kit_app.content.graph import graph_problems
from kit_app.content.help_check import help_problems
from kit_app.content.optional import optional_problems
from kit_app.content.overlays import drafts, read_whole
from kit_app.content.paper_check import paper_problems
from kit_app.content.questionnaire_check import questionnaire_problems
from kit_app.content.spot_check import spot_problems
from kit_app.content.texts import unwritten_problems
from kit_app.content.training_check import training_problems
from kit_app.content.translations import language_problems, translation_problems
from kit_app.domain.kit import Kit
from kit_app.domain.problems import KitProblem
from kit_app.errors import KitFileError
from kit_app.i18n import N_
from kit_app.mechanisms.table import MECHANISMS, Mechanism


def read_kit(files: KitFiles, mechanisms: Mapping[str, Mechanism] = MECHANISMS) -> Kit:
    """The kit of `files`. Raises KitFileError with every problem of its structure and translations.

    What `check_kit` finds beyond them does not keep a kit from being read.
    """
    draft = read_whole(files, mechanisms)
    problems = structure_problems(draft)
    kit = None if problems else draft.kit()
    if kit is None:
        raise KitFileError(N_("This kit has mistakes. Mend them and open it again."), problems)
    return kit


def structure_problems(draft: Draft) -> tuple[KitProblem, ...]:
    """What keeps `draft` from being a kit, in the order of files and lines."""
    if draft.is_newer:
        return in_order(draft.problems)
    problems: list[KitProblem] = [*language_problems(draft), *unwritten_problems(draft)]
    for one in drafts(draft):
        problems += [*one.problems, *graph_problems(one), *alarm_problems(one)]
        problems += [*translation_problems(one), *paper_problems(one)]
        problems += [*help_problems(one), *questionnaire_problems(one), *optional_problems(one)]
        problems += [*given_problems(one), *spot_problems(one), *training_problems(one)]
    return in_order(problems)


def in_order(problems: list[KitProblem]) -> tuple[KitProblem, ...]:
    """`problems`, each once, by file and line."""
    once = dict.fromkeys(problems)
    return tuple(sorted(once, key=lambda problem: (problem.file, problem.line, problem.key, problem.message)))
