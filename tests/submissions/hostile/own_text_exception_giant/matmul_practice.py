# attack: an exception with a message of 50 MB and a thousand notes | must: error-reported, the message shortened
import numpy as np
error = ValueError("A" * 50_000_000)
for _ in range(1000): error.add_note("<b>" * 1000)
raise error
