"""The adapters of Kafka and PostgreSQL against the same conformance suites as the embedded ones, on servers of their own."""

import contextlib
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


def start(suites, **addresses):
    assert PROGRAM.exists(), f"{PROGRAM} is missing: run script/build release distributed_tests"
    return subprocess.Popen([PROGRAM, f"--gtest_filter={suites}", "--gtest_brief=1"], env=os.environ | addresses,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def passed(program):
    try:
        said, _ = program.communicate(timeout=600)
    finally:
        program.kill()
    assert program.returncode == 0, said
    assert "[  PASSED  ]" in said and "[  PASSED  ] 0 tests" not in said, said


def test_the_kafka_bus_does_what_every_bus_must(broker):
    passed(start("kafka/*", DANGOL_KAFKA=broker.address))


def test_a_process_that_started_before_the_broker_goes_on_when_it_is_there():
    with contextlib.closing(Broker()) as broker:
        program = start("kafka/BusConformance.events_come_in_order_from_every_source/*", DANGOL_KAFKA=broker.address)
        broker.start()
        passed(program)
