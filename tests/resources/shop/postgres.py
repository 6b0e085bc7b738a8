# SPDX-License-Identifier: GPL-3.0-or-later
"""A PostgreSQL of the tests' own, in a temporary folder, as the person `postgres` when the tests run as root."""
import os
import shutil
import socket
import subprocess
import tempfile
import time

BIN = "/usr/lib/postgresql/15/bin"
PASSWORD = "it's a 'secret'"


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


class Postgres:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="shop-postgres-")
        self.port = free_port()
        self._server = None
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        with open(f"{self.folder}/pw", "w", encoding="utf-8") as secret:
            secret.write(PASSWORD)
        os.chmod(f"{self.folder}/pw", 0o644)
        self._run("initdb", "-D", f"{self.folder}/data", "--username=shop", f"--pwfile={self.folder}/pw",
                  "--auth=scram-sha-256", "--no-sync")
        self.start()

    def _as_postgres(self):
        return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []

    def _run(self, program, *arguments):
        subprocess.run([*self._as_postgres(), f"{BIN}/{program}", *arguments], check=True, cwd=self.folder,
                       stdout=subprocess.DEVNULL)

    def start(self):
        self._server = subprocess.Popen(
            [*self._as_postgres(), f"{BIN}/postgres", "-D", f"{self.folder}/data", "-p", str(self.port),
             "-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={self.folder}"],
            cwd=self.folder, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        ready = [f"{BIN}/pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        while subprocess.run(ready, check=False).returncode != 0:
            assert time.monotonic() < deadline, "PostgreSQL does not start"
            time.sleep(0.1)

    def stop(self):
        self._server.send_signal(2)  # "fast"
        self._server.wait(60)

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder)
