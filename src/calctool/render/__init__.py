"""Documents as text, LaTeX, Markdown and HTML; answers as JSON; pictures."""
