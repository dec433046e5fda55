"""The PostgreSQL adapter against the suite that the embedded stores pass, and what only replicas ask of a store."""

import os
import subprocess

from support import backbone
from support.contract import ROOT

PROGRAM = os.environ.get("DANGOL_DISTRIBUTED_CONFORMANCE") or ROOT / "build/release/tests/distributed_conformance_test"


def test_the_postgres_store_does_what_every_store_must():
    postgres = backbone.shared().postgres
    postgres.create_database("conformance")
    ran = subprocess.run([PROGRAM, "--gtest_filter=*ostgres*", "--gtest_brief=1"], capture_output=True, text=True,
                         timeout=600, env=os.environ | {"DANGOL_POSTGRES": postgres.uri("conformance")}, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "[  PASSED  ]" in ran.stdout and "[  PASSED  ] 0 tests" not in ran.stdout, ran.stdout
