"""What Qt needs from a Linux system, what of it is missing, and which Debian packages hold it.

The wheels of PySide6 bring Qt itself but expect some two dozen shared libraries, and a font, from
the system. A desktop has them; a server, a container or a fresh minimal install has not. They are
found by asking the dynamic linker to resolve Qt's own files, so the answer is the system's, not a
guess. Standard library only.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

# What a window loads, relative to the PySide6 folder. The linker follows the rest from here.
PROBES = (
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "QtPrintSupport.abi3.so",
    "QtSvg.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so",
)

# soname → Debian package, by its name before the 64-bit time_t change of Debian 13, Ubuntu 24.04.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libGLdispatch.so.0": "libglvnd0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXau.so.6": "libxau6",
    "libXdmcp.so.6": "libxdmcp6",
    "libXext.so.6": "libxext6",
    "libXrender.so.1": "libxrender1",
    "libbrotlidec.so.1": "libbrotli1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgmodule-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libpng16.so.16": "libpng16-16",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinput.so.0": "libxcb-xinput0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}

FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
)

_NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)


@dataclass(frozen=True)
class Needs:
    """What the system lacks: the libraries' sonames, sorted, and whether it has no font at all."""

    libraries: tuple[str, ...] = ()
    font: bool = False

    def __bool__(self) -> bool:
        return bool(self.libraries) or self.font

    def __str__(self) -> str:
        return ", ".join([*self.libraries, *(["a font"] if self.font else [])])

    def summary(self) -> str:
        """Say how much is lacking, where the names would be too many to read."""
        count = len(self.libraries)
        libraries = f"{count} librar{'y' if count == 1 else 'ies'}" if count else ""
        return " and ".join(filter(None, [libraries, "a font" if self.font else ""]))

    def packages(self, known: Callable[[str], bool]) -> list[str]:
        """Return the Debian packages that hold what is lacking, sorted, each once.

        Args:
            known: whether the system's package lists have a package of that name; it decides
                between a package's name of today ("libglib2.0-0t64") and the one before.
        """
        names = {PACKAGES[soname] for soname in self.libraries if soname in PACKAGES}
        if self.font:
            names.add(FONT_PACKAGE)
        return sorted(f"{name}t64" if known(f"{name}t64") else name for name in names)

    def unmapped(self) -> list[str]:
        """Return the sonames that no package is known for."""
        return [soname for soname in self.libraries if soname not in PACKAGES]


def unresolved(ldd_output: str) -> set[str]:
    """Return the sonames that ldd's output reports as not found."""
    return set(_NOT_FOUND.findall(ldd_output))


def ask_linker(file: Path) -> str:
    """Return what ldd prints for a file; nothing where there is no ldd (other C libraries)."""
    try:
        done = subprocess.run(
            ["ldd", str(file)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except OSError:
        return ""
    return done.stdout


def has_font(folders: Iterable[str] = FONT_FOLDERS) -> bool:
    """Return whether any font file lies in the folders that fontconfig reads by default."""
    return any(
        Path(name).suffix.lower() in {".ttf", ".otf", ".ttc", ".pfb"}
        for folder in folders
        for _, _, names in os.walk(Path(folder).expanduser())
        for name in names
    )


def missing(
    pyside: Path, probes: Sequence[str] = PROBES, linker: Callable[[Path], str] = ask_linker
) -> Needs:
    """Return what Qt lacks on this system.

    Args:
        pyside: the installed PySide6 package's folder.
        probes: the files to resolve, relative to it; a file that is not there is passed over.
        linker: gives ldd's output for a file.
    """
    files = [pyside / probe for probe in probes if (pyside / probe).exists()]
    lacking: set[str] = set().union(*(unresolved(linker(file)) for file in files))
    return Needs(tuple(sorted(lacking)), font=not has_font())
