"""One spaCy pipeline: blank Chinese, one token a character, and our rule components.

Each component is a module in `extract/spans/` and writes its finds to `doc.spans[<its name>]`, so that displaCy can show
what was read, and a trained model can be one more component.
"""

from functools import lru_cache

import spacy
from spacy.language import Language

from extract import spans

__all__ = ["pipeline"]


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The pipeline, built once a process."""
    nlp = spacy.blank("zh")
    for name in spans.COMPONENTS:
        nlp.add_pipe(name)
    return nlp
