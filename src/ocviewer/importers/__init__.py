"""From outside files to the domain, each with a report of what it found."""
