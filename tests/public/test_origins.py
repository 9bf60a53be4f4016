"""Where the original of a received piece is found, and by which address."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from . import make


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("ben-do.localhost:8082", "127.0.0.1", "http://127.0.0.1:8082"),
        ("127.0.0.1:8082", "song-van.localhost", "http://song-van.localhost:8082"),
        ("[::1]:8082", "localhost", "http://localhost:8082"),
        ("ben-do.localhost", "127.0.0.1", "http://127.0.0.1"),
        ("bendo.example:8082", "songvan.example", "http://songvan.example"),
        ("ben-do.localhost:8082", "notlocalhost", "http://notlocalhost"),
    ],
)
def test_the_port_goes_along_on_ones_own_machine_only(
    portal, read, settings, here, there, expected
):
    settings.ALLOWED_HOSTS = ["*"]
    told = {"name": "Sông Vân", "host": there, "address": "/tin-tuc/giao-ban-7/"}
    html = read(make.article(origin=told).address, headers={"host": here})
    assert LexborHTMLParser(html).css_first(".sign .source a").attributes["href"] == (
        f"{expected}/tin-tuc/giao-ban-7/"
    )
