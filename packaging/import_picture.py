"""Draws the report of an import for the guide: ``import_picture.py OUT THEME``.

The pages are made for it: their figures are the index's, their sentences invented. Run in an empty
folder, with an empty home, and with the project's own folder on PYTHONPATH; ``screenshots`` does.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop

from ocviewer import paths
from ocviewer.app import application
from ocviewer.importers.job import ImportJob
from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.words import Words
from ocviewer.ui.controller import Controller
from ocviewer.ui.importing.dialog import ImportDialog
from ocviewer.ui.importing.report_page import ReportPage
from ocviewer.ui.importing.results import takeable
from ocviewer.ui.theme import ThemeChoice, apply_theme
from tests.fixtures.testland import Layout, PageMaker

FOLDER = Path("Saved pages")
SHOWN = "Peru 2025.txt"
COUNTRIES = ("PER", "COL", "ECU", "BOL", "BRA", "CHL")
GDP = "Gross domestic product (GDP - CURRENT $US MILLION)"
BEFORE = "Chile 2023.txt"
"""A page that is imported already."""


class SamplePage(PageMaker):
    """A page with the library's own facts."""

    def facts(self) -> list[tuple[str, str]]:
        """Labels and values as the index's page has them."""
        country = self._library.countries[self._iso3]
        found = [("Capital", " ".join(country.capitals))]
        for label, fact, form in (
            ("Population", country.population, "{:,}"),
            (GDP, country.gdp_musd, "USD {:,}.00 million"),
            ("Area (KM²)", country.area_km2, "{:,} km²"),
        ):
            if fact is not None:
                found.append((label, form.format(fact.value)))
        return found


def write_pages(library: Library) -> None:
    """Pages of several countries; one says other figures, one is cut off, one file is none."""
    FOLDER.mkdir()
    for iso3 in COUNTRIES:
        for year in (2023, 2025):
            name = f"{library.countries[iso3].name} {year}.txt"
            text = SamplePage(library, Layout(year), iso3).text()
            if name == SHOWN:
                head, _, tail = text.partition("Mafia-style groups\n\n    ")
                text = f"{head}Mafia-style groups\n\n    7.50{tail[4:]}"
                text = text.replace("34,217,848", "34,352,719")
            (FOLDER / name).write_text(text, "utf-8")
    (FOLDER / "Guyana 2025.txt").write_text(text[: text.index("Analysis")], "utf-8")
    (FOLDER / "Reading list.txt").write_text("Pages to save on Monday\n", "utf-8")


def main() -> None:
    """Imports the pages in a window and draws the report, with a figure ticked."""
    out, theme = Path(sys.argv[1]), ThemeChoice(sys.argv[2])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = application()
    apply_theme(app, theme)
    library = Library(paths.bundled_library(), paths.user_library())
    write_pages(library)
    for _ in ImportJob(library.again(), paths.user_library()).run([FOLDER / BEFORE]):
        pass
    words = Words(paths.resources() / "messages" / "en")
    controller = Controller(library, words, ViewState((PaneState("PER", 2025),)))
    dialog = ImportDialog([FOLDER], controller, paths.user_library())
    dialog.show()
    while dialog.findChild(ReportPage) is None:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    page = dialog.findChild(ReportPage)
    if page is None or page.model.row_of(str(FOLDER / SHOWN)) < 0:
        raise SystemExit("the pages were not imported")
    page.go_to(page.place()._replace(file=str(FOLDER / SHOWN)))
    page.details.ticked.emit(takeable(page.results.report(str(FOLDER / SHOWN)))[0], True)
    app.processEvents()
    if not dialog.grab().save(str(out), "PNG"):
        raise SystemExit(f"{out} could not be written")
    dialog.reject()


if __name__ == "__main__":
    main()
