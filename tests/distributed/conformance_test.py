"""The adapters of Kafka and PostgreSQL against the same conformance suites as the embedded ones, on servers of their own."""

import os
import pathlib
import subprocess

import pytest
from support.broker import Broker

PROGRAM = pathlib.Path(os.environ.get("DANGOL_DISTRIBUTED_CONFORMANCE")
                       or pathlib.Path(__file__).resolve().parents[2] / "build/release/tests/distributed_conformance_test")


@pytest.fixture(scope="module")
def broker():
    with Broker() as started:
        yield started


def run(suites, **addresses):
    assert PROGRAM.exists(), f"{PROGRAM} is missing: run script/build release distributed_tests"
    done = subprocess.run([PROGRAM, f"--gtest_filter={suites}", "--gtest_brief=1"], env=os.environ | addresses,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout
    assert "[  PASSED  ]" in done.stdout and "[  PASSED  ] 0 tests" not in done.stdout, done.stdout


def test_the_kafka_bus_does_what_every_bus_must(broker):
    run("kafka/*", DANGOL_KAFKA=broker.address)
