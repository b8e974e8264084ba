"""The command line as a process: a whole session from the plan to the results, and its refusals."""

import csv
import io
import json
import shutil

import pytest

from kit_app.bootstrap import open_backups
from tests.e2e.program import SESSION, lines, planned, read_lines, run, start


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """A folder with one planned session, and its id."""
    data = tmp_path_factory.mktemp("template") / "data"
    return data, planned(data)


@pytest.fixture
def session(template, tmp_path):
    """A copy of the folder, and the id."""
    folder, session_id = template
    shutil.copytree(folder, tmp_path / "data")
    return tmp_path / "data", session_id


def answers_of(data, session_id):
    shown = json.loads(run(data, "session", "show", session_id, "--json").stdout)
    return {puzzle["id"]: puzzle["answer"] for puzzle in shown["deals"][0]["puzzles"]}


def played_to_the_end(data, session_id):
    commands = [{"command": "StartRun"}]
    commands += [{"command": "EnterAnswer", "text": text} for text in answers_of(data, session_id).values()]
    commands += [{"command": "AddNote", "text": "=1+1"}, {"command": "EndRun"}]
    return run(data, "play", session_id, "--team", "1", "--stdio", stdin=lines(commands))


def test_a_whole_game_from_the_plan_to_the_results(session):
    data, session_id = session
    done = played_to_the_end(data, session_id)
    assert done.returncode == 0, done.stderr
    first, *events = read_lines(done.stdout)
    assert (first["run"], first["events"], first["team"]) == ("new", 0, 1)
    assert [line["seq"] for line in events] == list(range(1, len(events) + 1))
    assert events[-1]["event"] == "RunEnded"
    assert events[-1]["outcome"] == "won"
    journal = run(data, "journal", session_id[:8], "--team", "1", "--json")
    assert read_lines(journal.stdout) == events
    results = json.loads(run(data, "results", session_id, "--json").stdout)
    assert results["results"][0]["outcome"] == "won"
    table = run(data, "results", session_id, "--csv").stdout
    heads, values = csv.reader(io.StringIO(table.removeprefix("\ufeff"), newline=""), delimiter=";")
    assert dict(zip(heads, values, strict=True))["outcome"] == "won"
    assert "won" in run(data, "results", session_id).stdout
    assert "People: 5" in run(data, "statistics", "--trials").stdout
    told = json.loads(run(data, "statistics", "--trials", "--json").stdout)
    assert (told["sessions"], told["teams"], len(told["puzzles"])) == (1, 1, 12)


def test_time_passes_without_input_and_faster_when_asked(session):
    data, session_id = session
    process = start(data, "play", session_id, "--team", "1", "--stdio", "--speed", "1000")
    process.stdin.write(lines([{"command": "StartRun"}]).encode())
    process.stdin.flush()
    told = []
    for line in process.stdout:
        told.append(json.loads(line))
        if told[-1].get("event") == "TimeRanOut":
            break
    process.communicate(timeout=30)
    seen = [line.get("event") for line in told[1:]]
    on_time = [event for event in seen if event != "OneMinuteLeft"]  # at this speed a minute is half a tick
    assert on_time == ["RunStarted", "FiveMinutesLeft", "TimeRanOut"]
    assert 45 * 60_000 <= told[-1]["at_ms"] <= 48 * 60_000


MALFORMED = (
    *("oops", "[]", "{}"),
    *(
        '{"command": 1}',
        '{"command": "Dance"}',
        '{"command": "GiveHint"}',
        "\x00",
        "[" * 9999,
    ),
    *('{"command": "AdjustTime", "minutes": "1"}', '{"command": "StartRun", "at": 5}', '"StartRun"'),
    '{"command": "NoticeGap", "gap_ms": 5, "cause": "sleep"}',
    '{"command": "AdjustTime", "minutes": 1e999}',
)


