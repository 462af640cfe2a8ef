# shellcheck shell=bash
# Debian packages: which are missing, and getting them. Services that a package would start are kept asleep: ours are
# private instances on ports of their own.

# need_packages REASON PACKAGE=PROOF…: a proof is a command name, or a path that may hold a pattern.
need_packages() {
  local reason=$1 missing=() pair
  shift
  for pair in "$@"; do
    present "${pair#*=}" || missing+=("${pair%%=*}")
  done
  ((${#missing[@]} == 0)) && return
  ((EUID == 0)) || die "missing for $reason: ${missing[*]}. Cure: sudo apt-get install ${missing[*]}"
  command -v apt-get >/dev/null || die "missing for $reason: ${missing[*]} (this machine has no apt-get)"
  step packages "installing ${missing[*]}"
  install_packages "${missing[@]}"
  for pair in "$@"; do
    present "${pair#*=}" || die "${pair%%=*} was installed, but ${pair#*=} is still not there"
  done
}

present() {
  case $1 in
    */*) compgen -G "$1" >/dev/null ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

install_packages() {
  local policy=/usr/sbin/policy-rc.d ours=0 code=0
  if [[ ! -e $policy ]]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy" && ours=1
  fi
  {
    apt-get update -q &&
      DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
  } >"$LOGS/packages.log" 2>&1 || code=$?
  ((ours)) && rm -f "$policy"
  ((code == 0)) || die "apt-get could not install $*: see $LOGS/packages.log"
}

need_for_up() {
  need_packages "./ums up" 'postgresql=/usr/lib/postgresql/*/bin/postgres' ffmpeg=ffmpeg sox=sox \
    espeak-ng=espeak-ng iproute2=ip curl=curl procps=ps util-linux=setsid openssl=openssl
  command -v dotnet >/dev/null || die "the .NET SDK is missing. Cure: install $(dotnet_wanted) or newer of that series"
  (cd "$UMS_HOME" && dotnet --version >/dev/null 2>&1) ||
    die "no .NET SDK that fits global.json ($(dotnet_wanted)); there is: $(dotnet --list-sdks | tr '\n' ' ')"
  command -v node >/dev/null || die "Node.js is missing. Cure: install Node.js 20 or newer with npm"
  (($(node -p 'process.versions.node.split(".")[0]') >= 20)) || die "Node.js $(node --version) is too old: 20 or newer"
}

dotnet_wanted() { sed -n 's/.*"version": *"\(.*\)".*/dotnet-sdk \1/p' "$UMS_HOME/global.json"; }
