"""The record: who said what, to whom and when, what happened, and where each party stands on each point of a text.

Owns actors, statements, events, texts under negotiation and positions. What is read in a story
is a suggestion until an editor accepts it; what is shown rests on words of a published story.
"""
