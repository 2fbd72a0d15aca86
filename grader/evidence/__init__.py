"""What checks look with: what a trace shows of a network, a product, a comparison, and which mistake explains it."""
