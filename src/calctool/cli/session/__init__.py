"""A session: lines one after the other, with what was defined and the last answer."""
