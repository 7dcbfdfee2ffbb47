"""The application forms for citizens and for organisations, defined once for the page and for the Word file.

They ask for the three contents of 条例 Art. 29 and for nothing else: who applies, which information, in which form.
"""

from __future__ import annotations

from disclosure.column import Column
from disclosure.derive import addresses, labels
from disclosure.derive.apply_pieces import FormField, FormGroup
from disclosure.derive.contexts import FormPage
from disclosure.derive.frame import GUIDE, ON_APPLICATION, frame
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Link
from disclosure.model import ColumnType, Organ

ID_CARD = "居民身份证"

_PHONE = FormField(
    id="telephone", label="联系电话", required=True, type="tel", inputmode="tel", autocomplete="tel",
    hint="手机或者座机，座机请带区号",
)  # fmt: skip
_REACH = (
    FormField(
        id="address", label="联系地址", control="text", required=True, autocomplete="street-address",
        hint="要求邮寄的，答复寄到这里",
    ),
    FormField(id="postcode", label="邮政编码", inputmode="numeric", autocomplete="postal-code"),
    FormField(
        id="email", label="电子邮箱", type="email", inputmode="email", autocomplete="email",
        hint="要求用电子邮件答复的，请填写",
    ),
)  # fmt: skip

_CITIZEN = FormGroup(
    legend="申请人",
    fields=(
        FormField(id="name", label="姓名", required=True, autocomplete="name"),
        FormField(
            id="id-kind", label="证件名称", control="select", required=True,
            options=(ID_CARD, "护照", "港澳居民来往内地通行证", "台湾居民来往大陆通行证", "外国人永久居留身份证", "其他证件"),
        ),
        FormField(
            id="id-number", label="证件号码", required=True, check="id-card",
            hint="交申请时请出示证件，或者附上证件的复印件、照片",
        ),
        _PHONE,
        *_REACH,
    ),
)  # fmt: skip

_ORGANISATION = FormGroup(
    legend="申请单位",
    fields=(
        FormField(id="name", label="单位名称", required=True, autocomplete="organization"),
        FormField(
            id="credit-code", label="统一社会信用代码", required=True,
            hint="交申请时请附上登记证书的复印件、照片",
        ),
        FormField(id="head", label="法定代表人", required=True, hint="没有法定代表人的，写负责人"),
        FormField(id="person", label="联系人", required=True, autocomplete="name"),
        _PHONE,
        *_REACH,
    ),
)  # fmt: skip

_INFORMATION = FormGroup(
    legend="申请公开的信息",
    fields=(
        FormField(
            id="information", label="信息的名称、文号或者其他特征", control="text", required=True,
            hint="知道名称或者文号就写上；不知道的，写清是哪一年、哪个地方、哪件事，让我们能找到",
        ),
    ),
)  # fmt: skip

_SUPPLY = FormGroup(
    legend="您希望怎样得到信息",
    fields=(
        FormField(
            id="way", label="获取方式", control="choice", required=True,
            options=("邮寄", "电子邮件", "当面领取", "其他"),
        ),
        FormField(id="other-way", label="其他获取方式", hint="上面选“其他”的，在这里写明"),
        FormField(id="carrier", label="载体", control="choice", required=True, options=("纸质", "电子")),
    ),
)  # fmt: skip


def form_pages(holdings: Holdings) -> tuple[FormPage, ...]:
    """/apply/citizen/ and /apply/organisation/."""
    return (
        _page(holdings, "公民", addresses.APPLY_CITIZEN, addresses.APPLY_CITIZEN_FILE, _CITIZEN, "申请人（签名）"),
        _page(
            holdings, "法人和其他组织", addresses.APPLY_ORGANISATION, addresses.APPLY_ORGANISATION_FILE, _ORGANISATION,
            "申请单位（盖章）",
        ),
    )  # fmt: skip


def other_takers(column: Column) -> tuple[Organ, ...]:
    """The organs besides the column's own that take applications: those of which it is known how they are reached."""
    return tuple(
        organ
        for organ in column.organs
        if organ != column.info.organ and (organ.address or organ.telephone or organ.fax or organ.email)
    )


def _page(holdings: Holdings, who: str, address: str, file: str, applicant: FormGroup, signature: str) -> FormPage:
    info = holdings.column.info
    title = f"政府信息公开申请表（{who}）"
    description = f"{who}向{info.organ.name}和各部门申请公开政府信息的表格，可以在网页上填写、打印，也可以下载。"
    return FormPage(
        frame=frame(
            address,
            title,
            description,
            Link(GUIDE, addresses.GUIDE),
            Link(ON_APPLICATION, addresses.APPLY),
            part="guide",
            entry=addresses.APPLY,
            labels=labels.of_list(title, description, ColumnType.ON_APPLICATION, ON_APPLICATION),
        ),
        organ=info.organ.name,
        heading=title,
        groups=(
            FormGroup(legend="向谁申请", fields=(_organ_field(holdings.column),)),
            applicant,
            _INFORMATION,
            _SUPPLY,
        ),
        signatures=(signature, "申请日期"),
        file=Link(f"{title}（Word 文档）", file),
        back=Link(ON_APPLICATION, addresses.APPLY),
    )


def _organ_field(column: Column) -> FormField:
    return FormField(
        id="organ",
        label="申请的机关",
        control="select",
        required=True,
        hint="信息由哪个机关制作、保存，就向哪个机关申请",
        options=(column.info.organ.name, *(organ.name for organ in other_takers(column))),
    )
