"""What is read and liked: readings, likes, the most read.

Owns: counts, and the random mark a reader's like leaves. No account, no address kept.
"""
