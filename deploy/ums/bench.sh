# shellcheck shell=bash
# Measurements. Each prints what it sees and closes with one line of JSON.

ums_bench() {
  local name=${1:-} project=load-tests
  [[ -n $name ]] || die "bench of what? load-tests/README.md lists them"
  [[ $name == actors || $name == journal ]] && project=load-tests/kernel
  [[ $name == flow ]] && project=load-tests/flow
  [[ $name == routing* ]] && project=load-tests/routing
  shift
  make_folders
  command -v dotnet >/dev/null || need_for_up
  if [[ $name == journal ]]; then
    ums_up --only postgres >&2
    CRMUMS_PG=$(connection_string)
    export CRMUMS_PG
  fi
  (cd "$UMS_HOME" && UMS_HOME="$UMS_HOME" dotnet run --project "$project" -c Release -v q -- "$name" "$@")
}