def test_each_malformed_line_gets_an_error_and_changes_nothing(template):
    data, session_id = template
    asked = "".join(line + "\n" for line in MALFORMED)
    done = run(data, "play", session_id, "--team", "1", "--stdio", stdin=asked)
    assert done.returncode == 0, done.stderr
    _, *answers = read_lines(done.stdout)
    assert [set(answer) for answer in answers] == [{"error"}] * len(MALFORMED)
    assert run(data, "journal", session_id, "--team", "1").stdout == ""


def test_what_the_rules_refuse_is_said_and_changes_nothing(session):
    data, session_id = session
    wanted = [{"command": "PauseRun"}, {"command": "StartRun"}, {"command": "StartRun"}]
    done = run(data, "play", session_id, "--team", "1", "--stdio", stdin=lines(wanted))
    kinds = [
        next(key for key in ("run", "refused", "event") if key in line) for line in read_lines(done.stdout)
    ]
    assert kinds == ["run", "refused", "event", "refused"]


def test_both_views_are_shown_on_request(session):
    data, session_id = session
    done = run(data, "play", session_id, "--team", "1", "--stdio", stdin=lines([{"command": "Show"}]))
    _, shown = read_lines(done.stdout)
    assert shown["show"]["console"]["phase"] == "idle"
    assert "answer" not in json.dumps(shown["show"]["player"])


def test_a_second_copy_is_told_in_a_sentence_and_readers_are_let_in(session):
    data, session_id = session
    process = start(data, "play", session_id, "--team", "1", "--stdio")
    process.stdout.readline()
    second = run(data, "play", session_id, "--team", "1", "--stdio")
    reader = run(data, "session", "list")
    process.communicate(timeout=30)
    assert second.returncode == 1
    assert "already open" in second.stderr
    assert reader.returncode == 0
    assert session_id[:8] in reader.stdout


@pytest.mark.long
def test_a_session_travels_to_another_folder(session, tmp_path):
    data, session_id = session
    played_to_the_end(data, session_id)
    file = tmp_path / "evening.sante"
    assert run(data, "session", "export", session_id, "--out", str(file)).returncode == 0
    elsewhere = tmp_path / "laptop"
    done = run(elsewhere, "session", "import", str(file))
    assert (done.returncode, done.stdout.strip()) == (0, session_id)
    again = run(elsewhere, "session", "import", str(file))
    assert again.returncode == 1
    assert "here already" in again.stderr
    here, there = (run(folder, "journal", session_id, "--team", "1").stdout for folder in (data, elsewhere))
    assert here == there != ""


def test_the_example_is_a_session_that_can_be_planned(tmp_path):
    example = run(tmp_path / "data", "session", "example")
    file = tmp_path / "SESSION.toml"
    file.write_text(example.stdout, encoding="utf-8")
    done = run(tmp_path / "data", "session", "new", "--file", str(file), "--seed", "7", "--json")
    assert done.returncode == 0, done.stderr
    assert [team["size"] for team in json.loads(done.stdout)["teams"]] == [5, 6]


@pytest.mark.long
def test_the_same_seed_plans_the_same_cards(tmp_path):
    shown = []
    for name in ("one", "two"):
        data = tmp_path / name
        shown.append(json.loads(run(data, "session", "show", planned(data, "9"), "--json").stdout))
    assert shown[0]["deals"] == shown[1]["deals"]
    assert shown[0]["id"] != shown[1]["id"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name = ", "is not TOML"),
        ('nome = "x"', "does not hold a session"),
        pytest.param('name = ""', "Give the session a name", marks=pytest.mark.long),
        (SESSION.replace("size = 5", "size = 2"), "teams.1.size: At least 3"),
        pytest.param(
            SESSION.replace("size = 5", 'size = "5"'), "does not hold a session", marks=pytest.mark.long
        ),
    ],
)
def test_a_wrong_session_file_is_refused_with_a_sentence(tmp_path, text, sentence):
    file = tmp_path / "SESSION.toml"
    file.write_text(text, encoding="utf-8")
    done = run(tmp_path / "data", "session", "new", "--file", str(file))
    assert (done.returncode, done.stdout) == (1, "")
    assert sentence in done.stderr


