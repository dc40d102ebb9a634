"""The user's notes: JSON files in the user's folder, and passages that are found again."""
