"""The rules that hold for every rendering, and how each is seen to fail."""

from dataclasses import dataclass
from typing import Callable

RULES = {}


@dataclass(frozen=True)
class Rule:
    check: Callable   # all objects of a rendering: what is wrong, a line each
    spoil: Callable   # the smallest change that it must object to,
    sample: str       # made to this rendering


def rule(spoil, sample="base"):
    """Registers a check by its name."""
    def register(check):
        assert check.__name__ not in RULES
        RULES[check.__name__] = Rule(check, spoil, sample)
        return check
    return register
