# shellcheck shell=bash
# Processes by pid file. A pid file holds the pid and the moment the process began, so that a pid given to somebody else
# after a reboot is never taken for ours.

# The moment as the kernel counts it; empty for a process that is gone or only waits to be reaped.
started_at() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk '$1 != "Z" { print $20 }'; }

# alive NAME: whether the process of run/NAME.pid lives.
alive() {
  local pid since
  read -r pid since 2>/dev/null <"$RUN/$1.pid" || return 1
  [[ -n $pid && $(started_at "$pid") == "$since" ]]
}

pid_of() { cut -d' ' -f1 "$RUN/$1.pid" 2>/dev/null; }

# end_process NAME SIGNAL SECONDS: asks it to end, and ends it when it does not.
end_process() {
  if alive "$1"; then
    kill "-$2" "$(pid_of "$1")" 2>/dev/null || true
    if ! wait_for "$3" gone "$1"; then
      warn "$1 did not end within $3 s: killed"
      kill -KILL "$(pid_of "$1")" 2>/dev/null || true
      wait_for 5 gone "$1" || die "$1 (pid $(pid_of "$1")) cannot be ended: is it owned by another user?"
    fi
  fi
  rm -f "$RUN/$1.pid"
}

gone() { ! alive "$1"; }

# keep NAME STOP_SIGNAL HEALTH_URL COMMAND…: runs a command under the watchdog, detached from this terminal.
keep() {
  local name=$1 stop=$2 health=$3
  shift 3
  # A process whose watchdog was killed would hold the ports.
  end_process "$name" "$stop" 20
  RUN="$RUN" LOGS="$LOGS" KEEP_NAME="$name" KEEP_STOP="$stop" KEEP_HEALTH="$health" \
    setsid bash "$UMS_HOME/deploy/ums/watchdog.sh" "$@" </dev/null >>"$LOGS/$name.watchdog.log" 2>&1 9>&- &
  wait_for 5 alive "$name.keeper" || die "the watchdog of $name did not start: see $LOGS/$name.watchdog.log"
}

# stop_kept NAME STOP_SIGNAL SECONDS: ends the watchdog, which ends its process; then makes sure of both.
stop_kept() {
  end_process "$1.keeper" TERM "$(($3 + 5))"
  end_process "$1" "$2" "$3"
}
