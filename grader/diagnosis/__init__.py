"""What there is to say of a whole file: why it stopped, what its errors mean, what was never called."""
