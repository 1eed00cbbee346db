"""The application that the front hands to what is not printed: Django, in threads of its own."""
from rotative.project.gateway import Gateway
from rotative.project.wsgi import application as django

application = Gateway(django)
