"""Which of the files that PyInstaller gathers are handed on: Qt brings much that this program never loads."""

from __future__ import annotations

from pathlib import PurePath

LEFT_OUT_MODULES = (
    *("tkinter", "unittest", "pydoc", "pydoc_data", "lib2to3", "ensurepip", "idlelib", "turtle", "test"),
    *("setuptools", "pkg_resources", "distutils", "pip", "numpy", "pytest", "_pytest", "hypothesis"),
    *("mypy", "mypyc", "librt", "ast_serialize", "attr", "chardet", "pygments", "rich", "email_validator"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtSql"),
    *("PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebChannel", "PySide6.Qt3DCore"),
    *("pg8000", "psycopg", "keyring", "secretstorage", "cryptography"),
    *("PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtCharts", "PySide6.QtGraphs", "PySide6.QtTest"),
    *("PySide6.QtMultimediaWidgets", "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtUiTools"),
    *(
        "ssl",
        "_ssl",
        "_hashlib",
        "http.server",
        "smtplib",
        "ftplib",
        "imaplib",
        "poplib",
        "xmlrpc",
        "webbrowser",
    ),
    *("curses", "_curses", "readline", "sqlite3.test", "kit_app.environment"),
    *("PIL._avif", "PIL._imagingcms", "PIL._imagingtk", "PIL.ImageTk", "PIL.ImageQt"),
)
"""Modules that nothing here loads, or that would only serve a network or a terminal."""

PLUGINS = {
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"),
    "platformthemes": ("qxdgdesktopportal",),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    "imageformats": (
        "qsvg",
        "qjpeg",
        "qico",
        "qgif",
        "qwebp",
    ),  # logos; the guide
    "iconengines": ("qsvgicon",),
    "styles": ("qmodernwindowsstyle", "qmacstyle"),
    "printsupport": ("",),
    "multimedia": ("ffmpegmediaplugin",),
    "texttospeech": (
        "qtexttospeech_speechd",
        "qtexttospeech_sapi",
        "qtexttospeech_winrt",
        "qtexttospeech_mac",
    ),
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-graphics-integration-client": ("qt-plugin-wayland-egl",),
}
"""The plug-ins that are kept, by their folder and by how their names begin (without `lib`)."""

LEFT_OUT_LIBRARIES = (
    *("QmlCompiler", "QmlLocal", "QmlNetwork", "QmlXml", "QmlCore", "QmlDom", "QmlTooling", "QmlLS"),
    *("QuickControls", "QuickDialogs", "QuickEffects", "QuickLayouts", "QuickParticles", "QuickShapes"),
    *(
        "QuickTemplates",
        "QuickTest",
        "QuickTimeline",
        "QuickVector",
        "QuickWidgets",
        "Quick3D",
        "WebEngine",
        "WebChannel",
        "3D",
        "Pdf",
        "VirtualKeyboard",
        "Sql",
        "Designer",
    ),
    *("Charts", "Graphs", "Test", "Bluetooth", "Nfc", "Sensors", "Serial", "Positioning", "EglF"),
    *("ShaderTools", "Labs", "LanguageServer", "Help", "Scxml", "RemoteObjects", "StateMachine"),
)
"""How the names of Qt's libraries go on after `Qt6` that nothing kept here needs.

Qt6Qml and Qt6Quick stay: Qt's part that reads cameras is linked to them.
"""

OF_THE_SYSTEM = (
    *("libstdc++", "libgcc_s", "libcups", "libavahi", "libgnutls", "libnettle", "libhogweed", "libp11-kit"),
    *("libtasn1", "libunistring", "libidn2", "libgmp", "libkrb5", "libk5crypto", "libgssapi", "libcom_err"),
    *(
        "libkeyutils",
        "libgdk",
        "libgtk",
        "libpango",
        "libcairo",
        "libatk",
        "libpixman",
        "libthai",
        "libdatrie",
    ),
    *("libfribidi", "libgraphite2", "libharfbuzz.so", "libglib", "libgio", "libgobject", "libgmodule"),
    *("libgthread", "libmount", "libblkid", "libselinux", "libdbus", "libsystemd", "libpulse", "libsndfile"),
    *("libFLAC", "libogg", "libvorbis", "libopus", "libmpg123", "libmp3lame", "libasyncns", "libX11.so"),
    *("libXau.so", "libXdmcp", "libxcb.so", "libbsd", "libmd", "libfontconfig", "libfreetype.so", "libexpat"),
    *(
        "libpng16.so",
        "libgcrypt",
        "libgpg-error",
        "libcap.",
        "liblz4",
        "libzstd.so",
        "liblzma.so",
        "libtinfo",
    ),
    *(
        "libncurses",
        "libbrotlicommon.so",
        "libbrotlidec.so",
        "libjpeg.so",
        "libuuid",
        "libpcre2",
        "libresolv",
    ),
)
"""Libraries that a Linux computer with a desktop has and mends; `bundle/debian.py` names their packages."""

NO_NETWORK = ("libssl", "libcrypto")
"""OpenSSL, which is gathered for Qt's network part: without plug-ins for TLS nothing loads it."""

LANGUAGES = ("fr", "en")


def is_wanted(name: str) -> bool:
    """Whether the file `name` (its path in the folder) is handed on."""
    path = PurePath(name.replace("\\", "/"))
    if path.parent == PurePath() and path.name.startswith((*OF_THE_SYSTEM, *NO_NETWORK)):
        return False
    if "PySide6" not in path.parts:
        return not _is_left_out(path.name)
    if "plugins" in path.parts:
        return _is_plugin(path)
    if "translations" in path.parts:
        return path.stem in {f"qtbase_{language}" for language in LANGUAGES}
    if "qml" in path.parts or path.suffix in (".qml", ".pyi"):
        return False
    return not _is_left_out(path.name)


def _is_plugin(path: PurePath) -> bool:
    folder = path.parts[path.parts.index("plugins") + 1]
    return path.name.removeprefix("lib").startswith(PLUGINS.get(folder, ()))


def _is_left_out(name: str) -> bool:
    plain = name.removeprefix("lib").removeprefix("Qt6").removeprefix("Qt")
    is_of_qt = plain != name.removeprefix("lib")
    return is_of_qt and plain.startswith(LEFT_OUT_LIBRARIES)
