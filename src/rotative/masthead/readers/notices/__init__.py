"""What a reader is told: on their page, and by letter as they wish. Rooms above say which kinds there are and how each is worded."""
