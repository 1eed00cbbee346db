"""How copy comes in: pages of other sites read into drafts, the original kept."""
