"""Between the view of the search, the engine behind it, and the controller."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ocviewer.domain.profile import Wording
from ocviewer.library.search.answer import Answer
from ocviewer.library.search.completion import completions
from ocviewer.library.search.document import COUNTRY, DEFINITION, NOTED, TEXT
from ocviewer.library.search.hits import Hit
from ocviewer.library.search.index import Progress
from ocviewer.presenter.page import Page
from ocviewer.presenter.search.part import SearchPart
from ocviewer.presenter.search.results import HitView, passage_of, results
from ocviewer.presenter.search.spellings import vocabulary
from ocviewer.presenter.state import View
from ocviewer.ui.controller import Controller
from ocviewer.ui.search.engine import Engine
from ocviewer.ui.search.search_view import SearchView

_PAUSE = 60
"""Milliseconds without another hit, after which the passage of the last one is shown."""


class Desk(QObject):
    """Asks what the page asks for, shows what is found, and opens it.

    ``settled`` comes when the answer to the query is shown and the index is complete;
    ``note_wanted`` carries the hit of a note that is to be opened.
    """

    settled = Signal()
    note_wanted = Signal(object)

    def __init__(self, controller: Controller, view: SearchView, folder: Path) -> None:
        """``folder`` is where the index is."""
        super().__init__(view)
        self._controller = controller
        self._view = view
        self._folder = folder
        self._engine: Engine | None = None
        self._library = controller.library
        self._asked: str | None = None
        self._answer: Answer | None = None
        self._complete = self._outdated = False
        # at the next turn of the event loop: several keys that wait are one question
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._ask)
        self._hit: HitView | None = None
        # a passage is read from its file, which typing does not wait for
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.show_passage)
        controller.page_changed.connect(self._on_page)
        view.completions_wanted.connect(self._offer)
        view.hit_shown.connect(self._want_passage)
        view.passage_picked.connect(self._open)
        self._names = vocabulary(controller.library, controller.words)
        self._on_page(controller.page)

    @property
    def is_settled(self) -> bool:
        """Whether what is shown answers the query, from a complete index."""
        answered = self._answer is not None and self._answer.text == self._asked
        return self._complete and answered and not self._later.isActive()

    def stop(self) -> None:
        """Ends the threads; another page starts them anew."""
        self._later.stop()
        self._pause.stop()
        if self._engine is not None:
            self._engine.stop()
            self._engine.deleteLater()
            self._engine = None

    @Slot(object)
    def _on_page(self, page: Page) -> None:
        if page.view is not View.SEARCH or not isinstance(page.world, SearchPart):
            return
        fresh = self._engine is None or self._library is not self._controller.library
        if fresh:
            self._start()
        elif self._outdated:
            self._refresh()
        if fresh or page.world.query != self._asked:
            self._asked = page.world.query
            self._later.start()

    @Slot()
    def refresh(self) -> None:
        """Brings the index up to date, as notes are others: at once, or when it is seen again."""
        self._outdated = True
        if self._controller.state.view is View.SEARCH and self._engine is not None:
            self._refresh()

    def _refresh(self) -> None:
        if self._engine is not None:
            self._complete = self._outdated = False
            self._engine.refresh()

    def _start(self) -> None:
        """Starts on a library, of which another may have come with an import."""
        self.stop()
        controller = self._controller
        self._library, self._answer = controller.library, None
        self._complete = self._outdated = False
        self._names = vocabulary(controller.library, controller.words)
        self._engine = Engine(controller.library, controller.words, self._folder, self)
        self._engine.answered.connect(self._on_answer)
        self._engine.progressed.connect(self._on_progress)
        self._engine.completed.connect(self._on_complete)

    @Slot()
    def _ask(self) -> None:
        if self._engine is not None and self._asked is not None:
            self._engine.ask(self._asked)

    @Slot(object)
    def _on_answer(self, answer: Answer) -> None:
        if answer.text != self._asked or self._engine is None:
            return  # stale
        if answer != self._answer:
            self._answer = answer
            self._view.set_results(results(answer, self._library, self._controller.words))
        if self._complete:
            self.settled.emit()

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        self._view.set_progress(progress)

    @Slot()
    def _on_complete(self) -> None:
        self._complete = True
        self._view.set_progress(None)

    @Slot(str, int)
    def _offer(self, text: str, cursor: int) -> None:
        self._view.set_completions(completions(text, cursor, self._names))

    @Slot(object)
    def _want_passage(self, view: HitView | None) -> None:
        self._hit = view
        self._pause.start()

    @Slot()
    def show_passage(self) -> None:
        """The passage as the library has it; the index is asked for nothing that is shown whole."""
        view = self._hit
        if view is None:
            return
        hit, library = view.hit, self._library
        text = self._text(hit)
        ranges = hit.body.ranges if len(text) == len(hit.body.text) else ()
        country = library.countries.get(hit.iso3)
        title = country.name if country is not None else hit.name.text
        label = view.label.text
        if hit.source == DEFINITION:
            label = self._controller.words.say("search.definition")
        place = "  ·  ".join(filter(None, (label, view.edition_text)))
        self._view.preview.show_passage(title, place, text, ranges)

    def _text(self, hit: Hit) -> str:
        if hit.source != TEXT:
            return hit.body.text
        profile = self._library.profile(hit.iso3, hit.edition, Wording(hit.wording))
        paragraphs = () if profile is None else profile.sections.get(hit.section, ())
        return paragraphs[hit.paragraph].text if hit.paragraph < len(paragraphs) else ""

    @Slot(object)
    def _open(self, view: HitView) -> None:
        """A passage in its profile, a country, a definition's ranking, or what a note is about."""
        hit, controller = view.hit, self._controller
        if hit.source == COUNTRY:
            controller.open_country(hit.iso3)
        elif hit.source == DEFINITION:
            controller.open_view(View.RANKINGS, {"indicator": hit.indicators[0]})
        elif hit.source in NOTED:
            self.note_wanted.emit(hit)
        else:
            controller.open_passage(passage_of(hit))
