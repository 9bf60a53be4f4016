"""Below /toa-soan/kiem-tra-truoc-khi-ky/."""

from django.contrib import admin
from django.urls import path
from django.views.decorators.http import require_POST

from . import outgoing_desk


def guarded(view):
    return admin.site.admin_view(require_POST(view))


app_name = "proofing"
urlpatterns = [
    path("<int:number>/bo-qua/", guarded(outgoing_desk.passing), name="pass_over"),
    path("<int:number>/lay-lai/", guarded(outgoing_desk.taking_back), name="take_back"),
]
