"""The product that needs a transpose in a trace: its operands, its result, and whether the shape is confirmed."""
