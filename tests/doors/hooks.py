"""Checks of ours beside those of Schemathesis, which loads this file."""

import schemathesis
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.specs.openapi.checks import negative_data_rejection


@schemathesis.check
def what_fits_its_schema_can_be_read(ctx, response, case):
    """A 400 for values that fit is a rule that no schema can express, with a problem of its own: never that the body is not
    understood."""
    if response.status_code != 400 or case.meta is None or not case.meta.generation.mode.is_positive:
        return
    problem = response.json()
    assert problem["type"] != "/problems/invalid-body", f"the schema allows what the program cannot read: {problem['detail']}"


@schemathesis.check
def what_does_not_fit_is_refused(ctx, response, case):
    """As Schemathesis checks it, but for what no schema can tell: blanks around the reason for an override do not count."""
    try:
        negative_data_rejection(ctx, response, case)
    except AcceptedNegativeData as accepted:
        if "/properties/reason" not in f"{accepted} {accepted.message}".lower():
            raise
