"""What is said when a page cannot be read: one code, one English sentence."""

from .wording import gettext_noop

SENTENCES = {
    "empty": gettext_noop("There is nothing in this file."),
    "too_large": gettext_noop("This file is larger than 10 MB; a page of text is smaller than that."),
    "not_a_page": gettext_noop("This file is {what}, not a page or a text."),
    "feed": gettext_noop("This file is a feed or a data file, not the page of an article."),
    "encoding": gettext_noop("The characters of this file cannot be read: its encoding is unknown or wrong."),
    "truncated": gettext_noop("This page is cut short: its end is missing. Save it again, whole."),
    "too_deep": gettext_noop("The markup of this page is nested beyond reason; nothing was read."),
    "error_page": gettext_noop("This page is an error page, not an article."),
    "login_wall": gettext_noop("This page asks the reader to sign in or to pay; the article is not in it."),
    "list_of_links": gettext_noop("This page is a home page or a list of links, not an article."),
    "no_article": gettext_noop("There is no article in this page."),
}


class Unreadable(Exception):
    """Nothing could be read; `code` is for callers who translate the `sentence`."""

    def __init__(self, code: str, **details: str):
        self.code = code
        self.details = details
        self.sentence = SENTENCES[code].format(**details)
        super().__init__(self.sentence)
