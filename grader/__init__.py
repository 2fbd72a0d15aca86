"""Grades the "Try This" practice of the article on matrix multiplication."""
