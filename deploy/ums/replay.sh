# shellcheck shell=bash
# A recorded day of routing, again: as it was, or with other rules. It reads the database and nothing else.

ums_replay() {
  alive postgres || die "the database does not run. Cure: ./ums up --only postgres"
  local arguments=() name
  while (($# > 0)); do
    name=$1
    [[ $name != --rules || -r ${2:-} ]] || die "--rules wants a file that can be read"
    # The program runs in another folder.
    [[ $name == --rules ]] && set -- "$1" "$(realpath "$2")" "${@:3}"
    arguments+=("$name")
    shift
  done
  CRMUMS_PG=$(connection_string)
  export CRMUMS_PG
  (cd "$UMS_HOME" && dotnet run --project load-tests/replay -c Release -v q -- "${arguments[@]}")
}
