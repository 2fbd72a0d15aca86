"""What checks look with: what a trace shows of a network, a product, a comparison, and which mistake explains it.

A right file should not wait for what only explains mistakes: a check imports that where it needs it, and patterns are
kept as text, which `re` compiles when it first looks for one.
"""
