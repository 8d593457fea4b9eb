"""Who issues policies: names of organs to the names that are stored, agency codes of document numbers to organs."""

from extract.issuers.codes import Agency, agency_of, code_in, place_of_standard
from extract.issuers.model import Issuer
from extract.issuers.names import issuer, issuers_in, official, spelled_out, usual
from extract.issuers.places import full_name, place_at_start

__all__ = [
    "Agency",
    "Issuer",
    "agency_of",
    "code_in",
    "full_name",
    "issuer",
    "issuers_in",
    "official",
    "place_at_start",
    "place_of_standard",
    "spelled_out",
    "usual",
]
