"""The findings of the base as a report: does each paper agree with itself, and with its last edition?"""

from kb.audit.findings import Found, PaperAudit, Where, audits
from kb.audit.report import as_json, as_markdown, show

__all__ = ["Found", "PaperAudit", "Where", "as_json", "as_markdown", "audits", "show"]
