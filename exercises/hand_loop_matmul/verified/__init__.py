"""Whether a result is really compared with NumPy's, and what the file says of it."""
