"""The closed lists of the vocabulary: what a value may be."""

from __future__ import annotations

import enum


class Openness(enum.StrEnum):
    """公开属性, decided when the paper is drafted (条例 Art. 13–17)."""

    PUBLIC = "主动公开"
    ON_APPLICATION = "依申请公开"
    WITHHELD = "不予公开"


class Validity(enum.StrEnum):
    """有效性, derived from dates and relations, never believed."""

    IN_FORCE = "有效"
    NOT_YET = "尚未生效"
    AMENDED = "已被修改"
    PARTLY_REPEALED = "部分失效"
    EXPIRED = "失效"
    REPEALED = "废止"


class InterpretationForm(enum.StrEnum):
    """解读形式 as the annual work plans list them."""

    TEXT = "文字"
    GRAPHIC = "图解"
    VIDEO = "音视频"
    PRESS = "新闻发布会"
    QUESTIONS = "问答"
    EXPERT = "专家解读"
    REPORTERS = "答记者问"
    MEDIA = "媒体解读"
    INTERVIEW = "在线访谈"
    SCENES = "场景式解读"
    ANIMATION = "动漫"
    H5 = "H5"


class Level(enum.StrEnum):
    """层级 of a column, of a rule, of an item (条例 Art. 20, 21)."""

    NATION = "国家级"
    PROVINCE = "省级"
    CITY = "市级"
    COUNTY = "县级"
    TOWNSHIP = "乡级"
    DEPARTMENT = "部门"


class OrganKind(enum.StrEnum):
    """类别 of an organ, in the order of the directory."""

    GOVERNMENT = "政府"
    DEPARTMENT = "部门"
    BRANCH = "派出机构"
    TOWNSHIP = "乡镇街道"
    ATTACHED = "直属单位"


class ItemForm(enum.StrEnum):
    """形式: what a sub-column of the statutory content consists of."""

    DOCUMENTS = "文件"
    REGISTER = "名录"
    PAGE = "单页"
    LINK = "链接"


class Period(enum.StrEnum):
    """更新周期 that an item promises."""

    ALWAYS = "实时"
    MONTHLY = "每月"
    QUARTERLY = "每季度"
    HALF_YEARLY = "每半年"
    YEARLY = "每年"
    LASTING = "长期"


class Numbering(enum.StrEnum):
    """Whether papers of a genre carry a 发文字号."""

    REQUIRED = "必须"
    OPTIONAL = "可以"
    NONE = "没有"


class ColumnType(enum.StrEnum):
    """栏目类型: what the META tag ColumnType may say (国办发〔2017〕47号, annex)."""

    HOME = "首页"
    OVERVIEW = "概况信息"
    ORGANS = "机构职能"
    LEADERS = "负责人信息"
    NEWS = "工作动态"
    POLICY = "政策文件"
    GUIDE = "信息公开指南"
    CATALOGUE = "信息公开目录"
    ANNUAL = "信息公开年报"
    ON_APPLICATION = "依申请公开"
    DATA = "数据发布"
    OPEN_DATA = "数据开放"
    INTERPRETATION = "政策解读"
    CONCERNS = "回应关切"
    SERVICES = "办事服务"
    COMPLAINTS = "咨询投诉"
    CONSULTATION = "征集调查"
    INTERVIEWS = "在线访谈"
