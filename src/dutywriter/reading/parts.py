"""What the parts of a document are about, by the many ways in which their headings are spelled."""

PARTS = {
    "facts": "基本信息",
    "purpose": "岗位目的",
    "goals": "工作目标",
    "milestones": "里程碑",
    "duties": "主要职责、工作内容",
    "rhythm": "每日、每周、每月的工作",
    "metrics": "绩效指标",
    "standards": "执行标准、预期成果",
    "partners": "协作关系",
    "requirements": "任职要求",
    "pluses": "加分项",
    "tools": "工具",
    "powers": "权限",
    "employer": "单位情况",
    "offer": "薪酬、福利、工作时间、招聘条件",
    "contact": "联系方式",
    "onsite": "驻场约定与服务条款",
    "pending": "待确认事项",
}
"""The keys that a segment's `part` can hold, and what each stands for."""
