# SPDX-License-Identifier: GPL-3.0-or-later
"""CLI for Microsoft 365, unpatched, as somebody uses it who registers an app."""

import json
import os
import re
import subprocess
import sys

PACKAGE = "@pnp/cli-microsoft365"
# The practice tenant's client for programs that ask for everything (waxseal-practice-client.h).
CLIENT = "5ea15ea1-0000-4000-8000-7ac71ce00001"
PERMISSIONS = ("Mail.Read", "Mail.ReadWrite", "Mail.Send", "User.Read.All")
SETTINGS = {"disableTelemetry": True, "autoOpenLinksInBrowser": False, "output": "json",
            "clientId": CLIENT}
SIGN_IN = ("login", "--authType", "deviceCode", "--appId", CLIENT, "--tenant", "organizations")
REGISTER = ("entra", "app", "add", "--name", "Peer’s app", "--withSecret", "--apisApplication",
            ",".join(f"https://graph.microsoft.com/{name}" for name in PERMISSIONS),
            "--grantAdminConsent")


class Cli:
    """The program, with a home of its own."""

    def __init__(self, modules, folder):
        self.program = ["node", str(modules / PACKAGE / "dist/index.js")]
        settings = folder / "home/.config/configstore/cli-m365-config.json"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps(SETTINGS))
        hidden = ("proxy", "xdg_", "npm_")
        self.env = {name: value for name, value in os.environ.items()
                    if not any(word in name.lower() for word in hidden)}
        self.env |= {"HOME": str(folder / "home"), "CI": "true",
                     "NODE_EXTRA_CA_CERTS": str(folder / "certificate.pem")}

    def start(self, *arguments):
        return subprocess.Popen([*self.program, *arguments], env=self.env, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *arguments):
        process = self.start(*arguments)
        output, errors = process.communicate()
        if process.returncode != 0:
            sys.exit(f"{arguments[:3]} failed: {errors}{output}")
        return json.loads(output)


def sign_in(cli, tenant):
    process = cli.start(*SIGN_IN)
    for line in process.stderr:
        if found := re.search(r"(https://\S+).* code:? ([A-Z0-9]+)", line):
            tenant.enter_code(found[1], found[2])
            break
    output, errors = process.communicate()
    if process.returncode != 0:
        sys.exit(f"the sign-in failed: {errors}{output}")


def register(cli):
    return cli.run(*REGISTER)
