"""The suite's one translation domain."""

from zope.i18nmessageid import MessageFactory

_ = MessageFactory("imio.platform")
