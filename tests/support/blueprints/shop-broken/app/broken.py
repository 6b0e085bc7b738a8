# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers everything but its health check, which is always 503."""
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Broken(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = b"never healthy\n"
        self.send_response(503 if self.path == "/healthz" else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


with open("/etc/snowmelt/node.conf", encoding="utf-8") as conf:
    port = next(int(line.split("=", 1)[1]) for line in conf if line.startswith("PORT="))
ThreadingHTTPServer(("", port), Broken).serve_forever()
