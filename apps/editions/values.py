"""The shapes of what is cut. Whoever cuts fills them, `public` renders them; nobody else asks.

All are plain JSON values. Texts are NFC. Dates are ISO (`2021-10-11`), instants ISO with +07:00.
`html` values are sanitised and final: `public` marks them safe and changes nothing inside.
"""

from typing import NotRequired, TypedDict


class PictureValues(TypedDict):
    """Renditions at `/anh/<sha256>/<width>.<avif|webp|jpg>`, largest last."""

    sha256: str
    widths: list[int]
    width: int  # of the largest rendition, pixels
    height: int
    focal: list[float]  # x, y from 0 to 1
    caption: str
    alt: str
    credit: str


class BylineValues(TypedDict):
    name: str
    role: str  # text, photo, text_photo, video, digest
    office: str


class AttachmentValues(TypedDict):
    """A document at `/tep/<sha256>/<name>`, a video or captions at `/video/<sha256>/<name>`."""

    sha256: str
    name: str
    title: str
    size: int  # bytes
    type: str
    seconds: NotRequired[int]  # how long a video is, where that is known


class NamedValues(TypedDict):
    """People named in plain texts: [[start, end, "person:<id>"], …] in code points."""

    sapo: list[list]
    lead: list[list]  # the lead picture's caption
    gallery: list[list[list]]  # one list for each picture


CORRECTED = "corrections"  # the subject of every article that bears a correction
COPY = "copies"  # the subject of every article that another portal sent


class CorrectionValues(TypedDict):
    wrong: str
    right: str
    at: str | None  # None only in a preview


class OriginValues(TypedDict):
    """The portal whose article this is, and where it stands there."""

    name: str
    host: str  # the portal's main domain; "" while it has none
    address: str
    portal: NotRequired[str]  # its key; not in cuts made before it was kept


class ArticleValues(TypedDict):
    """kind "article", key "article:<id>", address "/<section>/<slug>-<id>/".

    In `html` the same names are `<span data-person="person:<id>">`; `people` may be missing.
    """

    people: NamedValues

    headline: str
    sapo: str
    html: str  # body: p, h2, h3, ul, ol, li, blockquote, strong, em, a, table…, figure>picture
    genre: str
    source_prefix: str  # "TTV", without brackets
    outside_source: str
    event_date: str | None
    published_at: str | None  # the date readers see (an old page's own date, else first showing)
    published_has_time: bool
    updated_at: str | None  # when something was last added; pages cut earlier have no such key
    corrections: list[CorrectionValues]  # the newest first; pages cut earlier have no such key
    bylines: list[BylineValues]
    byline_office: str  # the office line under the names
    lead: PictureValues | None
    gallery: list[PictureValues]
    attachments: list[AttachmentValues]
    origin: NotRequired[OriginValues]  # only of a piece another portal sent
    transcript: NotRequired[list[str]]  # paragraphs; only where captions come with a video
    section: str
    share: PictureValues  # drawn at the cut for shared links, JPEG only; may be missing
    files: list[str]  # sha256 of every picture used


class StyleValues(TypedDict):
    """House style, applied when a page is rendered."""

    dateline: str  # a name of lib.vietnamese.datelines.DATELINE_FORMS
    views: str  # "" = hidden, else the label in front of the number, e.g. "View count:"
    source_prefix: str  # "brackets" "(TTV) …", "dash" "TTV - …", "none"
    byline_label: str  # "Tin, ảnh:" or "Tác giả:" or ""
    byline_joiner: str  # " – "
    byline_office: str  # "under", "same_line", "none"
    end_mark: str  # "", "./.", "…/."


class SectionValues(TypedDict):
    slug: str
    title: str
    parent: str  # "" for a top section
    description: str


class MenuValues(TypedDict):
    title: str
    href: str
    children: list["MenuValues"]


class BannerValues(TypedDict):
    slot: str  # "top": under the masthead, "side": on the front page, "end": after articles
    wide: PictureValues
    narrow: PictureValues | None
    alt: str
    href: str
    shows_from: str | None  # instants; public compares them with the clock
    shows_until: str | None
    sober: NotRequired[bool]  # shows in mourning too; only where true


class MourningValues(TypedDict):
    """A span of time in which the site is sober: no banner but sober ones, no colour."""

    shows_from: str  # instants
    shows_until: str


class TopicValues(TypedDict):
    """The page of a topic, "/chu-de/<slug>/": articles whose subjects have `tag`."""

    title: str
    slug: str
    tag: str  # "tag:<slug>", see paths.tag_key
    lead_in: list[str]  # paragraphs
    wide: PictureValues | None
    narrow: PictureValues | None
    alt: str
    in_menu: bool  # and on the front page, between two instants
    shows_from: str | None
    shows_until: str | None


