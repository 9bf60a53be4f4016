"""The readers' addresses (CONTRACTS, Public addresses). Digits are ASCII only: no `\\d`."""

from django.urls import path, re_path

from apps.editions import paths

from . import counting, files, health, icons, meeting_views, views

app_name = "public"
SLUG = r"(?P<slug>[a-z0-9-]{1,120})"
SHA256 = r"(?P<sha256>[0-9a-f]{64})"
# A first segment of the office's own. What stands there is asked for most, so it is looked for
# first: Django tries one pattern after the other.
OWN = rf"(?!(?:{'|'.join(sorted(paths.RESERVED))})/)"

urlpatterns = [
    path("", views.home, name="home"),
    re_path(rf"^{OWN}(?P<slug>[a-z0-9-]{{1,60}})/$", views.section, name="section"),
    re_path(
        rf"^{OWN}(?P<section>[^/]+)/(?P<slug>[^/]*)-(?P<number>[0-9]{{1,18}})/$",
        views.article,
        name="article",
    ),
    path("tim-kiem/", views.search, name="search"),
    path("can-bo/", views.people, name="people"),
    path("to-chuc/", views.bodies_list, name="bodies"),
    re_path(rf"^can-bo/{SLUG}/$", views.person, name="person"),
    re_path(rf"^to-chuc/{SLUG}/$", views.body, name="body"),
    path("dinh-chinh/", views.corrections, name="corrections"),
    path("luu-tru/", views.archive, name="archive"),
    re_path(r"^luu-tru/(?P<year>[0-9]{4})/$", views.archive_year, name="archive-year"),
    re_path(
        r"^luu-tru/(?P<year>[0-9]{4})/(?P<month>[0-9]{1,2})/$",
        views.archive_month,
        name="archive-month",
    ),
    re_path(
        r"^luu-tru/(?P<year>[0-9]{4})/(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})/$",
        views.archive_day,
        name="archive-day",
    ),
    path("ve-trang-nay/", views.contact, name="contact"),
    path("so-do-trang/", views.site_map, name="site-map"),
    path("lich-cong-tac/", meeting_views.schedule, name="schedule"),
    path("lich-cong-tac.ics", meeting_views.calendar, name="calendar"),
    re_path(
        r"^lich-cong-tac/(?P<week>[0-9]{4}-[0-9]{1,2})/$",
        meeting_views.schedule_week,
        name="schedule-week",
    ),
    path("hoi-nghi/", meeting_views.meeting_list, name="meetings"),
    re_path(
        r"^hoi-nghi/(?P<slug>[^/]*)-(?P<meeting_number>[0-9]{1,18})/$",
        meeting_views.meeting,
        name="meeting",
    ),
    path("rss/", views.feed, name="feed"),
    re_path(r"^rss/(?P<slug>[a-z0-9-]{1,60})/$", views.feed, name="feed-section"),
    re_path(rf"^rss/chu-de/{SLUG}/$", views.feed_topic, name="feed-topic"),
    re_path(rf"^chu-de/{SLUG}/$", views.topic, name="topic"),
    re_path(rf"^rss/can-bo/{SLUG}/$", views.feed_person, name="feed-person"),
    re_path(rf"^rss/to-chuc/{SLUG}/$", views.feed_body, name="feed-body"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("news-sitemap.xml", views.news_sitemap, name="news-sitemap"),
    re_path(r"^sitemap-(?P<part>[0-9]{1,5})\.xml$", views.sitemap_part, name="sitemap-part"),
    path("robots.txt", views.robots, name="robots"),
    re_path(r"^(?P<name>favicon\.ico|apple-touch-icon\.png)$", icons.icon, name="icon"),
    re_path(
        r"^apple-touch-icon-precomposed\.png$",
        icons.icon,
        {"name": "apple-touch-icon.png"},
        name="icon-of-old-phones",
    ),
    path("healthz/live", health.live, name="healthz-live"),
    path("healthz/ready", health.ready, name="healthz-ready"),
    re_path(
        rf"^anh/{SHA256}/(?P<width>[1-9][0-9]{{0,4}})\.(?P<extension>avif|webp|jpg)$",
        files.picture,
        name="picture",
    ),
    re_path(
        rf"^tep/{SHA256}/(?P<name>[A-Za-z0-9][A-Za-z0-9._-]{{0,119}})$",
        files.attachment,
        name="attachment",
    ),
    re_path(
        rf"^video/{SHA256}/(?P<name>[a-z0-9][a-z0-9-]{{0,99}}\.(?:mp4|webm|vtt))$",
        files.video,
        name="video",
    ),
    re_path(r"^luot-xem/(?P<key>[a-z]{1,20}:[0-9]{1,18})/$", counting.count, name="count"),
    re_path(r"^", views.elsewhere, name="elsewhere"),
]
