"""The discussion at the desk: the queue, people, stories, appeals, figures, what is sealed."""
