"""Packs of exercises as their authors write them: read from their folder, and found sound."""
