#!/usr/bin/env bash
# Benches leave the product's data alone.
# shellcheck disable=SC2034,SC2317 # The functions set here are used by the part under test.
set -euo pipefail
for part in say postgres bench; do
  # shellcheck source=/dev/null
  . "$UMS_HOME/deploy/ums/$part.sh"
done

expect() { [[ $1 == "$2" ]] || die "expected '$2', got '$1'"; }

test_the_journal_is_measured_in_a_database_that_is_thrown_away_also_when_it_fails() {
  local said=() code=0
  CRMUMS_PG_PORT=1
  secret() { echo word; }
  ums_up() { :; }
  admin_psql() { said+=("${*: -1}"); }
  run_bench() {
    said+=("${CRMUMS_PG#*;*;}")
    return 3
  }
  bench_journal || code=$?
  expect "$code" 3
  expect "${said[0]}" "create database crmums_bench owner crmums"
  expect "${said[1]}" "Database=crmums_bench;Username=crmums;Password=word"
  expect "${said[2]}" "drop database crmums_bench with (force)"
}

"$1"
