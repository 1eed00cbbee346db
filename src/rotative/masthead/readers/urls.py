"""The addresses of readers who sign, under ``/_/``. What allauth has beyond these is at no address."""
from django.urls import path, re_path

from rotative.masthead.readers.views import (
    addresses,
    ending,
    entering,
    following,
    mastodon,
    noticing,
    own,
    passkeys,
    providers,
)

NUMBER = r"(?P<pk>\d{1,18})"

account = [
    path("", own.own, name="reader"),
    path("sign-in/", entering.sign_in, name="account_login"),
    path("code/", entering.code, name="account_code"),
    re_path(r"^enter/(?P<link>[\w-]{43})/$", entering.enter, name="account_enter"),
    path("welcome/", own.welcome, name="account_welcome"),
    path("address/", addresses.change, name="account_address"),
    re_path(r"^address/back/(?P<link>[\w-]{43})/$", addresses.take_back, name="account_address_back"),
    path("closed/", entering.closed, name="account_inactive"),
    path("confirm/", own.confirm, name="account_reauthenticate"),
    path("sign-out/", entering.sign_out, name="account_logout"),
    path("sessions/", own.end_session, name="account_sessions"),
    path("everything.json", own.everything_json, name="account_json"),
    path("everything.html", own.everything_html, name="account_html"),
    path("leave/", own.leave, name="account_leave"),
    path("notices/", noticing.notices, name="notices"),
    path("notices/seen/", noticing.seen, name="notices_seen"),
    path("notices/letters/", noticing.wishes, name="notices_wishes"),
    re_path(rf"^notices/{NUMBER}/$", noticing.open_one, name="notice"),
    path("passkeys/", passkeys.add, name="account_passkeys"),
    path("passkeys/enter/", passkeys.enter, name="account_passkey"),
    re_path(rf"^passkeys/{NUMBER}/$", passkeys.change, name="account_passkey_change"),
    path("join/", providers.join, name="socialaccount_signup"),
    path("with/mastodon/", mastodon.go, name="account_mastodon"),
    path("with/<slug:name>/", providers.start, name="account_provider"),
    re_path(rf"^links/{NUMBER}/$", providers.unlink, name="account_unlink"),
    path("back/google/", providers.back_from_google, name="google_callback"),
    path("back/facebook/", providers.back_from_facebook, name="facebook_callback"),
    path("back/apple/", providers.post_from_apple, name="apple_callback"),
    path("back/apple/finish/", providers.back_from_apple, name="apple_finish_callback"),
    re_path(r"^back/mastodon/(?P<host>[a-z0-9.-]{4,200})/$", mastodon.back_from_instance, name="mastodon_callback"),
    path("back/openid/<slug:provider_id>/", providers.back_from_oidc, name="openid_connect_callback"),
]
unsubscribe = [re_path(r"^(?P<token>[\w=-]{60,400})/$", ending.end, name="unsubscribe")]
follow = [re_path(r"^(?P<kind>[a-z]{2,20})/(?P<key>[\w.:-]{1,40})/$", following.follow, name="follow")]
