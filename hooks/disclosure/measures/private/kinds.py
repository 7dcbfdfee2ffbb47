"""What is private: the kinds that are looked for, and one place where something of a kind was found."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Kind(enum.StrEnum):
    """个人信息 (个人信息保护法 Art. 4, 28; 民法典 Art. 1034) and marks of secrecy, as messages call them."""

    RESIDENT_ID = "身份证号"
    MOBILE = "手机号"
    BANK_CARD = "银行卡号"
    BANK_ACCOUNT = "个人账号"
    PAPER = "个人证件号码"
    PLATE = "车牌号"
    HOME = "详细住址"
    BIRTH = "出生日期"
    MINOR = "未成年人的姓名"
    HARDSHIP = "姓名和困难、健康情况"
    CONTACT = "个人的邮箱、QQ、微信"
    SECRECY = "密级和内部资料标志"


@dataclass(frozen=True, slots=True)
class Found:
    """Something private between ``start`` and ``end`` of a text, and the ``mask`` that is proposed in its place.

    The value itself is never told: whoever shows a finding shows its mask.
    """

    kind: Kind
    start: int
    end: int
    mask: str
