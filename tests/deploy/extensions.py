"""What the extensions of Kubernetes are told leads somewhere, and says the same as everything else. Rules as in
policies.py; those about an extension that a rendering does not use have nothing to object to there."""

import re

from network import edges
from policies import seconds_to_end, settings_of
from registry import rule
from rendering import CONTEXTS, ROOT, labels_of, pod_of, title


def ports_of_services(objects):
    return {(one["metadata"]["name"], port[key]) for one in objects.of("Service") for port in one["spec"]["ports"]
            for key in ("name", "port")}


# ---- ways in ---------------------------------------------------------------------------------------------------------

@rule(lambda objects: objects.named("Ingress", "dangol")["spec"]["rules"][0]["http"]["paths"][0]["backend"]["service"]
      .update(name="gateway"), sample="dev")
def ingresses_lead_to_services(objects):
    there = ports_of_services(objects)
    for one in objects.of("Ingress"):
        for each in one["spec"]["rules"]:
            for path in each["http"]["paths"]:
                service = path["backend"]["service"]
                if (service["name"], next(iter(service["port"].values()))) not in there:
                    yield f"{title(one)}: no Service {service}"


@rule(lambda objects: objects.named("HTTPRoute", "dangol")["spec"]["rules"][0]["backendRefs"][0].update(port=8080),
      sample="prod")
def routes_lead_to_services(objects):
    there = ports_of_services(objects)
    for one in objects.of("HTTPRoute"):
        for each in one["spec"]["rules"]:
            for backend in each.get("backendRefs", ()):
                if (backend["name"], backend["port"]) not in there:
                    yield f"{title(one)}: no Service {backend}"


@rule(lambda objects: objects.named("HTTPRoute", "dangol")["spec"]["parentRefs"][0].update(sectionName="tls"),
      sample="prod")
def routes_belong_to_a_listener(objects):
    listeners = {(one["metadata"]["name"], each["name"]): each.get("hostname")
                 for one in objects.of("Gateway") if one["apiVersion"].startswith("gateway.")
                 for each in one["spec"]["listeners"]}
    for one in objects.of("HTTPRoute"):
        for parent in one["spec"]["parentRefs"]:
            host = listeners.get((parent["name"], parent["sectionName"]))
            if one["spec"]["hostnames"] != [host]:
                yield f"{title(one)}: {parent} does not listen for {one['spec']['hostnames']}"


# ---- mesh ------------------------------------------------------------------------------------------------------------

def routes_of(objects):
    """Every (VirtualService, route, destinations)."""
    for one in objects.of("VirtualService"):
        for each in one["spec"]["http"]:
            yield one, each, each["route"]


@rule(lambda objects: objects.named("DestinationRule", "dangol-cafe")["spec"].update(host="cafe"), sample="canary")
def hosts_in_the_mesh_are_services(objects):
    there = ports_of_services(objects)
    names = {name for name, _ in there}
    for one in objects.of("DestinationRule"):
        if one["spec"]["host"] not in names:
            yield f"{title(one)}: no Service {one['spec']['host']}"
    for one, _, destinations in routes_of(objects):
        for each in destinations:
            destination = each["destination"]
            if (destination["host"], destination["port"]["number"]) not in there:
                yield f"{title(one)}: no Service {destination}"
        gateways = one["spec"].get("gateways", ["mesh"])
        known = {each["metadata"]["name"] for each in objects.of("Gateway")}
        if gateways == ["mesh"] and not set(one["spec"]["hosts"]) <= names or not set(gateways) <= known | {"mesh"}:
            yield f"{title(one)}: it concerns nobody"


@rule(lambda objects: objects.named("DestinationRule", "dangol-order")["spec"]["subsets"].pop(), sample="canary")
def subsets_are_defined(objects):
    subsets = {(one["spec"]["host"], each["name"]): each["labels"]
               for one in objects.of("DestinationRule") for each in one["spec"].get("subsets", ())}
    for one, _, destinations in routes_of(objects):
        for each in destinations:
            host, subset = each["destination"]["host"], each["destination"].get("subset")
            if subset and (host, subset) not in subsets:
                yield f"{title(one)}: {host} has no subset {subset}"
    for (host, name), labels in subsets.items():
        if not objects.selected({"matchLabels": objects.named("Service", host)["spec"]["selector"] | labels}):
            yield f"the subset {name} of {host} is empty"


