# shellcheck shell=bash
# Demo: a synthetic customer with a real voice.

ums_demo() {
  case ${1:-} in
    call) demo_call "${@:2}" ;;
    *) die "demo of what? ./ums demo call [number called] [seconds]" ;;
  esac
}

demo_call() {
  local number=${1:-1000} seconds=${2:-60} voice="$CRMUMS_VAR/demo-customer.wav"
  alive asterisk || die "nothing runs. Cure: ./ums up"
  if [[ ! -f $voice ]]; then
    espeak-ng -v ru -s 150 --stdout -f "$UMS_HOME/deploy/demo/customer.ru.txt" |
      sox -q -t wav - -r 8000 -c 1 -b 16 "$voice" gain -n -6 pad 1 2 || die "the customer's voice could not be made"
  fi
  build_caller
  say "+998901234567 calls $number for $seconds s; hear him in the page of a ready agent ($(server_url))"
  (cd "$UMS_HOME" && dotnet run --project tests/CrmUms.SipPhone.Cli -c Release --no-build -- \
    call --to "sip:$number@127.0.0.1:$CRMUMS_SIP_PORT" --from +998901234567 --voice "$voice" --seconds "$seconds")
}

# Before the call is announced: the first build takes a minute, in which nobody would know what goes on.
build_caller() {
  step caller "building, if it is not yet"
  (cd "$UMS_HOME" && dotnet build tests/CrmUms.SipPhone.Cli -c Release --nologo -v q) >"$LOGS/caller.log" 2>&1 || {
    grep -m5 -E 'error|warning' "$LOGS/caller.log" >&2
    die "the caller does not build: see $LOGS/caller.log"
  }
}
