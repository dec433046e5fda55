"""The rules of policies.py and references.py hold in every rendering, and each of them is seen to fail."""

import policies
import pytest
import references
from rendering import NAMES, rendered

RULES = policies.RULES | references.RULES
assert len(RULES) == len(policies.RULES) + len(references.RULES)

# What only an overlay can know.
LEFT_OPEN = {"base": {"images_are_of_a_version", "data_can_be_reached"}}


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("name", NAMES)
def test_it_holds(name, rule):
    if rule in LEFT_OPEN.get(name, ()):
        pytest.skip("left to the overlays")
    check, _ = RULES[rule]
    assert not list(check(rendered(name)))


@pytest.mark.parametrize("rule", RULES)
def test_it_is_seen_to_fail(rule):
    check, spoil = RULES[rule]
    objects = rendered("base")
    before = set(check(objects))
    spoil(objects)
    assert set(check(objects)) - before
