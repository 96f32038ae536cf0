"""The page around every content, without a second pass over its HTML."""

from Products.CMFPlone.browser.main_template import MainTemplate as PloneMainTemplate
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class MainTemplate(PloneMainTemplate):
    """Plone's slots and viewlets in the commune's page."""

    main_template = ViewPageTemplateFile("main_template.pt")
