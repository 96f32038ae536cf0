"""What the law and the house rules say, on plain data: no Zope, no clock."""
