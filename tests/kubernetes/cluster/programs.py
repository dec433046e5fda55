"""The programs of a cluster, built from the Go modules that publish them (programs/go.mod says which) into
~/.cache/dangol/kubernetes, once for each set of versions; and Debian's programs beside them."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[1] / "programs"
TEXT = (SOURCE / "go.mod").read_text(encoding="utf-8")
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "dangol/kubernetes"

PACKAGES = {
    "kube-apiserver": "k8s.io/kubernetes/cmd/kube-apiserver",
    "kube-controller-manager": "k8s.io/kubernetes/cmd/kube-controller-manager",
    "kube-scheduler": "k8s.io/kubernetes/cmd/kube-scheduler",
    "kubelet": "k8s.io/kubernetes/cmd/kubelet",
    "kube-proxy": "k8s.io/kubernetes/cmd/kube-proxy",
    "kubectl": "k8s.io/kubernetes/cmd/kubectl",
    "etcd": "go.etcd.io/etcd/server/v3",
    "coredns": "./dns",
}
METRICS_SERVER = "sigs.k8s.io/metrics-server/cmd/metrics-server@v0.9.0"  # of newer parts of Kubernetes, so by itself
DEBIAN = {"containerd": "containerd", "ctr": "containerd", "runc": "runc", "iptables": "iptables", "busybox": "busybox-static",
          "nginx": "nginx-light", "envsubst": "gettext-base", "openssl": "openssl", "ip": "iproute2", "nsenter": "util-linux"}
CNI = pathlib.Path("/usr/lib/cni")


def version(module):
    return re.search(rf"^\t{re.escape(module)} (v\S+)$", TEXT, re.MULTILINE).group(1)


FOLDER = CACHE / version("k8s.io/kubernetes")


WANTED = f"{TEXT}{METRICS_SERVER}\n{(SOURCE / 'dns/main.go').read_text(encoding='utf-8')}"


def path(program):
    return str(FOLDER / program)


def missing_packages():
    """Of Debian."""
    missing = {package for program, package in DEBIAN.items() if not shutil.which(program)}
    if not (CNI / "ptp").exists():
        missing.add("containernetworking-plugins")
    return sorted(missing)


def built():
    noted = FOLDER / "versions"
    return noted.exists() and noted.read_text(encoding="utf-8") == WANTED


def build(say):
    if built():
        return
    if not shutil.which("go"):
        raise RuntimeError("Go is missing: install 1.25 or newer (Debian 12's own is too old)")
    number = version("k8s.io/kubernetes")
    major, minor = re.match(r"v(\d+)\.(\d+)", number).groups()
    stamp = "k8s.io/component-base/version"
    flags = (f"-s -w -X {stamp}.gitVersion={number} -X {stamp}.gitMajor={major} -X {stamp}.gitMinor={minor} "
             f"-X {stamp}.gitTreeState=clean")
    FOLDER.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {"CGO_ENABLED": "0", "GOFLAGS": "-buildvcs=false -trimpath -p=2", "GOBIN": str(FOLDER)}
    say(f"building {METRICS_SERVER}")
    subprocess.run(["go", "install", "-ldflags=-s -w", METRICS_SERVER], env=environment, check=True)
    with tempfile.TemporaryDirectory(prefix="dangol-kubernetes-build-") as folder:
        copy = shutil.copytree(SOURCE, pathlib.Path(folder) / "programs")  # Go writes what it resolved beside it
        for program, package in PACKAGES.items():
            say(f"building {program}")
            subprocess.run(["go", "build", "-mod=mod", "-ldflags", flags, "-o", path(program), package], cwd=copy,
                           env=environment, check=True)
    (FOLDER / "versions").write_text(WANTED, encoding="utf-8")
