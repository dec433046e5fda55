"""What holds for every rendering, beyond what the API server asks. Each rule looks at all objects and yields what is
wrong; beside it stands the smallest change that breaks it, by which its test sees it fail."""

import re

from registry import rule
from rendering import CONTEXTS, containers_of, labels_of, main_of, pod_of, title

def order(objects):
    return objects.named("Deployment", "dangol-order")


def container(objects):
    return main_of(order(objects))


# ---- who may do what on a node ---------------------------------------------------------------------------------------

@rule(lambda objects: pod_of(order(objects))["securityContext"].update(runAsNonRoot=False))
def nobody_is_root(objects):
    for one in objects.workloads():
        context = pod_of(one).get("securityContext", {})
        if context.get("runAsNonRoot") is not True or not context.get("runAsUser"):
            yield f"{title(one)}: set runAsNonRoot and a runAsUser"


@rule(lambda objects: pod_of(order(objects))["securityContext"].pop("seccompProfile"))
def system_calls_are_filtered(objects):
    for one in objects.workloads():
        if pod_of(one).get("securityContext", {}).get("seccompProfile") != {"type": "RuntimeDefault"}:
            yield f"{title(one)}: set seccompProfile RuntimeDefault"


@rule(lambda objects: container(objects)["securityContext"].update(readOnlyRootFilesystem=False))
def containers_cannot_write_to_their_image(objects):
    for one in objects.workloads():
        for each in containers_of(one):
            if each.get("securityContext", {}).get("readOnlyRootFilesystem") is not True:
                yield f"{title(one)}: set readOnlyRootFilesystem, and mount an emptyDir where it writes"


@rule(lambda objects: container(objects)["securityContext"]["capabilities"].update(drop=["NET_RAW"]))
def containers_have_no_privileges(objects):
    for one in objects.workloads():
        for each in containers_of(one):
            context = each.get("securityContext", {})
            if context.get("allowPrivilegeEscalation") is not False or context.get("privileged") or \
                    context.get("capabilities") != {"drop": ["ALL"]}:
                yield f"{title(one)}: drop ALL capabilities, add none, forbid escalation"


@rule(lambda objects: pod_of(order(objects)).update(hostNetwork=True))
def nothing_of_the_node_is_shared(objects):
    for one in objects.workloads():
        pod = pod_of(one)
        if any(pod.get(shared) for shared in ("hostNetwork", "hostPID", "hostIPC")) or \
                any("hostPath" in volume for volume in pod.get("volumes", ())):
            yield f"{title(one)}: no host namespaces, no hostPath"


@rule(lambda objects: pod_of(order(objects)).update(automountServiceAccountToken=True))
def nobody_asks_the_kubernetes_api(objects):
    for one in objects.workloads():
        if pod_of(one).get("automountServiceAccountToken") is not False:
            yield f"{title(one)}: set automountServiceAccountToken: false"
    for one in objects.of("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"):
        yield f"{title(one)}: nothing of ours needs a role"


@rule(lambda objects: pod_of(order(objects)).update(serviceAccountName="default"))
def everyone_is_somebody(objects):
    taken = {}
    for one in objects.workloads():
        name = pod_of(one).get("serviceAccountName", "default")
        component = labels_of(one).get("app.kubernetes.io/component")
        if name == "default" or taken.setdefault(name, component) != component:
            yield f"{title(one)}: give it a ServiceAccount of its own, by which a mesh tells it from others"


# ---- resources and scaling -------------------------------------------------------------------------------------------

@rule(lambda objects: container(objects)["resources"].pop("requests"))
def resources_are_asked_for(objects):
    for one in objects.workloads():
        for each in containers_of(one):
            requests, limits = (each.get("resources", {}).get(part, {}) for part in ("requests", "limits"))
            if not {"cpu", "memory"} <= set(requests) or "memory" not in limits:
                yield f"{title(one)}: request cpu and memory, limit memory"


@rule(lambda objects: container(objects)["resources"]["limits"].update(cpu="1"))
def the_cpu_is_not_limited(objects):
    for one in objects.serving():
        for each in containers_of(one):
            if "cpu" in each.get("resources", {}).get("limits", {}):
                yield f"{title(one)}: a limit on cpu stalls it under load; its request shares the node fairly"


