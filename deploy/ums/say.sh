# shellcheck shell=bash
# What the script says to people: one line for what it does, one clear line with the cure for what is missing.

say() { printf '%s\n' "$*"; }

step() { printf '  %-12s %s\n' "$1" "$2"; }

warn() { printf 'ums: %s\n' "$*" >&2; }

die() {
  warn "$@"
  exit 1
}

# wait_for SECONDS COMMAND…: asks ten times a second until it is true; false when the time is over.
wait_for() {
  local ticks=$(($1 * 10))
  shift
  while ! "$@" >/dev/null 2>&1; do
    ((ticks-- > 0)) || return 1
    sleep 0.1
  done
}
