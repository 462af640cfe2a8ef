#!/usr/bin/env bash
# Settings, apt sources and pid files.
# shellcheck disable=SC2034,SC2317 # The variables and functions set here are used by the parts under test.
set -euo pipefail
for part in say settings process asterisk-root asterisk up; do
  # shellcheck source=/dev/null
  . "$UMS_HOME/deploy/ums/$part.sh"
done
cd "$(mktemp -d)"
unset "${!CRMUMS_@}"

expect() { [[ $1 == "$2" ]] || die "expected '$2', got '$1'"; }

test_the_environment_wins_over_the_file_which_wins_over_the_default() {
  UMS_HOME=$PWD
  printf 'CRMUMS_WEB_PORT=9001\nCRMUMS_PG_PORT=9002\n' >ums.env
  CRMUMS_PG_PORT=9003 load_settings
  expect "$CRMUMS_WEB_PORT $CRMUMS_PG_PORT $CRMUMS_ARI_PORT" "9001 9003 15088"
}

test_a_bad_port_is_named() {
  local words
  words=$(UMS_HOME=$PWD CRMUMS_WEB_PORT=eighty load_settings 2>&1) && die "it was accepted"
  [[ $words == *CRMUMS_WEB_PORT*eighty* ]]
}

test_a_port_with_a_leading_zero_is_named_without_a_word_of_bash() {
  local words
  words=$(UMS_HOME=$PWD CRMUMS_WEB_PORT=008080 load_settings 2>&1) && die "it was accepted"
  expect "$words" "ums: CRMUMS_WEB_PORT is '008080': a port from 1024 to 65535 is needed"
}

test_a_misspelt_setting_is_named_in_the_environment_and_in_the_file() {
  local words home=$UMS_HOME
  mkdir deploy && cp "$home/deploy/ums.sample.env" deploy/
  words=$( (UMS_HOME=$PWD CRMUMS_WEBPORT=8081 check_names) 2>&1) && die "it was accepted"
  [[ $words == *CRMUMS_WEBPORT* ]]
  echo 'CRMUMS_SIP_PROT=15061' >ums.env
  words=$( (UMS_HOME=$PWD check_names) 2>&1) && die "it was accepted"
  [[ $words == *CRMUMS_SIP_PROT* ]]
  echo 'CRMUMS_SIP_PORT=15061' >ums.env
  UMS_HOME=$PWD CRMUMS_WEB_PORT=8081 check_names
}

test_up_names_a_missing_part() {
  local words
  UMS_HOME=$PWD load_settings
  words=$( (ums_up --only) 2>&1) && die "it was accepted"
  [[ $words == *postgres* ]]
}

test_logs_say_that_there_are_none_yet() {
  local words
  UMS_HOME=$PWD load_settings
  words=$( (ums_logs) 2>&1) && die "it found some"
  [[ $words == *"no log is written yet"* ]]
}

test_a_taken_sip_port_is_named() {
  local words
  ss() { [[ $* == *":15060" ]] && echo 'UNCONN 0 0 127.0.0.1:15060 0.0.0.0:*'; }
  words=$( (udp_port_is_free 15060 CRMUMS_SIP_PORT) 2>&1) && die "it was taken for free"
  [[ $words == *15060*CRMUMS_SIP_PORT* ]]
  ss() { :; }
  udp_port_is_free 15061 CRMUMS_SIP_PORT
}

test_an_open_address_needs_production_and_tls() {
  local words
  UMS_HOME=$PWD load_settings
  CRMUMS_BIND=0.0.0.0
  words=$( (check_binding) 2>&1) && die "demo sign-ins would be open"
  [[ $words == *--production* ]]
  CRMUMS_DEMO=0
  words=$( (check_binding) 2>&1) && die "it would speak without TLS"
  [[ $words == *CRMUMS_TLS_CERTIFICATE* ]]
}

test_both_forms_of_apt_sources_are_read() {
  mkdir -p sources.list.d
  cat >sources.list.d/debian.sources <<'TEXT'
# A comment
Types: deb deb-src
URIs: https://one.example/debian
 https://two.example/debian
Suites: stable
 stable-updates
Components: main

Types: deb
Enabled: no
URIs: https://off.example/debian
Suites: stable
TEXT
  printf 'deb [arch=amd64 signed-by=/x.gpg] https://three.example/debian testing main\n# deb https://no.example x y\n' \
    >sources.list
  expect "$(apt_sources . | tr '\n' ';')" "https://one.example/debian stable;https://one.example/debian stable-updates;\
https://two.example/debian stable;https://two.example/debian stable-updates;https://three.example/debian testing;"
}

test_a_pid_given_to_another_program_is_not_ours() {
  RUN=$PWD
  echo "$$ $(started_at $$)" >me.pid
  alive me
  echo "$$ 12345" >me.pid
  ! alive me
}

test_results_of_several_assemblies_are_summed() {
  # shellcheck source=deploy/ums/test.sh
  . "$UMS_HOME/deploy/ums/test.sh"
  printf '<assemblies><assembly name="a" passed="3" failed="1" errors="1" skipped="0"><x passed="9"/></assembly>' >r.xml
  printf '<assembly name="b" total="7" passed="4" failed="0" errors="0" skipped="2" not-run="5" /></assemblies>' >>r.xml
  expect "$(count_results r.xml)" "7 2 2"
  expect "$(count_results missing.xml)" "0 0"
}

"$1"
