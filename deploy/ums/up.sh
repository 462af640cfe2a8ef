# shellcheck shell=bash
# Up, down, status and help: the whole, made of the other parts.

ums_up() {
  local part=all
  while (($# > 0)); do
    case $1 in
      --production) CRMUMS_DEMO=0 ;;
      # For tests of one module: a telephone system or a database without the rest.
      --only) part=${2:?postgres or asterisk} && shift ;;
      *) die "up does not know '$1'. './ums help' lists what there is" ;;
    esac
    shift
  done
  make_folders
  lock_instance
  check_binding
  need_for_up
  case $part in
    postgres) postgres_up ;;
    asterisk) need_media_interface && asterisk_up ;;
    all)
      need_media_interface
      postgres_up
      asterisk_up
      ;;
    *) die "--only takes postgres or asterisk, not '$part'" ;;
  esac
}

ums_down() {
  [[ -d $RUN ]] || return 0
  lock_instance
  asterisk_down
  postgres_down
  say "Stopped. What was recorded and stored lies in $CRMUMS_VAR."
}

# One ./ums at a time works on an instance.
lock_instance() {
  exec 9>"$RUN/up.lock"
  flock -w 300 9 || die "another ./ums works on $CRMUMS_VAR for more than 5 minutes"
}

ums_status() {
  local name state down=0
  for name in postgres asterisk; do
    if alive "$name"; then
      state="runs, pid $(pid_of "$name")"
      alive "$name.keeper" || state+=", WITHOUT its watchdog (cure: ./ums up)"
    else
      state=down down=1
    fi
    step "$name" "$state"
  done
  return "$down"
}

ums_help() {
  cat <<'TEXT'
./ums up [--production]     set up what is missing and start everything; prints the address and the demo sign-ins
          [--only PART]     only postgres or asterisk
./ums down                  stop everything; data stays
./ums status                what runs

Settings: CRMUMS_… in the environment or in ums.env (sample with meaning, unit and default: deploy/ums.sample.env).
TEXT
}
