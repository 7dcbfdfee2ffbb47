"""Sentences in which something may be said of a child, of illness or of hardship: most of a text says nothing of the kind.

The words are plain and begin with few different signs, which makes the search fast; whatever states, children and roles look
for holds one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ILL = (
    "病 癌 瘤 瘫 症 炎 患 梗 疹 疣 癫 瘸 哑 聋 盲 痘 毒 肺 肝 肾 脑 艾滋 梅毒 中毒 中风 卒中 骨折 骨髓 骨头坏死 透析 化疗 放疗 移植 阳性 心梗 "
    "心衰 心脏病 心肌 渐冻 帕金森 阿尔茨 痴呆 抑郁 躁狂 焦虑 精神 麻痹 麻风 植物人 感染 接触者 烧伤 烫伤 后遗 糖尿 尿毒 红斑 尘肺 矽肺 哮喘 硬化 "
    "坏死 出血 衰竭 综合征 综合症 卧床 住院 手术 重症 重病 大病 慢性 疫苗 高血压 高位截 救治 HIV HPV 结核 多病 慢病 手足口 "
    "白内障 障碍 类风湿 唐氏 服药 犯罪史 家族史"
)
_DISABLED = (
    "评残 残疾 残障 残联 残废 残情 残军 重残 致残 多重 伤残 伤者 伤病 工伤 失能 失智 失明 失聪 智力 智障 肢体 视力 听力 言语 截肢 截瘫 双目失 自理 "
    "自闭 不能自理 不能行走 房屋两间"
)
_POOR = (
    "贫 低保 低收入 最低生活 特困 特殊家庭 困难 困境 艰难 致困 五保 救助 帮教 帮扶 危房 公租房 廉租 护理补贴 生活补贴 生活困难 生活来源 补贴 补助 "
    "抚恤 优抚 退役军人 重度 失独 丧偶 丧失 双亡 无儿 无劳 无生活 无固定 无经济 欠债 欠款 负债 贷款难 人均 家境 家庭困难 家庭经济 助学 慰问 边缘 "
    "监测户 监测对象 不稳定户 脱贫 返贫 养老院 扶助 保障对象 受助 受灾 改造 供养 资助 配租 享受 流浪 监护 大班 致贫 保障金 保障房 流离"
)
_YOUNG = (
    "孤 岁 婴 孩 弃 班 月大 月龄 月日生 月生 个月 年级 年生 日生 出生 初一 初二 初三 初中 高一 高二 高三 高中 一小 二小 三小 四小 五小 六小 小学 "
    "小朋友 小儿 小选手 小( 幼儿 托育 托儿 托班 托管 中学 学生 学前班 学籍 同学 新生 未成年 未满周岁 儿童 儿子 少年 男孩 男童 男婴 男生 女孩 女童 "
    "女婴 女生 女儿 养子 养女 收养 送养 选手 队员 录取 入学 入园 入托 招生 在读 就读 失学 "
    "七小 八小 九小 十小 完小 0生 1生 2生 3生 4生 5生 6生 7生 8生 9生"
)
_WATCHED = "孕 流产 引产 难产 结扎 绝育 绝症 堕胎 胎停 宫外孕 优生 戒毒 吸毒 矫正 刑满"


def _by_first_sign(words: list[str]) -> str:
    """A pattern of ``words`` that looks at each first sign once."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(first + ("" if "" in rest else f"(?:{'|'.join(rest)})") for first, rest in rests.items())


_TRIGGER = re.compile(_by_first_sign(" ".join((_ILL, _DISABLED, _POOR, _YOUNG, _WATCHED)).split()))
_END = re.compile("[。；;\n！!？?]")
_ENDS = "。；;\n！!？?"
_REACH = 400


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Beginning and end of every sentence that holds one of the words."""
    at = 0
    while found := _TRIGGER.search(text, at):
        place = found.start()
        start = max(at, place - _REACH)
        start = max(start, *(text.rfind(sign, start, place) + 1 for sign in _ENDS))
        stop = _END.search(text, found.end())
        end = stop.start() if stop else len(text)
        yield start, end
        at = end
