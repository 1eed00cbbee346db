"""The phases, one a module, each with ``look(submission, rules)``: what it finds, or nothing."""
