"""A PDF goes to the system's queue as it is; what the queue says is passed on."""

import stat
import sys

import pytest

from kit_app.errors import PrintError
from kit_app.system.spooler import LOCAL_QUEUE, SpoolJob, ask_locally, page_ranges, submit, takes_pdf


@pytest.mark.parametrize(
    ("pages", "ranges"), [((0,), "1"), ((0, 1, 2, 4), "1-3,5"), ((7, 3, 3), "4,8"), ((2, 1), "2-3")]
)
def test_pages_are_told_in_ranges_from_one(pages, ranges):
    assert page_ranges(pages) == ranges


def test_without_a_queue_nothing_takes_pdf_files(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not takes_pdf("Bureau")
    assert not takes_pdf("")


@pytest.mark.skipif(sys.platform != "linux", reason="where CUPS has its socket on Linux")
def test_printers_are_asked_for_on_this_computer_unless_it_is_set_to_another(tmp_path):
    environment: dict[str, str] = {}
    ask_locally(environment, (tmp_path / "none",))
    assert environment == {"CUPS_SERVER": LOCAL_QUEUE}

    chosen = tmp_path / "client.conf"
    chosen.write_text("# ours\nServerName print.hospital.example\n", encoding="utf-8")
    environment = {}
    ask_locally(environment, (chosen,))
    assert environment == {}

    environment = {"CUPS_SERVER": "print.hospital.example"}
    ask_locally(environment, (tmp_path / "none",))
    assert environment["CUPS_SERVER"] == "print.hospital.example"


def a_queue(folder, says: str = "request id is Bureau-7 (0 file(s))", code: int = 0) -> None:
    """Programs `lp` and `lpstat` of a system with one queue; `lp` keeps what it was given."""
    given = folder / "given"
    (folder / "lpstat").write_text("#!/bin/sh\necho Bureau\n")
    (folder / "lp").write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" > {given}.txt\n'
        f"/bin/cat > {given}.pdf\necho '{says}' >&{1 if code == 0 else 2}\nexit {code}\n"
    )
    for name in ("lp", "lpstat"):
        (folder / name).chmod(stat.S_IRWXU)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no queue that takes PDF files")
def test_the_queue_gets_the_very_file_at_true_size(monkeypatch, tmp_path):
    a_queue(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert takes_pdf("Bureau")
    assert not takes_pdf("Autre")
    job = SpoolJob(
        title="Unités B et C", pages=(0, 1, 4), copies=2, sides="two-sided-long-edge", in_grey=True
    )
    assert submit("Bureau", b"%PDF-1.5 ...", job) == "request id is Bureau-7 (0 file(s))"
    assert (tmp_path / "given.pdf").read_bytes() == b"%PDF-1.5 ..."
    told = (tmp_path / "given.txt").read_text().splitlines()
    for pair in (
        ("-d", "Bureau"),
        ("-t", "Unités B et C"),
        ("-n", "2"),
        ("-P", "1-2,5"),
        ("-o", "print-scaling=none"),
        ("-o", "media=A4"),
        ("-o", "sides=two-sided-long-edge"),
        ("-o", "print-color-mode=monochrome"),
    ):
        assert any(tuple(told[place : place + 2]) == pair for place in range(len(told))), pair


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no queue that takes PDF files")
def test_what_the_queue_refuses_is_said_with_its_name(monkeypatch, tmp_path):
    a_queue(tmp_path, "lp: destination is not accepting jobs", 1)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PrintError, match="Bureau did not take the sheets") as caught:
        submit("Bureau", b"%PDF", SpoolJob(title="x", pages=(0,)))
    assert "not accepting" in caught.value.detail
