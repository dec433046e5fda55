"""Every object of every rendering is one that the API server would take."""

import pytest
from rendering import NAMES, rendered, title
from schemas import NEWEST, OLDEST, complaints


@pytest.mark.parametrize("name", NAMES)
def test_every_object_fits_its_schema(name):
    release = OLDEST if name == f"kubernetes-{OLDEST}" else NEWEST
    wrong = {title(one): found for one in rendered(name) if (found := complaints(one, release))}
    assert not wrong


def spoil(kind, name, change):
    one = rendered("base").named(kind, name)
    assert not complaints(one)
    change(one)
    return " ".join(complaints(one))


def test_a_misspelt_field_is_seen():
    def misspell(one):
        one["spec"]["template"]["spec"]["containers"][0]["readynessProbe"] = {}
    assert "readynessProbe" in spoil("Deployment", "dangol-order", misspell)


def test_a_value_of_another_type_is_seen():
    def write_as_text(one):
        one["spec"]["minReplicas"] = "two"
    assert "'two'" in spoil("HorizontalPodAutoscaler", "dangol-order", write_as_text)


def test_a_missing_field_is_seen():
    def forget(one):
        del one["spec"]["selector"]
    assert "'selector'" in spoil("Deployment", "dangol-order", forget)


def test_an_unknown_kind_is_seen():
    def rename(one):
        one["apiVersion"] = "autoscaling/v2beta2"
    assert "no schema" in spoil("HorizontalPodAutoscaler", "dangol-order", rename)


def test_what_an_older_release_does_not_know_is_seen():
    wrong = {one["kind"] for one in rendered("base") if complaints(one, OLDEST)}
    assert wrong == {"Deployment", "HorizontalPodAutoscaler", "PodDisruptionBudget"}
