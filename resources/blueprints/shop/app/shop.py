#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shop: takes orders, and says which version of it on which node took them."""
import json
import logging
import logging.handlers
import os
import signal
import sys
import time
from urllib.parse import parse_qs, urlsplit

import psycopg2

import database
import node
import serving

LARGEST_ORDER = 64 * 1024
LOG_SIZE = 32 * 1024 * 1024


class Shop(serving.Handler):
    def do_GET(self):
        parts = urlsplit(self.path)
        answer = {"/": self.hello, "/healthz": self.health, "/orders/count": self.count, "/slow": self.slow}
        answer.get(parts.path, self.unknown)(parse_qs(parts.query))

    def do_POST(self):
        if urlsplit(self.path).path != "/orders":
            self.close_connection = True  # its body was not read
            return self.unknown({})
        body = self.body()
        if body is not None:
            self.with_database(lambda: self.json(201, {"id": self.server.orders.add(body), "node": self.server.node}))

    def hello(self, _):
        self.json(200, {"version": self.server.version, "node": self.server.node})

    def health(self, _):
        try:
            self.server.orders.ping()
        except psycopg2.Error as error:
            logging.warning("health: %s", str(error).strip())
            return self.json(503, {"database": "does not answer"})
        self.json(200, {"database": "answers", "version": self.server.version, "node": self.server.node})

    def count(self, _):
        self.with_database(lambda: self.json(200, {"orders": self.server.orders.count()}))

    def slow(self, query):
        try:
            seconds = min(max(float(query.get("s", ["1"])[0]), 0), 300)
        except ValueError:
            return self.json(400, {"error": "s is a number of seconds"})
        time.sleep(seconds)
        self.json(200, {"slept": seconds, "version": self.server.version, "node": self.server.node})

    def unknown(self, _):
        self.json(404, {"error": "no such page"})

    def body(self):
        """The request's body as text; None when it was answered with an error instead."""
        length = self.headers.get("Content-Length", "")
        if not length.isdigit():
            return self.send_error(411)
        if int(length) > LARGEST_ORDER:
            return self.send_error(413)
        content = self.rfile.read(int(length))
        if len(content) < int(length):
            raise ConnectionError("the client left in the middle of its order")
        return content.decode("utf-8", "replace").replace("\0", "\N{REPLACEMENT CHARACTER}")

    def with_database(self, work):
        try:
            work()
        except (psycopg2.Error, database.Busy) as error:
            logging.warning("database: %s", str(error).strip() or "busy")
            self.json(503, {"error": "the database does not answer"})

    def json(self, status, value):
        self.reply(status, json.dumps(value).encode() + b"\n")


def access_log(path):
    handler = logging.handlers.RotatingFileHandler(path, maxBytes=LOG_SIZE, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log = logging.getLogger("access")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    return log


def make_server(conf, secret, log_path, port=None):
    dsn = {"host": conf["DATABASE_HOST"], "port": conf["DATABASE_PORT"], "dbname": conf["DATABASE_NAME"],
           "user": conf["DATABASE_USER"], "password": secret}
    server = serving.Server(("", int(conf["PORT"]) if port is None else port), Shop, access_log(log_path))
    server.node = conf["NODE"]
    server.version = conf["IMAGE"].rpartition("@")[2]
    server.orders = database.Orders(dsn, conf["NODE"])
    return server


def main():
    logging.basicConfig(stream=sys.stderr, format="shop: %(message)s")
    conf = node.read_conf(os.environ.get("SHOP_NODE_CONF", "/etc/snowmelt/node.conf"))
    secret = node.read_secret(os.environ.get("SHOP_SECRET", "/run/secrets/database-password"))
    node.become("shop")
    server = make_server(conf, secret, os.environ.get("SHOP_ACCESS_LOG", "/var/log/shop/access.log"))
    signal.signal(signal.SIGTERM, server.stop)
    signal.signal(signal.SIGINT, server.stop)
    server.serve()


if __name__ == "__main__":
    main()
