"""The families of scenes: each module draws one kind of place."""
