"""The engine of Kobai: NumPy and the standard library, nothing of the screen."""

import os

# Matrix products by one thread, unless the environment says otherwise: sums in the same order on every machine, small
# products without the toll of meeting, and a core left for the window. NumPy reads it when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
