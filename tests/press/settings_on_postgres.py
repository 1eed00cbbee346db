"""The tests' settings on the PostgreSQL database that ROTATIVE_TEST_DATABASE names."""
import os

import dj_database_url

from rotative.project.settings_test import *  # noqa: F403

DATABASES = {"default": dj_database_url.parse(os.environ["ROTATIVE_TEST_DATABASE"])}
