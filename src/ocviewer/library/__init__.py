"""The local library: JSON files on disk, checked on the way in, as the domain's objects."""
