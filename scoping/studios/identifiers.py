"""VAT numbers and tax codes: which are right, and how they are written (python-stdnum)."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from stdnum import exceptions
from stdnum.eu import vat as eu_vat
from stdnum.it import codicefiscale, iva
from stdnum.util import clean

GREECE = "EL"  # the prefix of Greek VAT numbers; the country's code is GR


def clean_vat_number(number: str, country: str) -> str:
    """The number as it is stored: digits for Italy, with the country's prefix elsewhere in the Union.

    A number of a country outside the Union has no check that we know: it is kept as it was typed. Raises
    ValidationError in words.
    """
    number = " ".join(number.split())
    if not number:
        return ""
    try:
        if country == "IT":
            return str(iva.validate(number))
        prefix = GREECE if country == "GR" else country
        if prefix.lower() not in eu_vat.MEMBER_STATES and prefix != GREECE:
            return number
        bare = clean(number, " -./").upper()
        return str(eu_vat.validate(bare if bare.startswith(prefix) else prefix + bare))
    except exceptions.InvalidLength:
        raise ValidationError(_("This VAT number has too few or too many signs."), code="length") from None
    except exceptions.InvalidChecksum:
        raise ValidationError(
            _("This VAT number has a typing error: its last digit does not match.")
        ) from None
    except exceptions.ValidationError:
        raise ValidationError(_("This is no VAT number of that country."), code="form") from None


def clean_tax_code(code: str, country: str) -> str:
    """An Italian tax code in capitals, person or company; elsewhere as typed. Raises ValidationError."""
    code = " ".join(code.split())
    if not code or country != "IT":
        return code
    try:
        if codicefiscale.compact(code).isdigit():  # a company's is like its VAT number
            return str(iva.validate(code))
        return str(codicefiscale.validate(code))
    except exceptions.InvalidLength:
        raise ValidationError(
            _("A tax code has 16 signs, or 11 digits for a company."), code="length"
        ) from None
    except exceptions.InvalidChecksum:
        raise ValidationError(_("This tax code has a typing error: its last sign does not match.")) from None
    except exceptions.ValidationError:
        raise ValidationError(_("This is no Italian tax code."), code="form") from None
