"""Signs that do not belong into a text: what wrong encodings, old fonts and converters of script leave behind."""

from __future__ import annotations

import re

from disclosure.column import Column
from disclosure.passages import Passage, Source
from disclosure.problems import Family, Limit, Severity
from disclosure.rules.registry import TextFindings, text_rule
from disclosure.rules.texts.view import quoted, signs, view

PINYIN = Limit("pinyin-debris", "处数", 3, "一段文字里括号注音到几处，就算转换留下的")
TRADITIONAL = Limit("traditional-signs", "字数", 10, "一段文字里繁体字到几个，就提醒")

_GARBLED = re.compile(
    "\ufffd+"
    "|锟斤拷|锟斤|斤拷|烫烫烫|屯屯屯|锘匡豢|锘縗?"
    "|ï¼[\\u0080-\\u00bf‰Œ]|ã€[\\u0080-\\u00bf‚]|â€[\\u0080-\\u00bfœ™˜”“]|Ã[\\u0080-\\u00bf©¨¤¶¼]"
    "|(?:[äåæçèé][\\u0080-\\u00bfŠšŽžŸ€‚ƒ„…†‡ˆ‰‹Œ‘’“”•–—˜™›œ]{1,2}){3,}"
)
_GARBLED_SIGNS = re.compile("[\ufffd锟烫屯锘ïãâÃäåæçèé]")
_HIDDEN = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\u00ad\ufeff]+|[\ue000-\uf8ff\U000f0000-\U0010fffd]+")
_JOINERS = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\u00ad\ufeff]+")
_TONE = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"
_TONES = re.compile(f"[{_TONE}]")
_PINYIN = re.compile(rf"(?<=[\u4e00-\u9fff])[（(](?=[a-zü]{{0,5}}[{_TONE}])[a-zü{_TONE}]{{1,6}}[）)]")
_TRADITIONAL = re.compile(
    "[並亂亞產僅僉價優傳傷債傾償億儀儲兌兩冊凍凱則創劃劇劉劑勁動務勝勞勢勵勸匯區協單賣卻厲參問啟喪嗎嘆嘗嘯噸嚇嚴嚮囑國圍園圓圖團"
    "執堅報場塊墊墜墮墳壇壓壘壞壯壽夠夢夾奧奪奮婦媽嬰孫學寧審寫寬寵寶對尋導專將屆屜屢層屬岡島峽崗嶄嶺巔帥師帳帶幀幣幫幹庫廁廂廟廠廢廣廳"
    "張強彈彌彙彎徑從徹徵恆悅惡惱愛態慘慣慮慶憂憑憲應懇懷懲懸懼戀戰戲戶拋捨掃採掛換揚損搖搶撈撥撫撲擁擇擊擋擔據擠擬擴擺擾攔攜攤攝敗敵數"
    "斂斷於時晉暈暫曉曬書會東極構槍樁樂樓標樞樣樹橋機橫檔檢檯櫃權欄歐歡歲歷歸殘殺殼毀決沒況洩淚淨減測渾準溝溫滅滿漁漢漲漸潔潛潤澤濟濤濫"
    "濱瀏灑灘灣災為無煉煙煩熱燈燒營爐爭爾牆牽狀獎獨獲獻現瑪環瓊產畝畢畫異當疊癥發盜盞盡監盤盧眾睜瞞礎碼確礙礦禍禦禮禪種稱穀積穩窮竊競筆"
    "節範築簡簽籃籌籠糧糾紀約紅紋納紛紙級細終組結絕給絡統絲經綠維綱網綜緊線編緩緯練縣縮縱總績織繞繪繳繼續纖罰罷羅義習聖聞聯聲職聽肅脅脈脫"
    "腦腫膚膠臉臨臺與興舉舊艙艦艱藝節莊華萬葉葷蒼蓋薦藍藥蘇蘭處虛號虧蟲術衛衝補裝製複見規覓視覺覽觀觸訂計討訓訊記訪設許訴診註詐評詞詢試"
    "詩該詳認語誠誤說誰課調談請論諮諸諾謀謂講謝證識譜譯議護譽讀變讓豐豬貓貝負財責貨販貪貫貴買費資賞賠賢賤質賬賭賴購賽贈贊贏趙趕趨跡踐輕載"
    "輔輛輝輪輯輸轉轟辦辭農邊遞遠適遲遷選遺還邏郵鄉鄭鄰醫醬釋鉤鈔鋼錄錢錯鎮鎖鏈鏡鐘鐵鑄鑒長門閃閉開間閱闊闖關陣陰陳陸陽隊階際隨險隱隸雖雙"
    "雜雞離難雲電霧靈靜韓頁頂項順須預領頭頻顆題額顏願類顧顯風飛飯飲飼飾養館馬駐駕騎騙騰驅驗驚體鬆鬥魚鮮鯨鳥鳳鳴鴻鹽麗麥黃點黨齊齒龍龜]"
)


