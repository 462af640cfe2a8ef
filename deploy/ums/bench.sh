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
    bench_journal "$@"
  else
    run_bench "$project" "$name" "$@"
  fi
}

run_bench() {
  local project=$1
  shift
  (cd "$UMS_HOME" && UMS_HOME="$UMS_HOME" dotnet run --project "$project" -c Release -v q -- "$@")
}

# In a database of its own, thrown away afterwards: hundreds of thousands of events that no module knows.
bench_journal() {
  local code=0
  ums_up --only postgres >&2
  admin_psql -d postgres -c "set client_min_messages to warning" -c "drop database if exists crmums_bench" \
    -c "create database crmums_bench owner crmums"
  CRMUMS_PG=$(connection_string crmums_bench) run_bench load-tests/kernel journal "$@" || code=$?
  admin_psql -d postgres -c "drop database crmums_bench with (force)"
  return "$code"
}
