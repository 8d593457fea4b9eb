"""The command `kb`. Each command's module is loaded when it is called, so that `kb --help` answers at once."""

import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from kb.errors import KbError

__all__ = ["COMMANDS", "LazyGroup", "main"]

COMMANDS = {
    "ingest": ("kb.cli.ingest:ingest", "把白皮书读入库。Read white papers into the base."),
    "new": ("kb.cli.new:new", "为一份新白皮书建文件夹。Make a folder for a new white paper."),
    "status": ("kb.cli.status:status", "列出库中的文献。List the papers in the base."),
    "remove": ("kb.cli.remove:remove", "从库中移除文献。Take papers out of the base."),
    "audit": ("kb.cli.audit:audit", "核对：文献与自己、与上一版是否相符。Does a paper agree with itself?"),
    "diff": ("kb.cli.diff:diff", "两年相比：升降、新上榜、落榜。Two years of a ranking compared."),
    "review": ("kb.cli.review:review", "判断疑似同一的政策、平台等。Decide on things that may be one."),
    "serve": ("kb.cli.serve:serve", "在浏览器里看库。Browse the base in a web browser."),
    "publish": ("kb.cli.publish:publish", "写出可在别处运行的文件夹。Write a folder that runs elsewhere."),
    "evidence": ("kb.cli.evidence:evidence", "把一条出处画成图。Draw where a fact stands on the page."),
    "extract": ("kb.cli.extract:extract", "读一份 PDF，打印 JSON。Read one PDF and print its facts as JSON."),
    "show": ("kb.cli.show:show", "看某一页读出了什么。See what was read on a page."),
    "export": ("kb.cli.export:export", "导出图谱。Export the graph."),
    "graph": ("kb.cli.graph:graph", "分析图谱。Analyse the graph."),
    "evaluate": ("kb.cli.evaluate:evaluate", "用标准答案给提取打分。Score extraction against gold files."),
    "schema": ("kb.cli.schema:schema", "打印各类记录的字段。Print the records and their fields."),
}
"""Name -> where it is, and the first line of its help."""


USAGE: dict[type[click.UsageError], str] = {
    click.MissingParameter: "缺少参数", click.NoSuchOption: "没有这个选项", click.BadParameter: "参数的值不对",
}  # fmt: skip
"""What is said before click's own English words."""


class LazyGroup(click.Group):
    """A group that loads a command when it is called, and shows an expected error as one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, loaded."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(import_module(module), name)
        # click keeps the help option that a command is first asked for: here, whoever asks, as it is run.
        _explain_help(command, click.Context(command, help_option_names=self.context_settings["help_option_names"]))
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, that for help in both languages."""
        _explain_help(self, ctx)
        super().format_options(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading them."""
        with formatter.section("命令 Commands"):
            formatter.write_dl([(name, short) for name, (_, short) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run, and show an expected error as one line."""
        try:
            return super().invoke(ctx)
        except KbError as error:
            _fail(str(error))
        except click.UsageError as error:
            if type(error).__name__ == "NoArgsIsHelpError":  # not in every click that we take
                raise
            raise click.UsageError(_in_chinese_too(error), ctx=error.ctx) from error
        except KeyboardInterrupt:
            _fail("已中断；库完好，再运行即可继续 (interrupted; the base is sound, run it again to go on)")


def _explain_help(command: click.Command, ctx: click.Context) -> None:
    """Put words in both languages to the option that click makes itself, of a command and those below it."""
    option = command.get_help_option(ctx)
    if option:
        option.help = "显示这段说明。Show this message and exit."
    for below in getattr(command, "commands", {}).values():
        _explain_help(below, ctx)


def _in_chinese_too(error: click.UsageError) -> str:
    words = next((words for kind, words in USAGE.items() if isinstance(error, kind)), "用法有误")
    message = error.format_message()
    return message if any("\u4e00" <= c <= "\u9fff" for c in message) else f"{words}：{message}"


def _fail(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(1)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="whitepaper-kb", message="%(version)s", help="显示版本。Show the version and exit.")
def main() -> None:
    """从中国白皮书里读出榜单、政策与案例，存成一个可浏览、可查询的库。

    Reads rankings, policies and cases out of Chinese white papers into one base to browse and query.
    """