@text_rule(
    "garbled-text",
    "文字里不能有乱码",
    Severity.WARNING,
    family=Family.WORDING,
    advice="乱码多半是保存、转换时编码不对留下的；请对照原文重新录入这几个字，文件存成 UTF-8 编码。",
    bad="本办法自公布之日起锟斤拷行",
    good="本办法自公布之日起施行",
)
def garbled_text(passage: Passage, _column: Column) -> TextFindings:
    """No replacement characters, and no text that was read with a wrong encoding."""
    text = view(passage)
    if not _GARBLED_SIGNS.search(signs(text)):
        return
    found = list(_GARBLED.finditer(text))
    if found:
        yield (
            found[0].start(),
            f"{quoted(text, *found[0].span())}里有乱码{_more(found)}；请对照原文改正，文件存成 UTF-8 编码",
        )


@text_rule(
    "hidden-signs",
    "文字里不能夹着看不见的符号和只有个别电脑才显示的字",
    Severity.WARNING,
    family=Family.WORDING,
    advice="看不见的符号请删去（在它前后各删一个字再重打）；造字、图标请改用标准的汉字和符号，没有的用图片并写说明。",
    bad="“公开”两个字中间夹着零宽空格，搜索“公开”就找不到",
    good="公开",
)
def hidden_signs(passage: Passage, _column: Column) -> TextFindings:
    """No zero-width signs inside words, and no signs of private use, which look different on every machine.

    Publishing drops a zero-width space at the end of a line of a body; inside a word it keeps searches from finding it.
    """
    text = view(passage)
    if passage.source is Source.ATTACHED or not _HIDDEN.search(signs(text)):
        return
    found = [each for each in _HIDDEN.finditer(text) if _disturbs(text, each)]
    if found:
        first = found[0]
        what = "看不见的符号" if _JOINERS.fullmatch(first[0]) else "造字或者图标"
        code = "、".join(dict.fromkeys(f"U+{ord(sign):04X}" for sign in first[0]))
        yield (
            first.start(),
            f"{quoted(text, *first.span())}里有{what}（{code}）{_more(found)}；请删去，或者改成标准的汉字、符号",
        )


@text_rule(
    "pinyin-debris",
    "汉字后面不能留着转换出来的拼音",
    Severity.WARNING,
    family=Family.WORDING,
    advice="这是从别的网页复制时带来的；请回到原文重新复制，或者把括号和拼音都删去。生僻字的注音不在此列。",
    bad="政务(wù)公开(kāi)工作要点(diǎn)",
    good="政务公开工作要点",
    limits=(PINYIN,),
)
def pinyin_debris(passage: Passage, column: Column) -> TextFindings:
    """A reader needs one or two readings of rare signs; more are left by a converter."""
    text = view(passage)
    if not _TONES.search(signs(text)):
        return
    found = list(_PINYIN.finditer(text))
    if len(found) >= column.checks.limit(PINYIN):
        yield (
            found[0].start(),
            f"{quoted(text, *found[0].span())}里，汉字后面带着括号和拼音{_more(found)}；请删去拼音，或者从原文重新复制",
        )


@text_rule(
    "traditional-signs",
    "正文用规范汉字，不用繁体字",
    Severity.WARNING,
    norm="《国家通用语言文字法》第九条",
    family=Family.WORDING,
    advice="请改成规范汉字；姓名、题词、古籍原文确实要用繁体字的，写明原因，记入“已核对”。",
    bad="各單位要認真貫徹執行",
    good="各单位要认真贯彻执行",
    limits=(TRADITIONAL,),
)
def traditional_signs(passage: Passage, column: Column) -> TextFindings:
    """Organs write in the signs of the national standard; a name or two in others is nobody's fault."""
    text = view(passage)
    if not _TRADITIONAL.search(signs(text)):
        return
    found = _TRADITIONAL.findall(text)
    first = _TRADITIONAL.search(text)
    if first and len(found) >= column.checks.limit(TRADITIONAL):
        shown = "、".join(list(dict.fromkeys(found))[:8])
        yield (
            first.start(),
            f"{quoted(text, *first.span())}等处有 {len(found)} 个繁体字（{shown}……）；请改成规范汉字",
        )


def _disturbs(text: str, found: re.Match[str]) -> bool:
    """Whether what was found shows, or parts a word: a joiner at a blank or the end of a line does no harm."""
    if not _JOINERS.fullmatch(found[0]):
        return True
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    return before.isalnum() and after.isalnum()


def _more(found: list[re.Match[str]]) -> str:
    """How many places there are, if more than one."""
    return f"（共 {len(found)} 处）" if len(found) > 1 else ""
