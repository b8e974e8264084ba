"""Keys are known by their place, on each system."""

import pytest

from kit_app.system.keyboard import sign_of_key

WINDOWS = {"Q": 0x10, "P": 0x19, "A": 0x1E, "L": 0x26, "Z": 0x2C, "N": 0x31, "M": 0x32, "1": 0x02, "0": 0x0B}
MAC = {"Q": 0x0C, "P": 0x23, "A": 0x00, "L": 0x25, "Z": 0x06, "N": 0x2D, "M": 0x2E, "1": 0x12, "0": 0x1D}


@pytest.mark.parametrize(("sign", "code"), WINDOWS.items())
def test_windows_and_linux_tell_by_the_scan_code(sign: str, code: int) -> None:
    assert sign_of_key(code, 0, "win32") == sign
    assert sign_of_key(code + 8, 0, "linux") == sign


@pytest.mark.parametrize(("sign", "code"), MAC.items())
def test_macos_tells_by_its_own_number(sign: str, code: int) -> None:
    assert sign_of_key(1, code, "darwin") == sign


@pytest.mark.parametrize("platform", ["win32", "linux", "darwin"])
def test_other_keys_are_no_sign(platform: str) -> None:
    assert sign_of_key(0x1C + 8 * (platform == "linux"), 0x24, platform) == ""
    assert sign_of_key(0, 500, platform) == ""
