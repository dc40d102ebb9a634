"""Two to four panes as one view; imported when a second pane is opened."""
