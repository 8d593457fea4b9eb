"""The marks that stand before the items of a list, for every rule that has to look past them."""

__all__ = ["MARK"]

_DRAWN = "●•·■◆▪▶►➤➢➣✓✔√☑◇□○◎▲△★☆※◼◾▸▹‣⁃∙⚫⬤🔹🔸❖✦➔➜→»›*"
# Word sets its bullets in fonts of symbols, whose characters lie in the private use area.
_OF_SYMBOL_FONTS = "\ue000-\uf8ff"

MARK = f"[{_DRAWN}{_OF_SYMBOL_FONTS}]"
"""A pattern for one of them. `layout.yml` and `subjects.yml` list the same marks; a test holds them together."""
