"""The mails that the site sent, for those who keep it running."""
