# shellcheck shell=bash
# Up, down, status, logs and help: the whole, made of the other parts.

ums_up() {
  local part=all
  while (($# > 0)); do
    case $1 in
      --production) export CRMUMS_DEMO=0 ;;
      # For tests of one module: a telephone system or a database without the rest.
      --only)
        part=${2:-}
        [[ -n $part ]] || die "--only of what? postgres or asterisk"
        shift
        ;;
      *) die "up does not know '$1'. './ums help' lists what there is" ;;
    esac
    shift
  done
  check_names
  make_folders
  lock_instance
  choose_mode
  check_binding
  need_for_up
  case $part in
    postgres) postgres_up ;;
    asterisk) need_media_interface && asterisk_up ;;
    all)
      # What may be missing is found out before anything is started.
      get_asterisk
      prompts_begin
      build_release
      need_media_interface
      postgres_up
      asterisk_up
      prompts_end
      server_up
      print_address
      ;;
    *) die "--only takes postgres or asterisk, not '$part'" ;;
  esac
}

ums_down() {
  [[ -d $RUN ]] || return 0
  lock_instance
  server_down
  asterisk_down
  postgres_down
  say "Stopped. What was recorded and stored lies in $CRMUMS_VAR."
}

# One ./ums at a time works on an instance.
lock_instance() {
  exec 9>"$RUN/up.lock"
  flock -w 300 9 || die "another ./ums works on $CRMUMS_VAR for more than 5 minutes"
}

print_address() {
  printf '\n  %s\n' "$(server_url)"
  if [[ $CRMUMS_DEMO == 1 ]]; then
    cat <<TEXT

  agent1      agent       Азиза Каримова
  agent2      agent       Бобур Рахимов
  supervisor  supervisor
  admin       administrator
  password of all: crmums-demo

  ./ums demo call   a customer calls 1000
TEXT
  else
    printf '\n  The first sign-in of the user admin sets his password: 12 characters or more.\n'
  fi
}

ums_status() {
  local name state down=0
  for name in postgres asterisk server; do
    if alive "$name"; then
      state="runs, pid $(pid_of "$name")"
      alive "$name.keeper" || state+=", WITHOUT its watchdog (cure: ./ums up)"
    else
      state=down down=1
    fi
    step "$name" "$state"
  done
  if alive server && server_ready; then
    step ready "yes, $(server_url)"
  elif alive server; then
    step ready "NO: $(server_asked /healthz/ready)"
    down=1
  fi
  return "$down"
}

ums_logs() {
  local newest
  case ${1:-server} in
    server)
      newest=$(newest_file "$LOGS/server")
      follow "$LOGS/server.watchdog.log" "$LOGS/server.out.log" "$newest"
      ;;
    asterisk) follow "$LOGS/asterisk.watchdog.log" "$AST/log/messages.log" ;;
    postgres) follow "$LOGS/postgres.watchdog.log" "$LOGS/postgres.out.log" ;;
    *) die "logs of what? server, asterisk or postgres" ;;
  esac
}

# Nothing, when there is none.
newest_file() {
  [[ -d $1 ]] || return 0
  find "$1" -type f -printf '%T@ %p\n' | sort -rn | head -1 | cut -d' ' -f2-
}

# The last lines; on a terminal also what comes.
follow() {
  local files=() file
  for file in "$@"; do
    [[ -f $file ]] && files+=("$file")
  done
  ((${#files[@]} > 0)) || die "no log is written yet in $LOGS"
  if [[ -t 1 ]]; then
    exec tail -n 40 -F "${files[@]}"
  else
    tail -n 200 "${files[@]}"
  fi
}

ums_help() {
  cat <<'TEXT'
./ums up [--production]     set up what is missing and start everything; prints the address and the demo sign-ins
          [--only PART]     only postgres or asterisk
./ums down                  stop everything; data stays
./ums status                what runs
./ums logs [what]           server (default), asterisk or postgres
./ums test [filter]         every test; the filter is part of a project's or a test's name
./ums bench NAME            a measurement; the last line is JSON
./ums replay --day D         a recorded day (YYYY-MM-DD) of routing again: every decision must come out the same
         [--rules FILE]     and what other rules would have changed
./ums demo call             a customer with a voice calls 1000

Settings: CRMUMS_… in the environment or in ums.env (sample with meaning, unit and default: deploy/ums.sample.env).
TEXT
}
