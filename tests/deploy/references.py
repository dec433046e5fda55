"""Whatever one object calls by name is there: each rule yields the names that lead nowhere. As in policies.py, beside
each stands the change that breaks it."""

import functools
import re

import yaml
from network import pods
from policies import container, order, settings_of
from registry import rule
from rendering import KUBERNETES, ROOT, containers_of, labels_of, main_of, matches, pod_of, title

def service(objects):
    return objects.named("Service", "dangol-order")


# ---- pods and those who select them ----------------------------------------------------------------------------------

@rule(lambda objects: service(objects)["spec"]["selector"].update({"app.kubernetes.io/component": "orders"}))
def services_lead_to_pods(objects):
    for one in objects.of("Service"):
        if "selector" not in one["spec"]:
            continue
        behind = objects.selected({"matchLabels": one["spec"]["selector"]})
        if not behind:
            yield f"{title(one)} selects nobody"
        for workload in behind:
            if workload["kind"] == "Job":
                yield f"{title(one)} leads to {title(workload)}"
            names = {port["name"] for each in containers_of(workload) for port in each.get("ports", ())}
            for port in one["spec"]["ports"]:
                if port["targetPort"] not in names:
                    yield f"{title(one)}: {title(workload)} has no port {port['targetPort']}"


@rule(lambda objects: objects.remove(objects.named("EndpointSlice", "dangol-postgres-rw")), sample="try")
def services_without_pods_say_where_they_lead(objects):
    told = {one["metadata"]["labels"]["kubernetes.io/service-name"]: one for one in objects.of("EndpointSlice")}
    for one in objects.of("Service"):
        if "selector" in one["spec"]:
            continue
        slice_of_it = told.get(one["metadata"]["name"], {"ports": []})
        wanted, found = ({port["name"] for port in ports} for ports in (one["spec"]["ports"], slice_of_it["ports"]))
        if wanted != found:
            yield f"{title(one)} leads nowhere for {', '.join(sorted(wanted ^ found))}"


@rule(lambda objects: order(objects)["spec"]["selector"]["matchLabels"].pop("app.kubernetes.io/component"))
def deployments_own_their_pods_alone(objects):
    for one in objects.of("Deployment"):
        if (owned := objects.selected(one["spec"]["selector"])) != [one]:
            yield f"{title(one)} selects {', '.join(map(title, owned)) or 'nobody'}"


@rule(lambda objects: objects.named("HorizontalPodAutoscaler", "dangol-order")["spec"].update(
    scaleTargetRef={"apiVersion": "apps/v1", "kind": "Deployment", "name": "dangol-orders"}))
def autoscalers_have_a_target(objects):
    there = {one["metadata"]["name"] for one in objects.of("Deployment")}
    for one in objects.of("HorizontalPodAutoscaler", "ScaledObject"):
        if (target := one["spec"]["scaleTargetRef"]["name"]) not in there:
            yield f"{title(one)}: no Deployment {target}"


@rule(lambda objects: objects.named("PodDisruptionBudget", "dangol-order")["spec"].update(
    selector={"matchLabels": {"app.kubernetes.io/name": "dangol"}}))
def budgets_are_of_one_workload(objects):
    for one in objects.of("PodDisruptionBudget"):
        found = [each for each in objects.selected(one["spec"]["selector"]) if each["kind"] == "Deployment"]
        if len({labels_of(each).get("app.kubernetes.io/component") for each in found}) != 1:
            yield f"{title(one)} selects {', '.join(map(title, found)) or 'nobody'}"


@rule(lambda objects: objects.named("NetworkPolicy", "dangol-order")["spec"]["ingress"][0]["from"][0].update(
    podSelector={"matchLabels": {"app.kubernetes.io/component": "gatway"}}))
def network_policies_mean_somebody(objects):
    everybody = list(pods(objects))
    for one in objects.of("NetworkPolicy"):
        rules = [*one["spec"].get("ingress", ()), *one["spec"].get("egress", ())]
        selectors = [peer["podSelector"] for each in rules for peer in [*each.get("from", ()), *each.get("to", ())]
                     if "podSelector" in peer and "namespaceSelector" not in peer]
        for selector in [one["spec"]["podSelector"], *selectors]:
            if not any(matches(selector, pod.labels) for pod in everybody):
                yield f"{title(one)}: nobody is {selector}"


