"""The processes of a one-node cluster, each with its flags and with how one sees that it is there."""

import json
import pathlib
import ssl
import subprocess
import time
import urllib.error
import urllib.request

from cluster import keys, programs
from cluster.place import ADDRESS, CGROUP, FOLDER, KUBECONFIG, PODS, SERVICES, run

CONTAINERD = FOLDER / "containerd.sock"
NODE = "try"


class Component:
    def __init__(self, name, *command):
        self.name, self._command = name, [*map(str, command)]
        self.log = FOLDER / f"logs/{name}.log"
        self.process = None

    def start(self, answers=None, timeout=120):
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(self._command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        deadline = time.monotonic() + timeout
        while answers and not answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{self.name} did not start:\n{self.log.read_text(encoding='utf-8')[-3000:]}")
            time.sleep(0.1)
        return self


def answers(url):
    def asked():
        trusted = ssl.create_default_context(cafile=keys.AUTHORITY)
        try:
            with urllib.request.urlopen(url, timeout=2, context=trusted if url.startswith("https") else None):
                return True
        except urllib.error.HTTPError as error:
            return error.code in (401, 403)  # it is there, and does not know us
        except OSError:
            return False
    return asked


def written(name, content):
    file = FOLDER / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content if isinstance(content, str) else json.dumps(content, indent=1), encoding="ascii")
    return file


def kubectl(*arguments, text=None):
    return run(programs.path("kubectl"), "--kubeconfig", KUBECONFIG, *arguments, text=text)


# ---- control plane ---------------------------------------------------------------------------------------------------

def etcd():
    # It is a machine for trying things out: what it has written need not outlive a power failure.
    return Component("etcd", programs.path("etcd"), "--data-dir", FOLDER / "etcd", "--unsafe-no-fsync", "--log-level", "warn",
                     "--listen-client-urls", "http://127.0.0.1:2379", "--advertise-client-urls", "http://127.0.0.1:2379",
                     "--listen-peer-urls", "http://127.0.0.1:2380").start(answers("http://127.0.0.1:2379/health"))


def apiserver():
    return Component(
        "kube-apiserver", programs.path("kube-apiserver"), "--etcd-servers=http://127.0.0.1:2379",
        f"--bind-address={ADDRESS}", f"--advertise-address={ADDRESS}", f"--service-cluster-ip-range={SERVICES}",
        f"--tls-cert-file={keys.certificate('server')}", f"--tls-private-key-file={keys.key('server')}",
        f"--client-ca-file={keys.AUTHORITY}", f"--token-auth-file={keys.KEYS / 'tokens.csv'}", "--authorization-mode=RBAC",
        "--kubelet-preferred-address-types=InternalIP", f"--kubelet-certificate-authority={keys.AUTHORITY}",
        f"--kubelet-client-certificate={keys.certificate('apiserver')}", f"--kubelet-client-key={keys.key('apiserver')}",
        "--service-account-issuer=https://kubernetes.default.svc", f"--service-account-key-file={keys.key('accounts')}",
        f"--service-account-signing-key-file={keys.key('accounts')}",
        # What is aggregated, metrics-server, knows by this that it is the API server who asks.
        f"--requestheader-client-ca-file={keys.AUTHORITY}", "--requestheader-allowed-names=aggregator",
        "--requestheader-extra-headers-prefix=X-Remote-Extra-", "--requestheader-group-headers=X-Remote-Group",
        "--requestheader-username-headers=X-Remote-User", f"--proxy-client-cert-file={keys.certificate('aggregator')}",
        f"--proxy-client-key-file={keys.key('aggregator')}", "--enable-aggregator-routing",
        "--endpoint-reconciler-type=none").start(answers(f"{keys.SERVER}/readyz"))


def controllers():
    return Component(
        "kube-controller-manager", programs.path("kube-controller-manager"), f"--kubeconfig={KUBECONFIG}",
        "--leader-elect=false", f"--root-ca-file={keys.AUTHORITY}",
        f"--service-account-private-key-file={keys.key('accounts')}", f"--authentication-kubeconfig={KUBECONFIG}",
        f"--authorization-kubeconfig={KUBECONFIG}", f"--tls-cert-file={keys.certificate('server')}",
        f"--tls-private-key-file={keys.key('server')}",
        # Sooner than the 15 s, 30 s and 5 min of a cluster in earnest, so that a try does not take so long.
        "--horizontal-pod-autoscaler-sync-period=5s", "--horizontal-pod-autoscaler-initial-readiness-delay=5s",
        "--horizontal-pod-autoscaler-cpu-initialization-period=10s").start(answers("https://127.0.0.1:10257/healthz"))


def scheduler():
    return Component("kube-scheduler", programs.path("kube-scheduler"), f"--kubeconfig={KUBECONFIG}", "--leader-elect=false",
                     f"--authentication-kubeconfig={KUBECONFIG}", f"--authorization-kubeconfig={KUBECONFIG}").start()


# ---- node ------------------------------------------------------------------------------------------------------------

