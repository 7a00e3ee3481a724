"""What is said where many questions are asked: in a handout, a session, to assistants."""
