"""The tests' settings on the PostgreSQL database that ROTATIVE_TEST_DATABASE names."""
import os

from rotative.project.databases import database
from rotative.project.settings_test import *  # noqa: F403

DATABASES = {"default": database(os.environ["ROTATIVE_TEST_DATABASE"])}
