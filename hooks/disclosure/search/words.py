"""The words that only ask, and say nothing about what is asked for."""

QUESTION_WORDS = (
    *("请问", "咨询", "想问", "询问", "了解", "求助", "反映", "谢谢", "您好", "你好", "我想", "我要", "我们"),
    *(
        "怎么办",
        "怎么",
        "怎样",
        "如何",
        "什么时候",
        "什么",
        "为什么",
        "为何",
        "哪里",
        "哪儿",
        "哪些",
        "哪个",
        "多少",
        "多久",
        "几时",
    ),
    *("是否", "是不是", "能不能", "能否", "可不可以", "可以", "有没有", "需要", "应该", "要不要"),
    *("关于", "有关", "相关", "问题", "事宜", "情况", "一下", "一事", "吗", "呢", "的"),
)
"""Left out of a question that is not found as it was typed; the engine says so.

No single signs but particles: 请 would cut 申请, 吧 would cut 网吧.
"""
