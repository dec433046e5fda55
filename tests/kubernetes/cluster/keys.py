"""Who is who in the cluster: one authority, a certificate for everything that is asked over TLS, and one token that may do
everything."""

import base64
import json
import secrets

from cluster.place import ADDRESS, FOLDER, KUBECONFIG, run

KEYS = FOLDER / "keys"
AUTHORITY = KEYS / "authority.pem"
SERVER = f"https://{ADDRESS}:6443"


def certificate(name):
    return KEYS / f"{name}.pem"


def key(name):
    return KEYS / f"{name}.key"


def make():
    KEYS.mkdir(parents=True)
    run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30", "-subj",
        "/CN=authority", "-addext", "basicConstraints=critical,CA:TRUE", "-keyout", key("authority"), "-out", AUTHORITY)
    names = (f"IP:{ADDRESS},IP:127.0.0.1,IP:10.92.0.1,DNS:localhost,DNS:try,DNS:kubernetes.default.svc,"
             "DNS:metrics-server.kube-system.svc")
    for name, subject in (("server", "/CN=server"), ("aggregator", "/CN=aggregator"),
                          ("apiserver", "/O=system:masters/CN=apiserver")):
        request = KEYS / f"{name}.csr"
        extensions = KEYS / f"{name}.ext"
        extensions.write_text(f"subjectAltName={names}\n", encoding="ascii")
        run("openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", subject,
            "-keyout", key(name), "-out", request)
        run("openssl", "x509", "-req", "-in", request, "-CA", AUTHORITY, "-CAkey", key("authority"), "-CAcreateserial", "-days",
            "30", "-extfile", extensions, "-out", certificate(name))
    run("openssl", "genpkey", "-algorithm", "RSA", "-out", key("accounts"))
    token = secrets.token_hex(16)
    (KEYS / "tokens.csv").write_text(f"{token},admin,admin,system:masters\n", encoding="ascii")
    authority = base64.b64encode(AUTHORITY.read_bytes()).decode()
    KUBECONFIG.write_text(json.dumps({
        "apiVersion": "v1", "kind": "Config", "current-context": "try",
        "clusters": [{"name": "try", "cluster": {"server": SERVER, "certificate-authority-data": authority}}],
        "users": [{"name": "admin", "user": {"token": token}}],
        "contexts": [{"name": "try", "context": {"cluster": "try", "user": "admin"}}]}), encoding="ascii")
    KUBECONFIG.chmod(0o600)
