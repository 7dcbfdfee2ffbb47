"""What can be wrong with a file before any rule looks at it: the named conditions of loading."""

from disclosure.problems import Family, Rule

ENCODING = Rule(
    "encoding",
    "文件要用 UTF-8 编码保存",
    family=Family.LOADING,
    advice="用记事本打开，“文件→另存为”，编码选“UTF-8”再保存；有看不见的控制字符的那一行，把它删去重打。",
    bad="另存为时编码选了“ANSI”（GBK）",
    good="另存为时编码选“UTF-8”",
)
EMPTY_FILE = Rule(
    "empty-file",
    "文件不能是空的",
    family=Family.LOADING,
    advice="写上内容；用不着的文件请删去。",
    bad="catalogue/organs.yml 里一个字也没有",
    good="文件里至少写上一项",
)
UNREADABLE = Rule(
    "unreadable",
    "文件要能打开读取",
    family=Family.LOADING,
    advice="关掉正在打开它的程序，核对文件的权限，再试一次；还不行就重新存一份。",
    bad="文件被 Word 占着，或者没有读取的权限",
    good="能用记事本打开的文件",
)
MISSING_FILE = Rule(
    "missing-file",
    "必需的目录文件要齐全",
    family=Family.LOADING,
    advice="照检查结果里的路径新建这个文件，写法照抄示例专栏。",
    bad="catalogue 文件夹里没有 organs.yml",
    good="catalogue 文件夹里有 organs.yml",
)
FRONT_MATTER = Rule(
    "front-matter",
    "文档开头要有两行“---”夹着的元数据",
    family=Family.LOADING,
    advice="在文件最前面写一行“---”，接着写元数据，再写一行“---”，下面才是正文。",
    bad="文件的第一行就是“标题: 示例县停车管理办法”",
    good="第一行是“---”，元数据写完再有一行“---”，下面是正文",
)
BROKEN_YAML = Rule(
    "broken-yaml",
    "元数据和目录文件里的冒号、引号、括号、缩进要写对",
    family=Family.LOADING,
    advice="看这一行和上一行：冒号要半角、后面空一格，引号和括号要成对，缩进要对齐。",
    bad="标题：关于调整低保标准的通知",
    good="标题: 关于调整低保标准的通知",
)
DUPLICATE_KEY = Rule(
    "duplicate-key",
    "同一个键只能写一次",
    family=Family.LOADING,
    advice="两处只留一处，留对的那一处。",
    bad="“内容概述: …”写了两行",
    good="“内容概述: …”只有一行",
)
UNKNOWN_KEY = Rule(
    "unknown-key",
    "键名要用词汇表里的名称",
    family=Family.LOADING,
    advice="键名照抄字段说明（catalogue/schemas/fields.md）；用不着的删去这一行。",
    bad="标志: relief",
    good="标识: relief",
)
MISSING_KEY = Rule(
    "missing-key",
    "必填的键要写",
    family=Family.LOADING,
    advice="补上缺的那一行。",
    bad="文件开头没有“成文日期”这一行",
    good="成文日期: 2026-11-02",
)
EMPTY_VALUE = Rule(
    "empty-value",
    "写了键就要有值",
    family=Family.LOADING,
    advice="在冒号后面写上内容；没有可写的，删去这一行。",
    bad="来源:",
    good="来源: 示例县民政局",
)
WRONG_TYPE = Rule(
    "wrong-type",
    "值的形式要与键相符",
    family=Family.LOADING,
    advice="照检查结果说的形式改写：该是一个值的写一个值，该是几项的写成列表，该是一组键的一行写一个。",
    bad="年度: 25",
    good="年度: 2025",
)
WRONG_NUMBER = Rule(
    "wrong-number",
    "数字要一个不少，没有的写 0",
    family=Family.LOADING,
    advice="照列名一个不少地写数字，没有的写 0，不加逗号和单位。",
    bad="行政许可: 1,530",
    good="行政许可: 1530",
)
FOLDED_TEXT = Rule(
    "folded-text",
    "几段文字要写在“|”后面，一行一段",
    family=Family.LOADING,
    advice="在冒号后面写“|”，文字从下一行开始，每行缩进两格，一行一段。",
    bad="“总体情况:”后面直接写文字，换行接着写",
    good="总体情况: |（下一行起每行缩进两格，一行一段）",
)
WRONG_DATE = Rule(
    "wrong-date",
    "日期要写成 2024-03-05 这样的形式",
    family=Family.LOADING,
    advice="写成 2024-03-05 或者 2024年3月5日，并核对有没有这一天。",
    bad="成文日期: 2026-02-30",
    good="成文日期: 2026-02-28",
)
WRONG_CHOICE = Rule(
    "wrong-choice",
    "值要在规定的几个当中选",
    family=Family.LOADING,
    advice="从检查结果列出的几个值里选一个，一字不差地写。",
    bad="公开属性: 公开",
    good="公开属性: 主动公开",
)
WRONG_FILE_NAME = Rule(
    "wrong-file-name",
    "目录文件夹里的文件名要是规定的样子",
    family=Family.LOADING,
    advice="照检查结果给的样子改文件名。",
    bad="catalogue/calendar/二七年.yml",
    good="catalogue/calendar/2027.yml",
)
WRONG_ID = Rule(
    "wrong-id",
    "标识和文件名只用小写英文字母、数字和连字符",
    family=Family.LOADING,
    advice="改成小写的英文、拼音、数字，中间用连字符；它是网址的一部分，定了以后不要再改。",
    bad="tingche 管理办法.md",
    good="tingche-guanli-banfa.md",
)
DUPLICATE_ID = Rule(
    "duplicate-id",
    "标识和名称不能重复",
    family=Family.CATALOGUES,
    advice="换一个标识或者名称；同一个写了两次的，删去一处。",
    bad="两个机关的标识都是 finance",
    good="一个是 finance，一个是 audit",
)
UNKNOWN_ORGAN = Rule(
    "unknown-organ",
    "机关要在 catalogue/organs.yml 里",
    family=Family.CATALOGUES,
    advice="改成 catalogue/organs.yml 里的名称或者简称；确实是新机关的，先在那里加上。",
    bad="发文机关: 示例县交通局",
    good="发文机关: 示例县交通运输局",
)
UNKNOWN_THEME = Rule(
    "unknown-theme",
    "主题分类要在 catalogue/themes.yml 里",
    family=Family.CATALOGUES,
    advice="改成 catalogue/themes.yml 里的名称，一字不差。",
    bad="主题分类: 民政",
    good="主题分类: 民政、扶贫、救灾",
)
UNKNOWN_GENRE = Rule(
    "unknown-genre",
    "体裁分类要在 catalogue/genres.yml 里",
    family=Family.CATALOGUES,
    advice="改成 catalogue/genres.yml 里的名称；确实要有这种体裁的，先在那里加上。",
    bad="体裁分类: 通知书",
    good="体裁分类: 通知",
)
UNKNOWN_ITEM = Rule(
    "unknown-item",
    "文件夹要与 catalogue/statutory.yml 的栏目标识一致",
    family=Family.CATALOGUES,
    advice="把文件移到正确的栏目文件夹；确实是新栏目的，先在 catalogue/statutory.yml 里加上。",
    bad="content/statutory/dibao/2026/biaozhun.md",
    good="content/statutory/social-assistance/2026/biaozhun.md",
)
UNKNOWN_FIELD = Rule(
    "unknown-field",
    "catalogue/fields 里的文件名要是领域的标识",
    family=Family.CATALOGUES,
    advice="照检查结果改文件名；本地自己增加的领域，在文件里写上“名称”。",
    bad="catalogue/fields/elderly.yml",
    good="catalogue/fields/elderly-care.yml",
)
MISPLACED = Rule(
    "misplaced",
    "文件要放在规定的文件夹里",
    family=Family.LOADING,
    advice="文件放到 content/statutory/栏目/年份/，说明页面放到 content 下的 guide、rules、annual、about。",
    bad="content/dibao-biaozhun.md",
    good="content/statutory/social-assistance/2026/dibao-biaozhun.md",
)
ANNUAL = Rule(
    "annual-place",
    "年度报告的文件名是年份，部门的报告放在年份文件夹里，文件名是机关标识",
    family=Family.CATALOGUES,
    advice="政府的报告叫 catalogue/annual/年份.yml，部门的叫 catalogue/annual/年份/机关标识.yml；2018年以前的写成 content/annual/年份.md。",
    bad="catalogue/annual/2025/财政局.yml",
    good="catalogue/annual/2025/finance.yml",
)
CALENDAR = Rule(
    "calendar",
    "放假安排的文件名是年份，放假要写全，日子要在这一年里，前后相符",
    family=Family.CATALOGUES,
    advice="对照国务院办公厅的通知，把七个节日和调休上班的日子写全、写对。",
    bad="{名称: 春节, 开始: 2099-01-27, 结束: 2099-01-21}",
    good="{名称: 春节, 开始: 2099-01-21, 结束: 2099-01-27}",
)
COLLECTED = Rule(
    "collected",
    "采集来的文件要完整，只由 disclosure collect 写",
    family=Family.CATALOGUES,
    advice="不要手改，请重新采集；还是不行的，请对方重新生成网站再发来。",
    bad="用记事本改了 catalogue/collected/qinghe.json",
    good="disclosure collect qinghe.zip",
)
COLLECTED_ADDRESS = Rule(
    "collected-address",
    "采集来的专栏和文件，地址要是 https:// 开头的完整网址",
    family=Family.CATALOGUES,
    advice="请对方在设置里写好网站的地址（site_url），重新生成后再采集。",
    bad="地址是 ../，或者 http:// 开头",
    good="https://qinghe.shilixian.gov.cn/zfxxgk/",
)
MISSING_ATTACHMENT = Rule(
    "missing-attachment",
    "附件和图片要放在文档旁边",
    family=Family.SITE,
    advice="把文件放到文档旁边，并核对文件名，大小写也要一样。",
    bad="文件: 标准表.xlsx（文件夹里没有）",
    good="文件: biaozhun.xlsx（就在文档旁边）",
)
REGISTER_COLUMNS = Rule(
    "register-columns",
    "名录的列要声明清楚：名称不重复，选项有可选值，金额有单位，名称列、标识列、截止列要有",
    family=Family.CATALOGUES,
    advice="照检查结果补全这一列：选项写可选值，金额写单位，名称列、标识列、截止列写已有的列。",
    bad="{列名: 罚款金额, 类型: 金额}",
    good="{列名: 罚款金额, 类型: 金额, 单位: 万元}",
)
REGISTER_TABLE = Rule(
    "register-table",
    "名录的行写在“数据”里或者同名的 .csv 里，表格要读得出来",
    family=Family.CATALOGUES,
    advice="表格另存为 CSV，与名录同名，放在它旁边；格子里有逗号的，要加双引号。",
    bad="penalties.yml 旁边是 penalties.xlsx",
    good="penalties.yml 旁边是 penalties.csv",
)
REGISTER_HEADING = Rule(
    "register-heading",
    "表格的列名要与名录的列一致，一列也不能少",
    family=Family.CATALOGUES,
    advice="第一行写表头，列名照抄名录的列，一列也不能少；没有内容的列可以空着。",
    bad="序号,当事人名称（名录的列是“当事人”）",
    good="序号,当事人",
)
REGISTER_CELL = Rule(
    "register-cell",
    "表格里的每一格要与列的类型相符，必填的要填",
    family=Family.CATALOGUES,
    advice="照检查结果改这一格：数字只写数字，日期写成 2026-03-05，选项照抄可选值，必填的补上。",
    bad="罚款金额一格写“八千左右”",
    good="罚款金额一格写“8000元”",
)
REGISTER_ROW = Rule(
    "register-row",
    "名录的每一行要有名称，能与别的行区分开",
    family=Family.CATALOGUES,
    advice="补上这一行的名称和标识；与别的行分不开的，核对是不是重复；合计行删去，程序会算。",
    bad="最后一行写“合计”",
    good="最后一行是最后一条，合计由程序算",
)
REGISTER_MASK = Rule(
    "register-mask",
    "声明遮蔽的列只能写遮蔽过的内容",
    norm="个人信息保护法第二十五条",
    family=Family.PRIVACY,
    advice="把内容写成遮蔽过的样子，给这一列写“遮蔽: 是”；用不着的个人信息，整列不要放进来。",
    bad="姓名一列写“赵启明”",
    good="姓名一列写“赵*”，并写“遮蔽: 是”",
)

ALL = tuple(value for value in vars().copy().values() if isinstance(value, Rule))
