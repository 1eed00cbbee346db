"""The front: what answers readers first. It serves printed pages and hands the rest to Django.

Nothing here imports a framework, so that a printed page is served before one is loaded.
"""