@pytest.mark.long
def test_refusals_have_a_sentence_and_code_1(template):
    data, session_id = template
    for arguments, sentence in (
        (("session", "show", "zzz"), "There is no session"),
        (("play", session_id, "--team", "9", "--stdio"), "has no team 9"),
        (("journal", session_id, "--team", "9"), "has no team 9"),
        (("print", session_id, "--out", "x", "--team", "9"), "has no team 9"),
        (("session", "import", "nowhere.sante"), "cannot be read"),
        (("check", str(data)), "kit.toml"),
    ):
        done = run(data, *arguments)
        assert (done.returncode, sentence in done.stderr + done.stdout) == (1, True), done


@pytest.mark.parametrize(
    "arguments",
    [("dance",), ("session",), ("play", "x"), ("results",), ("play", "x", "--team", "y", "--stdio")],
)
def test_usage_has_code_2(template, arguments):
    done = run(template[0], *arguments)
    assert done.returncode == 2
    assert "usage" in done.stderr


def test_a_deleted_session_is_gone(session):
    data, session_id = session
    assert run(data, "session", "delete", session_id).returncode == 0
    assert json.loads(run(data, "session", "list", "--json").stdout) == []


@pytest.mark.long
def test_the_bundled_kit_has_nothing_to_mend(template):
    done = run(template[0], "check", "--json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def test_damaged_data_is_set_aside_with_a_sentence_and_work_goes_on(session):
    data, _ = session
    file = data / "sant-escape.sqlite3"
    file.write_bytes(file.read_bytes()[:5000])
    done = run(data, "session", "list", "--json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    assert "set aside" in done.stderr
    assert list(data.glob("sant-escape.damaged-*.sqlite3"))


def test_the_self_test_says_a_line_for_each_thing(template):
    done = run(template[0], "self-test")
    assert "Traceback" not in done.stderr
    for topic in ("versions", "data folder", "kit", "fonts", "journal"):
        assert f" {topic}: " in done.stdout


def test_the_diagnosis_names_nobody(template):
    done = run(template[0], "diagnosis")
    assert (done.returncode, done.stderr) == (0, "")
    for topic in ("versions", "data folder", "kits", "windows", "screens"):
        assert f"{topic}: " in done.stdout
    shown = run(template[0], "session", "list").stdout
    assert str(template[0]) not in done.stdout
    assert "Unités B et C" in shown and "Unités" not in done.stdout


@pytest.mark.long
def test_the_sample_is_made_twice_alike(tmp_path):
    made = []
    for name in ("one", "two", "two"):
        out = tmp_path / name
        done = run(tmp_path / "data", "demo", "--out", str(out), "--lang", "fr", "--seed", "3")
        assert done.returncode == 0, done.stderr
        made.append(
            {
                path.name: path.read_bytes()
                for path in out.iterdir()
                if path.suffix in (".pdf", ".json", ".csv")
            }
        )
    assert made[0] == made[1] == made[2]
    assert {"deck.pdf", "facilitator.pdf", "session.json", "results.csv"} <= set(made[0])
    assert not (tmp_path / "data").exists()


@pytest.mark.long
def test_a_copy_is_listed_and_put_back(session):
    data, session_id = session
    assert json.loads(run(data, "restore", "--json").stdout) == []
    backups = open_backups(data)
    copy = backups.make("day")
    run(data, "session", "delete", session_id)
    assert json.loads(run(data, "session", "list", "--json").stdout) == []

    assert run(data, "restore").stdout.split()[0] == copy.name
    assert json.loads(run(data, "restore", copy.name, "--json").stdout)["restored"] == copy.name
    assert len(json.loads(run(data, "session", "list", "--json").stdout)) == 1


def test_a_copy_that_is_not_there_is_refused(session):
    data, _session_id = session
    done = run(data, "restore", "nothing")
    assert done.returncode == 1
    assert "nothing" in done.stderr
