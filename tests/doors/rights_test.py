"""Who may do what: every operation of api/openapi.yaml is tried by every kind of caller. What must come of it follows from
`security`, `x-roles` and `x-owner` alone. A refused call gets the status that the contract says and changes nothing; an allowed
one is not refused for who gives it."""

import pytest
from support import Api
from world import ROLES, opened, operations

# What is wrong is the caller, not what they ask.
REFUSED_FOR_WHO = {"token-invalid", "sign-in-required", "role-not-allowed", "not-yours"}
# They end sessions, accounts and channels, or make the provider silent.
LAST = ("unlinkChannel", "troubleRefunds", "disableAccount", "signOut")


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with opened(tmp_path_factory.mktemp("stranger")) as town:
        yield town


# ---- the contract says it of every operation --------------------------------------------------------


def is_bound(operation):
    """It is about one thing that may be somebody's, and some who have none of their own may use it."""
    about_one = any((where, name) in operation.parameters for where, name in (
        ("path", "id"), ("path", "cafeId"), ("query", "cafeId")))
    return about_one and "anonymous" not in operation.roles and operation.roles - {"operator", "service"}


@pytest.mark.parametrize("operation", operations(), ids=lambda operation: operation.name)
def test_the_contract_says_who_may_use_it(operation):
    assert operation.described.get("x-roles") and operation.roles <= ROLES, "x-roles: the roles that may use it"
    if is_bound(operation):
        assert "x-owner" in operation.described, "x-owner: for which roles the thing must be their own ({}: none)"
    assert operation.owners.keys() <= operation.roles
    for role, status in operation.owners.items():
        assert status in (403, 404) and str(status) in operation.described["responses"], (role, status)
    if "anonymous" not in operation.roles:
        assert "401" in operation.described["responses"]
        if ROLES - {"anonymous", "service"} - operation.roles:
            assert "403" in operation.described["responses"]


# ---- what must come of it ---------------------------------------------------------------------------


def refusal(operation, principal):
    """The status that the contract says, or None for a call that is allowed."""
    if principal.role is None:
        return 401
    if principal.role not in operation.roles:
        return 401 if principal.role == "anonymous" else 403
    the_customers = operation.described["operationId"] == "unlinkChannel"  # the operator's would be another one
    if principal.owns and (not the_customers or principal.role == "customer"):
        return None
    return operation.owners.get(principal.role)


def test_every_call_that_is_not_allowed_is_refused_as_the_contract_says_and_changes_nothing(world):
    wrong, before = [], world.digest()
    for operation in operations():
        for principal in world.principals:
            expected = refusal(operation, principal)
            if expected is None:
                continue
            status, problem = world.knock(operation, principal, wrong)
            if status != expected:
                wrong.append(f"{operation.name} by {principal.name}: {status} {problem}, not {expected}")
        after = world.digest()
        if after != before:
            wrong.append(f"{operation.name}: a refused call has changed something")
            before = after
    assert not wrong, "\n".join(wrong)


def test_every_call_that_is_allowed_is_not_refused_for_who_gives_it(world):
    """Questions first: commands change the answers."""
    wrong = []

    def order(operation):
        name = operation.described["operationId"]
        return LAST.index(name) if name in LAST else -1, operation.method != "GET"
    for operation in sorted(operations(), key=order):
        for principal in world.principals:
            if refusal(operation, principal) is not None:
                continue
            status, problem = world.knock(operation, principal, wrong)
            theirs = principal.role in operation.owners
            about_themselves = problem in REFUSED_FOR_WHO or status in (401, 403) and "anonymous" not in operation.roles
            if about_themselves or theirs and status == 404 and problem != "telegram-not-set-up" or status >= 500:
                wrong.append(f"{operation.name} by {principal.name}: {status} {problem}, though it is allowed")
    assert not wrong, "\n".join(wrong)


def test_nobody_but_its_staff_speaks_for_a_branch(world):
    """`cafeId` of these operations is for the staff of that branch."""
    wrong = []
    for operation in operations():
        if not operation.path.startswith("/notifications") or ("query", "cafeId") not in operation.parameters:
            continue
        for principal in world.principals:
            if principal.role in ("customer", "rider"):
                path = f"{operation.path}?cafeId={world.cafe}"
                answer = Api(world.server, principal.token or world.riders[None].token).get(path, expect=None)
                if answer.status != 403:
                    wrong.append(f"{path} by {principal.name}: {answer.status}")
    assert not wrong, "\n".join(wrong)
