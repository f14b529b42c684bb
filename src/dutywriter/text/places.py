"""Names of places in China: provinces, cities of prefecture rank, and districts that are named without their city."""

import re
from collections.abc import Iterator

from dutywriter.text.characters import ALNUM, HAN


def _longest_first(names: str) -> tuple[str, ...]:
    return tuple(sorted({*names.split()}, key=len, reverse=True))


PROVINCES = _longest_first(
    "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 "
    "内蒙古 广西 西藏 宁夏 新疆"
)
CITIES = _longest_first(
    "北京 上海 天津 重庆 香港 澳门 "
    "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 雄安 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 "
    "临汾 吕梁 "
    "呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 "
    "辽阳 盘锦 铁岭 "
    "葫芦岛 长春 四平 辽源 通化 白山 松原 白城 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 "
    "黑河 绥化 "
    "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 江阴 张家港 常熟 杭州 宁波 温州 嘉兴 "
    "湖州 绍兴 金华 "
    "衢州 舟山 台州 丽水 义乌 慈溪 余姚 海宁 桐乡 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 "
    "六安 亳州 池州 宣城 "
    "福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江 石狮 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 "
    "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 "
    "鹤壁 新乡 焦作 濮阳 "
    "许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 "
    "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 广州 韶关 深圳 珠海 汕头 佛山 江门 "
    "湛江 茂名 肇庆 惠州 "
    "梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 顺德 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 "
    "贺州 河池 来宾 崇左 "
    "海口 三亚 三沙 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 "
    "资阳 阿坝 甘孜 凉山 "
    "贵阳 六盘水 遵义 安顺 毕节 铜仁 黔东南 黔南 黔西南 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理 西双版纳 红河 "
    "文山 楚雄 德宏 "
    "拉萨 日喀则 昌都 林芝 山南 那曲 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 "
    "武威 张掖 平凉 酒泉 "
    "庆阳 定西 陇南 西宁 海东 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 喀什 阿克苏 伊犁 和田 石河子 "
    "四会 永康 瑞安 乐清 诸暨 嵊州 东阳 兰溪 温岭 临海 玉环 平湖 海盐 德清 长兴 安吉 太仓 宜兴 溧阳 丹阳 如皋 海门 "
    "启东 靖江 泰兴 "
    "兴化 邳州 新沂 福清 长乐 南安 安溪 龙海 福安 丰城 樟树 寿光 诸城 青州 高密 胶州 平度 莱西 招远 龙口 荣成 曲阜 "
    "滕州 邹城 新郑 "
    "荥阳 巩义 禹州 长葛 仙桃 潜江 天门 枣阳 浏阳 宁乡 醴陵 增城 从化 台山 开平 鹤山 普宁 陆丰 高州 廉江 桂平 简阳 "
    "都江堰 彭州 崇州 "
    "江油 西昌 仁怀 安宁 敦煌 库尔勒 迁安 任丘 武安 三河 白沟 霸州 介休 瓦房店 海城 公主岭 满洲里 "
    "台北 高雄 台中 台南 新竹"
)
DISTRICTS = _longest_first(
    "朝阳 海淀 东城 西城 丰台 通州 大兴 昌平 顺义 亦庄 望京 中关村 国贸 三里屯 上地 西二旗 回龙观 "
    "浦东 黄浦 徐汇 长宁 静安 普陀 虹口 杨浦 闵行 宝山 嘉定 松江 青浦 奉贤 张江 陆家嘴 虹桥 漕河泾 五角场 人民广场 "
    "天河 越秀 海珠 荔湾 白云 黄埔 番禺 花都 南沙 增城 珠江新城 琶洲 南山 福田 罗湖 宝安 龙岗 龙华 盐田 光明 坪山 "
    "前海 科技园 坂田 "
    "滨江 余杭 西湖 拱墅 上城 下城 萧山 临平 钱塘 下沙 未来科技城 江干 高新 锦江 武侯 青羊 金牛 成华 双流 郫都 温江 "
    "龙泉驿 天府新区 天府 "
    "春熙路 渝北 渝中 江北 南岸 沙坪坝 九龙坡 巴南 观音桥 解放碑 江宁 建邺 鼓楼 玄武 秦淮 栖霞 雨花台 浦口 六合 "
    "河西 新街口 "
    "姑苏 吴中 相城 吴江 园区 工业园 工业园区 洪山 武昌 汉口 汉阳 江汉 硚口 江岸 光谷 东湖高新 东西湖 江夏 岳麓 "
    "芙蓉 天心 开福 雨花 望城 "
    "雁塔 未央 碑林 莲湖 长安 曲江 高新区 经开 金水 二七 中原 管城 惠济 郑东新区 郑东 思明 湖里 集美 海沧 翔安 鄞州 "
    "海曙 镇海 北仑 慈城 "
    "市南 市北 崂山 黄岛 李沧 城阳 即墨 历下 市中 槐荫 天桥 历城 和平 沈河 铁西 皇姑 浑南 南开 河东 滨海 滨海新区 "
    "蜀山 包河 庐阳 瑶海 政务区 "
    "经开区 禅城 南海 顺德 三水 香洲 横琴 南城 东城 长安镇 虎门 松山湖 五华 盘龙 官渡 西山 呈贡 观山湖 南明 云岩 "
    "青秀 江南 西乡塘 "
    "梁溪 滨湖 新吴 惠山 锡山 越城 柯桥 上虞 鹿城 瓯海 龙湾 红谷滩 青山湖 东湖 城东 城西 城南 城北 市中心 市区 "
    "老城区 新区 开发区 "
)
_NEVER = "(?!)"
_OWN_WORDS = "招上本这总市办公团运地工经营司部人聘班做要的和在等节假期或"
_UNKNOWN = rf"[^\W\da-z{_OWN_WORDS}]{{2,3}}(?=[,;。\n) ]|$|上班|办公)"
_BUILDING = rf"(?:{ALNUM}{{1,6}}?(?:软件园|科技园|产业园|创业园|大厦|广场|中心|商圈|街道|大道|路|街|地铁站)(?:附近)?)?"
_PART = rf"{HAN}{{1,4}}?(?:新区|自治县|[区县镇])(?!{HAN}?(?:总|经理|域))"


def places(plain: str) -> Iterator[re.Match[str]]:
    """Every city that a folded text names, each with its province, district and building where it names them too."""
    province, city = one_of(PROVINCES, plain), one_of(CITIES, plain)
    if not province and not city:
        return iter(())
    district = rf"[-·/ ]?(?:{_PART}|{one_of(DISTRICTS, plain) or _NEVER}(?:区|新区|镇)?)|{_UNKNOWN}"
    provinces = rf"(?:{province or _NEVER}省?)"
    return re.finditer(rf"{provinces}{_UNKNOWN}|{provinces}?{city or _NEVER}市?(?:{district})?{_BUILDING}", plain)


def one_of(names: tuple[str, ...], plain: str) -> str:
    """The pattern of those among PROVINCES, CITIES or DISTRICTS that a text names; empty where it names none.

    Of all names it would take `re` longer to compile than the text to be read.
    """
    named = [name for name in names if name in plain]
    return f"(?:{'|'.join(named)})" if named else ""
