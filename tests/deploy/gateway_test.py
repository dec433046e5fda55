"""nginx itself takes the configuration that the gateway's pods are given."""

import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

from references import upstreams
from rendering import ROOT, rendered


NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin")


def configured(folder, objects, http=8080, health=8081):
    """As the image does it: the template filled in, and both files where they are mounted. No context is there."""
    files = {name: text for one in objects.of("ConfigMap") for name, text in one["data"].items() if ".conf" in name}
    text = files["default.conf.template"]
    for name, value in (upstreams(objects) | {"DANGOL_GATEWAY_LISTEN": f"127.0.0.1:{http}"}).items():
        text = text.replace(f"${{{name}}}", re.sub(r"dangol-\w+:\d+", "127.0.0.1:1", value))
    (folder / "conf.d").mkdir()
    (folder / "conf.d/default.conf").write_text(text, encoding="utf-8")
    main = files["nginx.conf"].replace("/tmp/", f"{folder}/").replace("/etc/nginx/", f"{folder}/")
    (folder / "nginx.conf").write_text(main.replace("listen 8081", f"listen 127.0.0.1:{health}"), encoding="utf-8")
    return [NGINX, "-c", folder / "nginx.conf"]


def check(command):
    return subprocess.run([*command, "-t"], capture_output=True, text=True, check=False).stderr


def free_ports():
    with socket.socket() as one, socket.socket() as other:
        for each in (one, other):
            each.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def status(url):
    """None: nobody listens."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code
    except urllib.error.URLError:
        return None


def test_nginx_takes_it(tmp_path):
    assert "test is successful" in check(configured(tmp_path, rendered("base")))


def test_what_it_would_not_take_is_seen(tmp_path):
    objects = rendered("base")
    upstreams(objects)["DANGOL_ORDER"] = "server;"
    assert "invalid number of arguments" in check(configured(tmp_path, objects))


def test_the_gateway_is_alive_while_no_context_is(tmp_path):
    http, health = free_ports()
    with subprocess.Popen([*configured(tmp_path, rendered("base"), http, health), "-g", "daemon off;"],
                          stderr=subprocess.DEVNULL) as nginx:
        try:
            deadline = time.monotonic() + 10
            while status(f"http://127.0.0.1:{health}/healthz") != 204:
                assert time.monotonic() < deadline and nginx.poll() is None
                time.sleep(0.02)
            assert status(f"http://127.0.0.1:{http}/livez") == 503
            assert status(f"http://127.0.0.1:{http}/orders") == 503
        finally:
            nginx.send_signal(signal.SIGQUIT)  # the image's own
            assert nginx.wait(10) == 0


def test_a_sidecar_knows_by_the_host_where_a_request_goes():
    """Istio routes what leaves a pod by its Host. That must be the Service's name, and so the upstream's in nginx."""
    template = (ROOT / "deploy/nginx/dangol.conf.template").read_text(encoding="utf-8")
    assert "proxy_set_header Host $proxy_host;" in template
    services = {one["metadata"]["name"] for one in rendered("eks").of("Service")}
    assert set(re.findall(r"proxy_pass http://([\w-]+);", template)) - {"dangol-any"} <= services
