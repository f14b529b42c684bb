import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, FormatChecker
from msgspec.structs import replace

from dutywriter.draft import Draft, Duties, Duty, Items, Line, Origin, Paragraph, Part, Table
from dutywriter.errors import Refused
from dutywriter.formats import jobposting
from dutywriter.formats.lines import shown
from dutywriter.formats.vacancy import SECONDED, TITLES

TEXT = {"type": "string", "pattern": r"\S"}
TEXTS = {"type": "array", "items": TEXT, "minItems": 1}
DAY = {"type": "string", "format": "date"}
ORGANIZATION = {
    "type": "object",
    "required": ["@type", "name"],
    "properties": {"@type": {"const": "Organization"}, "name": TEXT, "description": TEXT},
    "additionalProperties": False,
}
POSTING = {
    "type": "object",
    "required": ["@context", "@type", "title", "description", "datePosted", "hiringOrganization", "jobLocation"],
    "additionalProperties": False,
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "JobPosting"},
        "title": TEXT,
        "description": TEXT,
        "datePosted": DAY,
        "validThrough": DAY,
        "hiringOrganization": ORGANIZATION,
        "employmentUnit": ORGANIZATION,
        "jobLocation": {
            "type": "object",
            "required": ["@type", "address"],
            "properties": {
                "@type": {"const": "Place"},
                "address": {
                    "type": "object",
                    "required": ["@type", "addressCountry", "addressLocality"],
                    "properties": {
                        "@type": {"const": "PostalAddress"},
                        "addressCountry": {"const": "CN"},
                        "addressLocality": TEXT,
                    },
                    "additionalProperties": False,
                },
            },
            "additionalProperties": False,
        },
        "baseSalary": {
            "type": "object",
            "required": ["@type", "currency", "value"],
            "properties": {
                "@type": {"const": "MonetaryAmount"},
                "currency": {"const": "CNY"},
                "value": {
                    "type": "object",
                    "required": ["@type", "unitText"],
                    "properties": {
                        "@type": {"const": "QuantitativeValue"},
                        "value": {"type": "number"},
                        "minValue": {"type": "number"},
                        "maxValue": {"type": "number"},
                        "unitText": {"enum": ["HOUR", "DAY", "WEEK", "MONTH", "YEAR"]},
                    },
                    "additionalProperties": False,
                },
            },
            "additionalProperties": False,
        },
        "totalJobOpenings": {"type": "integer", "minimum": 1},
        "workHours": TEXT,
        "industry": TEXT,
        "responsibilities": TEXTS,
        "qualifications": TEXTS,
        "skills": TEXTS,
        "educationRequirements": TEXT,
        "experienceRequirements": TEXT,
    },
}
NEEDED = {"kind": "招聘", "company": "甲公司", "location": "杭州市", "posted": "2027-01-04"}
MORE = {
    "industry": "零售",
    "headcount": "2",
    "hours": "09:00-18:00",
    "rest": "双休",
    "pay": "8-12K·13薪",
    "valid_until": "2027-03-31",
    "education": "大专及以上",
    "experience": "2",
    "tools": "生意参谋,Excel",
    "set": "单位情况=做母婴用品",
}
CLIENT = "白鹭洲第九医院"
NASTY = st.sampled_from(
    [
        "</script><script>alert(1)</script>",
        "<!--",
        "]]>",
        "&amp;",
        "&#x3c;b>",
        '<b>&"｜ `*_[x](y)',
        "'\"><img src=x onerror=alert(1)>",
        "\u202e反",
        "\x00\x1b[31m",
        "\ud800",
        "\u2028",
        "👨‍👩‍👧",
        "x" * 5000,
    ]
)
HOSTILE = st.one_of(st.text(st.characters(), min_size=1, max_size=40), NASTY)


