# SPDX-License-Identifier: GPL-3.0-or-later
"""The shop as a process of its own, spoken to over real sockets."""
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import postgres

APP = os.environ.get("SHOP_APP") or os.path.join(os.path.dirname(__file__), "../../../resources/blueprints/shop/app")
PATIENCE = 60


def until(condition, what):
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"never: {what}")
        time.sleep(0.05)


class Shop:
    """One node. Not root: shop.py stays who it is."""

    def __init__(self, database, name="web-1", image="shop@1.0.0"):
        self.folder = tempfile.TemporaryDirectory(prefix="shop-node-")
        self.port = postgres.free_port()
        self.access_log = f"{self.folder.name}/access.log"
        with open(f"{self.folder.name}/conf", "w", encoding="utf-8") as conf:
            conf.write(f"FLEET=t\nNODE={name}\nGROUP=web\nIMAGE={image}\nPORT={self.port}\nDATABASE_HOST=127.0.0.1\n"
                       f"DATABASE_PORT={database.port}\nDATABASE_NAME=postgres\nDATABASE_USER=shop\n")
        with open(f"{self.folder.name}/secret", "w", encoding="utf-8") as secret:
            secret.write(postgres.PASSWORD + "\n")
        os.chmod(self.folder.name, 0o777)
        as_nobody = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []
        self.process = subprocess.Popen([*as_nobody, sys.executable, "-B", f"{APP}/shop.py"], env={
            **os.environ, "SHOP_NODE_CONF": f"{self.folder.name}/conf", "SHOP_SECRET": f"{self.folder.name}/secret",
            "SHOP_ACCESS_LOG": self.access_log}, stderr=subprocess.DEVNULL)
        until(self.listens, "the shop listens")

    def listens(self):
        assert self.process.poll() is None, "the shop ended"
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def ask(self, method, path, body=None):
        connection = self.connect()
        try:
            connection.request(method, path, body)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            connection.close()

    def count(self):
        return self.ask("GET", "/orders/count")[1]["orders"]

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(PATIENCE)
        self.folder.cleanup()
        return status


class TestShop(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.database = postgres.Postgres()
        cls.addClassCleanup(cls.database.remove)

    def start(self, **about):
        shop = Shop(self.database, **about)
        self.addCleanup(shop.end)
        return shop

    def test_tells_who_it_is(self):
        shop = self.start(name="web-7", image="shop@1.1.0")
        self.assertEqual(shop.ask("GET", "/"), (200, {"version": "1.1.0", "node": "web-7"}))
        self.assertEqual(shop.ask("GET", "/nothing")[0], 404)

    def test_an_order_is_a_row(self):
        shop = self.start()
        before = shop.count()
        status, order = shop.ask("POST", "/orders", "차 a 'tea'\0".encode())
        self.assertEqual(status, 201)
        self.assertGreater(order["id"], 0)
        self.assertEqual(shop.count(), before + 1)

    def test_bad_orders_are_no_rows(self):
        shop = self.start()
        before = shop.count()
        self.assertEqual(shop.ask("POST", "/elsewhere", b"x")[0], 404)
        connection = shop.connect()
        connection.request("POST", "/orders", b"x" * 70000)
        self.assertEqual(connection.getresponse().status, 413)
        connection.close()
        with socket.create_connection(("127.0.0.1", shop.port)) as cut:
            cut.sendall(b"POST /orders HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc")
        self.assertEqual(shop.count(), before)

    def test_nodes_that_start_together_make_one_table(self):
        shops = [self.start(name=f"web-{n}") for n in range(3)]
        threads = [threading.Thread(target=shop.ask, args=("POST", "/orders", b"x")) for shop in shops]
        before = shops[0].count()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(shops[0].count(), before + 3)

    def test_health_follows_the_database(self):
        shop = self.start()
        self.assertEqual(shop.ask("GET", "/healthz")[0], 200)
        shop.ask("POST", "/orders", b"x")
        before = shop.count()
        self.database.stop()
        try:
            self.assertEqual(shop.ask("GET", "/healthz")[0], 503)
            self.assertEqual(shop.ask("POST", "/orders", b"x")[0], 503)
        finally:
            self.database.start()
        self.assertEqual(shop.ask("GET", "/healthz")[0], 200)
        self.assertEqual(shop.ask("POST", "/orders", b"x")[0], 201)
        self.assertEqual(shop.count(), before + 1)

    def test_pipelined_requests_are_all_answered(self):
        shop = self.start()
        with socket.create_connection(("127.0.0.1", shop.port), timeout=PATIENCE) as client:
            client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 3 +
                           b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            answers = b"".join(iter(lambda: client.recv(65536), b""))
        self.assertEqual(answers.count(b"HTTP/1.1 200"), 4)

    def test_a_client_cannot_write_log_lines(self):
        shop = self.start()
        with socket.create_connection(("127.0.0.1", shop.port), timeout=PATIENCE) as client:
            client.sendall(b"GET /\rforged HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            while client.recv(65536):
                pass
        with open(shop.access_log, encoding="utf-8") as log:
            self.assertEqual([line for line in log.read().splitlines() if line.startswith("forged")], [])

    def test_a_stop_finishes_what_it_has(self):
        shop = self.start()
        slow = shop.connect()
        slow.request("GET", "/slow?s=3")
        idle = shop.connect()
        idle.request("GET", "/")
        idle.getresponse().read()
        with socket.create_connection(("127.0.0.1", shop.port)):  # accepted, silent
            time.sleep(0.3)  # the slow request must have reached the shop; if not, the test only proves less
            shop.process.send_signal(signal.SIGTERM)
            answer = slow.getresponse()
            self.assertEqual(answer.status, 200)
            self.assertEqual(json.loads(answer.read())["slept"], 3)
        self.assertEqual(shop.process.wait(PATIENCE), 0)
        self.assertEqual(idle.sock.recv(1), b"")  # closed, not reset
        idle.close()
        slow.close()

    def test_a_stop_under_load_loses_nothing_it_accepted(self):
        shop = self.start()
        before = shop.count()
        lock, acknowledged, broken = threading.Lock(), [], []

        def client():
            connection = shop.connect()
            while True:
                fresh = connection.sock is None
                try:
                    connection.request("POST", "/orders", b"x")
                    answer = connection.getresponse()
                    answer.read()
                except ConnectionRefusedError:
                    return
                except (OSError, http.client.HTTPException) as error:
                    # The kernel had it in its queue when the shop closed that: the shop has never accepted it.
                    if not (fresh and isinstance(error, ConnectionResetError)):
                        with lock:
                            broken.append(repr(error))
                    return
                with lock:
                    acknowledged.append(answer.status)
                if answer.getheader("Connection") == "close":
                    connection.close()

        clients = [threading.Thread(target=client) for _ in range(8)]
        for thread in clients:
            thread.start()
        until(lambda: len(acknowledged) > 200, "200 orders")
        shop.process.send_signal(signal.SIGTERM)
        for thread in clients:
            thread.join()
        self.assertEqual(shop.process.wait(PATIENCE), 0)
        self.assertEqual(set(acknowledged), {201})
        self.assertEqual(self.start().count() - before, len(acknowledged))
        self.assertEqual(broken, [])

    def test_says_how_fast_it_is(self):
        shop = self.start()
        connection = shop.connect()
        begun = time.monotonic()
        for _ in range(1000):
            connection.request("GET", "/")
            connection.getresponse().read()
        seconds = time.monotonic() - begun
        connection.close()
        print(f"\n  {1000 / seconds:.0f} requests/s on one kept connection", file=sys.stderr)


if __name__ == "__main__":
    unittest.main()
