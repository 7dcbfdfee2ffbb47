"""The column types of the META tag ColumnType, as the norm for government web sites lists them."""

from __future__ import annotations

import enum


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
