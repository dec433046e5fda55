"""The tests' own broker: it can be relied on only if it keeps its word when it is stopped and killed."""

import pytest
from support.broker import Broker


def test_it_comes_back_on_the_same_port_with_the_same_data():
    with Broker() as broker:
        make(broker, "kept")
        for end in (broker.stop, broker.kill):
            end()
            assert not broker.running
            broker.start()
            assert topics(broker) == ["kept"]
        assert broker.console_consumer("kept", timeout=1) == []


def test_it_says_which_package_is_missing(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RuntimeError, match="Debian's package openjdk-17-jre-headless"):
        Broker().start()


def make(broker, topic):
    broker.tool("org.apache.kafka.tools.TopicCommand", "--bootstrap-server", broker.address, "--create", "--topic", topic)


def topics(broker):
    return broker.tool("org.apache.kafka.tools.TopicCommand", "--bootstrap-server", broker.address, "--list").split()


def test_it_leaves_nothing_behind():
    broker = Broker()
    broker.start()
    folder = broker.folder
    broker.close()
    assert not folder.exists()
