# attack: its own source holds escapes, bidi overrides, markup and commands in the lines that a report quotes | must: shown-escaped in the listing
import numpy as np

# [2J[31m ‮⁦ </pre><script>alert(1)</script>
message = "</pre><script>alert(1)</script> ‮ ::error::pwned {{7*7}}"; bad = np.zeros((2, 3)) @ np.zeros((2, 3))  # ::error::[31m
