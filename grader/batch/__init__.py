"""Many submissions: through an executor, into a gradebook, out as pages and marks."""
