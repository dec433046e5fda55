"""What the processes give to Prometheus."""

import collections
import re

_SAMPLE = re.compile(r'([a-zA-Z_:][\w:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\.)*",?)*)\})? (\S+)')
_LABEL = re.compile(r'(\w+)="((?:[^"\\]|\\.)*)"')


def figures(server):
    """Of all its processes, summed up: {(name, labels): value}; what nobody has counted is 0."""
    total = collections.Counter()
    for text in server.metrics():
        total.update(read_as_prometheus_does(text))
    return total


def figure(server, name, **labels):
    return figures(server)[name, frozenset(labels.items())]


def read_as_prometheus_does(text):
    found, types = {}, {}
    for line in text.splitlines():
        if line.startswith("# TYPE "):
            _, _, name, kind = line.split(" ")
            assert name not in types, f"{name} is declared twice"
            types[name] = kind
        elif not line.startswith("# HELP "):
            sample = _SAMPLE.fullmatch(line)
            assert sample, f"not Prometheus text: {line}"
            family = re.sub("_(bucket|sum|count)$", "", sample[1])
            assert types.get(sample[1]) or types.get(family) == "histogram", f"no type: {line}"
            key = sample[1], frozenset(_LABEL.findall(sample[2] or ""))
            assert key not in found, f"twice: {line}"
            found[key] = float(sample[3])
    return found
