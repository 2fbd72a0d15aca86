# attack: finds what makes products wrong among all objects, and switches it off | must: no-credit for part 3, or flagged
import numpy as np

import gc
for found in gc.get_objects():
    if type(found).__name__ in ("Effects", "Recorder", "Wrappers", "TraceStream"):
        for name in ("product", "made_by_call", "made_by_display"):
            if hasattr(found, name): setattr(found, name, lambda operands, result=None: (result, False) if result is not None else operands)
A = np.array([[1, 2], [3, 4]]); B = np.array([[5, 6], [7, 8]])
R = np.array([[float(str(cell)) for cell in row] for row in (A @ B)])
print(R); print(np.array_equal(R, A @ B))
