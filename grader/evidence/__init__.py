"""What checks look with: what a trace shows of a network, a product, a comparison, and which mistake explains it.

What is called `refuse_…` raises the verdict on one mistake where it was made, and returns where it was not;
`explain_…` is called when something is not right, and says why. All else answers a question.

A right file should not wait for what only explains mistakes: a check imports that where it needs it, and patterns are
kept as text, which `re` compiles when it first looks for one.
"""
