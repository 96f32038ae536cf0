"""Who may act on a request as the one who files it.

Either the account that owns it, or a browser that has typed its tracking code (or
started it) and since holds a signed cookie. The code is never in an address.
"""

from imio.platform.ecounter.content.ecounter import ecounter_of
from imio.platform.ecounter.content.interfaces import IRequest
from imio.platform.ecounter.rules.throttle import Throttle
from imio.platform.ecounter.rules.tracking import code_of
from imio.platform.ecounter.rules.tracking import digest
from imio.platform.ecounter.rules.tracking import normalised
from plone import api
from plone.app.uuid.utils import uuidToObject
from Products.CMFPlone.utils import getToolByName
import hashlib
import hmac
import re
import time

COOKIE = "guichet_suivi"
MOST_HELD = 5

throttle = Throttle()


def tracking_code(request) -> str:
    """The code that opens the request; only for who holds it already."""
    return code_of(request.uid, request.salt, ecounter_of(request).secret)


def find(counter, uid: str):
    """The counter's request of this UID, whoever asks; ``None`` if there is none."""
    if not re.fullmatch(r"[0-9a-f]{32}", uid or ""):
        return None
    found = uuidToObject(uid, unrestricted=True)
    if not IRequest.providedBy(found):
        return None
    return found if ecounter_of(found).UID() == counter.UID() else None


def find_by_code(counter, typed: str):
    """The request that a typed code opens, or ``None``."""
    code = normalised(typed)
    if not code:
        return None
    brains = getToolByName(counter, "portal_catalog").unrestrictedSearchResults(
        portal_type="Request",
        path="/".join(counter.getPhysicalPath()),
        request_tracking=digest(code, counter.secret),
    )
    return brains[0]._unrestrictedGetObject() if len(brains) == 1 else None


def visitor(http) -> str:
    """Who types codes, for the throttle."""
    return http.getClientAddr() or "?"


def is_throttled(http) -> bool:
    return throttle.is_closed(visitor(http), time.monotonic())


def note_miss(http) -> None:
    throttle.miss(visitor(http), time.monotonic())


def is_owner(request) -> bool:
    """Whether the present account filed the request."""
    if api.user.is_anonymous():
        return False
    return request.applicant.get("user_id") == api.user.get_current().getId()


def is_holder(request, http) -> bool:
    """Whether the present browser may act as the applicant."""
    return is_owner(request) or _token(request) in _held(http)


def remember(request, http) -> None:
    """Let this browser act as the applicant until it is closed."""
    tokens = [each for each in _held(http) if each != _token(request)]
    tokens = [_token(request), *tokens][:MOST_HELD]
    value = ".".join(tokens)
    http.cookies[COOKIE] = value
    http.response.setCookie(
        COOKIE,
        value,
        path="/",
        http_only=True,
        same_site="Lax",
        secure=http.get("SERVER_URL", "").startswith("https"),
    )


def forget(http) -> None:
    """Close all the requests that this browser holds."""
    http.cookies.pop(COOKIE, None)
    http.response.expireCookie(COOKIE, path="/")


def form_token(request) -> str:
    """Goes with each form of a request: another site cannot know it."""
    return _sign(request, "form")


def is_form_token(request, value) -> bool:
    return isinstance(value, str) and hmac.compare_digest(
        form_token(request).encode(), value.encode()
    )


def _held(http) -> list[str]:
    cookie = http.cookies.get(COOKIE, "")
    return [each for each in cookie[:1000].split(".") if each]


def _token(request) -> str:
    return _sign(request, "holder")


def _sign(request, purpose: str) -> str:
    text = f"{purpose}/{request.uid}/{request.salt}"
    secret = ecounter_of(request).secret.encode()
    return hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()[:40]
