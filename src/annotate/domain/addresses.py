"""Web addresses: which are usable, how two are known to be the same, and what in them only follows the reader about.

Nothing that a server would see is changed: percent-encoding, the order of parameters and user names stay as they are.
"""

import re
from urllib.parse import SplitResult, unquote_plus, urlsplit

# Patterns are compiled when they are first used: starting waits for none of them.
_ADDRESS = r"(?i:https?)://[^\s\x00-\x20\x7f-\x9f]+"
_HEAD = r"([A-Za-z]+)://([^/?#]*)"
_PLAIN = re.compile(r"https?://[a-z0-9-]++(?:\.[a-z0-9-]++)+/[A-Za-z0-9/_.~%+,;=:@&!$'()*-]*")
_DEFAULT_PORTS = {"http": "80", "https": "443"}
_UPPER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}

_FOLLOWS = (
    r"(?:utm_|hsa_|mtm_|matomo_|_hs|pk_(?:campaign|kwd|source|medium|content)).*"
    r"|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|srsltid|msclkid|ys?clid|twclid|ttclid|li_fat_id|igsh|igshid|epik|sccid"
    r"|mc_[ce]id|mkt_tok|vero_id|vero_conv|oly_enc_id|oly_anon_id|wickedid|rb_clickid|s_cid|_openstat|__hs(?:sc|tc|fp)"
    r"|hsctatracking|__s|ref_(?:src|url)|at_(?:medium|campaign)|ns_(?:mchannel|campaign|source|linkname)"
    r"|guccounter|guce_referrer(?:_sig)?"
)
"""Parameters that tell who clicked where and never which page is meant."""


def is_address(written: str) -> bool:
    """Whether it is an http or https address that names a host."""
    return re.fullmatch(_ADDRESS, written) is not None and _parts(written) is not None


def normalised(url: str) -> str:
    """The address with scheme and host in small letters and without the port that goes without saying.

    Of what is no address, nothing is changed.
    """
    parts = _parts(url)
    head = re.match(_HEAD, url)
    if parts is None or head is None:
        return url
    scheme = head[1].translate(_UPPER)
    user, at, host = head[2].rpartition("@")
    host, colon, port = host.translate(_UPPER).rpartition(":") if parts.port is not None else (host, "", "")
    if colon and port == _DEFAULT_PORTS[scheme]:
        colon = port = ""
    return f"{scheme}://{user}{at}{(host + colon + port).translate(_UPPER)}{url[head.end() :]}"


def tracking(url: str) -> tuple[str, ...]:
    """The names of the parameters in the address that only follow the reader about, in their order."""
    if not is_address(url):
        return ()
    return tuple(name for name in map(_name, _queried(url)[1]) if _follows(name))


def without_tracking(url: str) -> str:
    """The address without those parameters; the others, and all else, stay byte for byte."""
    if not tracking(url):
        return url
    before, parameters, behind = _queried(url)
    kept = "&".join(parameter for parameter in parameters if not _follows(_name(parameter)))
    return f"{before}{'?' if kept else ''}{kept}{behind}"


def same_source(url: str) -> str:
    """What two addresses share that lead to the same page: for comparing and looking up, never to be followed."""
    if _PLAIN.fullmatch(url):
        return url  # as most are: there is nothing in it that could be said otherwise
    plain = without_tracking(normalised(url))
    head = re.match(_HEAD, plain)
    if head is None or not is_address(plain):
        return plain
    page, hash_mark, fragment = plain[head.end() :].partition("#")
    route = hash_mark + fragment if fragment.startswith(("!", "/")) else ""  # which page, on sites of one page
    user, at, host = head[2].rpartition("@")
    return f"{head[1]}://{user}{at}{_in_ascii(host)}{page if page.startswith('/') else '/' + page}{route}"


def _parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        return parts if parts.hostname and parts.scheme in _DEFAULT_PORTS and parts.port != 0 else None
    except ValueError:  # a host or a port that cannot be one
        return None


def _queried(url: str) -> tuple[str, list[str], str]:
    """What stands before the question mark, the parameters behind it, and the fragment with its mark."""
    page, hash_mark, fragment = url.partition("#")
    before, mark, query = page.partition("?")
    return before, query.split("&") if mark else [], hash_mark + fragment


def _name(parameter: str) -> str:
    return unquote_plus(parameter.partition("=")[0])


def _follows(name: str) -> bool:
    return re.fullmatch(_FOLLOWS, name, re.IGNORECASE) is not None


def _in_ascii(host: str) -> str:
    """The host as it is looked up, where that is beyond doubt: the old and the new rules differ on a few letters."""
    if host.isascii() or any(letter in "ßς\u200c\u200d" for letter in host):
        return host
    try:
        return host.lower().encode("idna").decode("ascii")
    except UnicodeError:
        return host
