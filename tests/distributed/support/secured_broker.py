"""A Kafka broker that lets nobody in who cannot prove who they are: TLS and SASL, or TLS and a certificate. The authority
that signs, like all the rest, lives in the broker's own folder."""

import subprocess

from support.broker import Broker, free_ports

USER, PASSWORD = "dangol", "correct horse battery staple"
MECHANISMS = ("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512")
HOST = "localhost"  # the only name in the broker's certificate


class SecuredBroker(Broker):
    """`address`, as every broker's, is open, for Kafka's own tools; clients that are to be tested go to `sasl_address`,
    or to `certificate_address`."""

    def __init__(self):
        super().__init__()
        self.authority = Authority(self.folder / "authority", "the brokers' authority")
        broker = self.authority.issue("broker", HOST)
        _, _, self.sasl_port, certificate_port = free_ports(4)  # the first two are Broker's, and not listened on yet
        self.sasl_address, self.certificate_address = f"{HOST}:{self.sasl_port}", f"{HOST}:{certificate_port}"
        login = {"plain": "org.apache.kafka.common.security.plain.PlainLoginModule required "
                          f'user_{USER}="{PASSWORD}";'}
        for scram in ("scram-sha-256", "scram-sha-512"):
            login[scram] = "org.apache.kafka.common.security.scram.ScramLoginModule required;"
        self.configure({
            "listeners": f"SASL_SSL://{self.sasl_address},SSL://{self.certificate_address}",
            "advertised.listeners": f"SASL_SSL://{self.sasl_address},SSL://{self.certificate_address}",
            "listener.security.protocol.map": "SASL_SSL:SASL_SSL,SSL:SSL",
        }, {
            "sasl.enabled.mechanisms": ",".join(MECHANISMS),
            "ssl.keystore.type": "PEM",
            "ssl.keystore.location": broker.both,
            "ssl.truststore.type": "PEM",
            "ssl.truststore.location": self.authority.certificate,
            "listener.name.ssl.ssl.client.auth": "required",
        } | {f"listener.name.sasl_ssl.{mechanism}.sasl.jaas.config": line for mechanism, line in login.items()})
        for scram in ("SCRAM-SHA-256", "SCRAM-SHA-512"):
            self.format_with += ["--add-scram", f"{scram}=[name={USER},password={PASSWORD}]"]

    def settings(self):
        """What a process has to be told to get in: flags, and environment."""
        password = self.folder / "password"
        password.write_text(PASSWORD + "\n", encoding="ascii")
        return ({"kafka": self.sasl_address, "kafka_tls": True, "kafka_ca": self.authority.certificate,
                 "kafka_user": USER}, {"DANGOL_KAFKA_PASSWORD_FILE": str(password)})

    def change_password(self, mechanism, password):
        self.tool("kafka.admin.ConfigCommand", "--bootstrap-server", self.address, "--alter", "--entity-type", "users",
                  "--entity-name", USER, "--add-config", f"{mechanism}=[password={password}]")

    def topics(self):
        return self.tool("org.apache.kafka.tools.TopicCommand", "--bootstrap-server", self.address, "--list").split()


class Authority:
    """A certificate authority, with openssl."""

    def __init__(self, folder, name):
        self.folder = folder
        folder.mkdir()
        self.certificate, self._key = folder / "ca.pem", folder / "ca.key"
        self._openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                      "-subj", f"/CN={name}", "-keyout", self._key, "-out", self.certificate)

    def issue(self, name, host):
        """A certificate that is good for `host` and nobody else, as server and as client."""
        issued = Issued(self.folder / f"{name}.pem", self.folder / f"{name}.key", self.folder / f"{name}.both.pem")
        request, more = self.folder / f"{name}.csr", self.folder / f"{name}.ext"
        more.write_text(f"subjectAltName=DNS:{host}\n", encoding="ascii")
        self._openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
                      f"/CN={name}", "-keyout", issued.key, "-out", request)
        self._openssl("x509", "-req", "-in", request, "-CA", self.certificate, "-CAkey", self._key, "-CAcreateserial",
                      "-days", "2", "-extfile", more, "-out", issued.certificate)
        issued.both.write_bytes(issued.key.read_bytes() + issued.certificate.read_bytes())
        return issued

    @staticmethod
    def _openssl(*arguments):
        subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


class Issued:
    """Files: a certificate, its key, and both in one as Kafka wants them."""

    def __init__(self, certificate, key, both):
        self.certificate, self.key, self.both = certificate, key, both
