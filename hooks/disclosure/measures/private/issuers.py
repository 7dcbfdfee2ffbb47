"""Who issued a card, told by its length and its first six digits, which ISO/IEC 7812 gives to issuers.

62 and 60 are 银联's; 4, 51 to 55, 35, 34 and 37 are those of the international companies, of which the numbers of banks in China
are known here; 9 and 10 are what banks gave themselves before 银联.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_BY_LENGTH = {
    15: ("370246-370249 374738-374739 376966 376968-376969 690755"),
    16: (
        "356837-356839 356850-356852 356885-356890 400360 403391-403393 404117-404121 404157-404159 404171-404174 404738-404739 "
        "406252 406254 406365-406366 407405 409665-409672 410062 415599 415752-415753 421349 421393 421865 421870 425862 427010 "
        "427018-427020 427022 427028-427039 427062 427064 427570-427571 428911 433666-433671 433680 434061-434062 434910 "
        "435744-435745 436718 436738 436745 436748 436768-436771 438088 438125-438126 439225-439227 442730 442739 451289-451290 "
        "451804-451805 451810-451811 456418 458060 458071 458123-458124 463758 464580 468203 472067-472068 479228 481699 483536 "
        "486493-486494 486497 486861 487013 489592 489734-489736 491032-491038 493427 498451 510529 512315-512316 512411-512412 "
        "512425 512466 514906 514957-514958 515672 517636 517650 518212 518377-518379 518474-518476 518710 518718 519412-519413 "
        "520082-520083 520108 520152 520169 520382 521302 521899 522964 523036 523959 524011 524070 524090 524865 525745-525746 "
        "525998 526855 527414 528020 528057 528708-528709 528931 528948 530970 530990 531659 532350 532358 532450 532458 535910 "
        "539867-539868 541709-541710 543159 544033 545392 547766 548844 549633 552245 552398 552599 552794 552801 552853 556617 "
        "557080 558730 558868-558869 558894-558895 558916 601382 601428 603601 603694 603708 620000-629999 955550 998800-998802"
    ),
    17: ("405512 601428 622220-622229 622520-622529"),
    18: ("966666"),
    19: (
        "103000-103999 436742 456351 601382 601428 603601 603694 603708 620000-629999 940000-940079 955100-955109 955800-955899 "
        "955950-955999"
    ),
}


def _ranges(written: str) -> list[tuple[int, int]]:
    pairs = [each.partition("-") for each in written.split()]
    return sorted((int(first), int(last or first)) for first, _, last in pairs)


_RANGES = {length: _ranges(written) for length, written in _BY_LENGTH.items()}
_ANYWHERE = re.compile(
    r"4\d{15}(?:\d{3})?|5[1-5]\d{14}(?:\d{3})?|35(?:2[89]|[3-8]\d)\d{12}|3[47]\d{13}|62\d{15,16}|6[05]\d{14,17}|9\d{15,18}"
)


def is_issued_in_china(plain: str) -> bool:
    """Whether ``plain`` has the length and the beginning of a card of a bank in China: it is told by its number alone."""
    ranges = _RANGES.get(len(plain), [])
    beginning = int(plain[:6])
    place = bisect_right(ranges, (beginning, 999_999)) - 1
    return place >= 0 and beginning <= ranges[place][1]


def could_be_issued(plain: str) -> bool:
    """Whether ``plain`` could be a card of any bank, if what stands beside it says so, too."""
    return bool(_ANYWHERE.fullmatch(plain))
