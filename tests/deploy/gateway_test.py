"""nginx itself takes the configuration that the gateway's pods are given."""

import re
import shutil
import subprocess

from references import upstreams
from rendering import rendered


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
