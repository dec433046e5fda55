"""nginx itself takes the configuration that the gateway's pods are given."""

import re
import shutil
import subprocess

import pytest
from references import upstreams
from rendering import ROOT, rendered


def configured(folder, objects):
    """As the image does it: the template filled in, and both files where they are mounted."""
    files = {name: text for one in objects.of("ConfigMap") for name, text in one["data"].items() if ".conf" in name}
    text = files["default.conf.template"]
    for name, value in upstreams(objects).items():
        text = text.replace(f"${{{name}}}", re.sub(r"dangol-\w+:", "127.0.0.1:", value))
    (folder / "conf.d").mkdir()
    (folder / "conf.d/default.conf").write_text(text, encoding="utf-8")
    main = files["nginx.conf"].replace("/tmp/", f"{folder}/").replace("/etc/nginx/", f"{folder}/")
    (folder / "nginx.conf").write_text(main, encoding="utf-8")
    return subprocess.run([shutil.which("nginx", path="/usr/sbin:/usr/bin"), "-t", "-c", folder / "nginx.conf"],
                          capture_output=True, text=True, check=False)


def test_nginx_takes_it(tmp_path):
    assert "test is successful" in configured(tmp_path, rendered("base")).stderr


def test_what_it_would_not_take_is_seen(tmp_path):
    objects = rendered("base")
    upstreams(objects)["DANGOL_ORDER"] = "server;"
    assert "invalid number of arguments" in configured(tmp_path, objects).stderr


@pytest.mark.xfail(strict=True, reason="deploy/nginx passes the caller's Host on, by which a sidecar finds nobody")
def test_a_sidecar_knows_by_the_host_where_a_request_goes():
    """Istio routes what leaves a pod by its Host. That must be the Service's name, and so the upstream's in nginx."""
    template = (ROOT / "deploy/nginx/dangol.conf.template").read_text(encoding="utf-8")
    assert "proxy_set_header Host $proxy_host;" in template
    services = {one["metadata"]["name"] for one in rendered("eks").of("Service")}
    assert set(re.findall(r"proxy_pass http://([\w-]+);", template)) - {"dangol-any"} <= services