def containerd():
    network = {"cniVersion": "1.0.0", "name": "pods", "plugins": [
        {"type": "ptp", "ipam": {"type": "host-local", "dataDir": str(FOLDER / "addresses"), "ranges": [[{"subnet": PODS}]],
                                 "routes": [{"dst": "0.0.0.0/0"}]}}]}
    written("cni/10-pods.conflist", network)
    configuration = written("containerd.toml", f"""version = 2
root = "{FOLDER}/containerd"
state = "{FOLDER}/containerd-state"
[grpc]
address = "{CONTAINERD}"
[plugins."io.containerd.internal.v1.opt"]
path = "{FOLDER}/containerd-opt"
[plugins."io.containerd.grpc.v1.cri"]
sandbox_image = "docker.io/library/dangol-pause:try"
# The machine may not have the capability to make a process less likely to be ended than its parent.
restrict_oom_score_adj = true
[plugins."io.containerd.grpc.v1.cri".cni]
bin_dir = "{programs.CNI}"
conf_dir = "{FOLDER}/cni"
[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
runtime_type = "io.containerd.runc.v2"
""")
    return Component("containerd", "containerd", "--config", configuration, "--log-level", "warn").start(
        lambda: CONTAINERD.exists())


def kubelet():
    configuration = written("kubelet.yaml", {
        "apiVersion": "kubelet.config.k8s.io/v1beta1", "kind": "KubeletConfiguration",
        "containerRuntimeEndpoint": f"unix://{CONTAINERD}", "address": ADDRESS,
        "tlsCertFile": str(keys.certificate("server")), "tlsPrivateKeyFile": str(keys.key("server")),
        "authentication": {"anonymous": {"enabled": False}, "webhook": {"enabled": True},
                           "x509": {"clientCAFile": str(keys.AUTHORITY)}},
        "authorization": {"mode": "Webhook"},
        "cgroupDriver": "cgroupfs", "cgroupRoot": f"/{CGROUP}", "failCgroupV1": False, "failSwapOn": False,
        "enforceNodeAllocatable": ["pods"], "oomScoreAdj": 0, "makeIPTablesUtilChains": False,
        "clusterDNS": [ADDRESS], "clusterDomain": "cluster.local", "resolvConf": str(written("resolv.conf", "")),
        "podLogsDir": str(FOLDER / "pods"), "volumePluginDir": str(FOLDER / "volume-plugins"),
        # Of a machine that others use as well, its disk is no reason to end pods.
        "evictionHard": {"memory.available": "100Mi", "nodefs.available": "1%", "imagefs.available": "1%"},
        "imageGCHighThresholdPercent": 100})
    return Component("kubelet", programs.path("kubelet"), f"--config={configuration}", f"--kubeconfig={KUBECONFIG}",
                     f"--root-dir={FOLDER}/kubelet", f"--cert-dir={FOLDER}/kubelet-keys", f"--hostname-override={NODE}",
                     f"--node-ip={ADDRESS}").start(node_is_ready)


def node_is_ready():
    try:
        found = kubectl("get", "node", NODE, "-o", "jsonpath={.status.conditions[?(@.type=='Ready')].status}")
    except RuntimeError:  # not registered yet
        return False
    return found == "True"


def proxy():
    configuration = written("kube-proxy.yaml", {
        "apiVersion": "kubeproxy.config.k8s.io/v1alpha1", "kind": "KubeProxyConfiguration", "mode": "iptables",
        "clientConnection": {"kubeconfig": str(KUBECONFIG)}, "clusterCIDR": PODS, "hostnameOverride": NODE,
        "bindAddress": ADDRESS, "conntrack": {"maxPerCore": 0, "min": 0, "tcpEstablishedTimeout": "0s",
                                              "tcpCloseWaitTimeout": "0s"},
        "iptables": {"minSyncPeriod": "0s"}})
    return Component("kube-proxy", programs.path("kube-proxy"), f"--config={configuration}").start(
        answers("http://127.0.0.1:10249/healthz"))


# ---- what a cluster gives its pods -----------------------------------------------------------------------------------

def dns():
    corefile = written("Corefile", f""".:53 {{
    bind {ADDRESS}
    errors
    kubernetes cluster.local {{
        kubeconfig {KUBECONFIG}
    }}
    cache 2
}}
""")
    return Component("coredns", programs.path("coredns"), "-conf", corefile).start()


def metrics():
    server = Component(
        "metrics-server", programs.path("metrics-server"), f"--kubeconfig={KUBECONFIG}", f"--bind-address={ADDRESS}",
        "--secure-port=4443", f"--authentication-kubeconfig={KUBECONFIG}", f"--authorization-kubeconfig={KUBECONFIG}",
        f"--tls-cert-file={keys.certificate('server')}", f"--tls-private-key-file={keys.key('server')}",
        f"--kubelet-certificate-authority={keys.AUTHORITY}", "--kubelet-preferred-address-types=InternalIP",
        "--metric-resolution=10s", "--kubelet-request-timeout=5s").start(answers(f"https://{ADDRESS}:4443/livez"))
    manifests = pathlib.Path(__file__).resolve().parents[1] / "manifests/metrics-server.yaml"
    authority = json.loads(KUBECONFIG.read_text(encoding="ascii"))["clusters"][0]["cluster"]["certificate-authority-data"]
    kubectl("apply", "-f", "-", text=manifests.read_text(encoding="utf-8").replace("${AUTHORITY}", authority))
    return server
