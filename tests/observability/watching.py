"""Debian's Prometheus, started for a test on free ports and a folder of its own."""

import json
import math
import socket
import subprocess
import urllib.error
import urllib.parse
import urllib.request

import yaml
from monitoring import RULE_FILES

EVERY = "1s"


class Prometheus:
    def __init__(self, folder, ports):
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        rules = []
        for file in RULE_FILES:
            content = yaml.safe_load(file.read_text(encoding="utf-8"))
            for group in content["groups"]:
                group["interval"] = EVERY
            rules.append(folder / file.name)
            rules[-1].write_text(yaml.safe_dump(content), encoding="utf-8")
        targets = [{"targets": [f"127.0.0.1:{port}" for port in ports]}]
        (folder / "prometheus.yaml").write_text(yaml.safe_dump({
            "global": {"scrape_interval": EVERY, "evaluation_interval": EVERY}, "rule_files": list(map(str, rules)),
            "scrape_configs": [{"job_name": "dangol", "static_configs": targets}]}), encoding="utf-8")

    def __enter__(self):
        with open(self.folder / "prometheus.log", "wb") as log:
            self.process = subprocess.Popen(
                ["prometheus", f"--config.file={self.folder}/prometheus.yaml", f"--storage.tsdb.path={self.folder}/data",
                 f"--web.listen-address=127.0.0.1:{self.port}"], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)

    def ask(self, expression):
        """The series that it gives now: [(labels, value)]; none while it is not up yet."""
        query = urllib.parse.urlencode({"query": expression})
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/api/v1/query?{query}", timeout=10) as answer:
                result = json.load(answer)["data"]["result"]
        except urllib.error.HTTPError as refused:
            if refused.code == 503:
                return []
            raise AssertionError(f"{expression}: {refused.read().decode()}") from None
        except urllib.error.URLError:
            assert self.process.poll() is None, (self.folder / "prometheus.log").read_text()
            return []
        return [(one["metric"], float(one["value"][1])) for one in result]

    def figures(self, expression):
        """The same without those that are no number: a share of nothing, a quantile of none."""
        return [value for _, value in self.ask(expression) if math.isfinite(value)]
