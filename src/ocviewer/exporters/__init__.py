"""From what is shown to other forms: text, JSON and CSV."""
