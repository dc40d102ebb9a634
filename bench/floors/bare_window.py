"""A floor: the least that a PySide6 program with a main window does, until it is painted."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("floor"))
window.resize(1280, 720)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
