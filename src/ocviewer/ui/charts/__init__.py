"""Charts drawn with pyqtgraph. Imported only after the first paint."""
