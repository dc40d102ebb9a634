"""The index's pyramid: markets and actors as one solid, resilience as a panel beside it."""

from html import escape

from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontInfo, QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ocviewer.presenter.page import Pyramid
from ocviewer.ui.charts.canvas import ChartView
from ocviewer.ui.charts.lettering import Lettering
from ocviewer.ui.charts.pyramid_item import PyramidItem, PyramidPicture, picture
from ocviewer.ui.charts.pyramid_labels import Fonts, Ink, Label, arrange, ghost_label, labels

SMALLEST_TYPE = 0.8
LARGEST_TYPE = 1.3
"""The type's size, in sizes of the widget's font, in the smallest and largest charts."""
_LETTERS_ACROSS, _LINES_DOWN = 13, 9
"""How many letters and lines there is always room for, however large the widget's font is."""
_USUAL = QSizeF(260, 190)
"""The chart in which type has the size of the widget's font."""


class PyramidChart(ChartView):
    """Base width, height and panel are the three averages on one scale from 1 to 10.

    The dashed outline is the edition before. Readable from 150 × 110 logical pixels.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Starts without scores."""
        self._pyramid: Pyramid | None = None
        self._fonts: dict[int, Fonts] = {}
        self._paper = PyramidItem()
        super().__init__(self._paper, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.labels: tuple[Label, ...] = ()
        self.start()

    def set_pyramid(self, pyramid: Pyramid) -> None:
        """Shows the averages of one country in one edition."""
        if pyramid == self._pyramid:
            return
        self._pyramid = pyramid
        self.arrange()
        self.describe(self.tr("Pyramid"), pyramid.spoken)
        self.repaint_soon()

    def sizeHint(self) -> QSize:
        """Room for names beside the figures."""
        return QSize(320, 190)

    def minimumSizeHint(self) -> QSize:
        """The smallest size in which everything can be read."""
        return QSize(150, 110)

    def restyle(self) -> None:
        """Takes over colours and font."""
        self._fonts.clear()
        self._paper.dress(self.theme)

    def arrange(self) -> None:
        """Computes solids, scale and labels."""
        size = QSizeF(self.size())
        fonts = self._fonts_for(size)
        drawn = PyramidPicture()
        pyramid = self._pyramid
        if pyramid is None:
            self.labels = ()
        elif pyramid.now is None:
            drawn = self._without_solids(pyramid.missing, size, fonts)
        else:
            scale, names = arrange(size, pyramid, fonts)
            written = labels(pyramid, pyramid.now, scale, names, fonts)
            solid = QRectF(scale.axis, scale.y(1000), scale.right - scale.axis, 0)
            solid.setBottom(scale.lowest)
            ghost = ghost_label(pyramid, size, written, solid, fonts)
            if ghost is not None:
                written.append(ghost)
            self.labels = tuple(written)
            drawn = picture(pyramid.now, pyramid.before, scale, written, fonts, self.snapper())
        self._paper.show_picture(drawn, fonts)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tells the same in a sentence."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        if self._pyramid is not None:
            text = f"<p>{escape(self._pyramid.spoken)}</p>"
            QToolTip.showText(event.globalPos(), text, self.viewport())
        return True

    def _without_solids(self, why: str, size: QSizeF, fonts: Fonts) -> PyramidPicture:
        letters = fonts.plain
        text = letters.elided(why, size.width())
        width = letters.width(text)
        rect = QRectF(
            (size.width() - width) / 2, letters.top(size.height() / 2), width, letters.height
        )
        self.labels = (Label(text, rect, Ink.MUTED),)
        drawn = PyramidPicture()
        drawn.texts.append((Ink.MUTED, False, rect.topLeft(), letters.text(text)))
        return drawn

    def _fonts_for(self, size: QSizeF) -> Fonts:
        growth = min(size.width() / _USUAL.width(), size.height() / _USUAL.height())
        usual = QFontInfo(self.font()).pixelSize()
        wanted = usual * max(SMALLEST_TYPE, min(LARGEST_TYPE, growth))
        most = min(size.width() / _LETTERS_ACROSS, size.height() / _LINES_DOWN)
        pixels = max(8, round(min(wanted, most)))
        if pixels not in self._fonts:
            plain = QFont(self.font())
            plain.setPixelSize(pixels)
            strong = QFont(plain)
            strong.setWeight(QFont.Weight.DemiBold)
            self._fonts[pixels] = Fonts(Lettering(plain), Lettering(strong))
        return self._fonts[pixels]
