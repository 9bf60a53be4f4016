"""What goes out at the door is what would have come from behind it."""

import pytest

from apps.editions import showings
from apps.editions.models import Redirect
from apps.public import door

from . import make
from .test_caching import addresses, queries


@pytest.fixture
def behind(monkeypatch):
    """Addresses that were not answered at the door."""
    asked = []
    remember = door.KeptPages._remember

    def remembered(self, words, response):
        asked.append(words[2])
        remember(self, words, response)

    monkeypatch.setattr(door.KeptPages, "_remember", remembered)
    return asked


def whole(response):
    return response.status_code, response.content, sorted(response.items())


@pytest.mark.parametrize("accepted", ["gzip", "identity"])
def test_second_answer_is_the_first_byte_for_byte(portal, client, clock, behind, accepted):
    for address in addresses():
        client.get(address)
        clock.at += make.HOUR
        behind.clear()
        client.handler.load_middleware()  # a new door, which knows nothing
        first, second = (
            client.get(address, headers={"accept-encoding": accepted}) for _time in range(2)
        )
        assert (behind, whole(first)) == ([address], whole(second))


def test_conditional_answer_has_the_same_headers(portal, client, clock, behind):
    etag = client.get("/")["ETag"]
    clock.at += make.HOUR
    at_door = client.get("/", headers={"if-none-match": etag})
    assert (at_door.status_code, behind) == (304, ["/"])
    client.handler.load_middleware()
    assert whole(client.get("/", headers={"if-none-match": etag})) == whole(at_door)


def test_what_ends_leaves_the_door_too(portal, client, clock):
    """Taken down, expired, gone to another address: asked of the database every time."""
    taken, ending = make.article(1), make.article(2, expires_at=make.NOON + make.HOUR)
    for address in (taken.address, ending.address) * 2:
        assert client.get(address).status_code == 200
    showings.take_down(make.PORTAL, taken.key, at=make.NOON)
    assert client.get(taken.address).status_code == 410
    clock.at = make.NOON + make.HOUR
    assert client.get(ending.address).status_code == 410
    assert client.get(ending.address).status_code == 410


def test_other_words_are_answered_behind(portal, client, behind):
    """Another host, scheme, method or a query: each is asked once more in full."""
    address = make.article().address
    for _time in range(2):
        client.get(address)
        client.get(address, headers={"host": "khac.example"})
        client.get(address, secure=True)
        client.get(address, {"co-chu": "lon"})
        client.head(address)
    assert behind == [address] * 3


def test_further_pages_of_a_list_go_out_at_the_door(portal, client, behind):
    """Each by its own cursor; whatever else is asked stays behind it."""
    for hours in range(3):
        make.article(listed_at=make.NOON - hours * make.HOUR, headline=f"Bài {hours}")
    address = "/tin-tuc/?truoc=20211011043000000000-9999"
    first, second = (client.get(address) for _time in range(2))
    assert (behind, whole(first)) == (["/tin-tuc/"], whole(second))
    assert "Bài 2" in first.content.decode() and "Bài 0" not in first.content.decode()
    assert client.get("/tin-tuc/").content != first.content
    behind.clear()
    for _time in range(2):
        client.get(f"{address}&in=1")
        client.get("/tin-tuc/?truoc='x")
    assert behind == []


def test_an_old_portals_address_leads_on_from_the_door(portal, client):
    """An import may bring an old address that looks like a further page of ours."""
    make.article(listed_at=make.NOON - 2 * make.HOUR)
    address = "/tin-tuc/?truoc=20211011043000000000-9999"
    assert client.get(address).status_code == 200
    moved = make.article()
    Redirect.objects.create(portal=make.PORTAL, old=address, key=moved.key)
    assert client.get(address).status_code == 301


def test_two_addresses_of_one_page_stay_two(portal, client):
    address = make.article(1).address
    other = address.replace("-1/", "-x-1/")
    for _time in range(2):
        assert client.get(address).status_code == 200
        assert client.get(other).status_code == 301


def test_answer_for_one_person_is_never_remembered(portal, client, behind, monkeypatch):
    """A cookie, or an answer that says it differs by person."""
    asked = door.KeptPages(lambda request: None)
    for spoil in ("cookie", "vary"):
        response = client.get("/rss/")
        if spoil == "cookie":
            response.set_cookie("a", "b")
        else:
            response["Vary"] = "Accept-Encoding, Cookie"
        asked._remember(("http", "h", "/rss/"), response)
    assert asked._known == {}


def test_memory_of_words_has_an_end(portal, client, monkeypatch):
    monkeypatch.setattr(door, "MOST", 2)
    for address in addresses():
        client.get(address)
        assert queries(client, address) == 1
