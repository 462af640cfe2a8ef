#!/usr/bin/env bash
# Keeps one process running: starts it again when it ends, kills it when its health address is silent for 5 s (a frozen
# server holds calls; its death lets the dialplan take them), and gives up after 10 restarts in 5 minutes.
#
# KEEP_NAME    name of the pid and log files           KEEP_HEALTH  http address that must answer, or empty
# KEEP_STOP    signal that ends the process well       RUN, LOGS    folders
# KEEP_LOG     Asterisk's own log, or empty: rotated when it has grown
set -u
# shellcheck source=deploy/ums/say.sh
. "$(dirname "$0")/say.sh"
# shellcheck source=deploy/ums/process.sh
. "$(dirname "$0")/process.sh"

readonly RESTARTS_MAX=10 RESTARTS_WITHIN_S=300 SILENT_S=5 STARTUP_S=60 LOG_BYTES_MAX=50000000
child=0
ending=0
restarts=()

log() { printf '%s %s: %s\n' "$(date -u +%FT%TZ)" "$KEEP_NAME" "$*"; }

end_child() {
  ending=1
  ((child > 0)) && kill "-$KEEP_STOP" "$child" 2>/dev/null
}
trap end_child TERM INT

healthy() { curl --silent --fail --output /dev/null --max-time 2 "$KEEP_HEALTH"; }

# One look a second. A server that starts may take longer than one that runs.
watch_child() {
  local silent_since=$SECONDS limit=$STARTUP_S
  while kill -0 "$child" 2>/dev/null; do
    sleep 1 &
    wait -n "$child" "$!" 2>/dev/null
    rotate_output
    [[ -z $KEEP_HEALTH || $ending == 1 ]] && continue
    if healthy; then
      silent_since=$SECONDS limit=$SILENT_S
    elif ((SECONDS - silent_since >= limit)) && kill -0 "$child" 2>/dev/null; then
      log "no answer from $KEEP_HEALTH for $limit s: killed"
      kill -KILL "$child"
    fi
  done
}

# The process writes its own rotating logs; this file holds what it prints besides, and must not fill the disk.
rotate_output() {
  local file="$LOGS/$KEEP_NAME.out.log"
  if (($(stat -c %s "$file" 2>/dev/null || echo 0) > LOG_BYTES_MAX)); then
    cp "$file" "$file.1" && : >"$file"
  fi
  if [[ -n ${KEEP_LOG:-} ]] && (($(stat -c %s "$KEEP_LOG" 2>/dev/null || echo 0) > LOG_BYTES_MAX)); then
    # Asterisk takes this signal as "the log is too large", and counts old ones upwards.
    kill -XFSZ "$child" 2>/dev/null
    rm -f "$KEEP_LOG".[5-9] "$KEEP_LOG".[1-9][0-9]
  fi
}

may_restart() {
  local now=$SECONDS kept=() at
  for at in "${restarts[@]}"; do
    ((now - at < RESTARTS_WITHIN_S)) && kept+=("$at")
  done
  restarts=("${kept[@]}" "$now")
  ((${#restarts[@]} <= RESTARTS_MAX))
}

echo "$$ $(started_at $$)" >"$RUN/$KEEP_NAME.keeper.pid"
while true; do
  "$@" >>"$LOGS/$KEEP_NAME.out.log" 2>&1 &
  child=$!
  echo "$child $(started_at "$child")" >"$RUN/$KEEP_NAME.pid"
  log "started, pid $child"
  watch_child
  wait "$child" 2>/dev/null
  code=$?
  rm -f "$RUN/$KEEP_NAME.pid"
  ((ending)) && log "ended as asked" && break
  log "ended with code $code"
  if ! may_restart; then
    log "ended $RESTARTS_MAX times in $RESTARTS_WITHIN_S s: not started again. Look at $LOGS, then ./ums up"
    break
  fi
  # The first restart is at once: callers wait.
  ((${#restarts[@]} > 1)) && sleep "$((${#restarts[@]} / 2))"
  ((ending)) && break
done
rm -f "$RUN/$KEEP_NAME.keeper.pid"
