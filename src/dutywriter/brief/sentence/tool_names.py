"""Names of software that operations posts ask for; those of platforms' words come from the catalogue."""

_WORDS = (
    # office and design
    "Excel PPT Word WPS Office VLOOKUP 数据透视表 透视表 Xmind 思维导图 Visio PS Photoshop AI AE PR Premiere C4D 3DMax CAD "
    "剪映 剪映专业版 CapCut 达芬奇 Canva 可画 稿定设计 稿定 创客贴 美图秀秀 醒图 黄油相机 Axure 墨刀 Figma Sketch "
    "秀米 135编辑器 135排版 135 壹伴 微信公众平台 公众号后台 Midjourney ChatGPT DeepSeek 豆包 "
    # data
    "SQL MySQL Hive Python R SPSS SAS Stata Tableau PowerBI FineBI FineReport 帆软 QuickBI Looker 神策 GrowingIO 友盟 百度统计 "
    "GA GA4 谷歌分析 谷歌广告 新榜 灰豚 考古加 蝉妈妈 飞瓜 飞瓜数据 "
    # platforms' own
    "生意参谋 京东商智 商智 多多参谋 京准通 京麦 千牛 千川 巨量千川 巨量引擎 巨量云图 抖音罗盘 电商罗盘 罗盘 直通车 "
    "万相台 引力魔方 "
    "聚光 蒲公英 星图 磁力金牛 美团管家 "
    # trade, stock and customers
    "ERP ERP系统 聚水潭 旺店通 万里牛 管易 店小秘 马帮 领星 积加 易仓 卖家精灵 Helium10 JungleScout Keepa 鸥鹭 Semrush "
    "Ahrefs Shopify "
    "有赞 微盟 探马 尘锋 微伴 小鹅通 企业微信 CRM 工单系统 OA 金蝶 用友 SAP WMS 收银系统 客如云 "
    # working together, live rooms
    "问卷星 金数据 腾讯文档 石墨文档 飞书 飞书文档 多维表格 飞书多维表格 钉钉 Jira TAPD 禅道 Teambition Notion "
    "OBS 直播伴侣 抖音直播伴侣"
).split()
TOOLS = (*_WORDS, "Power BI", "Google Ads", "Google Analytics", "Quick BI", "Final Cut", "Helium 10", "Jungle Scout")
