# shellcheck shell=bash
# Measurements. Each prints what it sees and closes with one line of JSON.

ums_bench() {
  local name=${1:-} project=load-tests
  [[ -n $name ]] || die "bench of what? load-tests/README.md lists them"
  [[ $name == actors || $name == journal ]] && project=load-tests/kernel
  [[ $name == routing* ]] && project=load-tests/routing
  shift
  # Both of its halves, unless one is named; the calls are measured from outside as those of ring are.
  if [[ $name == flow && $# == 0 ]]; then
    ums_bench flow engine
    set -- calls
  fi
  [[ $name == flow && $1 == engine ]] && project=load-tests/flow
  if [[ $name == ring && ($# == 0 || " $* " == *" answer "*) ]]; then
    need_packages "./ums bench ring" chromium=chromium
  fi
  make_folders
  command -v dotnet >/dev/null || need_for_up
  if [[ $name == journal ]]; then
    ums_up --only postgres >&2
    CRMUMS_PG=$(connection_string)
    export CRMUMS_PG
  fi
  (cd "$UMS_HOME" && UMS_HOME="$UMS_HOME" dotnet run --project "$project" -c Release -v q -- "$name" "$@")
}
