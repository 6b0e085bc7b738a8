# SPDX-License-Identifier: GPL-3.0-or-later
"""A threaded HTTP/1.1 server that loses no request when it is told to stop."""
import logging
import os
import select
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler

BACKLOG = 1024      # socketserver's default of 5 makes connections vanish under load
LINGER = 0.5        # seconds an idle connection may still send a request after the stop was asked for
IDLE = 120          # seconds a silent client may hold a connection


class Handler(BaseHTTPRequestHandler):
    """One connection. Subclasses answer do_GET and do_POST through reply()."""
    protocol_version = "HTTP/1.1"
    server_version = "shop"
    sys_version = ""
    wbufsize = -1  # one write for head and body

    def __init__(self, connection, client, server):
        self.connection = connection
        self.client_address = client
        self.server = server
        self.rfile = connection.makefile("rb", -1)
        self.wfile = connection.makefile("wb", -1)

    def run(self):
        self.close_connection = True
        while self._request_comes():
            self._begun = time.monotonic()
            self.handle_one_request()
            if self.close_connection:
                break
        self._say_goodbye()

    def _request_comes(self):
        """Waits for the next request. When the server stops, an idle client gets a last moment to be heard."""
        if self._has_more():
            return True
        readable = self._wait([self.connection, self.server.stopping], IDLE)
        if self.connection in readable:
            return True
        return bool(readable) and bool(self._wait([self.connection], LINGER))

    def _has_more(self):
        """Whether something was read ahead of the last request, or can be read at once."""
        self.connection.setblocking(False)
        try:
            return bool(self.rfile.peek(1))
        finally:
            self.connection.settimeout(IDLE)

    def handle_expect_100(self):
        answer = super().handle_expect_100()
        self.wfile.flush()
        return answer

    @staticmethod
    def _wait(sources, seconds):
        poll = select.poll()
        numbers = {source.fileno(): source for source in sources}
        for number in numbers:
            poll.register(number, select.POLLIN)
        return [numbers[number] for number, _ in poll.poll(seconds * 1000)]

    def reply(self, status, content, kind="application/json"):
        if self.server.is_stopping():
            self.close_connection = True
        self.send_response_only(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
        self.wfile.flush()
        self.log_request(status, len(content))

    def send_error(self, code, message=None, explain=None):
        self.close_connection = True
        self.requestline = getattr(self, "requestline", "") or "-"
        self.request_version = "HTTP/1.1"
        self.command = getattr(self, "command", None) or "-"
        self.reply(code, (message or self.responses[code][0]).encode() + b"\n", "text/plain; charset=utf-8")

    def log_request(self, code="-", size="-"):
        ms = (time.monotonic() - self._begun) * 1000
        line = self.requestline.encode("unicode_escape").decode()  # a client must not write lines of its own
        self.server.access.info('%s "%s" %s %s %.1fms', self.client_address[0], line, code, size, ms)

    def log_message(self, format, *args):
        logging.warning("%s " + format, self.client_address[0], *args)

    def _say_goodbye(self):
        # Closing with unread bytes in the socket would reset the connection and may take our answer with it.
        self.connection.shutdown(socket.SHUT_WR)
        self.connection.settimeout(1)
        try:
            while self.connection.recv(65536):
                pass
        except TimeoutError:
            pass


class Server:
    def __init__(self, address, handler, access):
        self.access = access
        self._handler = handler
        self._listener = socket.create_server(address, backlog=BACKLOG)
        self._listener.setblocking(False)
        self._threads = set()
        self._lock = threading.Lock()
        self._stop = threading.Event()
        read, self._bell = os.pipe()
        self.stopping = os.fdopen(read, "rb", 0)  # readable from stop() on, for every thread at once

    @property
    def address(self):
        return self._listener.getsockname()

    def is_stopping(self):
        return self._stop.is_set()

    def stop(self, *_):
        """Safe in a signal handler."""
        if not self._stop.is_set():
            self._stop.set()
            os.close(self._bell)

    def serve(self):
        """Accepts until stop(); then ends when the last answer is out."""
        poll = select.poll()
        poll.register(self._listener, select.POLLIN)
        poll.register(self.stopping, select.POLLIN | select.POLLHUP)
        while not self.is_stopping():
            poll.poll()
            self._accept_all()
        self._accept_all()  # who was already in the queue was promised an answer
        self._listener.close()
        for thread in self._alive():
            thread.join()

    def _accept_all(self):
        while True:
            try:
                connection, client = self._listener.accept()
            except BlockingIOError:
                return
            except OSError as error:
                logging.warning("accept: %s", error)
                time.sleep(0.05)  # out of descriptors: let some end
                return
            self._begin(connection, client)

    def _begin(self, connection, client):
        connection.setblocking(True)
        connection.settimeout(IDLE)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        thread = threading.Thread(target=self._converse, args=(connection, client), daemon=True)
        with self._lock:
            self._threads.add(thread)
        thread.start()

    def _converse(self, connection, client):
        try:
            with connection:
                self._handler(connection, client, self).run()
        except (OSError, ValueError):
            pass  # the client went away
        except Exception:
            logging.exception("a request failed")
        finally:
            with self._lock:
                self._threads.discard(threading.current_thread())

    def _alive(self):
        with self._lock:
            return list(self._threads)
