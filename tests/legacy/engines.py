"""One invented article in the markup of the systems old portals run on."""

TITLE = "Thị ủy Bình Lãng giao ban với bí thư các đảng ủy phường"
SAPO = (
    "Sáng ngày 14/9, Thường trực Thị ủy Bình Lãng tổ chức hội nghị giao ban với bí thư đảng ủy các "
    "phường. Đồng chí Lâm Quang Bảo, Bí thư Thị ủy chủ trì hội nghị."
)
FIRST = (
    "Trong tháng 8, các đảng ủy phường đã bám sát chương trình công tác, triển khai kịp thời các "
    "nghị quyết của Trung ương, của tỉnh và thị xã; công tác kiểm tra, giám sát được chú trọng."
)
CAPTION = "Quang cảnh hội nghị giao ban. Ảnh: Thu Hằng"
LAST = (
    "Kết luận hội nghị, đồng chí Bí thư Thị ủy yêu cầu các đảng ủy phường khắc phục những hạn chế "
    "đã nêu, hoàn thành kế hoạch kết nạp đảng viên trong quý IV"
)
NAME = "Vũ Minh Thảo"
SECTION = "Xây dựng Đảng"

_MENU = (
    "<ul><li><a href='/'>Trang chủ</a></li><li><a href='/gt'>Giới thiệu</a></li>"
    "<li><a href='/tt'>Tin tức</a></li><li><a href='/lh'>Liên hệ</a></li></ul>"
)
_OTHERS = (
    "<ul><li><a href='/a'>Phường Hòa Sơn tập huấn nghiệp vụ công tác đảng năm 2021</a></li>"
    "<li><a href='/b'>Ra mắt tổ công nghệ số cộng đồng tại phường Bến Gỗ</a></li></ul>"
)
_HEAD = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title} - Cổng thông tin điện tử"
    " thị xã Bình Lãng</title>{more}<style>p{{color:red}}</style></head><body>"
)


def _head(more=""):
    return _HEAD.format(title=TITLE, more=more)


NUKEVIET = (
    _head('<meta property="og:title" content="' + TITLE + '">')
    + f"""<nav class="navbar">{_MENU}</nav>
<div class="breadcrumbs-wrap"><ol class="breadcrumb"><li><a href="/">Trang nhất</a></li>
<li><a href="/xdd/">{SECTION}</a></li></ol></div>
<div class="news_column panel panel-default"><div class="panel-body">
<h1 class="title margin-bottom-lg">{TITLE}</h1>
<div class="row"><em class="pull-left">Thứ ba - 14/09/2021 15:06</em>
<ul class="list-inline text-right"><li><a title="Gửi bài viết qua email">&nbsp;</a></li></ul></div>
<div class="hometext m-bottom"><strong>{SAPO}</strong></div>
<div id="news-bodyhtml" class="bodytext margin-bottom-lg">
<p>{FIRST}</p>
<div style="text-align:center"><figure class="image"><img src="/uploads/1.jpg" alt="">
<figcaption>{CAPTION}</figcaption></figure></div>
<p>{LAST}./.</p></div>
<p class="h5 text-right"><strong>Tác giả: </strong>{NAME}</p>
<div class="news-tags">Tags: giao ban</div></div></div>
<div class="panel others"><h3>Những tin mới hơn</h3>{_OTHERS}</div>
<footer>Bản quyền thuộc về Thị ủy Bình Lãng</footer></body></html>"""
)

SHAREPOINT = (
    _head()
    + f"""<form name="aspnetForm" method="post" action="Tin.aspx"><div id="s4-workspace">
<div class="ms-menu-horizontal menu">{_MENU}</div>
<div class="breadcrumb"><a href="/">Trang chủ</a> &gt;
<a href="/x">Tin tức</a> &gt; <a>{SECTION}</a></div>
<div class="news-detail-page"><h2 class="title-news">{TITLE}</h2>
<span class="date-time">14/09/2021 15:06</span>
<div class="ms-rtestate-field"><div class="ExternalClass1234">
<p class="MsoNormal" style="margin:0"><b><span style="font-size:14pt">{SAPO}</span></b></p>
<p class="MsoNormal"><span style="font-size:14pt">{FIRST}<o:p></o:p></span></p>
<table border="0" align="center"><tr><td><img src="/PublishingImages/a.jpg"></td></tr>
<tr><td><i>{CAPTION}</i></td></tr></table>
<p class="MsoNormal"><span>{LAST}./.</span></p>
<p class="MsoNormal" style="text-align:right"><b>{NAME}</b></p></div></div></div>
<div class="tin-lien-quan"><h3>Các tin khác</h3>{_OTHERS}</div></div></form></body></html>"""
)

