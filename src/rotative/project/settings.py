"""Settings of a paper: composition, house rules, the address. See docs/reference/settings.md.

All of a paper lives in one folder, ROTATIVE_HOME; the rest comes from the environment.
"""
from __future__ import annotations

from pathlib import Path

from environs import Env

from rotative.press.front import policy
from rotative.project import keys_of
from rotative.project.databases import database
from rotative.project.folder import Folder

env = Env()

# ── Composition ────────────────────────────────────────────────────────────────

HOME = Folder(env.path("ROTATIVE_HOME", Path.cwd() / "paper"))
SOURCE = Path(__file__).resolve().parent.parent

INSTALLED_APPS = [
    "rotative.project",
    "rotative.paper",
    "rotative.wires",
    "rotative.audience",
    "rotative.record",
    "rotative.discussion",
    "rotative.newsroom",
    "rotative.library",
    "rotative.masthead",
    "rotative.search",
    "rotative.press",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "rotative.masthead.accounts.AccountsConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.socialaccount.providers.google",
    "allauth.socialaccount.providers.facebook",
    "allauth.socialaccount.providers.apple",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "rotative.project.policies.PolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "rotative.masthead.readers.middleware.ReadersMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "rotative.project.patience.PatienceMiddleware",
]
ROOT_URLCONF = "rotative.project.urls"
ASGI_APPLICATION = "rotative.project.asgi.application"
WSGI_APPLICATION = "rotative.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
DATABASES = {"default": database(env.str("DATABASE_URL", f"sqlite:///{HOME.database}"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TALLIES = "table" if DATABASES["default"]["ENGINE"].endswith(("postgresql", "postgis")) else "file"  # masthead/tallies.py
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "backgroundwork"]}}
AUTH_USER_MODEL = "masthead.User"
WAGTAILIMAGES_IMAGE_MODEL = "library.Picture"
WAGTAILDOCS_DOCUMENT_MODEL = "library.SourceDocument"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

# ── House rules ────────────────────────────────────────────────────────────────

LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = HOME.languages
LANGUAGE_CODE = LANGUAGES[0][0]
LOCALE_PATHS = [SOURCE / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = ["rotative.masthead.formats"]
WAGTAIL_I18N_ENABLED = len(LANGUAGES) > 1
WAGTAILSIMPLETRANSLATION_SYNC_PAGE_TREE = False
WAGTAIL_SITE_NAME = "Rotative"
WAGTAIL_APPEND_SLASH = True
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_USER_LOGIN_FORM = "rotative.masthead.forms.SignInForm"
WAGTAILADMIN_PERMITTED_LANGUAGES = [("fr", "Français"), ("en", "English")]
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "geojson", "json", "md", "ods", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip"]
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "rotative.library.forms.PictureForm"
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 80_000_000
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 30 * 1024 * 1024
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_PERMISSIONS = 0o644
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend", "rotative.masthead.readers.backend.ReaderBackend"]
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# Readers sign in by a letter, a passkey or a provider, never with a password (docs/decisions/0023-readers-are-accounts.md).
ACCOUNT_ADAPTER = "rotative.masthead.readers.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False  # the paper's own hold for all processes (masthead/rates.py)
SOCIALACCOUNT_ADAPTER = "rotative.masthead.readers.adapters.SocialAdapter"
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5
MFA_ADAPTER = "rotative.masthead.readers.adapters.PasskeyAdapter"
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_REFERRER_POLICY = policy.REFERRER
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "rotative.paper.refusals.without_token"
SESSION_ENGINE = "rotative.masthead.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 14 * 24 * 3600

# What readers get: nothing inline, nothing from elsewhere (standards, 4.4).
CONTENT_SECURITY_POLICY = {"DIRECTIVES": {name: [source] for name, source in policy.DIRECTIVES.items()}}

# ── The address ────────────────────────────────────────────────────────────────

ROTATIVE_URL = WAGTAILADMIN_BASE_URL = env.str("ROTATIVE_URL", "http://127.0.0.1:8000").rstrip("/")
# The host in the identifiers of feeds' entries, which stay when the paper's address changes.
FEED_HOST = env.str("FEED_HOST", "") or ROTATIVE_URL.split("//")[-1].split("/")[0].split(":")[0]
SECRET_KEY = env.str("SECRET_KEY", "") or HOME.secret
SEALING_KEY = env.str("SEALING_KEY", "") or SECRET_KEY  # seals what the law has kept of who wrote
DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["*"] if HOME.is_demonstration else HOME.hosts_of(ROTATIVE_URL))
CSRF_TRUSTED_ORIGINS = [ROTATIVE_URL]
_SECURE = ROTATIVE_URL.startswith("https://")
# A cookie with the __Host- prefix is kept only over HTTPS, or by a browser's own machine.
SECURE_COOKIES = _SECURE
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
SESSION_COOKIE_NAME = "__Host-session" if _SECURE else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if _SECURE else "csrf"
SECURE_HSTS_SECONDS = 63072000 if _SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", False) else None
BEHIND_PROXY = env.bool("BEHIND_PROXY", False)
EMAIL_URL = env.str("EMAIL_URL", "")
vars().update({f"EMAIL_{key}": value for key, value in HOME.mail(EMAIL_URL).items()})
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("MAIL_FROM", "")
# A provider is offered to readers once it has its keys (docs/how-to/let-readers-sign-in.md).
OIDC_URL, OIDC_NAME, OIDC_CLIENT, OIDC_SECRET = env.str("OIDC_URL", ""), env.str("OIDC_NAME", ""), env.str("OIDC_CLIENT", ""), env.str("OIDC_SECRET", "")
GOOGLE_CLIENT, GOOGLE_SECRET = env.str("GOOGLE_CLIENT", ""), env.str("GOOGLE_SECRET", "")
FACEBOOK_CLIENT, FACEBOOK_SECRET = env.str("FACEBOOK_CLIENT", ""), env.str("FACEBOOK_SECRET", "")
APPLE_CLIENT, APPLE_TEAM, APPLE_KEY_ID, APPLE_KEY = env.str("APPLE_CLIENT", ""), env.str("APPLE_TEAM", ""), env.str("APPLE_KEY_ID", ""), env.str("APPLE_KEY", "")
MASTODON = env.bool("MASTODON", False)  # each instance gives the paper its keys when the first reader comes from there
SOCIALACCOUNT_PROVIDERS = {
    **keys_of.oidc(OIDC_URL, OIDC_NAME, OIDC_CLIENT, OIDC_SECRET),
    **keys_of.google(GOOGLE_CLIENT, GOOGLE_SECRET),
    **keys_of.facebook(FACEBOOK_CLIENT, FACEBOOK_SECRET),
    **keys_of.apple(APPLE_CLIENT, APPLE_TEAM, APPLE_KEY_ID, APPLE_KEY),
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _SECURE  # a browser has passkeys over HTTP on its own machine only
PACK_BEST = env.bool("PACK_BEST", True)  # whether the press, when it is idle, packs printed pages as well as it can
FRONT_MEMORY = env.int("FRONT_MEMORY", 256)  # MiB of printed pages that a worker of the front keeps; the front reads it by itself
# A CDN or a cache in front of the paper, told of each page that changed once it is printed.
PURGE_URL, CLOUDFLARE_ZONE, CLOUDFLARE_TOKEN = env.str("PURGE_URL", ""), env.str("CLOUDFLARE_ZONE", ""), env.str("CLOUDFLARE_TOKEN", "")
WAGTAILFRONTENDCACHE = {
    **({"cache": {"BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend", "LOCATION": PURGE_URL}} if PURGE_URL else {}),
    **({"cloudflare": {"BACKEND": "wagtail.contrib.frontend_cache.backends.CloudflareBackend", "ZONEID": CLOUDFLARE_ZONE, "BEARER_TOKEN": CLOUDFLARE_TOKEN}} if CLOUDFLARE_ZONE else {}),
}
STATIC_URL = "/static/"
STATIC_ROOT = HOME.static
MEDIA_URL = "/media/"
MEDIA_ROOT = HOME.media
PRESS_STRICT = DEBUG
