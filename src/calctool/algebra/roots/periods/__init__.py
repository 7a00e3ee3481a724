"""What repeats for ever: periods, families of zeros, damped waves."""
