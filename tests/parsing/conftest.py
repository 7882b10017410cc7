"""Two more tree builders, as oracles for the tests of parsing; the program leaves them out where they are installed."""

import reader.parsing.tree  # noqa: F401, I001 - first, as bs4 is imported as the program imports it

from bs4.builder import _html5lib, _lxml, register_treebuilders_from

for builder in (_html5lib, _lxml):
    register_treebuilders_from(builder)
