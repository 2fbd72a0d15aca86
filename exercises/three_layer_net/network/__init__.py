"""The three-layer net in a trace: its data, its layers, and what is there instead."""
