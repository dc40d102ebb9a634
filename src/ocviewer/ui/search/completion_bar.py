"""What the word at the cursor may become, as a row of buttons below the line."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ocviewer.library.search.completion import MOST, Completion


class CompletionBar(QWidget):
    """One line high, whether there is anything to offer or not, so that nothing below it jumps."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until completions are set."""
        super().__init__(parent)
        self._completions: tuple[Completion, ...] = ()
        self._buttons: list[QToolButton] = []
        self._hint = QLabel(self.tr("→ completes"), self)
        self._hint.setEnabled(False)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._hint)
        for number in range(MOST):
            button = QToolButton(self)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has its own way
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.clicked.connect(lambda *, n=number: self.take(n))
            button.hide()
            self._buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        self.setFixedHeight(self._buttons[0].sizeHint().height())
        # what does not fit is cut off, and never widens the window
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(0, self.height())

    def set_completions(self, completions: tuple[Completion, ...]) -> None:
        """Offers these, the likeliest first."""
        if completions == self._completions:
            return
        self._completions = completions
        self._hint.setVisible(bool(completions))
        for number, button in enumerate(self._buttons):
            shown = number < len(completions)
            button.setVisible(shown)
            if shown:
                button.setText(completions[number].name.replace("&", "&&"))

    def take(self, number: int = 0) -> None:
        """Picks one, where there are so many."""
        if number < len(self._completions):
            self.picked.emit(self._completions[number])
