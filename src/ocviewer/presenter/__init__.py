"""Turns what is chosen into what is shown: names, numbers, words, order. Pure, and without Qt."""