@rule(lambda objects: objects.named("VirtualService", "dangol-order")["spec"]["http"][0]["route"][0].update(weight=80),
      sample="canary")
def weights_add_up(objects):
    for one, _, destinations in routes_of(objects):
        if len(destinations) > 1 and sum(each["weight"] for each in destinations) != 100:
            yield f"{title(one)}: weights must add up to 100"


@rule(lambda objects: objects.named("VirtualService", "dangol-payment")["spec"]["http"][0]["retries"].update(
    retryOn="connect-failure,5xx"), sample="canary")
def nothing_is_sent_twice(objects):
    for one, route, _ in routes_of(objects):
        conditions = set(route.get("retries", {}).get("retryOn", "unset").split(","))
        if not conditions <= {"connect-failure", "refused-stream"}:
            yield f"{title(one)}: retry only what was certainly not read: connect-failure, refused-stream"


@rule(lambda objects: objects.named("VirtualService", "dangol-payment")["spec"]["http"][0].update(timeout="5s"),
      sample="canary")
def the_mesh_is_not_quicker_than_order(objects):
    text = (ROOT / "src/contexts/payment/payment.hpp").read_text(encoding="utf-8")
    (charge,) = re.findall(r"Duration call_timeout\{(\d+)'000\};", text)  # in ms
    for one, route, destinations in routes_of(objects):
        if destinations[0]["destination"]["host"] == "dangol-payment" and \
                int(route["timeout"].removesuffix("s")) <= int(charge) + 1:
            yield f"{title(one)}: order itself waits {int(charge) + 1} s"


@rule(lambda objects: objects.remove(objects.named("PeerAuthentication", "dangol")), sample="canary")
def everybody_in_the_mesh_proves_who_they_are(objects):
    if not objects.of("AuthorizationPolicy"):
        return
    if [one["spec"] for one in objects.of("PeerAuthentication")] != [{"mtls": {"mode": "STRICT"}}]:
        yield "one PeerAuthentication with mtls STRICT for the whole namespace"
    (namespace,) = objects.of("Namespace")
    if namespace["metadata"]["labels"].get("istio-injection") != "enabled":
        yield "the namespace's label istio-injection"
    for one in objects.of("Job"):
        if labels_of(one).get("sidecar.istio.io/inject") != "false":
            yield f"{title(one)}: with a sidecar it would not end"


@rule(lambda objects: objects.named("AuthorizationPolicy", "dangol-payment-from-order")["spec"]["rules"][0]["from"][0]
      ["source"].update(principals=["cluster.local/ns/dangol/sa/order"]), sample="canary")
def the_mesh_allows_what_the_network_allows(objects):
    if not objects.of("AuthorizationPolicy"):
        return
    if {} not in [one["spec"] for one in objects.of("AuthorizationPolicy")]:
        yield "an AuthorizationPolicy that allows nothing"
    allowed = set()
    for one in objects.of("AuthorizationPolicy"):
        if not one["spec"]:
            continue
        targets = objects.selected(one["spec"]["selector"])
        for principal in [name for each in one["spec"]["rules"] for way in each["from"]
                          for name in way["source"]["principals"]]:
            _, _, namespace, _, account = principal.split("/")
            if namespace == "istio-system":
                continue
            if namespace != one["metadata"]["namespace"]:
                yield f"{title(one)}: {principal} is in another namespace"
            callers = [each for each in objects.serving() if pod_of(each)["serviceAccountName"] == account]
            if not callers:
                yield f"{title(one)}: {principal} is nobody"
            allowed |= {(caller["metadata"]["name"], target["metadata"]["name"])
                        for caller in callers for target in targets if target["kind"] == "Deployment"}
    network = {(one, other) for one, other, port in edges(objects) if port == "http"}
    for one, other in sorted(allowed ^ network):
        yield f"{one} to {other}: the mesh and the network policies disagree"


@rule(lambda objects: objects.named("Deployment", "dangol-order")["spec"]["template"]["metadata"]["annotations"].update(
    {"proxy.istio.io/config": "terminationDrainDuration: 20s"}), sample="canary")
