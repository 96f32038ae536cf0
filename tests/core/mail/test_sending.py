"""Mails: after the commit, once, and never lost."""

from Acquisition import aq_base
from email import message_from_bytes
from email.policy import default
from imio.platform.core.jobs import job
from imio.platform.core.jobs.queue import backend
from imio.platform.core.jobs.registry import forget
from imio.platform.core.jobs.testing import run_pending
from imio.platform.core.mail import Attachment
from imio.platform.core.mail import send_mail
from imio.platform.core.mail.message import address
from imio.platform.core.mail.message import BadAddress
from plone import api
from ZODB.POSException import ConflictError
import pytest
import smtplib
import transaction


@pytest.fixture
def outbox(tmp_path, monkeypatch):
    monkeypatch.setenv("IMIO_MAIL_FOLDER", str(tmp_path / "mail"))

    def read():
        return [
            message_from_bytes(path.read_bytes(), policy=default)
            for path in sorted((tmp_path / "mail").glob("*.eml"))
        ]

    return read


def test_mail_is_written_with_text_html_and_files(portal, outbox):
    send_mail(
        ["Élodie Noël <elodie@exemple.be>"],
        "Reçu n° 1",
        "Bonjour, été.",
        html="<p>Bonjour, <b>été</b>.</p>",
        attachments=[Attachment("Procès-verbal.pdf", "application/pdf", b"%PDF-x")],
    )
    run_pending()
    (mail,) = outbox()
    assert mail["To"] == "Élodie Noël <elodie@exemple.be>"
    assert mail["Subject"] == "Reçu n° 1"
    assert mail.get_body(("plain",)).get_content().strip() == "Bonjour, été."
    assert "<b>été</b>" in mail.get_body(("html",)).get_content()
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == "Procès-verbal.pdf"
    assert attached.get_content() == b"%PDF-x"


@pytest.mark.parametrize(
    "text", ["", "ann", "ann@", "a b@c", "ann@x.be\nBcc: all@x.be", "é@exemple.be"]
)
def test_address_that_reaches_nobody_or_hides_a_header_is_refused(text):
    with pytest.raises(BadAddress):
        address(text)


def test_line_ends_of_a_subject_make_no_header(portal, outbox):
    send_mail(["ann@exemple.be"], "Objet\r\nBcc: all@exemple.be", "texte")
    run_pending()
    (mail,) = outbox()
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Objet Bcc: all@exemple.be"


def test_mail_without_recipient_is_refused(portal):
    with pytest.raises(ValueError):
        send_mail([], "objet", "texte")


def test_aborted_request_sends_nothing(functional, outbox):
    send_mail(["ann@exemple.be"], "objet", "texte")
    transaction.abort()
    transaction.commit()
    assert outbox() == []


def test_same_key_sends_once(functional, outbox):
    for _time in range(2):
        send_mail(["ann@exemple.be"], "objet", "texte", key="k")
        transaction.commit()
    assert len(outbox()) == 1


def test_conflict_replayed_by_the_publisher_sends_once(functional, outbox):
    for attempt in range(2):
        try:
            transaction.begin()
            send_mail(["ann@exemple.be"], "objet", "texte")
            if attempt == 0:
                raise ConflictError("busy")
            transaction.commit()
        except ConflictError:
            transaction.abort()
    assert len(outbox()) == 1


def test_mail_of_a_job_that_conflicts_is_sent_once(functional, outbox):
    attempts = []

    @job("test.mailing")
    def mailing(site):
        attempts.append(1)
        send_mail(["ann@exemple.be"], "objet", "texte")
        if len(attempts) == 1:
            raise ConflictError("busy")

    from imio.platform.core.jobs import enqueue

    enqueue("test.mailing")
    transaction.commit()
    forget("test.mailing")
    assert len(attempts) == 2
    assert len(outbox()) == 1


def test_mail_waits_while_the_server_is_down(functional, monkeypatch):
    monkeypatch.delenv("IMIO_MAIL_FOLDER", raising=False)
    portal = functional["portal"]
    down = []

    def refuse(self, *args, **options):
        down.append(1)
        if len(down) == 1:
            raise smtplib.SMTPServerDisconnected("panne")

    monkeypatch.setattr(type(aq_base(portal.MailHost)), "send", refuse)
    send_mail(["ann@exemple.be"], "objet", "texte")
    transaction.commit()
    queue = backend(portal)
    (record,) = queue.ledger.records("/plone")
    assert record.state == "retry"
    queue.dispatch([record.id])
    (record,) = queue.ledger.records("/plone")
    assert (record.state, len(down)) == ("done", 2)


def test_configured_server_is_used_rather_than_the_folder(portal, outbox, monkeypatch):
    sent = []
    monkeypatch.setattr(
        type(aq_base(portal.MailHost)),
        "send",
        lambda self, *args, **options: sent.append(args),
    )
    api.portal.set_registry_record("plone.smtp_host", "smtp.exemple.be")
    send_mail(["ann@exemple.be"], "objet", "texte")
    run_pending()
    assert len(sent) == 1
    assert outbox() == []


def test_mail_comes_from_plones_address_or_else_from_the_commune(portal, outbox):
    api.portal.set_registry_record("imio.platform.commune.name", "Ville d'Été, (test)")
    api.portal.set_registry_record("imio.platform.commune.email", "info@ete.be")
    send_mail(["ann@exemple.be"], "a", "texte")
    run_pending()
    (sender,) = outbox()[0]["From"].addresses
    assert (sender.display_name, sender.addr_spec) == (
        "Ville d'Été, (test)",
        "info@ete.be",
    )
