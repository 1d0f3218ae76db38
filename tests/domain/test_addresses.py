"""Web addresses: what is one, which are the same, and what only follows the reader about."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.domain import is_address, normalised, same_source, tracking, without_tracking

NAMES = ["id", "page", "q", "utm", "xutm_source", "ref", "UTM_Source", "utm_campaign", "fbclid", "gclid", "mc_cid"]
SEPARATE = ["utm_source", "fbclid", "utm%5Fmedium", "msclkid", "igshid"]

hosts = st.from_regex(r"[A-Za-z]{1,8}(\.[A-Za-z]{2,5}){1,2}", fullmatch=True)
words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"], exclude_characters="&#?/ "), max_size=8)
parameters = st.lists(st.tuples(st.sampled_from(NAMES + SEPARATE) | words, words).map("=".join), max_size=6)
schemes = st.sampled_from(["http", "https", "HTTP", "HttpS"])
ports = st.sampled_from(["", ":80", ":443", ":8080"])


@st.composite
def addresses(draw: st.DrawFn) -> str:
    path = "".join(f"/{word}" for word in draw(st.lists(words, max_size=3)))
    query, fragment = "&".join(draw(parameters)), draw(words)
    place = f"{draw(schemes)}://{draw(hosts)}{draw(ports)}{path}"
    return place + ("?" + query if query else "") + ("#" + fragment if fragment else "")


@given(addresses())
def test_to_normalise_twice_is_to_normalise_once_and_changes_nothing_behind_the_host(url: str) -> None:
    once = normalised(url)
    assert normalised(once) == once
    before, after = urlsplit(url), urlsplit(once)
    assert after[2:] == before[2:]
    assert (after.scheme, after.hostname) == (before.scheme, before.hostname)
    usual = {"http": 80, "https": 443}[before.scheme]
    assert (after.port or usual) == (before.port or usual)


@given(addresses())
def test_taking_tracking_out_leaves_every_other_byte(url: str) -> None:
    left = without_tracking(url)
    assert tracking(left) == ()
    assert without_tracking(left) == left
    page, hash_mark, fragment = url.partition("#")
    before, _, query = page.partition("?")
    kept = "&".join(each for each in query.split("&") if not tracking(f"https://example.org/?{each}"))
    expected = before + ("?" + kept if kept else "") + hash_mark + fragment
    assert left == (expected if tracking(url) else url)


@given(addresses())
def test_spelling_and_tracking_make_no_other_source(url: str) -> None:
    source = same_source(url)
    assert same_source(source) == source
    assert same_source(without_tracking(url)) == same_source(normalised(url)) == source
    added = without_tracking(url).partition("#")[0]
    assert same_source(f"{added}{'&' if '?' in added else '?'}utm_source=x&fbclid=1").rstrip("&?") == same_source(
        added
    ).rstrip("&?")


@given(st.from_regex(r"https?://[a-z0-9.-]{1,12}/[A-Za-z0-9/_.~%+,;=:@&!$'()*-]{0,12}", fullmatch=True))
def test_an_address_in_which_there_is_nothing_to_change_is_its_own_source(url: str) -> None:
    assert same_source(url) == same_source(f"{url}#here")


@given(st.text())
def test_any_text_is_an_address_or_is_left_alone(text: str) -> None:
    if not is_address(text):
        assert (normalised(text), tracking(text), without_tracking(text)) == (text, (), text)
    same_source(text)


@pytest.mark.parametrize(
    "written",
    [
        *("ftp://example.org", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//example.org"),
        *("http:///x", "https://[::1/x", "http://a:b/", "https:", "https://", "https://?q", "https://a b"),
        "https://a\x1b[31m",
    ],
)
def test_nothing_but_http_and_https_with_a_host_is_an_address(written: str) -> None:
    assert not is_address(written)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("HTTPS://Example.ORG/A?B=C#D", "https://example.org/A?B=C#D"),
        ("http://example.org:80/", "http://example.org/"),
        ("https://example.org:80/", "https://example.org:80/"),
        ("https://example.org:443", "https://example.org"),
        ("https://User:PASS@Example.org/", "https://User:PASS@example.org/"),
        ("https://example.org/%7eA%2f", "https://example.org/%7eA%2f"),
        ("https://[2001:DB8::1]:443/", "https://[2001:db8::1]/"),
        ("https://BÜCHER.example/", "https://bÜcher.example/"),
    ],
)
def test_an_address_is_normalised_where_the_server_cannot_tell(written: str, normal: str) -> None:
    assert normalised(written) == normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
        ("https://example.org", "https://EXAMPLE.org/#top"),
        ("https://example.org/a?b=1&utm_source=x", "https://example.org:443/a?b=1"),
    ],
)
def test_one_page_is_one_source(one: str, other: str) -> None:
    assert same_source(one) == same_source(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/A"),
        ("https://example.org/a?b=1", "https://example.org/a?b=2"),
        ("https://example.org/#/news", "https://example.org/#/sport"),
        ("https://straße.example/", "https://strasse.example/"),
        ("https://example.org:8080/", "https://example.org/"),
    ],
)
def test_two_pages_are_two_sources(one: str, other: str) -> None:
    assert same_source(one) != same_source(other)


def test_the_parameters_that_follow_are_named_in_their_order() -> None:
    url = "https://example.org/a?utm_source=x&id=7&fbclid=y&utm%5Fterm=z#part"
    assert tracking(url) == ("utm_source", "fbclid", "utm_term")
    assert without_tracking(url) == "https://example.org/a?id=7#part"
    assert parse_qsl(urlsplit(without_tracking(url)).query) == [("id", "7")]