# ---- what a pod mounts and is told -----------------------------------------------------------------------------------

@rule(lambda objects: container(objects)["envFrom"][0]["configMapRef"].update(name="dangol-setting"))
def config_maps_are_there(objects):
    there = {one["metadata"]["name"] for one in objects.of("ConfigMap")}
    for one, kind, name, _ in mentioned(objects):
        if kind == "ConfigMap" and name not in there:
            yield f"{title(one)}: no ConfigMap {name}"


def secrets_expected():
    """Each Secret's keys, as deploy/kubernetes/secrets.example.yaml has them."""
    text = (KUBERNETES / "secrets.example.yaml").read_text(encoding="utf-8")
    return {one["metadata"]["name"]: set(one["stringData"]) for one in yaml.safe_load_all(text)}


def secrets_made(objects):
    """Those that CloudNativePG makes for the owner of the database."""
    return {f"{one['metadata']['name']}-app": {"uri", "username", "password"} for one in objects.of("Cluster")}


@rule(lambda objects: container(objects)["env"][3]["valueFrom"]["secretKeyRef"].update(key="pasword"))
def secrets_are_described(objects):
    known = secrets_expected() | secrets_made(objects)
    for one, kind, name, keys in mentioned(objects):
        if kind != "Secret":
            continue
        if name not in known:
            yield f"{title(one)}: Secret {name} is not in secrets.example.yaml"
        elif missing := set(keys) - known[name]:
            yield f"{title(one)}: Secret {name} has no {', '.join(missing)}"


@rule(lambda objects: pod_of(order(objects)).update(serviceAccountName="dangol-orders"))
def service_accounts_are_there(objects):
    there = {one["metadata"]["name"] for one in objects.of("ServiceAccount")}
    for one in objects.workloads():
        if (name := pod_of(one)["serviceAccountName"]) not in there:
            yield f"{title(one)}: no ServiceAccount {name}"


@rule(lambda objects: objects.remove(objects.named("PersistentVolumeClaim", "dangol-pictures")))
def claims_are_there(objects):
    there = {one["metadata"]["name"] for one in objects.of("PersistentVolumeClaim")}
    for one, kind, name, _ in mentioned(objects):
        if kind == "PersistentVolumeClaim" and name not in there:
            yield f"{title(one)}: no PersistentVolumeClaim {name}"


@rule(lambda objects: container(objects)["volumeMounts"].append({"name": "pictures", "mountPath": "/x"}))
def mounts_and_volumes_agree(objects):
    for one in objects.workloads():
        volumes = {volume["name"] for volume in pod_of(one).get("volumes", ())}
        mounts = {mount["name"] for each in containers_of(one) for mount in each.get("volumeMounts", ())}
        if volumes != mounts:
            yield f"{title(one)}: {', '.join(sorted(volumes ^ mounts))}"


def mentioned(objects):
    """Every (workload, kind, name, keys) that a pod needs to start."""
    for one in objects.workloads():
        for volume in pod_of(one).get("volumes", ()):
            for source in [volume, *volume.get("projected", {}).get("sources", ())]:
                if "configMap" in source:
                    yield one, "ConfigMap", source["configMap"]["name"], ()
                if "secret" in source:
                    secret = source["secret"]
                    yield (one, "Secret", secret.get("secretName") or secret["name"],
                           [item["key"] for item in secret.get("items", ())])
                if "persistentVolumeClaim" in source:
                    yield one, "PersistentVolumeClaim", source["persistentVolumeClaim"]["claimName"], ()
        for each in containers_of(one):
            for source in each.get("envFrom", ()):
                yield one, "ConfigMap", source["configMapRef"]["name"], ()
            for variable in each.get("env", ()):
                if reference := variable.get("valueFrom", {}).get("secretKeyRef"):
                    yield one, "Secret", reference["name"], [reference["key"]]


# ---- the program's own words -----------------------------------------------------------------------------------------

def program_settings():
    """As src/app/config.cpp names them, as environment variables."""
    text = (ROOT / "src/app/config.cpp").read_text(encoding="utf-8")
    table = text[text.index("settings()"):text.index("Values resolve")]
    names = re.findall(r'(?:text|duration)\("([a-z-]+)"|\{"([a-z-]+)", "', table)
    return {"DANGOL_" + (one or other).upper().replace("-", "_") for one, other in names}


