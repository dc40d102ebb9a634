"""What a window takes from the session that it opens with, and leaves to the next."""

from typing import TYPE_CHECKING

from ocviewer.ui.session import Session

if TYPE_CHECKING:
    from ocviewer.ui.window import MainWindow


def restore(window: "MainWindow", session: Session) -> None:
    """Gives a window, which is not shown yet, the size and the parts of the one before."""
    if session.geometry:
        from PySide6.QtCore import QByteArray  # noqa: PLC0415 - not at the first start

        window.restoreGeometry(QByteArray.fromBase64(session.geometry.encode("ascii", "ignore")))
    window.splitter.restore(session.splitters.get("sidebar", []), shown=session.sidebar)
    window.actions_["show_sidebar"].setChecked(session.sidebar)
    window.actions_["full_screen"].setChecked(window.isFullScreen())
    window.actions_[f"choose_theme:{session.theme}"].setChecked(True)
    window.panes.set_sizes(session.splitters)


def remembered(window: "MainWindow") -> Session:
    """What the next start should find again."""
    state = window.controller.state
    reading = window.reading if "reading" in vars(window) else None
    return Session(
        geometry=bytes(window.saveGeometry().toBase64().data()).decode("ascii"),
        splitters={**window.panes.sizes(), "sidebar": window.splitter.parted()},
        panes=[[pane.iso3, pane.edition] for pane in state.panes],
        section=state.section,
        order=str(state.order),
        reading=state.reading,
        **window.text_style._asdict(),
        wording=str(state.wording or ""),
        zoom=window.zoom,
        theme=str(window.theme_choice),
        picker_sort=window.picker.sort,
        recent=window.recent.countries,
        sidebar=window.splitter.is_shown,
        text_alone=window.wants_text_alone or (reading is not None and reading.is_on),
        read=reading.progress.entries() if reading else window.opened_with.read,
    )
