"""A printer's process: `python -m scoping.press HOME BYTES`, given the folder of the document's files and how
much memory it may use."""

from .later import put_off

put_off()

from .printer import main  # noqa: E402 - the renderer is loaded only now

main()
