"""Where answers go and how they look there: streams, files, widths, colours, progress."""
