"""Sizes, names, licences and words of the project's own files."""

import ast
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from kit_app.system.filenames import safe_filename
from tests.architecture.tree import ROOT, files, modules, named, text_files

LONGEST_MODULE = 400
LONGEST_PATH = 150
CODE = ("kit_app", "printables", "tests", "benchmarks", "bundle", "main.py")
LOCKS = (
    *("requirements.lock", "requirements-media.lock", "requirements-bundle.lock"),
    "requirements-server.lock",
)
VAGUE = {"utils", "util", "helpers", "helper", "misc", "tools", "stuff"}
REGISTRIES = (
    "py" + "pi.org",
    "python" + "hosted",
    "deb." + "debian",
    "npm" + "js",
    "crates" + ".io",
    "conda" + ".io",
)
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home|Users)/\w|[A-Z]:\\\\?Users\\")


@pytest.mark.parametrize("path", modules(*CODE), ids=named)
def test_a_module_is_short_and_says_what_lives_in_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert len(text.splitlines()) <= LONGEST_MODULE
    assert ast.get_docstring(ast.parse(text)), "a module begins with one sentence that says what lives in it"


def test_no_module_has_a_vague_name() -> None:
    assert [named(path) for path in modules(*CODE) if path.stem in VAGUE] == []


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in modules("kit_app", "printables", "tests")}

    assert [named(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_file_names_are_safe_on_windows() -> None:
    paths = [path.relative_to(ROOT) for path in files()]
    parts = {part.lstrip(".") for path in paths for part in path.parts}
    same = Counter(path.as_posix().casefold() for path in paths)

    assert [part for part in sorted(parts) if safe_filename(part) != part and part.strip("_") == part] == []
    assert [path for path, count in same.items() if count > 1] == []
    assert [path for path in paths if len(path.as_posix()) > LONGEST_PATH] == []


def test_every_folder_of_resources_has_a_licence() -> None:
    licences = (ROOT / "resources" / "LICENSE.md").read_text(encoding="utf-8")
    folders = [folder for folder in (ROOT / "resources").iterdir() if folder.is_dir()]

    assert [folder.name for folder in folders if f"`{folder.name}/`" not in licences] == []


def test_every_family_of_fonts_carries_its_licence() -> None:
    families = [folder for folder in (ROOT / "resources" / "fonts").iterdir() if folder.is_dir()]

    assert families
    assert [folder.name for folder in families if not (folder / "OFL.txt").is_file()] == []


@pytest.mark.parametrize("path", text_files(), ids=named)
def test_no_file_names_a_registry_or_a_path_of_one_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert [host for host in REGISTRIES if host in text] == []
    assert MACHINE_PATH.findall(text) == []


@pytest.mark.parametrize("name", LOCKS)
def test_the_pinned_lists_have_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = text.replace("\\\n", "").strip().splitlines()

    assert "://" not in text
    assert [
        entry for entry in entries if not re.match(r"[\w.-]+==\S+.*--hash=sha256:[0-9a-f]{64}", entry)
    ] == []


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))


def test_the_optional_part_is_of_the_very_same_qt() -> None:
    usual, media = map(pins, LOCKS[:2])

    assert set(media) == {"pyside6-addons"}
    assert media["pyside6-addons"] == usual["pyside6-essentials"]
    assert "pyside6-addons" not in usual


def test_the_pinned_list_holds_every_dependency_and_qt_below_6_12() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(name for extra in ("test", "check") for name in project["optional-dependencies"][extra]),
    ]
    pinned = pins(LOCKS[0])

    assert {re.split(r"[<>=]", name)[0].lower() for name in wanted} <= set(pinned)
    assert tuple(map(int, pinned["pyside6-essentials"].split("."))) < (6, 12)


@pytest.mark.parametrize(("part", "lock"), [("bundle", LOCKS[2]), ("server", LOCKS[3])])
def test_what_else_is_installed_is_pinned_and_alters_no_other_pin(part: str, lock: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    usual, more = pins(LOCKS[0]), pins(lock)

    assert {re.split(r"[<>=]", name)[0] for name in project["optional-dependencies"][part]} <= set(more)
    assert {name: usual[name] for name in set(usual) & set(more)} == {
        name: more[name] for name in set(usual) & set(more)
    }


def test_every_dependency_is_justified() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    table = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    optional = project["optional-dependencies"]
    wanted = [*project["dependencies"], *optional["media"], *optional["server"]]
    names = [re.split(r"[<>=]", name)[0] for name in wanted]

    assert [name for name in names if f"| {name} |" not in table] == []


def test_the_readme_gives_the_two_commands_first() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    second_heading = text.index("\n## ", text.index("\n## ") + 1)

    for command in ("python3 main.py", "python3 -m tests", "py -3.11 main.py", "py -3.11 -m tests"):
        assert command in text[:second_heading]


def test_links_between_documents_lead_somewhere() -> None:
    documents = [path for path in files() if path.suffix == ".md"]
    links = [
        (named(document), target)
        for document in documents
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
        if not (document.parent / target).exists()
    ]

    assert links == []