@rule(lambda objects: settings_of(objects).update(DANGOL_PAYMENTURL="http://dangol-payment:8088"))
def settings_are_the_programs(objects):
    known = program_settings()
    for name in sorted(set(settings_of(objects)) - known):
        yield f"{name} is no setting"
    for one in objects.workloads():
        for variable in main_of(one).get("env", ()):
            if variable["name"].startswith("DANGOL_") and variable["name"].removesuffix("_FILE") not in known:
                yield f"{title(one)}: {variable['name']} is no setting"


@rule(lambda objects: container(objects)["readinessProbe"]["httpGet"].update(path="/ready"))
def probes_are_answered(objects):
    answered = program_paths()
    for one in objects.serving():
        for each in pod_of(one)["containers"]:
            ports = {port["name"] for port in each["ports"]}
            paths = answered if each["name"] == "dangol" else nginx_paths(objects)
            for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
                way = each[probe].get("httpGet") or each[probe].get("tcpSocket")
                if way["port"] not in ports:
                    yield f"{title(one)}: {probe}: no port {way['port']}"
                if "path" in way and way["path"] not in paths:
                    yield f"{title(one)}: {probe}: {way['path']} is not answered"


@functools.cache
def program_paths():
    contract = yaml.load((ROOT / "api/openapi.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)["paths"]
    return {path for path, routes in contract.items() if routes.get("get", {}).get("tags") == ["system"]}


def nginx_paths(objects):
    texts = [one["data"]["nginx.conf"] for one in objects.of("ConfigMap") if "nginx.conf" in one["data"]]
    return set(re.findall(r"location = (\S+) \{ return 2", "".join(texts)))


# ---- addresses -------------------------------------------------------------------------------------------------------

def addresses(objects):
    """Every host:port that answers under a Service's name."""
    for one in objects.of("Service"):
        for port in one["spec"]["ports"]:
            yield f"{one['metadata']['name']}:{port['port']}"
    for one in objects.of("Cluster"):
        yield f"{one['metadata']['name']}-rw:5432"
    for one in objects.of("Kafka"):
        for listener in one["spec"]["kafka"]["listeners"]:
            yield f"{one['metadata']['name']}-kafka-bootstrap:{listener['port']}"


@rule(lambda objects: settings_of(objects).update(DANGOL_PAYMENT_URL="http://payment:8088"))
def called_services_are_there(objects):
    there = set(addresses(objects))
    settings = settings_of(objects)
    for name in ("DANGOL_PAYMENT_URL", "DANGOL_PROVIDER_URL"):
        for url in filter(None, settings.get(name, "").split(",")):
            if url.removeprefix("http://") not in there:
                yield f"{name}: nobody listens on {url}"


@rule(lambda objects: settings_of(objects).update(DANGOL_KAFKA="kafka:9092"))
def data_can_be_reached(objects):
    there = set(addresses(objects))
    settings = settings_of(objects)
    host = re.search(r"@([^/]+)/", settings["DANGOL_DATABASE"])[1]
    way_out = any("ipBlock" in str(one) and "5432" in str(one) for one in objects.of("NetworkPolicy"))
    for address in [host if ":" in host else f"{host}:5432", *settings["DANGOL_KAFKA"].split(",")]:
        if address not in there and not ("." in address and way_out):
            yield f"nobody listens on {address}"


@rule(lambda objects: upstreams(objects).update(DANGOL_ORDER="server orders:8088;"))
def the_gateway_finds_everybody(objects):
    there = set(addresses(objects))
    template = (ROOT / "deploy/nginx/dangol.conf.template").read_text(encoding="utf-8")
    for variable in sorted(set(re.findall(r"\$\{(DANGOL_\w+)\}", template)) ^ set(upstreams(objects))):
        yield f"{variable} is in the template or in the upstreams, but not in both"
    for variable, servers in upstreams(objects).items():
        for address in re.findall(r"server (\S+);", servers):
            if address not in there:
                yield f"{variable}: nobody listens on {address}"


def upstreams(objects):
    (found,) = [one for one in objects.of("ConfigMap") if "DANGOL_GATEWAY_LISTEN" in one["data"]]
    return found["data"]
