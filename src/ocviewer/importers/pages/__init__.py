"""A saved country page of the index, whatever its edition and format, as one frozen result."""
