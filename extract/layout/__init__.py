"""Characters to lines to passages to sections."""

from extract.layout.captions import label_of
from extract.layout.compose import Composed, compose
from extract.layout.cover import Cover, read_cover
from extract.layout.layer import layer_of, layer_warnings
from extract.layout.pages import lay_out

__all__ = ["Composed", "Cover", "compose", "label_of", "lay_out", "layer_of", "layer_warnings", "read_cover"]
