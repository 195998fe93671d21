"""The window of Kobai: Qt and pyqtgraph around the engine."""