@rule(lambda objects: objects.remove(objects.named("PodDisruptionBudget", "dangol-order")))
def a_node_can_be_emptied_under_it(objects):
    for one in objects.serving():
        if not scaled_by(objects, one):
            continue
        budgets = [each for each in objects.of("PodDisruptionBudget")
                   if one in objects.selected(each["spec"]["selector"])]
        if len(budgets) != 1 or budgets[0]["spec"].get("maxUnavailable") != 1:
            yield f"{title(one)}: one PodDisruptionBudget with maxUnavailable 1, not {len(budgets)} of them"


@rule(lambda objects: objects.remove(objects.named("HorizontalPodAutoscaler", "dangol-order")))
def one_autoscaler_decides(objects):
    for one in [*objects.contexts(), *(each for each in objects.serving() if "gateway" in each["metadata"]["name"])]:
        if labels_of(one).get("dangol/track") == "canary":
            continue
        scalers = scaled_by(objects, one)
        if len(scalers) != 1:
            yield f"{title(one)}: {len(scalers)} autoscalers"
        elif one["spec"].get("replicas") is not None:
            yield f"{title(one)}: leave replicas out, or each apply undoes what the autoscaler decided"


@rule(lambda objects: objects.named("HorizontalPodAutoscaler", "dangol-order")["spec"].update(maxReplicas=7))
def no_replica_is_without_partitions(objects):
    settings = settings_of(objects)
    for one in objects.contexts():
        for scaler in scaled_by(objects, one):
            most = scaler["spec"].get("maxReplicas") or scaler["spec"].get("maxReplicaCount")
            if most > int(settings["DANGOL_KAFKA_PARTITIONS"]):
                yield f"{title(scaler)}: more than DANGOL_KAFKA_PARTITIONS replicas leaves some idle"


def scaled_by(objects, workload):
    return [each for each in objects.of("HorizontalPodAutoscaler", "ScaledObject")
            if each["spec"]["scaleTargetRef"]["name"] == workload["metadata"]["name"]]


# ---- rollout, health and shutdown ------------------------------------------------------------------------------------

@rule(lambda objects: order(objects)["spec"]["strategy"]["rollingUpdate"].update(maxUnavailable=1))
def a_rollout_takes_nobody_away(objects):
    for one in objects.serving():
        strategy = one["spec"].get("strategy", {})
        if strategy.get("type") == "Recreate":  # one writer of one volume
            if len([volume for volume in pod_of(one)["volumes"] if "persistentVolumeClaim" in volume]) != 1:
                yield f"{title(one)}: Recreate is for what has a volume to itself"
        elif strategy.get("rollingUpdate") != {"maxUnavailable": 0, "maxSurge": 1}:
            yield f"{title(one)}: rollingUpdate with maxUnavailable 0, maxSurge 1"


@rule(lambda objects: container(objects).pop("startupProbe"))
def there_are_three_probes(objects):
    for one in objects.serving():
        for each in pod_of(one)["containers"]:
            if missing := {"startupProbe", "readinessProbe", "livenessProbe"} - set(each):
                yield f"{title(one)}: {', '.join(sorted(missing))}"


@rule(lambda objects: container(objects)["livenessProbe"]["httpGet"].update(path="/readyz"))
def liveness_looks_at_the_process_alone(objects):
    for one in objects.serving():
        for each in pod_of(one)["containers"]:
            if each.get("livenessProbe") == each.get("readinessProbe") or \
                    each.get("livenessProbe", {}).get("httpGet", {}).get("path") not in ("/livez", "/healthz"):
                yield f"{title(one)}: a restart mends nothing that it depends on"


@rule(lambda objects: pod_of(order(objects)).update(terminationGracePeriodSeconds=25))
def there_is_time_to_drain(objects):
    drain = seconds_to_end(objects)
    for one in objects.serving():
        before = main_of(one).get("lifecycle", {}).get("preStop", {})
        pause = int(before.get("exec", {}).get("command", ["sleep", 0])[1]) or before.get("sleep", {}).get("seconds", 0)
        if pause < 5:
            yield f"{title(one)}: preStop must outlast the news that it is leaving: sleep 5 s"
        if pod_of(one).get("terminationGracePeriodSeconds", 30) < pause + drain + 5:
            yield f"{title(one)}: terminationGracePeriodSeconds of more than preStop + DANGOL_LAME_DUCK + DANGOL_DRAIN"


