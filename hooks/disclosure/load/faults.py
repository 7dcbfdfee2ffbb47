"""What can be wrong with a file before any rule looks at it: the named conditions of loading."""

from disclosure.problems import Rule

ENCODING = Rule("encoding", "文件要用 UTF-8 编码保存")
EMPTY_FILE = Rule("empty-file", "文件不能是空的")
UNREADABLE = Rule("unreadable", "文件要能打开读取")
MISSING_FILE = Rule("missing-file", "必需的目录文件要齐全")
FRONT_MATTER = Rule("front-matter", "文档开头要有两行“---”夹着的元数据")
BROKEN_YAML = Rule("broken-yaml", "元数据和目录文件要符合 YAML 写法")
DUPLICATE_KEY = Rule("duplicate-key", "同一个键只能写一次")
UNKNOWN_KEY = Rule("unknown-key", "键名要用词汇表里的名称")
MISSING_KEY = Rule("missing-key", "必填的键要写")
EMPTY_VALUE = Rule("empty-value", "写了键就要有值")
WRONG_TYPE = Rule("wrong-type", "值的形式要与键相符")
WRONG_DATE = Rule("wrong-date", "日期要写成 2024-03-05 这样的形式")
WRONG_CHOICE = Rule("wrong-choice", "值要在规定的几个当中选")
WRONG_FILE_NAME = Rule("wrong-file-name", "目录文件夹里的文件名要是规定的样子")
WRONG_ID = Rule("wrong-id", "标识和文件名只用小写英文字母、数字和连字符")
DUPLICATE_ID = Rule("duplicate-id", "标识和名称不能重复")
UNKNOWN_ORGAN = Rule("unknown-organ", "机关要在 catalogue/organs.yml 里")
UNKNOWN_THEME = Rule("unknown-theme", "主题分类要在 catalogue/themes.yml 里")
UNKNOWN_GENRE = Rule("unknown-genre", "体裁分类要在 catalogue/genres.yml 里")
UNKNOWN_ITEM = Rule("unknown-item", "文件夹要与 catalogue/statutory.yml 的栏目标识一致")
UNKNOWN_FIELD = Rule("unknown-field", "catalogue/fields 里的文件名要是领域的标识")
MISPLACED = Rule("misplaced", "文件要放在规定的文件夹里")
CALENDAR = Rule("calendar", "放假安排的文件名是年份，放假要写全，日子要在这一年里，前后相符")
MISSING_ATTACHMENT = Rule("missing-attachment", "附件和图片要放在文档旁边")
REGISTER_COLUMNS = Rule(
    "register-columns", "名录的列要声明清楚：名称不重复，选项有可选值，金额有单位，名称列、标识列、截止列要有"
)
REGISTER_TABLE = Rule("register-table", "名录的行写在“数据”里或者同名的 .csv 里，表格要读得出来")
REGISTER_HEADING = Rule("register-heading", "表格的列名要与名录的列一致，一列也不能少")
REGISTER_CELL = Rule("register-cell", "表格里的每一格要与列的类型相符，必填的要填")
REGISTER_ROW = Rule("register-row", "名录的每一行要有名称，能与别的行区分开")
REGISTER_MASK = Rule("register-mask", "声明遮蔽的列只能写遮蔽过的内容", norm="个人信息保护法第二十五条")

ALL = tuple(value for value in vars().copy().values() if isinstance(value, Rule))
