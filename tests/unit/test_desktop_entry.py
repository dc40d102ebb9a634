"""The desktop's files agree with each other and with the program: a double click opens a pack."""

import configparser
import re
import xml.etree.ElementTree as ET
from pathlib import Path

from ocviewer.cli.parser import PACK_SUFFIX
from ocviewer.library.pack.write import SUFFIX

FOLDER = Path(__file__).resolve().parents[2] / "packaging"
SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_a_pack_is_known_and_opened() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(FOLDER / "org.ocviewer.OCViewer.desktop", "utf-8")
    desktop = entry["Desktop Entry"]
    (kind,) = (
        ET.parse(FOLDER / "org.ocviewer.OCViewer.mime.xml").getroot().iter(f"{SPACE}mime-type")
    )
    assert desktop["MimeType"] == f"{kind.attrib['type']};"
    assert re.fullmatch(r"ocviewer-gui %f", desktop["Exec"])
    (glob,) = kind.iter(f"{SPACE}glob")
    assert glob.attrib["pattern"] == f"*{SUFFIX}"
    assert SUFFIX == PACK_SUFFIX
