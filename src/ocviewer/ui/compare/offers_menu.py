"""The menu of what a pane can be compared with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ocviewer.presenter.compare.offers import Offer, OfferGroup


class OffersMenu(QMenu):
    """Offers by kind below their titles; deletes itself when it is closed."""

    offered = Signal(str)
    """The country (ISO3) or place (key) that was picked."""
    list_wanted = Signal()
    """Any country, from the country list."""

    def __init__(self, groups: tuple[OfferGroup, ...], parent: QWidget | None = None) -> None:
        """Shows these groups."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        anyone = self.addAction(self.tr("Any country, from the list…"))
        anyone.triggered.connect(self.list_wanted)
        for group in groups:
            self.addSeparator()
            title = group.title.replace("&", "&&")
            if group.long:
                menu = self.addMenu(title)
            else:
                menu = self
                self.addAction(title).setEnabled(False)
            for offer in group.offers:
                self._add(menu, offer)

    def _add(self, menu: QMenu, offer: Offer) -> None:
        # an ampersand would mark a key
        action = menu.addAction(offer.text.replace("&", "&&"))
        action.triggered.connect(lambda _=False, subject=offer.subject: self.offered.emit(subject))
