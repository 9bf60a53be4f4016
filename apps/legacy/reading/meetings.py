"""The meeting and the officials a page tells of, read without any register."""

import re
from datetime import date

from lib.vietnamese.titles import Mention, Official, officials, read_mentions

from . import chairs, meeting_kinds, reviewed
from .values import Block, ReadMeeting

_REMOTE = re.compile(
    r"(?:hội nghị|cuộc họp|phiên họp|kỳ họp|buổi|đại hội|tổ chức|hình thức|dự họp|kết nối|kết hợp"
    r"|họp|đường truyền)[^.\n]{0,60}trực tuyến|điểm cầu|trực tuyến (?:tới|đến|với)",
    re.IGNORECASE,
)
_FIRST_PARAGRAPHS = 2


def read_meeting(
    title: str, sapo: str, blocks: tuple[Block, ...], day: date | None
) -> tuple[ReadMeeting, list[Official], list[Mention]]:
    """What was held and who is named with a title; `day` is the event's, else the publication's."""
    body = [block.text for block in blocks if block.kind != "caption"]
    captions = [block.text for block in blocks if block.kind == "caption"]
    text = "\n\n".join([sapo, *body, *captions])
    mentions = read_mentions(text)
    people = officials(mentions)
    kind = meeting_kinds.kind_of(title, sapo, "\n".join(body))
    if kind is None:
        return ReadMeeting(), people, mentions
    opening = "\n".join([title, sapo, *body[:_FIRST_PARAGRAPHS], *captions])
    return (
        ReadMeeting(
            kind,
            reviewed.reviewed(kind, title, sapo, "\n".join(body), day),
            bool(_REMOTE.search(opening)),
            tuple(chairs.chairs_of(text, mentions, names_of(mentions))),
        ),
        people,
        mentions,
    )


def names_of(mentions: list[Mention]) -> dict[int, str]:
    """Whom each mention means: its own name, or for a title alone the person named with it."""
    by_title, names = {}, {}
    for place, mention in enumerate(mentions):
        titles = [str(title) for title in mention.titles]
        if mention.name:
            names[place] = mention.name
            by_title.update(dict.fromkeys(titles, mention.name))
        elif known := next((by_title[title] for title in titles if title in by_title), None):
            names[place] = known
    return names
