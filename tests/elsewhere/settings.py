"""The paper's settings, with the providers of the tests in the place of those out there: their addresses come in ``ELSEWHERE``."""
import json
import os

from rotative.project.keys_of import GRAPH
from rotative.project.settings import *  # noqa: F403
from rotative.project.settings import INSTALLED_APPS, SOCIALACCOUNT_PROVIDERS

ELSEWHERE = json.loads(os.environ["ELSEWHERE"])
SOCIALACCOUNT_PROVIDERS["google"] |= {
    "AUTHORIZE_URL": f"{ELSEWHERE['google']}/o/oauth2/v2/auth",
    "ACCESS_TOKEN_URL": f"{ELSEWHERE['google']}/token",
    "CERTS_URL": f"{ELSEWHERE['google']}/oauth2/v1/certs",
}
SOCIALACCOUNT_PROVIDERS["facebook"] |= {
    "AUTHORIZE_URL": f"{ELSEWHERE['facebook']}/{GRAPH}/dialog/oauth",
    "GRAPH_API_URL": f"{ELSEWHERE['facebook']}/{GRAPH}",
}
INSTALLED_APPS = [*INSTALLED_APPS, "tests.elsewhere.pointing.Pointed"]
