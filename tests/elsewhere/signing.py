"""Keys with which providers sign what they say of someone, and certificates for names of the tests."""
from __future__ import annotations

import datetime
import json
import time
from pathlib import Path
from typing import Any

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa


class Signer:
    """An RSA key with its name. ``forges``: signs with another key under the same name, as somebody else would."""

    def __init__(self, name: str = "key-1") -> None:
        self.name, self.key, self.other = name, _rsa(), _rsa()
        self.forges = False

    def sign(self, claims: dict[str, Any]) -> str:
        now = int(time.time())
        return jwt.encode({"iat": now, "exp": now + 600, **claims}, self.other if self.forges else self.key, "RS256", {"kid": self.name})

    def jwks(self) -> dict[str, Any]:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [{**public, "kid": self.name, "use": "sig", "alg": "RS256"}]}

    def certificates(self) -> dict[str, str]:
        """As Google has them: a certificate a key."""
        return {self.name: _certificate(self.key, ["federated-signon.system.gserviceaccount.com"]).public_bytes(serialization.Encoding.PEM).decode()}


def certificate(folder: Path, *names: str) -> Path:
    """A file with a key and a certificate of these names, which is its own authority."""
    key = ec.generate_private_key(ec.SECP256R1())
    file = folder / "instance.pem"
    file.write_bytes(private(key) + _certificate(key, list(names)).public_bytes(serialization.Encoding.PEM))
    return file


def private(key: Any) -> bytes:
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())


def _rsa() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


def _certificate(key: Any, names: list[str]) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, names[0])])
    now = datetime.datetime.now(datetime.UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(x509.random_serial_number())
    made = made.not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(each) for each in names]), False)
    return made.add_extension(x509.BasicConstraints(True, None), True).sign(key, hashes.SHA256())
