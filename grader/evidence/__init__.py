"""What checks of any exercise look with: what arrays, texts and lines of a trace and its source show.

Patterns are kept as text, which `re` compiles when it first looks for one: a right file should not wait for what only
explains mistakes.
"""
