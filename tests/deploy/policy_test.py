"""The rules of policies.py, references.py and extensions.py hold in every rendering, and each is seen to fail."""

import extensions  # noqa: F401 pylint: disable=unused-import
import policies  # noqa: F401 pylint: disable=unused-import
import pytest
import references  # noqa: F401 pylint: disable=unused-import
from registry import RULES
from rendering import NAMES, rendered

# What only an overlay can know.
LEFT_OPEN = {"base": {"images_are_of_a_version", "data_can_be_reached"}, "helm:default": {"data_can_be_reached"},
             "helm:small": {"one_autoscaler_decides"}}


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("name", NAMES)
def test_it_holds(name, rule):
    if rule in LEFT_OPEN.get(name, ()):
        pytest.skip("left to the overlays")
    assert not list(RULES[rule].check(rendered(name)))


@pytest.mark.parametrize("rule", RULES)
def test_it_is_seen_to_fail(rule):
    objects = rendered(RULES[rule].sample)
    before = set(RULES[rule].check(objects))
    RULES[rule].spoil(objects)
    assert set(RULES[rule].check(objects)) - before
