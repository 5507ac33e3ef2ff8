#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test in a session of its own, with a home of its own, and then looks through all that the
# session left behind for the secrets of the tests, which all contain the marker below.
#
#   with-keyring.sh keyring|bus|no-bus COMMAND...
#
#   keyring  a bus with a real, unlocked gnome-keyring-daemon
#   bus      a bus that can start no service
#   no-bus   an address at which no bus answers
set -eu

marker=WaxsealTestSecret
mode=$1
shift

skip () {
  echo "1..0 # SKIP $1"
  exit 0
}

if [ "$mode" != no-bus ] && ! command -v dbus-run-session >/dev/null; then
  skip "dbus-run-session is not installed (package dbus)"
fi
if [ "$mode" = keyring ] && ! command -v gnome-keyring-daemon >/dev/null; then
  skip "gnome-keyring-daemon is not installed (package gnome-keyring)"
fi

base=$(mktemp -d)
trap 'rm -rf "$base"' EXIT
export WAXSEAL_TEST_SESSION="$base" HOME="$base/home" XDG_RUNTIME_DIR="$base/run"
export XDG_DATA_HOME="$HOME/data" XDG_CONFIG_HOME="$HOME/config" XDG_CACHE_HOME="$HOME/cache"
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR" "$XDG_DATA_HOME"
# Without a display the keyring's prompter ends at once instead of waiting for a person.
unset DISPLAY WAYLAND_DISPLAY SECRET_BACKEND DBUS_SESSION_BUS_ADDRESS

# No service can be started by this bus: neither a second keyring daemon, which would race with the
# one below, nor a prompter.
cat >"$base/bus.conf" <<EOF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=$base/run</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
EOF

run () {
  case $mode in
  keyring)
    # Warnings are fatal to the test, not to the daemon, which gives some of its own.
    # shellcheck disable=SC2016
    dbus-run-session --config-file="$base/bus.conf" -- sh -c '
      printf "%s" "$WAXSEAL_TEST_KEYRING_PASSWORD" |
        env -u G_DEBUG gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null
      # On a busy computer it is on the bus only later.
      gdbus wait --session --timeout 20 org.freedesktop.secrets
      exec "$@"' sh "$@"
    ;;
  bus) dbus-run-session --config-file="$base/bus.conf" -- "$@" ;;
  no-bus) DBUS_SESSION_BUS_ADDRESS="unix:path=$base/run/nothing" "$@" ;;
  *)
    echo "Bail out! Unknown mode $mode"
    return 2
    ;;
  esac
}

export WAXSEAL_TEST_KEYRING_PASSWORD=keyring-password
status=0
run "$@" >"$base/out.log" 2>"$base/err.log" || status=$?

cat "$base/out.log"
cat "$base/err.log" >&2
if grep -rlaF "$marker" "$base" >&2; then
  echo "Bail out! A secret is readable in the files named above"
  exit 1
fi
exit "$status"
