#!/usr/bin/env bash
# The watchdog against programs that end, freeze, and will not live.
set -euo pipefail
cd "$(mktemp -d)"
export RUN=$PWD LOGS=$PWD KEEP_STOP=TERM KEEP_NAME=it KEEP_HEALTH=""
# shellcheck source=deploy/ums/say.sh
. "$UMS_HOME/deploy/ums/say.sh"
# shellcheck source=deploy/ums/process.sh
. "$UMS_HOME/deploy/ums/process.sh"

watchdog() { bash "$UMS_HOME/deploy/ums/watchdog.sh" "$@" >watchdog.log 2>&1 & }
another() { alive it && [[ $(pid_of it) != "$1" ]]; }
finish() { end_process it.keeper TERM 10; }

test_a_killed_program_is_started_again() {
  watchdog sleep 1000
  wait_for 5 alive it
  local first
  first=$(pid_of it)
  kill -KILL "$first"
  wait_for 5 another "$first"
  finish
}

test_the_end_of_the_watchdog_ends_the_program() {
  watchdog sleep 1000
  wait_for 5 alive it
  local first
  first=$(pid_of it)
  finish
  if kill -0 "$first"; then die "it lives on"; fi
  [[ ! -e it.pid && ! -e it.keeper.pid ]]
}

test_a_program_that_will_not_live_is_given_up() {
  sed 's/RESTARTS_MAX=10/RESTARTS_MAX=2/' "$UMS_HOME/deploy/ums/watchdog.sh" >watchdog.sh
  cp "$UMS_HOME"/deploy/ums/{say,process}.sh .
  bash watchdog.sh false >watchdog.log 2>&1
  grep -q 'not started again' watchdog.log
  [[ $(grep -c started, watchdog.log) == 3 ]]
}

test_a_frozen_server_is_killed_and_started_again() {
  local port first
  port=$((20000 + RANDOM % 10000))
  KEEP_HEALTH="http://127.0.0.1:$port/" watchdog node -e "
    require('http').createServer((request, response) => response.end('ok')).listen($port, '127.0.0.1')"
  wait_for 10 curl -sf "http://127.0.0.1:$port/"
  first=$(pid_of it)
  sleep 2
  kill -STOP "$first"
  wait_for 15 another "$first"
  wait_for 10 curl -sf "http://127.0.0.1:$port/"
  grep -q 'no answer from' watchdog.log
  finish
}

"$1"
