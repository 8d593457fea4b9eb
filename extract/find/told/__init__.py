"""Rankings told in sentences: lists of places by rank (位居前三) or by a mark they passed (超过1万亿元).

Praise without a mark (位居前列, 遥遥领先) ranks nothing; nor does a sentence about one place, or about the companies of places.
"""

from extract.find.told.rankings import told_rankings

__all__ = ["told_rankings"]
