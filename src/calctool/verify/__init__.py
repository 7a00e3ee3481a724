"""The second opinion: checks that share no rule with what they check."""
