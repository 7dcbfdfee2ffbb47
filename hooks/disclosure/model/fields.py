"""基层政务公开标准目录: what is to be made public in each of the 26 fields (国办发〔2019〕54号), row by row."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import ClassVar

from disclosure.model.catalogues import Organ
from disclosure.model.origin import Origin
from disclosure.terms import Kind, term


class Channel(enum.StrEnum):
    """公开渠道和载体: the tick list of the form."""

    SITE = "政府网站"
    GAZETTE = "政府公报"
    SOCIAL = "两微一端"
    HEARING = "发布会/听证会"
    BROADCAST = "广播电视"
    PRESS = "纸质媒体"
    READING = "公开查阅点"
    SERVICE_CENTRE = "政务服务中心"
    SERVICE_STATION = "便民服务站"
    ON_SITE = "入户/现场"
    NOTICE_BOARD = "社区/企事业单位/村公示栏（电子屏）"
    SENT = "精准推送"
    OTHER = "其他"


class Audience(enum.StrEnum):
    """公开对象."""

    EVERYBODY = "全社会"
    GROUPS = "特定群体"


class Manner(enum.StrEnum):
    """公开方式."""

    ACTIVE = "主动"
    ON_APPLICATION = "依申请"


class MatterLevel(enum.StrEnum):
    """公开层级."""

    COUNTY = "县级"
    TOWNSHIP = "乡级"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterPlace:
    """公开位置: where a matter is public besides the documents that name it; a place of this site or a whole address."""

    shorthand: ClassVar[str] = "address"

    name: str | None = term("名称", Kind.TEXT, "那里叫什么；别的网站的网址要写")
    address: str = term(
        "地址", Kind.TEXT, "本站的地址（如 statutory/fees/，前面不加斜线），或者 https:// 开头的网址", required=True
    )
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """公开事项: a row of a catalogue; ``id`` is what documents name it by, unique in all catalogues and never used again."""

    id: str = term("标识", Kind.ID, "事项的标识，所有目录里唯一，用过不改；文件的“公开事项”写的就是它", required=True)
    first: str = term("一级事项", Kind.TEXT, "一级事项", required=True)
    second: str = term("二级事项", Kind.TEXT, "二级事项", required=True)
    third: str | None = term("三级事项", Kind.TEXT, "三级事项")
    contents: tuple[str, ...] = term("公开内容", Kind.TEXTS, "公开内容（要素），一条一项", required=True)
    bases: tuple[str, ...] = term("公开依据", Kind.TEXTS, "法律、法规、规章和文件的名称和条款", required=True)
    time_limit: str = term("公开时限", Kind.TEXT, "多长时间内公开", required=True, norm="条例第二十六条")
    organs: tuple[Organ, ...] = term(
        "公开主体", Kind.ORGANS, "负责公开的机关，organs.yml 里的名称；都不在 organs.yml 里的，只写“其他主体”"
    )
    others: tuple[str, ...] = term(
        "其他主体", Kind.TEXTS, "不在 organs.yml 里的公开主体，如 各乡镇人民政府、国家税务总局某县税务局"
    )
    channels: tuple[Channel, ...] = term(
        "公开渠道", Kind.CHOICES, "公开渠道和载体里打勾的", required=True, choices=Channel
    )
    other_channels: tuple[str, ...] = term("其他渠道", Kind.TEXTS, "渠道里勾了“其他”的，写是什么")
    audiences: tuple[Audience, ...] = term("公开对象", Kind.CHOICES, "向谁公开", required=True, choices=Audience)
    groups: str | None = term("特定群体", Kind.TEXT, "公开对象是特定群体的，写是谁")
    manners: tuple[Manner, ...] = term(
        "公开方式", Kind.CHOICES, "主动公开还是依申请公开", required=True, choices=Manner
    )
    levels: tuple[MatterLevel, ...] = term("公开层级", Kind.CHOICES, "由哪一级公开", required=True, choices=MatterLevel)
    places: tuple[MatterPlace, ...] = term(
        "公开位置", Kind.RECORDS, "除了写明这个事项的文件，还在哪里公开", record=MatterPlace
    )
    line: int = 1

    @property
    def name(self) -> str:
        """The most special of its names."""
        return self.third or self.second


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCatalogue:
    """标准目录 of a field, from catalogue/fields/<id>.yml."""

    written_name: str | None = term("名称", Kind.TEXT, "领域的名称；26 个试点领域可以不写")
    description: str | None = term("说明", Kind.TEXT, "一句话告诉群众这里有什么")
    source: str | None = term("目录依据", Kind.TEXT, "这份目录依照哪个标准指引、哪个文件编的")
    updated: dt.date | None = term("更新日期", Kind.DAY, "这份目录最近一次修改的日期")
    matters: tuple[Matter, ...] = term("事项", Kind.RECORDS, "目录的各行，照次序写", required=True, record=Matter)
    id: str
    origin: Origin

    @property
    def name(self) -> str:
        """What the file calls the field, or its usual name."""
        return self.written_name or PILOT_FIELDS.get(self.id, self.id)


PILOT_FIELDS = {
    "major-projects": "重大建设项目",
    "public-resources": "公共资源交易",
    "budget": "财政预决算",
    "work-safety": "安全生产",
    "taxation": "税收管理",
    "land-compensation": "征地补偿",
    "housing-expropriation": "国有土地上房屋征收与补偿",
    "affordable-housing": "保障性住房",
    "rural-dilapidated-housing": "农村危房改造",
    "ecology": "生态环境",
    "public-culture": "公共文化服务",
    "legal-services": "公共法律服务",
    "poverty-alleviation": "扶贫",
    "disaster-relief": "救灾",
    "food-drug": "食品药品监管",
    "urban-enforcement": "城市综合执法",
    "employment": "就业创业",
    "social-insurance": "社会保险",
    "social-assistance": "社会救助",
    "elderly-care": "养老服务",
    "household-registration": "户籍管理",
    "farm-subsidies": "涉农补贴",
    "compulsory-education": "义务教育",
    "health": "医疗卫生",
    "municipal-services": "市政服务",
    "planning": "城乡规划",
}
"""The 26 fields of the pilots by id, with the names that 国办发〔2019〕54号 and the pilots use."""
