# attack: raises a SyntaxError with a foreign file, and text that is too long | must: error-reported, bounded
raise SyntaxError("boo", ("/etc/passwd", 10**9, -5, "<b>\x1b[31m" * 1000, 10**12, 10**12))
