#!/bin/sh
# Serves this folder on http://127.0.0.1:8001. Needs Python 3.11; the first start installs requirements.txt into .venv.
set -e
cd "$(dirname "$0")"
[ -x .venv/bin/datasette ] || { echo "安装中，要一两分钟 Installing, takes a minute or two ..."; python3 -m venv .venv && .venv/bin/pip install --quiet -r requirements.txt; }
echo "白皮书知识库 The white papers: http://${HOST:-127.0.0.1}:${PORT:-8001}/   (Ctrl+C 停止 stops)"
exec .venv/bin/datasette serve . --host "${HOST:-127.0.0.1}" --port "${PORT:-8001}"
