"""Import bs4 without CSS selectors, which nobody here uses: their compiler is three quarters of its start.

bs4 does without soupsieve where it is not installed, and `None` in `sys.modules` says so; `bs4.select` then tells
that it cannot. LazyLoader is no way: before Python 3.12 the import statement itself wakes a lazy module.
"""

import sys
import warnings
from typing import Any

if not {"bs4", "soupsieve"} & set(sys.modules):
    _modules: dict[str, Any] = sys.modules  # Any: the None that stands for a module that cannot be had
    _modules["soupsieve"] = None
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="The soupsieve package is not installed")
        import bs4  # noqa: F401
    del _modules["soupsieve"]

from bs4 import BeautifulSoup

__all__ = ["BeautifulSoup"]
