"""What readers answer: contributions, and who answers for them. Owns: threads, moderation, notices, appeals."""
