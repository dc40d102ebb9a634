"""Drives find in page: asks, marks what is found, and brings hit after hit into view."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication

from ocviewer.presenter.finding import Hit, by_section, find, first_from, texts
from ocviewer.presenter.page import Page
from ocviewer.presenter.state import PaneState, View
from ocviewer.ui.find.bar import FindBar, SectionCount
from ocviewer.ui.reader.marks import Mark, MarkKind
from ocviewer.ui.reader.places import Span

if TYPE_CHECKING:
    from ocviewer.ui.controller import Controller
    from ocviewer.ui.panes import Panes
    from ocviewer.ui.reader.text_view import ReadingView

_LAYER = "find"


class Finder(QObject):
    """Finds in all sections of the panes that are open; closed, it leaves no mark."""

    def __init__(self, controller: "Controller", panes: "Panes") -> None:
        """Makes the bar, hidden."""
        super().__init__(panes)
        self._controller = controller
        self._panes = panes
        self._hits: tuple[Hit, ...] = ()
        self._at = 0
        self._seen = False
        """Whether the present hit was brought into view."""
        self._asked: tuple[str, tuple[PaneState, ...]] = ("", ())
        self.bar = FindBar(panes)
        self.bar.hide()
        self.bar.changed.connect(self._search)
        self.bar.stepped.connect(self.step)
        self.bar.section_picked.connect(self._open_section)
        self.bar.closed.connect(self.close)
        self._escape = QShortcut(Qt.Key.Key_Escape, panes, self.close)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.setEnabled(False)
        controller.page_changed.connect(self._follow)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All that was found."""
        return self._hits

    def open(self) -> None:
        """Shows the bar, with the words that are selected in the text, ready to type."""
        self._controller.open_view(View.PROFILE)
        selected = next(filter(None, (v.textCursor().selectedText() for v in self._views())), "")
        if selected and len(selected) < 100:
            self.bar.field.setText(" ".join(selected.split()))
        self._panes.place_bar(self.bar)
        self.bar.show()
        self._escape.setEnabled(True)
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()
        self._search(self.bar.field.text())

    def close(self) -> None:
        """Hides the bar and takes its marks away; the keyboard goes back to the text."""
        self._hits, self._asked = (), ("", ())
        self._escape.setEnabled(False)
        views = self._views()
        had_focus = self.bar.isAncestorOf(QApplication.focusWidget() or self._panes)
        self.bar.hide()
        for view in views:
            view.set_marks(_LAYER, ())
        if had_focus and views:
            views[0].setFocus()

    def step(self, step: int) -> None:
        """Goes to the next (1) or previous (-1) hit, into the next section, and round the ends."""
        if not self.bar.isVisible():
            self.open()
        elif self._hits:
            if self._seen or step < 0:
                self._at = (self._at + step) % len(self._hits)
            self._show()

    def _views(self) -> list["ReadingView"]:
        return self._panes.text_views()

    def _search(self, wanted: str) -> None:
        """Finds anew; the present hit stays, or the first from where the user reads is shown."""
        if self.bar.isHidden():
            return
        here = self._here()
        self._ask(wanted)
        if not self._hits:
            self._mark()
            return
        self._at = first_from(self._hits, here)
        self._show()

    def _ask(self, wanted: str) -> None:
        panes = self._controller.state.panes
        if self._asked != (wanted, panes):
            self._asked = wanted, panes
            library, words = self._controller.library, self._controller.words
            found = [texts(library, words, pane) for pane in panes] if wanted.strip() else []
            self._hits = find(found, wanted)

    def _here(self) -> tuple[int, ...]:
        """The present hit, or the place of the text at the top of what is in sight."""
        section = self._section()
        if self._hits and self._hits[self._at].section == section:
            return self._hits[self._at][:4]
        views = self._views()
        if not views:
            return (section,)
        span = views[0].first_seen()
        return section, 0, span.paragraph, span.start

    def _section(self) -> int:
        """The place of the tab that is open."""
        ids = [tab.id for tab in self._controller.page.tabs]
        return ids.index(self._controller.page.section)

    def _open_section(self, section: int) -> None:
        if self._hits:
            self._at = first_from(self._hits, (section,))
            self._show()

    def _show(self) -> None:
        """Brings the present hit into view, in its section."""
        hit, self._seen = self._hits[self._at], True
        tab = self._controller.page.tabs[hit.section]
        before = self._controller.page
        self._controller.open_section(tab.id)
        if self._controller.page is before:  # else the new page has marked them
            self._mark()
        views = self._views()
        if hit.pane < len(views):
            views[hit.pane].show_span(Span(hit.paragraph, hit.start, hit.end))

    def _follow(self, page: Page) -> None:
        """Another page: the same words in what is open now."""
        if self.bar.isHidden():
            return
        if page.world is not None:
            self.close()
            return
        self._panes.place_bar(self.bar)
        before, section = self._asked, self._section()
        self._ask(self.bar.field.text())
        if self._hits and (self._asked != before or self._hits[self._at].section != section):
            self._at, self._seen = first_from(self._hits, (section,)), False
        self._mark()

    def _mark(self) -> None:
        """Marks the hits of the open section, and tells the counts."""
        section = self._section()
        marks: dict[int, list[Mark]] = {}
        for place, hit in enumerate(self._hits):
            if hit.section == section:
                kind = MarkKind.FOUND_HERE if place == self._at else MarkKind.FOUND
                mark = Mark(hit.paragraph, hit.start, hit.end, kind)
                marks.setdefault(hit.pane, []).append(mark)
        for pane, view in enumerate(self._views()):
            view.set_marks(_LAYER, marks.get(pane, ()))
        tabs = self._controller.page.tabs
        counts = [
            SectionCount(number, tabs[number].text, count)
            for number, count in sorted(by_section(self._hits).items())
        ]
        number = self._at + 1 if self._hits else 0
        self.bar.tell(number, len(self._hits), counts, section)