class Description(HTMLParser):
    """Reads a description into its texts, and fails on any element but p, ul and li, and on one not closed in order."""

    def __init__(self, html):
        super().__init__()
        self.texts, self.open = [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        assert (tag, attributes) in [("p", []), ("ul", []), ("li", [])]
        assert self.open == (["ul"] if tag == "li" else [])
        self.open.append(tag)
        if tag != "ul":
            self.texts.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        assert self.open[-1] in ("p", "li")
        self.texts[-1] += data

    def handle_comment(self, data):
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def posting_of(draft):
    content = json.loads(jobposting.render(draft))
    Draft7Validator(POSTING, format_checker=FormatChecker()).validate(content)
    Description(content["description"])
    return content


def user(text, *refs):
    return Line(text, Origin("user", refs))


def draft_with(text, **lines):
    """A posting in which the user typed `text` wherever a user may."""
    told = {key: user(text, key) for key in ("company", "location", "industry", "about", "hours", "education", "pay", "tools")}
    told |= {"posted": user("2027-01-04", "posted"), **lines}
    duty = Duty(text, Origin("user"), section="x", section_title=text, level="专员", frequency="每日")
    parts = (
        Part("employer", text, tuple(Paragraph(line) for line in told.values())),
        Part("posting_duties", "岗位职责", (Items((user("理货"), user(text))),)),
        Part("x", text, (Duties((duty,)),)),
    )
    return Draft(f"{text}招聘信息", "电商运营", "专员", "招聘", parts)


@pytest.mark.parametrize("role", ["驻场", "电商", "产品", "门店", "数据"])
@pytest.mark.parametrize("length", ["精简", "标准", "详尽"])
def test_a_posting_is_one_as_google_wants_it(draft_of, role, length):
    draft = draft_of(role=role, length=length, **NEEDED)
    content = posting_of(draft)
    assert content["title"] == draft.title.removesuffix("招聘信息")
    lines = [shown(line) for line in draft.parts[1].blocks[0].lines]
    assert content["responsibilities"] == lines
    texts = Description(content["description"]).texts
    assert [text for text in texts if text in lines] == lines


def test_every_answer_stands_under_its_name(draft_of):
    content = posting_of(draft_of(role="电商", **NEEDED, **MORE))
    assert content["datePosted"] == "2027-01-04"
    assert content["validThrough"] == "2027-03-31"
    assert content["hiringOrganization"] == {"@type": "Organization", "name": "甲公司", "description": "做母婴用品"}
    assert content["jobLocation"]["address"]["addressLocality"] == "杭州市"
    assert content["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "minValue": 8000,
        "maxValue": 12000,
        "unitText": "MONTH",
    }
    assert content["industry"] == "零售"
    assert content["totalJobOpenings"] == 2
    assert content["workHours"] == "09:00 至 18:00，双休"
    assert content["educationRequirements"] == "大专及以上"
    assert content["experienceRequirements"].startswith("2 年以上")
    assert content["skills"] == ["生意参谋", "Excel"]
    assert content["qualifications"][:2] == ["学历：大专及以上", "会用生意参谋、Excel"]


def test_what_nobody_said_is_left_out(draft_of):
    content = posting_of(draft_of(role="电商", **NEEDED))
    assert set(content) == {
        "@context",
        "@type",
        "title",
        "description",
        "datePosted",
        "hiringOrganization",
        "jobLocation",
        "responsibilities",
        "qualifications",
    }
    assert "待填：" not in json.dumps(content, ensure_ascii=False)


def test_rest_days_alone_are_no_working_hours(draft_of):
    assert "workHours" not in posting_of(draft_of(role="电商", rest="双休", **NEEDED))


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("15-20万/年", {"minValue": 150000, "maxValue": 200000, "unitText": "YEAR"}),
        ("9000", {"value": 9000, "unitText": "MONTH"}),
    ],
)
def test_pay_has_its_unit(draft_of, said, value):
    posting = posting_of(draft_of(role="电商", pay=said, **NEEDED))
    assert posting["baseSalary"]["value"] == {"@type": "QuantitativeValue", **value}


def test_what_is_no_number_and_no_day_is_told_in_the_description_alone(draft_of):
    content = posting_of(draft_of(role="电商", set="招聘人数=若干", **NEEDED))
    assert "totalJobOpenings" not in content
    assert "招聘人数：若干" in Description(content["description"]).texts
    content = posting_of(draft_with("理货", pay=user("面议", "pay"), valid=user("招满为止", "valid_until")))
    assert not {"baseSalary", "validThrough"} & set(content)
    assert {"面议", "招满为止"} <= set(Description(content["description"]).texts)


@pytest.mark.parametrize(
    ("left", "told"),
    [("company", "用人单位（--company）"), ("location", "工作地点（--location）"), ("posted", "发布日期（--posted）")],
)
def test_a_required_answer_that_is_missing_is_named_with_its_flag(draft_of, left, told):
    given_ = {key: value for key, value in NEEDED.items() if key != left}
    with pytest.raises(Refused) as caught:
        jobposting.render(draft_of(role="电商", **given_))
    assert caught.value.lines == [f"招聘结构化数据还缺{told}，请补上"]
    assert caught.value.exit_code == 1


