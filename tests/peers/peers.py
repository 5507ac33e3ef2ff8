# SPDX-License-Identifier: GPL-3.0-or-later
"""A practice tenant under Microsoft's names, in a network of its own that leads nowhere else."""

import contextlib
import json
import os
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
from pathlib import Path

SKIPPED = 77  # what Meson takes for it
NAMES = ("login.microsoftonline.com", "graph.microsoft.com", "localhost")
INSIDE = "--inside"


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def find_packages(*names):
    """The folder of the packages that tests/peers/install made."""
    folder = os.environ.get("WAXSEAL_PEERS")
    if not folder:
        skip("WAXSEAL_PEERS names no folder; tests/peers/install makes one")
    modules = Path(folder).resolve() / "node_modules"
    for name in names:
        if not (modules / name).is_dir():
            skip(f"{modules} has no {name}; tests/peers/install puts it there")
    return modules


def look_for_packages(*names):
    """The same folder, or None where it is not there."""
    modules = Path(os.environ.get("WAXSEAL_PEERS", "/nonexistent")).resolve() / "node_modules"
    return modules if all((modules / name).is_dir() for name in names) else None


def need(*programs):
    for program in programs:
        if not shutil.which(program):
            skip(f"there is no {program}")


def enter_namespaces():
    """Starts this script again where it may have a hosts file and ports of its own."""
    if INSIDE in sys.argv:
        return
    unshare = ["unshare", "--map-root-user", "--mount", "--net"]
    if subprocess.run([*unshare, "true"], stderr=subprocess.DEVNULL).returncode != 0:
        skip("this machine gives no namespaces to its users")
    sys.stdout.flush()
    os.execvp("unshare", [*unshare, sys.executable, *sys.argv, INSIDE])


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make_certificate(folder):
    """A certificate for all the names, which is its own authority."""
    names = ",".join(f"DNS:{name}" for name in NAMES)
    run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
        "-nodes", "-days", "1", "-subj", "/CN=Waxseal practice", "-addext", f"subjectAltName={names}",
        "-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem"))


def lead_names_here(folder):
    (folder / "hosts").write_text("".join(f"127.0.0.1 {name}\n" for name in NAMES))
    run("mount", "--bind", str(folder / "hosts"), "/etc/hosts")
    run("ip", "link", "set", "lo", "up")


class Tenant:
    """The practice tenant, and who steers it."""

    def __init__(self, program, *options, trust=None):
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=trust))
        self.process = subprocess.Popen([program, *options], stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("Ready: "):
            raise SystemExit("the practice tenant did not start")
        self.base = line.removeprefix("Ready: ").strip()

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait() != 0:
            raise SystemExit("the practice tenant did not end well")

    def enter_code(self, uri, code):
        """What a Global Administrator does with it on the page at uri, in one step."""
        answers = {"code": code, "person": "global-administrator", "answer": "accept"}
        with self.opener.open(uri, urllib.parse.urlencode(answers).encode()):
            pass

    def steer(self, path, body=None):
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(f"{self.base}/practice/{path}", data=data, headers={
            "X-Waxseal-Practice": "1", "Content-Type": "application/json"})
        with self.opener.open(request) as reply:
            text = reply.read()
        return json.loads(text) if text else None


@contextlib.contextmanager
def practice_tenant(program):
    """One under Microsoft’s names, and the folder with its certificate, which goes with it."""
    with tempfile.TemporaryDirectory(prefix="waxseal-peers-") as name:
        folder = Path(name)
        make_certificate(folder)
        lead_names_here(folder)
        certificate = str(folder / "certificate.pem")
        options = ("--port", "443", "--certificate", certificate, "--key", str(folder / "key.pem"))
        trust = ssl.create_default_context(cafile=certificate)
        try:
            with Tenant(program, *options, trust=trust) as tenant:
                yield tenant, folder
        finally:
            run("umount", "/etc/hosts")
