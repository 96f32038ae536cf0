"""Plone's toolbar, named and worked with buttons.

Upstream names a generic element and gives its switches no keyboard access.
"""

from plone.app.layout.viewlets.toolbar import ToolbarViewletManager
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Toolbar(ToolbarViewletManager):
    custom_template = ViewPageTemplateFile("toolbar.pt")
