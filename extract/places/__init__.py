"""The gazetteer: printed names of places to divisions by GB/T 2260 code. No fuzzy matching: 宿州 is never 苏州."""

from extract.places.gazetteer import Gazetteer, gazetteer
from extract.places.lexicon import Lexicon, lexicon
from extract.places.model import Place, Scope

__all__ = ["Gazetteer", "Lexicon", "Place", "Scope", "gazetteer", "lexicon"]
