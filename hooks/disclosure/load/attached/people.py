"""Names of persons in properties and comments."""

from __future__ import annotations

import re

from disclosure.load.attached.gathering import Gathering
from disclosure.model import Trait

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方"
    "白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁"
    "尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫"
)
_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}(?:·[\u4e00-\u9fff]{1,6})?")
_OFFICE = re.compile(
    r"[局委办厅处科室部院府司厂店网站组队所社村镇乡县市区省校园馆台]$|用户|公司|中心|文件|单位|系统|电脑|管理|打印|政府|文档"
)


def is_person(text: str) -> bool:
    """Whether ``text`` is, as far as one can tell, the name of a person."""
    plain = text.strip()
    return bool(_NAME.fullmatch(plain)) and plain[0] in _SURNAMES and not _OFFICE.search(plain)


def note_person(text: str, where: str, gathering: Gathering) -> None:
    """Note that ``where`` names a person, if it does; the name itself is not repeated."""
    if is_person(text):
        gathering.note(Trait.PERSON, where)
