"""Who may speak to whom, as the NetworkPolicies of a rendering come out when they are put together."""

from dataclasses import dataclass, field

from rendering import containers_of, labels_of, matches


@dataclass(frozen=True)
class Pod:
    name: str
    labels: dict = field(hash=False, compare=False)
    ports: dict = field(hash=False, compare=False)  # name: number


def pods(objects):
    """Those of our own, and those that the operators of PostgreSQL and Kafka make."""
    for one in objects.workloads():
        ports = {port["name"]: port["containerPort"] for each in containers_of(one) for port in each.get("ports", ())}
        yield Pod(one["metadata"]["name"], labels_of(one), ports)
    for one in objects.of("Cluster"):
        yield Pod("postgres", {"cnpg.io/cluster": one["metadata"]["name"]}, {"postgresql": 5432, "status": 8000})
    for one in objects.of("Kafka"):
        yield Pod("kafka", {"strimzi.io/cluster": one["metadata"]["name"], "strimzi.io/kind": "Kafka"},
                  {listener["name"]: listener["port"] for listener in one["spec"]["kafka"]["listeners"]})


def edges(objects):
    """Every (from, to, port) that is open between two pods, both sides agreeing. Ports are by name."""
    policies = objects.of("NetworkPolicy")
    everybody = list(pods(objects))
    return {(one.name, other.name, name)
            for one in everybody for other in everybody for name, number in other.ports.items()
            if one != other and _allows(policies, "Egress", one, other, other, (name, number))
            and _allows(policies, "Ingress", other, one, other, (name, number))}


def _allows(policies, direction, owner, peer, target, port):
    there = [policy["spec"] for policy in policies
             if direction in policy["spec"]["policyTypes"] and matches(policy["spec"]["podSelector"], owner.labels)]
    rules, peers = ("egress", "to") if direction == "Egress" else ("ingress", "from")
    return not there or any(
        _peer_fits(rule.get(peers), peer) and _port_fits(rule.get("ports"), target, port)
        for spec in there for rule in spec.get(rules, ()))


def _peer_fits(peers, peer):
    """A peer in another namespace, or outside the cluster, is none of the pods here."""
    return not peers or any("namespaceSelector" not in each and "ipBlock" not in each
                            and matches(each["podSelector"], peer.labels) for each in peers)


def _port_fits(ports, target, port):
    name, number = port
    return not ports or any(
        target.ports.get(each["port"], each["port"]) == number if isinstance(each["port"], str)
        else each["port"] <= number <= each.get("endPort", each["port"]) for each in ports)
