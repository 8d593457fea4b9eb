"""Held against gold: precision, recall and F1 of each kind of fact that a gold file lists."""

from kb.evaluate.figures import Figures, Score, Share, evaluate

__all__ = ["Figures", "Score", "Share", "evaluate"]
