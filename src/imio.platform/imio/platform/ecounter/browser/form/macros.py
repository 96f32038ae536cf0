"""Macros that several pages draw with."""

from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Macros(BrowserView):
    """The macros of ``index``, by name."""

    index: ViewPageTemplateFile

    def __getitem__(self, name: str):
        return self.index.macros[name]


class InputMacros(Macros):
    index = ViewPageTemplateFile("inputs.pt")


class AnswerMacros(Macros):
    index = ViewPageTemplateFile("answers.pt")
