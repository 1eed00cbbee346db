"""Set what a writer typed plainly the way a newspaper prints it.

Sources: *Lexique des règles typographiques en usage à l'Imprimerie nationale*
for French, *New Hart's Rules* for English. What was typed is never altered in
its letters or figures: only spaces, quotation marks, apostrophes, dashes and
suspension points are, and only when printing.
"""

from rotative.paper.typography.setting import set_headline, set_html, set_text

__all__ = ["set_headline", "set_html", "set_text"]
