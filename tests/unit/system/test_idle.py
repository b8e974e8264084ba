"""When a computer locks by itself, read as Windows, desktops of Linux and macOS keep it."""

from collections.abc import Sequence

from kit_app.system.idle import IdlePolicy, from_linux, from_macos, from_registry, idle_policy

MACHINE = ("HKLM", r"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System")
RULES = ("HKCU", r"SOFTWARE\Policies\Microsoft\Windows\Control Panel\Desktop")
OWN = ("HKCU", r"Control Panel\Desktop")
SAVER = {"ScreenSaveActive": "1", "ScreenSaverIsSecure": "1", "ScreenSaveTimeOut": "600"}


def registry(*parts: tuple[tuple[str, str], dict[str, object]]) -> "Registry":
    return Registry({(*place, name): value for place, values in parts for name, value in values.items()})


class Registry:
    """A registry with these values and no others."""

    def __init__(self, values: dict[tuple[str, str, str], object]) -> None:
        self.values = values

    def __call__(self, hive: str, key: str, name: str) -> object:
        return self.values.get((hive, key, name))


def test_a_windows_that_never_locks() -> None:
    assert from_registry(registry(), 1800) == IdlePolicy(lock_s=0, sleep_s=1800)


def test_the_limit_of_the_machine_is_imposed() -> None:
    found = from_registry(registry((MACHINE, {"InactivityTimeoutSecs": 900})), None)

    assert found == IdlePolicy(lock_s=900, is_imposed=True)


def test_a_screen_saver_with_a_password_of_ones_own_is_not_imposed() -> None:
    found = from_registry(registry((OWN, {**SAVER, "SCRNSAVE.EXE": "bubbles.scr"})), None)

    assert found == IdlePolicy(lock_s=600)


def test_without_a_saver_chosen_nothing_locks() -> None:
    assert from_registry(registry((OWN, dict(SAVER))), None).lock_s == 0


def test_a_rule_wins_over_ones_own_choice() -> None:
    own = {**SAVER, "ScreenSaverIsSecure": "0", "SCRNSAVE.EXE": "bubbles.scr"}
    rule = {"ScreenSaverIsSecure": "1", "ScreenSaveTimeOut": "300"}
    found = from_registry(registry((OWN, own), (RULES, rule)), None)

    assert found == IdlePolicy(lock_s=300, is_imposed=True)


def test_of_two_limits_the_shorter_one_counts() -> None:
    own = (OWN, {**SAVER, "SCRNSAVE.EXE": "bubbles.scr"})
    shorter = registry(own, (MACHINE, {"InactivityTimeoutSecs": 300}))
    longer = registry(own, (MACHINE, {"InactivityTimeoutSecs": 1200}))

    assert from_registry(shorter, None) == IdlePolicy(lock_s=300, is_imposed=True)
    assert from_registry(longer, None) == IdlePolicy(lock_s=600)


def test_words_that_are_no_number_count_as_none() -> None:
    own = {**SAVER, "ScreenSaveTimeOut": "soon", "SCRNSAVE.EXE": "bubbles.scr"}

    assert from_registry(registry((OWN, own)), None).lock_s == 0


class Desktop:
    """The answers of a Linux desktop, by the last words of each question."""

    def __init__(self, **answers: str) -> None:
        self.answers = {name.replace("_", "-"): words for name, words in answers.items()}

    def __call__(self, command: Sequence[str]) -> str:
        kind = "writable " if command[1] == "writable" else ""
        return self.answers.get(kind.strip() or command[-1], "")


def test_a_desktop_that_locks_after_its_delays() -> None:
    found = from_linux(Desktop(idle_delay="uint32 300", lock_enabled="true", lock_delay="uint32 30"))

    assert found == IdlePolicy(lock_s=330)


def test_a_desktop_whose_settings_cannot_be_changed() -> None:
    desktop = Desktop(idle_delay="uint32 300", lock_enabled="true", writable="false")

    assert from_linux(desktop) == IdlePolicy(lock_s=300, is_imposed=True)


def test_a_desktop_that_does_not_lock() -> None:
    assert from_linux(Desktop(idle_delay="uint32 300", lock_enabled="false")).lock_s == 0
    assert from_linux(Desktop(idle_delay="uint32 0", lock_enabled="true")).lock_s == 0


def test_a_linux_without_a_desktop_says_nothing() -> None:
    assert from_linux(Desktop()) == IdlePolicy()


def test_the_session_manager_knows_when_it_sends_to_sleep() -> None:
    assert from_linux(Desktop(IdleActionUSec='s "suspend"\nt 1200000000')).sleep_s == 1200
    assert from_linux(Desktop(IdleActionUSec='s "ignore"\nt 1800000000')).sleep_s == 0


def test_the_x_server_knows_when_it_goes_dark() -> None:
    assert from_linux(Desktop(q="Screen Saver:\n  timeout:  600    cycle:  600")).sleep_s == 600


def test_macos_sleeps_after_minutes() -> None:
    assert (
        from_macos("Currently in use:\n sleep         15 (sleep prevented by x)\n displaysleep 10").sleep_s
        == 900
    )
    assert from_macos("") == IdlePolicy()


def test_this_computer_is_asked_without_a_fault() -> None:
    assert isinstance(idle_policy(), IdlePolicy)
