"""A language for queries, an index that can be deleted at any time, hits with ranges."""
