"""Every bound on work, in one place; beside each the measurement or the reason that chose it."""

# --- what may be typed (notation) -------------------------------------------------------------
