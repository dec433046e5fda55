"""Tokens as this server signs them, as it signed them once, and as a stranger would like to."""

import base64
import hashlib
import hmac
import json
import pathlib
import subprocess
import time


def encoded(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def parts(token):
    """(header, claims) of a token."""
    return [json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))) for part in token.split(".")[:2]]


def signed(header, claims, key):
    """ES256 with the PEM file `key`: what the program could have signed."""
    text = ".".join(encoded(json.dumps(part, separators=(",", ":")).encode()) for part in (header, claims))
    der = subprocess.run(["openssl", "dgst", "-sha256", "-sign", str(key)], input=text.encode(), capture_output=True,
                         check=True).stdout
    size = der[3]
    r, s = der[4:4 + size], der[6 + size:]
    return text + "." + encoded(b"".join(number.lstrip(b"\0").rjust(32, b"\0") for number in (r, s)))


def expired(token, key):
    """The same token, an hour after its end."""
    header, claims = parts(token)
    return signed(header, claims | {"iat": claims["iat"] - 7200, "nbf": claims["nbf"] - 7200, "exp": int(time.time()) - 3600}, key)


def forged(token, folder, **claims):
    """By somebody who knows everything but the key."""
    key = pathlib.Path(folder) / "stranger.pem"
    subprocess.run(["openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", str(key)],
                   capture_output=True, check=True)
    header, own = parts(token)
    return signed(header, own | claims, key)


def altered(token, **claims):
    """With its own signature, which is for other claims."""
    header, _, signature = token.split(".")
    return ".".join((header, encoded(json.dumps(parts(token)[1] | claims, separators=(",", ":")).encode()), signature))


def of_service(secret, called, caller="order"):
    """What another process of the installation shows."""
    now = int(time.time())
    text = ".".join(encoded(part.encode()) for part in (
        '{"alg":"HS256","typ":"service+jwt"}',
        json.dumps({"iss": caller, "aud": called, "iat": now, "exp": now + 60}, separators=(",", ":"))))
    return text + "." + encoded(hmac.digest(secret.encode(), text.encode(), hashlib.sha256))