@rule(lambda objects: settings_of(objects).update(DANGOL_LAME_DUCK="3s"))
def kept_connections_end_before_those_who_leave(objects):
    """By the caller: if the one who leaves closes them, a request may be on its way into one."""
    (template,) = [one["data"]["default.conf.template"] for one in objects.of("ConfigMap")
                   if "default.conf.template" in one["data"]]
    longest = max(int(seconds) for seconds in re.findall(r"keepalive_timeout (\d+)s;", template))
    if longest >= int(settings_of(objects)["DANGOL_LAME_DUCK"].removesuffix("s")):
        yield f"DANGOL_LAME_DUCK of more than the gateway's keepalive_timeout, {longest} s"


def seconds_to_end(objects):
    """From the signal until it has answered whoever it serves."""
    return sum(int(settings_of(objects)[name].removesuffix("s")) for name in ("DANGOL_LAME_DUCK", "DANGOL_DRAIN"))


@rule(lambda objects: pod_of(order(objects)).pop("topologySpreadConstraints"))
def replicas_are_spread(objects):
    for one in objects.serving():
        if not scaled_by(objects, one):
            continue
        spread = pod_of(one).get("topologySpreadConstraints", ())
        keys = {each["topologyKey"] for each in spread if one in objects.selected(each["labelSelector"])}
        if keys != {"kubernetes.io/hostname", "topology.kubernetes.io/zone"}:
            yield f"{title(one)}: spread its own pods over nodes and zones"


# ---- secrets, images, names ------------------------------------------------------------------------------------------

@rule(lambda objects: objects.append({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "x"}}))
def no_secret_is_written_down(objects):
    for one in objects.of("Secret"):
        yield f"{title(one)}: make Secrets with deploy/kubernetes/make-secrets or a vault, not here"
    for one in objects.of("ConfigMap"):
        for key in one["data"]:
            if any(word in key for word in ("SECRET", "PASSWORD", "TOKEN", "OWNER")):
                yield f"{title(one)}: {key} belongs into a Secret"


@rule(lambda objects: container(objects)["env"].append(
    {"name": "DANGOL_SERVICE_SECRET", "valueFrom": {"secretKeyRef": {"name": "dangol-services", "key": "x"}}}))
def secrets_come_as_files(objects):
    for one in objects.workloads():
        for each in containers_of(one):
            for variable in each.get("env", ()):
                reference = variable.get("valueFrom", {}).get("secretKeyRef")
                if reference and variable["name"] != "PGPASSWORD" and not reference.get("optional"):
                    yield f"{title(one)}: {variable['name']} as a file: {variable['name']}_FILE"


@rule(lambda objects: container(objects).update(image="dangol:latest"))
def images_are_of_a_version(objects):
    for one in objects.workloads():
        for each in containers_of(one):
            tag = each["image"].rpartition(":")[2] if ":" in each["image"] else ""
            if tag in ("", "latest"):
                yield f"{title(one)}: image {each['image']} without a version or digest"


@rule(lambda objects: objects.named("Service", "dangol-order")["spec"].update(type="LoadBalancer"))
def nothing_is_open_to_the_world_by_itself(objects):
    for one in objects.of("Service"):
        if one["spec"].get("type", "ClusterIP") != "ClusterIP":
            yield f"{title(one)}: let an Ingress or a Gateway lead in"


@rule(lambda objects: objects.remove(objects.named("NetworkPolicy", "deny-by-default")))
def nobody_speaks_by_default(objects):
    closed = [each for each in objects.of("NetworkPolicy")
              if each["spec"]["podSelector"] == {} and set(each["spec"]["policyTypes"]) == {"Ingress", "Egress"}
              and not each["spec"].get("ingress") and not each["spec"].get("egress")]
    if len(closed) != 1:
        yield "a NetworkPolicy that selects every pod and allows nothing"


@rule(lambda objects: order(objects)["metadata"]["labels"].pop("app.kubernetes.io/component"))
def labels_are_as_everywhere(objects):
    for one in [*objects.workloads(), *objects.of("Service", "ServiceAccount", "HorizontalPodAutoscaler")]:
        wanted = {f"app.kubernetes.io/{key}" for key in ("name", "component", "part-of")}
        if missing := wanted - set(one["metadata"].get("labels", {})):
            yield f"{title(one)}: {', '.join(sorted(missing))}"


@rule(lambda objects: objects.remove(order(objects)))
def every_context_runs(objects):
    running = {labels_of(one)["app.kubernetes.io/component"] for one in objects.contexts()}
    for missing in sorted(set(CONTEXTS) - running):
        yield f"no Deployment for {missing}"


def settings_of(objects):
    (settings,) = [one for one in objects.of("ConfigMap") if one["metadata"]["name"].startswith("dangol-settings")]
    return settings["data"]
