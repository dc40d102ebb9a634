"""The import of saved pages and workbooks in the window: its work, its report and its choices."""
