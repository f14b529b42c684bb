"""Chinese ordinals for headings."""

_DIGITS = "零一二三四五六七八九"
_LARGEST = 99


def chinese(number: int) -> str:
    """1 to 99 as 一 to 九十九, more in digits."""
    if number > _LARGEST:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
