"""The newsroom: everything a readers' node has, and the desk."""

from csp.constants import NONCE
from django_prose_editor.config import html_tags
from js_asset import static_lazy

from .reader_base import *  # noqa: F403
from .reader_base import DATABASES, READERS_CSP, TEMPLATES, env
from .reader_base import INSTALLED_APPS as READER_APPS

# Kept open: the last connection that SQLite closes empties the whole journal, after every request.
# Readers' nodes close theirs, for their file may be replaced under them.
DATABASES["default"]["CONN_MAX_AGE"] = 60

INSTALLED_APPS = [
    "config.apps.ProjectConfig",
    "apps.newsroom.apps.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django_prose_editor",
    "js_asset",
    "axes",
    "csp",
    "apps.accounts",
    "apps.newsroom.apps.NewsroomConfig",
    "apps.media",
    "apps.portals",
    "apps.organizations",
    "apps.people",
    "apps.meetings",
    "apps.proofing",
    "apps.articles",
    "apps.legacy",
    "apps.learning",
    "apps.opening",
    *READER_APPS,
]
MIDDLEWARE = [
    "apps.public.door.KeptPages",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.compressing.DeskCompression",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.policies.ReadersPolicy",
    "apps.newsroom.middleware.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "config.urls"
TEMPLATES[0]["OPTIONS"]["context_processors"] += [
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "apps.accounts.signed_in.Accounts",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
FORM_RENDERER = "config.form_renderer.Renderer"
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
SESSION_ENGINE = "apps.accounts.signed_in"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_PATH = "/toa-soan/"
CSRF_COOKIE_PATH = "/toa-soan/"
SESSION_COOKIE_AGE = 60 * 60 * 12

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "newsroom/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True

# The editor's import map is an inline script: it carries a nonce. ProseMirror writes style
# attributes on table columns; the style element it would write, `DeskPage` forbids it.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        **READERS_CSP,
        "script-src": ["'self'", NONCE],
        "style-src": ["'self'", NONCE],
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "frame-ancestors": ["'none'"],  # but for the preview: the review screen shows it
    }
}
X_FRAME_OPTIONS = "DENY"
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {
        "js": [static_lazy("articles/editor-page.js")],
        "extensions": {"DeskPage": html_tags([])},  # allows no tag: `articles/body.py` is the gate
    }
]
# The pictures of shared links, drawn when a page is cut (apps/media/sharing.py).
TOASOAN_SHARE_PICTURES = env.bool("TOASOAN_SHARE_PICTURES", default=True)
# Without EMAIL_URL no e-mail is written; notices stand on the desk alone.
EMAIL_URL = env("EMAIL_URL", default="")
TOASOAN_MAIL = bool(EMAIL_URL)
vars().update(env.email_url_config(EMAIL_URL or "dummymail://"))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="toasoan@localhost")
# Where links in e-mails lead; production takes the first of ALLOWED_HOSTS.
TOASOAN_ADDRESS = env("TOASOAN_ADDRESS", default="http://127.0.0.1:8000")
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
