"""The page shown when something is not found or goes wrong."""

from Products.CMFPlone.browser.exceptions import ExceptionView


class ErrorPage(ExceptionView):
    """Says it plainly and offers ways on; details are for managers."""
