"""The colours of the window, light and dark: quiet chrome, colour kept for data.

Criminality is one warm family and resilience one cool one, told apart by colour-blind eyes and
legible on both backgrounds (contrast of every text colour with its ground is at least 4.5 : 1).
"""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ocviewer.domain.change import Direction
from ocviewer.domain.indicator import Polarity


class ThemeChoice(StrEnum):
    """Which theme the user wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(NamedTuple):
    """One set of colours, as ``#rrggbb``.

    ``criminality`` and ``resilience`` fill bars and carry numbers; the ``_soft`` ones fill areas
    behind text. ``track`` is the empty part of a bar, ``mark`` the tick of the previous edition,
    ``muted`` secondary text, ``line`` hairlines, ``highlight`` the ground of a filter's match.
    """

    dark: bool
    window: str
    surface: str
    raised: str
    text: str
    muted: str
    line: str
    track: str
    mark: str
    accent: str
    accent_text: str
    highlight: str
    criminality: str
    criminality_soft: str
    resilience: str
    resilience_soft: str
    better: str
    worse: str
    panes: tuple[str, str, str, str]
    """The colours of the countries in a comparison, by the number of their pane."""

    def family(self, polarity: Polarity) -> str:
        """The strong colour of criminality or resilience."""
        return self.criminality if polarity is Polarity.CRIMINALITY else self.resilience

    def family_soft(self, polarity: Polarity) -> str:
        """The soft colour of criminality or resilience."""
        return self.criminality_soft if polarity is Polarity.CRIMINALITY else self.resilience_soft

    def direction(self, direction: Direction | None) -> str:
        """The text colour of a change."""
        return {Direction.BETTER: self.better, Direction.WORSE: self.worse}.get(
            direction or Direction.UNCHANGED, self.muted
        )


LIGHT = Theme(
    dark=False,
    window="#f4f3f0",
    surface="#ffffff",
    raised="#faf9f7",
    text="#1d1f21",
    muted="#5c6066",
    line="#d9d7d2",
    track="#ebe9e4",
    mark="#2b2d30",
    accent="#2f5d8a",
    accent_text="#ffffff",
    highlight="#ffe39a",
    criminality="#b4530a",
    criminality_soft="#f6dfc9",
    resilience="#0f6b86",
    resilience_soft="#cfe6ee",
    better="#14693f",
    worse="#a8231b",
    panes=("#2f5fa8", "#a03070", "#4b6f1f", "#6b4fb0"),
)

DARK = Theme(
    dark=True,
    window="#17191c",
    surface="#1e2125",
    raised="#25292e",
    text="#e8e6e1",
    muted="#a4a8ae",
    line="#373b41",
    track="#2e3238",
    mark="#f2f0ec",
    accent="#7fb2e5",
    accent_text="#10151a",
    highlight="#6b5300",
    criminality="#f0a04b",
    criminality_soft="#4a3320",
    resilience="#56b6d2",
    resilience_soft="#1d3f4b",
    better="#7ccf9f",
    worse="#ff9d8f",
    panes=("#86b4f2", "#f08fc0", "#a9d06a", "#c0a8f5"),
)


def theme_of(palette: QPalette) -> Theme:
    """The theme that a widget with this palette has to paint in."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def palette_of(theme: Theme) -> QPalette:
    """The palette of a theme, for every role and for disabled widgets."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.raised,
        role.Text: theme.text,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.accent_text,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.accent_text,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.raised,
        role.Midlight: theme.line,
        role.Mid: theme.line,
        role.Dark: theme.muted,
        role.Shadow: theme.line,
        role.Accent: theme.accent,
    }
    palette = QPalette()
    for colour_role, colour in colours.items():
        palette.setColor(colour_role, QColor(colour))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(theme.muted))
    return palette


def apply_theme(app: QApplication, choice: ThemeChoice) -> None:
    """Dresses the application; ``SYSTEM`` follows the desktop's light or dark."""
    dark = choice is ThemeChoice.DARK
    if choice is ThemeChoice.SYSTEM:
        dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    app.setPalette(palette_of(DARK if dark else LIGHT))
