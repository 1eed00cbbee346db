"""Whether a text that a reader sends may be published at once, waits for a moderator, or goes back to be mended.

``pipeline.moderate`` is the whole of it. Each phase is a module of ``phases``, and each says why.
``classifier`` learns from the paper's own decisions. No database, no request, no call elsewhere.
"""