LIFERAY = (
    _head()
    + f"""<div id="wrapper"><header id="banner">{_MENU}</header><div id="content">
<div class="portlet-breadcrumb"><ul class="breadcrumb">
<li><a>Trang chủ</a></li><li><a>{SECTION}</a></li></ul></div>
<div class="asset-full-content"><h3 class="asset-title">{TITLE}</h3>
<div class="metadata-publish-date">Ngày đăng 14/09/2021 | 15:06 | View count: 1204</div>
<div class="asset-content"><div class="journal-content-article" id="article_1">
<div>{SAPO}</div><div>&nbsp;</div><div>{FIRST}</div>
<div style="text-align: center;"><img src="/documents/1/2/a.jpg"/></div>
<div style="text-align: center;"><em>{CAPTION}</em></div>
<div>{LAST}./.</div><div style="text-align: right;"><strong>{NAME}</strong></div></div></div>
<div class="taglib-ratings">Đánh giá: 0 phiếu</div></div></div></div></body></html>"""
)

DOTNETNUKE = (
    _head()
    + f"""<div id="dnn_ContentPane"><div class="DnnModule"><div class="NewsDetail">
<span id="dnn_ctr_lblTitle" class="ArticleTitle">{TITLE}</span><br>
<span class="NewsDate">(14/09/2021 03:06 PM)</span><br><br>
<b>{SAPO}</b><br><br>{FIRST}<br><br><center><img src="/Portals/0/a.jpg"><br>{CAPTION}</center><br>
{LAST}./.<br><br><div align="right">{NAME}</div></div></div></div>
<div class="OtherNews"><b>CÁC TIN KHÁC</b>{_OTHERS}</div></body></html>"""
)

WORDPRESS = (
    _head(
        '<link rel="canonical" href="https://binhlang.example.vn/giao-ban-thang-8/">'
        '<meta property="article:published_time" content="2021-09-14T08:06:00+00:00">'
        f'<meta property="article:section" content="{SECTION}">'
    )
    + f"""<header class="site-header">{_MENU}</header><main><article class="post type-post">
<h1 class="entry-title">{TITLE}</h1>
<div class="entry-meta">
<time class="entry-date" datetime="2021-09-14T08:06:00+00:00">14/09/2021</time></div>
<div class="entry-content"><p><strong>{SAPO}</strong></p><p>{FIRST}</p>
<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">{CAPTION}</p></div>
<p>{LAST}./.</p><p style="text-align:right"><strong>{NAME}</strong></p>
<div class="sharedaddy sd-sharing-enabled social">Chia sẻ: Facebook</div></div></article>
<aside>{_OTHERS}</aside></main></body></html>"""
)

JOOMLA = (
    _head()
    + f"""<div class="item-page"><div class="page-header"><h2 itemprop="headline">{TITLE}</h2></div>
<dl class="article-info"><dd class="category-name">Chuyên mục: <a>{SECTION}</a></dd>
<dd class="published">Được đăng: 14 Tháng 9 2021 15:06</dd><dd class="hits">Lượt xem: 1204</dd></dl>
<div itemprop="articleBody"><p>{SAPO}</p><p>{FIRST}</p><p><img src="a.jpg"></p>
<p style="text-align:center">{CAPTION}</p><p>{LAST}./.</p><p><em>{NAME}</em></p></div>
<ul class="pager pagenav"><li><a>Trước</a></li><li><a>Sau</a></li></ul></div></body></html>"""
)

VNPT = (
    _head()
    + f"""<div class="wrapper"><div class="header">{_MENU}</div><div class="box-left">
<p class="path"><a>Trang chủ</a> » <a>{SECTION}</a></p>
<div class="chitiet-tin"><p class="tieude">{TITLE}</p>
<p class="ngaydang">Cập nhật lúc: 15:06 14/09/2021</p>
<p class="tomtat">{SAPO}</p><div class="noidung"><p>{FIRST}</p>
<p align="center"><img src="a.jpg"></p><p align="center">{CAPTION}</p><p>{LAST}./.</p>
<p align="right"><strong>{NAME}</strong></p></div>
<p class="luotxem">Lượt xem: 1204</p><p>Gửi bài này In bài này</p>
</div></div></div></body></html>"""
)

UNKNOWN = (
    _head()
    + f"""<table><tr><td width="200">{_MENU}</td><td>
<table><tr><td><font size="4">{TITLE}</font></td></tr>
<tr><td>Thứ Ba, 14/09/2021, 15:06</td></tr><tr><td><div><b>{SAPO}</b></div><div>{FIRST}</div>
<div><img src="a.jpg"></div><div><i>{CAPTION}</i></div><div>{LAST}./.</div>
<div>{NAME}</div></td></tr>
</table></td></tr></table></body></html>"""
)

PAGES = {
    "NukeViet": NUKEVIET,
    "SharePoint": SHAREPOINT,
    "Liferay": LIFERAY,
    "DotNetNuke": DOTNETNUKE,
    "WordPress": WORDPRESS,
    "Joomla": JOOMLA,
    "VNPT": VNPT,
    "unknown": UNKNOWN,
}
