"""From what is shown to other forms: text and JSON."""
