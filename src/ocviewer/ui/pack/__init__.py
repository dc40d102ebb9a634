"""Library packs in the window: saving one, opening one. Loaded when the first is asked for."""
