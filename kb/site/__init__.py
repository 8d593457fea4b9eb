"""The Datasette plugin: Chinese search, cells that read well, pages of our own. Datasette finds it by its entry point."""

from kb.site.cells import render_cell
from kb.site.context import extra_template_vars, prepare_jinja2_environment
from kb.site.downloads import register_output_renderer
from kb.site.errors import handle_exception
from kb.site.order import startup
from kb.site.pages import register_routes
from kb.site.safety import asgi_wrapper
from kb.site.search import prepare_connection

__all__ = [
    "asgi_wrapper",
    "extra_template_vars",
    "handle_exception",
    "prepare_connection",
    "prepare_jinja2_environment",
    "register_output_renderer",
    "register_routes",
    "render_cell",
    "startup",
]
