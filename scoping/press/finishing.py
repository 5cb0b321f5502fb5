"""The last touches to a PDF before it is written: what the renderer leaves open, by its own objects.

- An empty signature form, so that tools sign by adding to the file and leave every issued byte as it is.
- Links are printed too (their print flag), as PDF/UA asks.
- Faces keep only what a PDF asks of them.
"""

import pydyf

from .faces import lean
from .structure import make_plain

PRINTED = 4  # the flag of an annotation that is printed as it is shown


def finish(pdf: pydyf.PDF, *, signable: bool) -> None:
    """Give a PDF its last touches; `signable`: it bears the empty signature form."""
    if signable:
        pdf.catalog.update(AcroForm=pydyf.Dictionary({"Fields": pydyf.Array([]), "SigFlags": 3}))
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("Subtype") == "/Link":
            item["F"] = PRINTED
        elif isinstance(item, pydyf.Stream) and "Length1" in item.extra:
            item.stream = [lean(*item.stream)]
            item.extra["Length1"] = len(item.stream[0])
    make_plain(pdf)
