"""script/release with an engine, a scanner and a signer that are only played."""

import os
import pathlib
import re
import subprocess

import pytest
from engine import BASE, DIGEST

ROOT = pathlib.Path(__file__).resolve().parents[2]
IMAGE = "registry.test/shop/dangol"


@pytest.fixture(name="release")
def a_release(tmp_path):
    for name in ("docker", "cosign", "grype"):
        (tmp_path / name).symlink_to(ROOT / "tests/pipeline/engine.py")
    called, checkout = tmp_path / "called", tmp_path / "checkout"
    checkout.mkdir()
    (checkout / "script").symlink_to(ROOT / "script")
    git = ["git", "-C", checkout, "-c", "user.name=a", "-c", "user.email=a@b.c"]
    for words in (["init", "--quiet"], ["commit", "--quiet", "--allow-empty", "--message", "a"], ["tag", "v1.2.3"]):
        subprocess.run([*git, *words], check=True)

    def run(*arguments, **environment):
        called.write_text("", encoding="utf-8")
        environment = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "HOME": str(tmp_path / "home"),
                                    "CALLED": str(called)} | environment
        ran = subprocess.run([checkout / "script/release", *arguments], env=environment, capture_output=True, text=True,
                             timeout=60, check=False)
        ran.left = checkout / "build"
        ran.calls = [line for line in called.read_text(encoding="utf-8").splitlines() if line != "docker info"]
        ran.steps = [step for step in map(named, ran.calls) if step]
        return ran

    return run


def named(call):
    found = re.match(r"docker (build|push)|cosign \w+|grype", call)
    return found and found[0]


def test_nothing_is_pushed_before_it_was_searched_nor_signed_before_it_has_a_digest(release):
    ran = release(IMAGE)
    assert ran.returncode == 0, ran.stderr
    assert ran.steps == ["docker build", "grype", "docker push", "cosign sign", "cosign attest"]
    signed = [call for call in ran.calls if call.startswith("cosign")]
    assert all(call.endswith(f" {IMAGE}@{DIGEST}") for call in signed)
    assert (ran.left / "image.txt").read_text(encoding="utf-8") == f"{IMAGE}@{DIGEST}\n"
    assert "CycloneDX" in (ran.left / "sbom.cdx.json").read_text(encoding="utf-8")


def test_the_base_is_named_by_its_digest_and_the_version_by_the_tag(release):
    (build,) = [call for call in release(IMAGE).calls if call.startswith("docker build")]
    assert f"BASE={BASE}" in build and "VERSION=v1.2.3" in build and f"--tag {IMAGE}:v1.2.3" in build


@pytest.mark.parametrize("fails, last", [("grype", "grype"), ("cosign", "cosign sign")])
def test_what_finds_something_wrong_ends_it(release, fails, last):
    ran = release(IMAGE, FAILS=fails)
    assert ran.returncode != 0 and ran.steps[-1] == last
    assert "failed" in ran.stderr


def test_it_can_be_signed_with_a_key(release):
    ran = release("--key", "awskms:///alias/dangol-releases", IMAGE)
    assert [call.split()[2:5] for call in ran.calls if call.startswith("cosign")] == \
        [["--yes", "--key", "awskms:///alias/dangol-releases"]] * 2


def test_who_signed_it_is_asked_before_a_deployment(release):
    ran = release("--verify", f"{IMAGE}@{DIGEST}", DANGOL_SIGNER="https://github.com/shop/dangol/.github/release.yml@")
    assert ran.returncode == 0, ran.stderr
    (asked,) = ran.calls
    assert r"--certificate-identity-regexp ^https://github\.com/shop/dangol/\.github/release\.yml@" in asked
    assert release("--verify", f"{IMAGE}@{DIGEST}", DANGOL_SIGNER="x", FAILS="cosign").returncode == 1
    assert "say who must have signed it" in release("--verify", f"{IMAGE}@{DIGEST}", DANGOL_SIGNER="").stderr


def test_a_digest_is_not_a_place_to_push_to(release):
    ran = release(f"{IMAGE}@{DIGEST}")
    assert ran.returncode == 1 and not ran.steps
