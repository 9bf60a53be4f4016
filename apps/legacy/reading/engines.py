"""Containers of the text, and elements of the headline, in the systems old portals run on."""

# Names of the systems as DOMAIN §4 lists them; the most particular selectors first.
_MAIN = {
    "NukeViet": "#news-bodyhtml, #bodyhtml, .bodytext, #page-bodyhtml",
    "SharePoint": ".ms-rtestate-field, .ms-rte-layoutszone-inner, .ExternalClass, .article-content",
    "Liferay": ".journal-content-article, .asset-full-content .asset-content, .asset-full-content",
    "DotNetNuke": (
        ".NewsDetail, .news-content-detail, .ArticleContent, .DnnModule .Normal, .edn_articleText"
    ),
    "WordPress": ".entry-content, .td-post-content, .post-content",
    "Joomla": "[itemprop=articleBody], .item-page .article-body, .itemFullText, .item-page",
    "VNPT": (
        ".ArticleDetailControl, .article-detail, .content-detail, .detail-content, #content_detail,"
        " .detail_content, .news-detail, .chitiet, .noidung, .noi-dung, #noidung, .tin-chitiet,"
        " .chi-tiet, .content-news, .newsdetail, .news_detail, .the-article-body, .post-detail,"
        " .box-detail, .divNewsDetail, #divNewsDetail, .baiviet, .bai-viet, .content_news,"
        " .noidungtin, .body-content"
    ),
}
MAIN = [selector.strip() for listed in _MAIN.values() for selector in listed.split(",")]
TITLE = (
    "h1, [itemprop=headline], .entry-title, .news-title, .title-news, .article-title, .post-title,"
    " .title-detail, .detail-title, .tieude, .tieu-de, .news_title, .titlenews, .title_news,"
    " .TitleNews, .ArticleTitle, .asset-title, .edn_articleTitle, .titledetail, .newstitle,"
    " .cms-title, .title-article, .title_detail, h2, h3, .title"
)
BREADCRUMB = (
    "[class*=crumb i], [id*=crumb i], [class*=breadcolumn], [itemtype*=BreadcrumbList], .duongdan,"
    " .path, .navpath, .ms-sitemapdirectional"
)
NEVER_TEXT = (
    "script, style, noscript, template, iframe, object, embed, select, button, textarea, input,"
    " svg, nav, footer, aside, map, audio, video, dialog, marquee"
)
_BLOCK_WORDS = """
address article aside blockquote body caption center dd details div dl dt fieldset figcaption
figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main ol p pre section summary table tbody
td tfoot th thead tr ul time
"""
BLOCKS = frozenset(_BLOCK_WORDS.split())
