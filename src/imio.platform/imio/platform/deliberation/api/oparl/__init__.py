"""OParl 1.1: the public record of the bodies, for other software (read only).

One module a family of types; each yields entries, whose content is made only when it
is shown. All of them read ``public_record``: whoever asks, the answer is the public's.
"""
