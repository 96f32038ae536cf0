"""The person's form: an account that is somebody else's is told beside its field."""

from imio.platform.core.content.interfaces import IPerson
from imio.platform.core.errors import AccountTaken
from imio.platform.core.organisation.people import account_problem
from z3c.form.validator import SimpleFieldValidator
from z3c.form.validator import WidgetValidatorDiscriminators


class AccountValidator(SimpleFieldValidator):
    """Compares with the accounts of the other people."""

    def validate(self, value, force=False):
        super().validate(value, force)
        problem = account_problem(value, self.context)
        if problem:
            raise AccountTaken(problem)


WidgetValidatorDiscriminators(AccountValidator, field=IPerson["user_id"])
