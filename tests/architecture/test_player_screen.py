"""The player screen reaches nothing but a short list; a new module has to be put on it with open eyes."""

import subprocess
import sys

import grimp

from tests.architecture.tree import ROOT

ALLOWED = {
    "kit_app",
    "kit_app.assets",
    "kit_app.errors",
    "kit_app.i18n",
    "kit_app.ui",
    "kit_app.ui.common",
    "kit_app.ui.player",
    "kit_app.views",
    "kit_app.views.player",
}
WHOLE = ("kit_app.ui.common.", "kit_app.ui.player.")
SECRET = ("domain", "game", "mechanisms", "content", "storage", "services")
LOAD = """
import pkgutil, sys
import kit_app.ui.player
for module in pkgutil.walk_packages(kit_app.ui.player.__path__, "kit_app.ui.player."):
    __import__(module.name)
print(*(name for name in sys.modules if name.startswith(("kit_app", "printables"))))
"""


def strangers(modules: set[str]) -> set[str]:
    return {module for module in modules if module not in ALLOWED and not module.startswith(WHOLE)}


def test_everything_within_its_reach_is_on_the_list() -> None:
    graph = grimp.build_graph("kit_app", cache_dir=None)
    inside = {"kit_app.ui.player", *graph.find_descendants("kit_app.ui.player")}
    reached = set().union(*(graph.find_upstream_modules(module) for module in inside))

    assert strangers(reached) == set()


def test_loading_it_loads_no_answers() -> None:
    result = subprocess.run(
        [sys.executable, "-c", LOAD], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    loaded = set(result.stdout.split())

    assert strangers(loaded) == set()
    assert not [module for module in loaded if module.startswith(tuple(f"kit_app.{name}" for name in SECRET))]
