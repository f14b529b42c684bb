"""The file that a company begins with: every kind of entry once, as a comment to take in."""

STARTER = """\
# yaml-language-server: $schema={schema}
## 公司自己的职责库。用法：
##   dutywriter catalogue check 这个文件        检查
##   dutywriter new --catalogue 这个文件 …      使用
## 每次都用：在项目文件夹（或个人文件夹）放一个 .dutywriter.toml，写一行 catalogue = ["这个文件名"]
##
## 写法：编号（id、name、section）与随程序提供的相同，就只改写出的这几栏；不同，就是新增；
## 写 hide: true 就去掉那一项。列表整个替换。下面以“# ”开头的是例子，去掉“# ”即可使用。
schema: dutywriter/catalogue/1

## 一、在已有岗位的模块里加一条职责，改一条，去掉一条（编号见 dutywriter catalogue show 商品与页面）
# roles:
# - name: 电商运营
#   sections:
#   - section: merchandise
#     duties:
#     - id: our-sample-check
#       priority: 1
#       metrics: [quality_ref]
#       partners: [goods]
#       levels:
#         专员:
#           do: 试用新品样品
#           frequency: 按项目
#           timing: 上架前
#           standard: 尺寸、气味、做工三项都写了结论
#           deliverable: 样品试用单
#     - id: ec-listing
#       levels:
#         专员: {{timing: 开售前 1 个工作日}}
#     - {{id: ec-qa-page, hide: true}}
#
## 二、加一个职责模块，放进岗位时写分量（同一个 roles 下接着写）
# sections:
# - id: our-showroom
#   title: 展厅接待
#   about: 展厅 样品 参观 讲解 接待
#
## 三、加一项指标，改一项指标的口径
# metrics:
# - id: our-sample-rate
#   name: 样品试用率
#   formula: 已试用的新品数 ÷ 上架新品数 × 100%
#   unit: "%"
#   direction: up
#   source: 样品试用单
# - id: refund_amt
#   definition: 按退款成功时间统计，含未发货退款
#
## 四、加一个平台，写明它的后台叫什么；加一个类目
# platforms:
# - name: 本公司商城
#   aliases: [商城]
#   words:
#     工作台: {{text: 商城管理后台}}
#     数据工具: {{text: 商城数据看板}}
# categories:
# - {{name: 户外, aliases: [露营]}}
"""
