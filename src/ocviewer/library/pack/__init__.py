"""Library packs: a user's library in one file, to carry to another laptop."""
