# SPDX-License-Identifier: GPL-3.0-or-later
"""The orders, in PostgreSQL, through a small pool that outlives a restart of the database."""
import queue
import threading

import psycopg2

TABLE_LOCK = 7306571  # any number, the same on every node

CREATE = """
CREATE TABLE IF NOT EXISTS orders (
    id bigserial PRIMARY KEY,
    body text NOT NULL,
    node text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
)"""


class Busy(Exception):
    """No connection became free in time."""


class Orders:
    def __init__(self, dsn, node, connections=8, wait=10):
        self._dsn = dsn
        self._node = node
        self._wait = wait
        self._free = queue.LifoQueue()
        for _ in range(connections):
            self._free.put(None)  # a place; the connection is made when it is first needed
        self._table_ready = False
        self._health_lock = threading.Lock()
        self._health = None

    def add(self, body):
        """The new row's id, after the commit. A failed commit is never repeated: it may have happened."""
        def insert(cursor):
            cursor.execute("INSERT INTO orders (body, node) VALUES (%s, %s) RETURNING id", (body, self._node))
            return cursor.fetchone()[0]
        return self._in_transaction(insert)

    def count(self):
        def ask(cursor):
            cursor.execute("SELECT count(*) FROM orders")
            return cursor.fetchone()[0]
        return self._in_transaction(ask)

    def ping(self):
        """Raises psycopg2.Error when the database does not answer. Has its own connection: load must not hide health."""
        with self._health_lock:
            try:
                self._health = self._health or self._connect()
                with self._health.cursor() as cursor:
                    cursor.execute("SELECT 1")
                self._health.rollback()
            except psycopg2.Error:
                close(self._health)
                self._health = None
                raise

    def _connect(self):
        connection = psycopg2.connect(**self._dsn, connect_timeout=2, options="-c statement_timeout=5000",
                                      keepalives_idle=5, keepalives_interval=2, keepalives_count=3)
        if not self._table_ready:
            self._make_table(connection)
        return connection

    def _make_table(self, connection):
        # Nodes start together, and CREATE IF NOT EXISTS alone still collides with itself.
        with connection, connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", (TABLE_LOCK,))
            cursor.execute(CREATE)
        self._table_ready = True

    def _in_transaction(self, work):
        try:
            connection = self._free.get(timeout=self._wait)
        except queue.Empty:
            raise Busy from None
        try:
            connection, answer = self._run(connection, work)
            connection.commit()
            return answer
        except Exception:
            close(connection)
            connection = None
            raise
        finally:
            self._free.put(connection)

    def _run(self, connection, work):
        """Does `work` without committing. A pooled connection may be dead since a restart: one fresh one is tried."""
        if connection is not None:
            try:
                return connection, self._with_cursor(connection, work)
            except psycopg2.OperationalError:
                close(connection)
            except psycopg2.InterfaceError:
                close(connection)
        connection = self._connect()
        return connection, self._with_cursor(connection, work)

    @staticmethod
    def _with_cursor(connection, work):
        with connection.cursor() as cursor:
            return work(cursor)


def close(connection):
    try:
        if connection is not None:
            connection.close()
    except psycopg2.Error:
        pass
