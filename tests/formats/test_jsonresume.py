import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from dutywriter.draft import Column, Draft, Duties, Duty, Line, Origin, Paragraph, Part, Table
from dutywriter.errors import Refused
from dutywriter.formats import jsonresume
from dutywriter.formats.lines import shown

FIELDS = ("title", "company", "type", "description", "salary", "experience")
PLACE = ("address", "postalCode", "city", "countryCode", "region")
OWN_FIELDS = (
    "companyDescription",
    "companyContext",
    "department",
    "position",
    "education",
    "url",
    "applicationUrl",
    "applicationEmail",
    "contact",
    "remote",
    "date",
)


def schema(text, *, closed):
    """What both schemas have, with their kind of text; `closed` where no other keys and no empty lists are allowed."""

    def mapping(properties):
        return {"type": "object", "properties": properties, **({"additionalProperties": False} if closed else {})}

    def several(items):
        return {"type": "array", "items": items, "minItems": int(closed)}

    skill = mapping({"name": text, "level": text, "keywords": several(text)})
    return mapping(
        {
            **dict.fromkeys(FIELDS, text),
            "location": mapping(dict.fromkeys(PLACE, text)),
            "responsibilities": several(text),
            "qualifications": several(text),
            "skills": several(skill),
        }
    )


STRING, NOT_EMPTY = {"type": "string"}, {"type": "string", "pattern": r"\S"}
PUBLISHED = schema(STRING, closed=False)
PUBLISHED["properties"] |= {
    "remote": {"enum": ["Full", "Hybrid", "None"]},
    "date": {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
}
STRICT = schema(NOT_EMPTY, closed=True)
STRICT["properties"] |= {
    **dict.fromkeys(OWN_FIELDS, NOT_EMPTY),
    "compensation": {
        "type": "object",
        "properties": {
            "currency": NOT_EMPTY,
            "interval": NOT_EMPTY,
            "minimum": {"type": "number", "exclusiveMinimum": 0},
            "maximum": {"type": "number", "exclusiveMinimum": 0},
        },
        "additionalProperties": False,
    },
    "benefits": {"type": "array", "items": NOT_EMPTY, "minItems": 1},
    "metadata": {"type": "object"},
    "schemaVersion": {"type": "string"},
}
CLIENT = "白鹭洲第九医院"
POSTING = {"kind": "招聘", "company": "甲公司", "location": "杭州市", "posted": "2027-01-04", "pay": "15-20万/年"}
NASTY = st.sampled_from(
    ["</script>", '<b>&"｜ `*_[x](y)', "\u202e反", "\x00\x1b[31m", "\ud800", "【待填：甲】", "x" * 5000, "、", " "]
)
HOSTILE = st.one_of(st.text(st.characters(), min_size=1, max_size=40), NASTY)


def job_of(draft):
    content = json.loads(jsonresume.render(draft))
    for known in (PUBLISHED, STRICT):
        Draft7Validator(known).validate(content)
    return content


@pytest.mark.parametrize("role", ["驻场", "电商", "产品", "门店", "数据"])
@pytest.mark.parametrize("kind", ["招聘", "说明书"])
@pytest.mark.parametrize("length", ["精简", "标准", "详尽"])
def test_both_schemas_take_it(draft_of, role, kind, length):
    content = job_of(draft_of(role=role, kind=kind, length=length))
    assert content["title"] == f"{role}运营专员"
    assert content["responsibilities"]
    assert "【待填" not in json.dumps(content, ensure_ascii=False)


@pytest.mark.parametrize(
    "wrong", [{"remote": "hybrid"}, {"date": "2027年"}, {"company": ""}, {"skills": []}, {"meta": {}}, {"skills": [{"x": "y"}]}]
)
def test_the_schemas_refuse_what_is_wrong(wrong):
    assert not all(Draft7Validator(known).is_valid(wrong) for known in (PUBLISHED, STRICT))


def test_every_answer_stands_under_its_name(draft_of):
    answers = {"education": "大专", "experience": "2", "tools": "Excel", "set": "单位情况=做母婴用品", "valid_until": "2027-03-31"}
    content = job_of(draft_of(role="电商", **POSTING, **answers))
    assert content["company"] == "甲公司"
    assert content["companyDescription"] == "做母婴用品"
    assert content["location"] == {"address": "杭州市", "countryCode": "CN"}
    assert content["date"] == "2027-01-04"
    assert content["salary"] == "150,000-200,000 元/年"
    assert content["compensation"] == {"currency": "CNY", "interval": "year", "minimum": 150000, "maximum": 200000}
    assert content["education"] == "大专"
    assert content["experience"].startswith("2 年以上")
    assert content["skills"] == [{"name": "Excel"}]
    assert content["metadata"]["dutywriter"]["valid_until"] == "2027-03-31"
    assert content["metadata"]["dutywriter"]["pluses"]


def test_what_nobody_said_is_left_out(draft_of):
    content = job_of(draft_of(role="电商", kind="招聘"))
    assert set(content) == {"title", "responsibilities", "qualifications", "metadata", "schemaVersion"}


def test_what_has_no_place_stands_in_the_metadata_in_the_order_of_the_page(draft_of):
    draft = draft_of(
        role="电商",
        level="主管",
        reports_to="李工",
        team_size="4",
        department="交付部",
        metrics=["退款率=14%->11%@2027-06-30"],
    )
    content = job_of(draft)
    own = content["metadata"]["dutywriter"]
    assert content["department"] == "交付部"
    assert (own["reports_to"], own["team_size"]) == ("李工", "4 人")
    duties = list(draft.duties())
    assert [duty["text"] for duty in own["duties"]] == content["responsibilities"] == [shown(duty) for duty in duties]
    assert [duty["frequency"] for duty in own["duties"]] == [duty.frequency for duty in duties]
    assert [duty["deliverable"] for duty in own["duties"]] == [shown(duty.deliverable) for duty in duties]
    table = next(part for part in draft.parts if part.key == "metrics").blocks[0]
    assert [row["metric"] for row in own["metrics"]] == [shown(row[0]) for row in table.rows]
    assert own["goals"][0]["target"] == "不高于 11%"


@pytest.mark.parametrize("kind", ["招聘", "说明书"])
@pytest.mark.parametrize("length", ["精简", "标准", "详尽"])
def test_onsite_the_company_is_the_vendor_and_the_client_is_not_told(draft_of, kind, length):
    draft = draft_of(role="驻场", kind=kind, length=length, client=CLIENT, company="甲公司")
    assert job_of(draft)["company"] == "甲公司"
    assert CLIENT not in jsonresume.render(draft).decode()
    assert "company" not in job_of(draft_of(role="驻场", kind=kind, length=length, client=CLIENT))


@pytest.mark.parametrize("kind", ["驻场附件", "正文", "任务清单"])
def test_a_document_without_duties_one_by_one_is_refused(draft_of, kind):
    with pytest.raises(Refused, match=f"{kind}里没有逐条的岗位职责"):
        jsonresume.render(draft_of(role="驻场", kind=kind))


@given(HOSTILE)
def test_hostile_text_breaks_nothing(text):
    keys = ("company", "location", "about", "department", "industry", "pay", "posted", "education", "tools", "reports_to")
    told = tuple(Paragraph(Line(text, Origin("user", (key,)))) for key in keys)
    line = Line(text, Origin("user"))
    duty = Duty("理货", Origin("catalogue"), section="x", section_title=text, level="专员", frequency="每日", standard=line)
    table = Table((Column("metric", "指标"), Column("target", "目标")), ((line, line),))
    parts = (Part("facts", "基本信息", told), Part("duties", "职责", (Duties((duty,)),)), Part("metrics", "指标", (table,)))
    draft = Draft(text, "电商运营", "专员", "说明书", parts)
    content = job_of(draft)
    assert content["responsibilities"] == ["理货"]
    assert jsonresume.render(draft) == jsonresume.render(draft)


def test_the_same_answers_give_the_same_bytes(draft_of):
    first, second = (jsonresume.render(draft_of(role="电商", **POSTING)) for _ in range(2))
    assert first == second
    assert first.endswith(b"}\n")


def test_a_json_file_is_one_where_the_format_is_named(run, tmp_path):
    result = run("new", "--role", "电商", "--format", "jsonresume", "--out", "x.json")
    assert result.returncode == 0
    assert json.loads((tmp_path / "x.json").read_text("utf-8"))["schemaVersion"] == jsonresume.SCHEMA_VERSION
    run("new", "--role", "电商", "--out", "y.json")
    assert json.loads((tmp_path / "y.json").read_text("utf-8"))["schema"] == "dutywriter/draft/1"
