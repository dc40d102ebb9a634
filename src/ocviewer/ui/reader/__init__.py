"""The tabbed reader of the analysis text."""
