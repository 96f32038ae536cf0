"""What can go wrong with a job."""


class GiveUp(Exception):
    """Raised by a job that trying again cannot help; says why to the manager."""


class UnknownJob(Exception):
    """No add-on declares a job of that name."""

    def __init__(self, name: str):
        super().__init__(f"Aucun travail ne porte le nom « {name} ».")
