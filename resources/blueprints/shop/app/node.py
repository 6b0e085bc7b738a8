# SPDX-License-Identifier: GPL-3.0-or-later
"""What this node was told at its birth, and giving up being root."""
import os
import pwd


def read_conf(path):
    with open(path, encoding="utf-8") as lines:
        pairs = (line.strip().split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
        return {key: value for key, value in pairs}


def read_secret(path):
    with open(path, encoding="utf-8") as secret:
        return secret.read().rstrip("\n")


def become(name):
    """Drops to `name` for good. Started as someone else than root (tests), stays that person."""
    if os.geteuid() != 0:
        return
    person = pwd.getpwnam(name)
    os.initgroups(name, person.pw_gid)
    os.setgid(person.pw_gid)
    os.setuid(person.pw_uid)
