"""How dates are typed at the desk, by language (Django's ``FORMAT_MODULE_PATH``)."""