def the_sidecar_outlives_who_it_serves(objects):
    if not objects.of("PeerAuthentication"):
        return
    drain = seconds_to_end(objects)
    for one in objects.serving():
        config = one["spec"]["template"]["metadata"].get("annotations", {}).get("proxy.istio.io/config", "")
        lasts = re.search(r"terminationDrainDuration: (\d+)s", config)
        if not lasts or not drain + 5 < int(lasts[1]) <= pod_of(one)["terminationGracePeriodSeconds"]:
            yield f"{title(one)}: terminationDrainDuration between its drain and its grace period"


# ---- scaling and figures ---------------------------------------------------------------------------------------------

@rule(lambda objects: objects.named("ScaledObject", "dangol-cafe")["spec"]["triggers"][0]["metadata"].update(
    query='sum(dangol_consumer_lag_events{namespace="dangol",context="order"})'), sample="canary")
def lag_is_asked_of_who_is_scaled(objects):
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/app").glob("*figures.cpp"))
    for one in objects.of("ScaledObject"):
        query = one["spec"]["triggers"][0]["metadata"]["query"]
        metric, labels = re.fullmatch(r"sum\((\w+)\{(.*)\}\)", query).groups()
        target = objects.named("Deployment", one["spec"]["scaleTargetRef"]["name"])
        context = labels_of(target)["app.kubernetes.io/component"]
        if f'"{metric}"' not in source:
            yield f"{title(one)}: the program has no figure {metric}"
        if labels != f'namespace="{one["metadata"].get("namespace", "dangol")}",context="{context}"':
            yield f"{title(one)}: {labels}"


@rule(lambda objects: objects.named("PodMonitor", "dangol")["spec"]["selector"]["matchLabels"].update(
    {"app.kubernetes.io/name": "dangle"}), sample="prod")
def every_process_is_measured(objects):
    for one in objects.of("PodMonitor"):
        seen = {each["metadata"]["name"] for each in objects.selected(one["spec"]["selector"])}
        for missing in {each["metadata"]["name"] for each in objects.contexts()} - seen:
            yield f"{title(one)}: it does not see {missing}"
        for endpoint in one["spec"]["podMetricsEndpoints"]:
            if endpoint.get("port") != "admin" and not objects.of("PeerAuthentication"):
                yield f"{title(one)}: no port {endpoint}"


# ---- data ------------------------------------------------------------------------------------------------------------

@rule(lambda objects: objects.named("KafkaTopic", "dangol.order")["spec"].update(partitions=3), sample="prod")
def topics_are_as_the_program_makes_them(objects):
    settings = settings_of(objects)
    topics = {one["metadata"]["name"]: one["spec"] for one in objects.of("KafkaTopic")}
    if topics and set(topics) != {f"dangol.{context}" for context in CONTEXTS}:
        yield f"topics {sorted(topics)}"
    for name, spec in topics.items():
        if str(spec["partitions"]) != settings["DANGOL_KAFKA_PARTITIONS"] or \
                str(spec["replicas"]) != settings["DANGOL_KAFKA_REPLICATION"]:
            yield f"{name}: DANGOL_KAFKA_PARTITIONS and DANGOL_KAFKA_REPLICATION say otherwise"
        if spec["replicas"] >= 3 and spec["config"]["min.insync.replicas"] != 2:
            yield f"{name}: min.insync.replicas 2"
        source = (ROOT / "src/adapters/kafka/topics.cpp").read_text(encoding="utf-8")
        if f'"{spec["config"]["retention.ms"]}"' not in source:
            yield f"{name}: retention.ms"


@rule(lambda objects: objects.remove(objects.named("StorageClass", "dangol-gp3")), sample="canary")
def storage_classes_are_there(objects):
    there = {one["metadata"]["name"] for one in objects.of("StorageClass")}
    for one in objects.of("PersistentVolumeClaim", "Cluster", "KafkaNodePool"):
        for name in set(re.findall(r"'(?:storageClassName|storageClass|class)': '([^']+)'", str(one))) - there:
            yield f"{title(one)}: no StorageClass {name}"