class FrameValues(TypedDict):
    """kind "frame", key "frame", address "/": one per portal."""

    name: str
    short_name: str
    welcome: str
    masthead: PictureValues | None
    contact: list[str]  # lines
    responsibility: str
    about: NotRequired[list[str]]  # paragraphs; only where there are any
    style: StyleValues
    sections: list[SectionValues]
    menu: list[MenuValues]
    banners: list[BannerValues]
    hosts: list[str]
    share: PictureValues  # of pages without a picture of their own; may be missing
    files: list[str]
    mourning: NotRequired[list[MourningValues]]  # never signed: put by one person, at once
    topics: NotRequired[list[TopicValues]]


class ScheduleLineValues(TypedDict):
    """A line of the week. `key` names the meeting's page, which may or may not be live."""

    key: str  # "meeting:<number>"; numbers are drawn by lot
    title: str
    starts_at: str  # instant; the first of the day or session where has_time is false
    has_time: bool
    session: str  # "morning", "afternoon", "evening", "day"
    ends_at: str | None
    place: str
    chair: str
    guests: str
    prepared: str
    state: str  # "planned", "postponed", "cancelled"


class ScheduleValues(TypedDict):
    """kind "schedule", key "schedule:2026-W47", address "/lich-cong-tac/2026-47/"."""

    week: str  # "2026-W47"
    monday: str
    lines: list[ScheduleLineValues]


class AttendanceValues(TypedDict):
    """Who took part: `key` is "person:<id>", or "" for a body, a group, an unknown person."""

    key: str
    name: str
    titles: str  # those of the meeting's day, joined in protocol order
    role: str  # "chair", "co_chair", "attends", "stands_in"
    part: str  # "", "reports", "speaks", "concludes"
    for_whom: str


class MeetingValues(TypedDict):
    """kind "meeting", key "meeting:<number>", address "/hoi-nghi/<slug>-<number>/"."""

    title: str
    kind: str
    host: str
    host_key: str  # "body:<id>" or ""
    series: str
    period: str
    starts_at: str
    has_time: bool
    session: str
    ends_at: str | None
    place: str
    form: str  # "in_person", "online", "both"
    remote_points: list[str]
    agenda: list[str]  # lines
    live_link: str
    state: str
    attendance: list[AttendanceValues]
    documents: list[AttachmentValues]
    share: PictureValues  # drawn at the cut for shared links, JPEG only; may be missing
    files: list[str]


class SpanValues(TypedDict):
    """Also "from" and "to", words Python keeps for itself: ISO days, both inclusive.

    "from" None: on every day until the end; "to" None: not over.
    """

    status: str  # holds, acting, in_charge, provisional, concurrent


class TitleValues(SpanValues):
    """A title of a person; `words` are it in the default house form, with status and body."""

    rank: str
    body: str
    body_key: str
    words: str


class PersonValues(TypedDict):
    """kind "person", key "person:<id>", portal "", address "/can-bo/<slug>/". Never a birth date.

    `names` and `words` are what search finds it by: spellings, and titles now and before.
    """

    name: str
    names: list[str]
    words: list[str]
    portrait: PictureValues | None
    biography: str  # plain text, paragraphs on lines of their own
    office: str  # all titles held now, as one line
    titles: list[TitleValues]  # held now, in protocol order
    past: list[TitleValues]  # the last to end first
    sort: str  # its place among names, given name first
    files: list[str]


class LeaderValues(SpanValues):
    person: str
    key: str
    rank: str
    precedence: int
    leads: bool  # head or deputy


class BodyRef(TypedDict):
    key: str
    name: str


class SubBodyValues(BodyRef):
    children: list["SubBodyValues"]


class StepValues(TypedDict):
    """A succession on the way to or from a body."""

    before: BodyRef
    after: BodyRef
    kind: str  # renamed, merged, split, taken_over
    on: str
    document: str


class BodyValues(TypedDict):
    """kind "body", key "body:<id>", portal "", address "/to-chuc/<slug>/".

    Also "from" and "to": the days it exists; "to" only when it is over.
    """

    name: str
    names: list[str]
    words: list[str]
    kind: str
    level: str
    place: str
    parent: BodyRef | None
    children: list[SubBodyValues]  # those that exist now
    document: str  # by which it was founded
    leaders: list[LeaderValues]  # now, in protocol order
    former: list[LeaderValues]  # the last to end first
    origins: list[StepValues]  # through every step, the oldest first
    successors: list[StepValues]
    files: list[str]
