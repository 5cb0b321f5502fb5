"""The only door to NumPy.

Its products are small: more than one thread costs twice the time, and the threads are counted when NumPy is
loaded, so they are set before.
"""

import os

for _library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")

import numpy as np  # noqa: E402
from numpy.typing import NDArray  # noqa: E402

Series = NDArray[np.float32]
Places = NDArray[np.int32]

__all__ = ["Places", "Series", "np"]
