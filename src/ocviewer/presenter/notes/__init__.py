"""Notes in words: what each is about, what it quotes and whether that is still there."""