@pytest.mark.parametrize(
    ("change", "told"),
    [({"title": "招聘信息"}, "岗位名称（--title）"), ({"parts": ()}, "岗位职责、用人单位（--company）")],
)
def test_a_draft_without_title_or_content_is_refused(draft_of, change, told):
    with pytest.raises(Refused) as caught:
        jobposting.render(replace(draft_of(role="电商", **NEEDED), **change))
    assert told in caught.value.message


def test_a_placeholder_that_a_user_typed_is_no_value():
    with pytest.raises(Refused, match="用人单位"):
        jobposting.render(draft_with("甲", company=user("【待填：用人单位】", "company")))


def test_other_kinds_are_sent_to_the_posting(draft_of):
    for kind in ("说明书", "驻场附件", "正文", "任务清单"):
        with pytest.raises(Refused, match="改用 --kind 招聘"):
            jobposting.render(draft_of(role="驻场", **(NEEDED | {"kind": kind})))


def dated(draft):
    """A job description with the day that only postings show."""
    facts, *others = draft.parts
    table = facts.blocks[0]
    row = (Line("发布日期", Origin("computed")), user("2027-01-04", "posted"))
    return replace(draft, parts=(replace(facts, blocks=(Table(table.columns, (*table.rows, row)),)), *others))


@pytest.mark.parametrize("kind", ["招聘", "说明书"])
@pytest.mark.parametrize("length", ["精简", "标准", "详尽"])
def test_who_hires_onsite_is_the_vendor_and_the_client_is_not_told(draft_of, kind, length):
    draft = draft_of(role="驻场", client=CLIENT, length=length, **(NEEDED | {"kind": kind}))
    draft = draft if kind == "招聘" else dated(draft)
    content = posting_of(draft)
    assert content["hiringOrganization"]["name"] == "甲公司"
    assert CLIENT not in jobposting.render(draft).decode()
    assert content["responsibilities"]


def test_without_the_vendor_the_client_does_not_take_its_place(draft_of):
    draft = draft_of(role="驻场", client=CLIENT, location="杭州", kind="说明书")
    with pytest.raises(Refused, match="用人单位") as caught:
        jobposting.render(dated(draft))
    assert CLIENT not in caught.value.message


def test_a_line_in_which_the_client_was_filled_in_is_not_told():
    draft = draft_with("甲")
    told = Part("purpose", "目的", (Paragraph(user(f"为{CLIENT}服务", "x", "客户单位")),))
    assert CLIENT not in jobposting.render(replace(draft, parts=(*draft.parts, told))).decode()


def test_a_job_description_tells_its_duties_but_not_its_measures(draft_of):
    draft = dated(draft_of(role="电商", length="详尽", headcount="3", **(NEEDED | {"kind": "说明书"})))
    content = posting_of(draft)
    assert content["responsibilities"] == [shown(duty) for duty in draft.duties()]
    texts = Description(content["description"]).texts
    assert not {"绩效指标", "签署", "怎么核实"} & set(texts)
    assert "totalJobOpenings" not in content


def test_suggestions_are_marked_and_explained(draft_of):
    content = posting_of(draft_of(role="驻场", **NEEDED))
    assert "※" in "".join(content["qualifications"])
    assert Description(content["description"]).texts[0].startswith("带 ※ 的数字是建议值")


@given(HOSTILE.filter(str.strip))
def test_hostile_text_is_shown_as_text_and_breaks_nothing(text):
    draft = draft_with(text)
    rendered = jobposting.render(draft)
    assert b"<" not in rendered
    content = posting_of(draft)
    shown_text = content["responsibilities"][-1]
    assert Description(content["description"]).texts.count(shown_text) >= 2
    assert rendered == jobposting.render(draft)


def test_the_same_answers_give_the_same_bytes(draft_of):
    first, second = (jobposting.render(draft_of(role="电商", **NEEDED, **MORE)) for _ in range(2))
    assert first == second
    assert first.endswith(b"}\n")


def test_titles_and_notes_are_those_that_documents_have(catalogue, draft_of):
    assert {kind.name: kind.title for kind in catalogue.documents.kinds} == TITLES
    assert any(line.text == f"甲公司{SECONDED}" for line in draft_of(role="驻场", **NEEDED).lines())


def test_what_is_missing_ends_the_program_with_one_line_and_no_file(run, tmp_path):
    result = run("new", "--role", "电商", "--kind", "招聘", "--location", "杭州", "--out", "jd.jsonld")
    assert result.returncode == 1
    assert result.stderr.decode() == "招聘结构化数据还缺用人单位（--company）、发布日期（--posted），请补上\n"
    assert list(tmp_path.iterdir()) == []
