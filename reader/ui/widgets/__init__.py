"""Widgets that draw their own lines; none interprets text of a page as markup."""
