"""A floor: a main window with one pyqtgraph bar plot, until it is painted."""

import sys

import pyqtgraph as pg
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication(sys.argv)
window = QMainWindow()
plot = pg.PlotWidget()
plot.addItem(pg.BarGraphItem(x=list(range(15)), height=list(range(15)), width=0.6))
window.setCentralWidget(plot)
window.resize(1280, 720)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
