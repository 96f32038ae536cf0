"""The kinds of questions, by name."""

from collections.abc import Mapping
from imio.platform.ecounter.rules.kinds.address import Address
from imio.platform.ecounter.rules.kinds.base import Kind
from imio.platform.ecounter.rules.kinds.choices import Bool
from imio.platform.ecounter.rules.kinds.choices import OneChoice
from imio.platform.ecounter.rules.kinds.choices import SeveralChoices
from imio.platform.ecounter.rules.kinds.files import File
from imio.platform.ecounter.rules.kinds.geography import MapPoint
from imio.platform.ecounter.rules.kinds.identifiers import EnterpriseNumber
from imio.platform.ecounter.rules.kinds.identifiers import Iban
from imio.platform.ecounter.rules.kinds.identifiers import NationalNumber
from imio.platform.ecounter.rules.kinds.identifiers import TransferReference
from imio.platform.ecounter.rules.kinds.moments import Day
from imio.platform.ecounter.rules.kinds.numbers import Amount
from imio.platform.ecounter.rules.kinds.numbers import DecimalNumber
from imio.platform.ecounter.rules.kinds.numbers import Integer
from imio.platform.ecounter.rules.kinds.structure import Heading
from imio.platform.ecounter.rules.kinds.structure import Info
from imio.platform.ecounter.rules.kinds.structure import Repeat
from imio.platform.ecounter.rules.kinds.texts import Email
from imio.platform.ecounter.rules.kinds.texts import Phone
from imio.platform.ecounter.rules.kinds.texts import Plate
from imio.platform.ecounter.rules.kinds.texts import Text
from imio.platform.ecounter.rules.kinds.texts import TextArea

KINDS: Mapping[str, Kind] = {
    kind.name: kind()
    for kind in (
        Text,
        TextArea,
        Integer,
        DecimalNumber,
        Amount,
        Day,
        Bool,
        OneChoice,
        SeveralChoices,
        Email,
        Phone,
        Plate,
        NationalNumber,
        EnterpriseNumber,
        Iban,
        TransferReference,
        Address,
        MapPoint,
        File,
        Repeat,
        Heading,
        Info,
    )
}
