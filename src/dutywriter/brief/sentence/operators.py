"""运营 that is named by what it works on: 抖店运营, 天猫女装运营, 抖音店招个运营, 双平台运营."""

from collections.abc import Iterator

from dutywriter.brief.fields import role_names
from dutywriter.brief.sentence.reading import Reading
from dutywriter.catalogue.model import Catalogue
from dutywriter.text.clauses import around
from dutywriter.text.lexicon import Lexicon, Mention
from dutywriter.text.pattern import Pattern

_OPERATOR = Pattern(
    r"(?:(?<!代)运营|编辑)(?=专员|主管|经理|负责人|助理|总监|组长|岗|的?[,;。\n (]|的?$|[\d一两三俩\ue000])",
    cue="运编",
)
_HIRED = Pattern(r"(?:[招找要缺派补]|平台)[^,;。\n]{0,12}$")
_BETWEEN = Pattern(r"[^,;:。\n]{0,14}$")
"""What may stand between a platform and its 运营: goods, a shop, words of hiring."""
_SHOP, _ACCOUNT, _STUDIO = Pattern("店|商城|电商"), Pattern("号"), Pattern("直播间")
_NEAR = 8
"""How far behind a platform its shop or account may be named, in characters."""


def titles(catalogue: Catalogue) -> dict[str, str]:
    """Names that the catalogue does not list, and their roles: a platform's other names with 店, 运营, 编辑 (抖店运营)."""
    roles = role_names(catalogue)
    found: dict[str, str] = {}
    for platform in catalogue.terms.platforms:
        own = roles.get(f"{platform.name}运营")
        if not own:
            continue
        for name in (platform.name, *platform.aliases):
            role = "电商运营" if _SHOP.search(name) and own == "新媒体运营" and "电商运营" in roles.values() else own
            found.setdefault(f"{name}运营", role)
            found.setdefault(f"{name}店运营", "电商运营" if own in ("新媒体运营", "电商运营") else own)
            if own == "新媒体运营":
                found.setdefault(f"{name}编辑", own)
                found.setdefault(f"{name}小编", own)
    return {name: role for name, role in found.items() if name not in roles}


def beside_platforms(reading: Reading) -> Iterator[Mention]:
    """Posts of which the platform stands before them in their phrase, perhaps with goods, a shop or 招个 between."""
    platforms = _platforms(reading)
    for operator in _OPERATOR.finditer(reading.plain):
        begin = around(reading.phrases, operator.start())[0]
        near = [each for each in platforms if begin <= each.start and _BETWEEN.match(reading.plain, each.end, operator.start())]
        role = _role(reading, near[-1:], operator[0])
        if role:
            yield Mention(near[-1].start, operator.end(), role, reading.plain[near[-1].start : operator.end()])


def of_platforms(reading: Reading) -> Mention | None:
    """A post that is only hired (双平台招运营): the role of the platforms named anywhere, where they have but one."""
    for operator in _OPERATOR.finditer(reading.plain):
        if _HIRED.search(reading.before(operator.start())):
            role = _role(reading, _platforms(reading), operator[0])
            return Mention(*operator.span(), role, operator[0]) if role else None
    return None


def _platforms(reading: Reading) -> list[Mention]:
    names = {name: word.name for word in reading.catalogue.terms.platforms for name in (word.name, *word.aliases)}
    return [each for each in Lexicon(names).mentions(reading.plain) if not reading.is_denied(each.start, each.end)]


def _role(reading: Reading, platforms: list[Mention], operator: str) -> str:
    """The one role that such a post on those platforms has; empty where they have none or several."""
    roles = {_role_on(reading, platform, operator) for platform in platforms}
    return roles.pop() if len(roles) == 1 else ""


def _role_on(reading: Reading, platform: Mention, operator: str) -> str:
    """What its live room, its shop or its account stands for; of goods alone, what is the platform's only role."""
    names = role_names(reading.catalogue) | titles(reading.catalogue)
    on_platform, in_shop = names.get(f"{platform.meaning}{operator}", ""), names.get(f"{platform.meaning}店{operator}", "")
    end = min(around(reading.phrases, platform.start)[1], platform.end + _NEAR)
    said = reading.plain[platform.start : end]
    if _STUDIO.search(said):
        return names.get("直播间运营", "")
    if _SHOP.search(said):
        return in_shop
    if _ACCOUNT.search(said) or not _goods(reading, said):
        return on_platform
    return on_platform if f"{platform.meaning}店铺运营" not in names or in_shop == on_platform else ""


def _goods(reading: Reading, said: str) -> bool:
    names = {name: word.name for word in reading.catalogue.terms.categories for name in (word.name, *word.aliases)}
    return any(Lexicon(names).mentions(said))
