# shellcheck shell=bash
# Building the server and its page. A release is a folder named after its sources, so that a running server is never
# overwritten and an unchanged tree is not built twice.

readonly SERVER_ROOMS=(actors acd crm-core recording storage cti-gateway agent-web)

# fingerprint PATH…: of the content of every source file below.
fingerprint() {
  (cd "$UMS_HOME" && find "$@" \( -name node_modules -o -name wwwroot -o -name dist -o -name '*.tsbuildinfo' \) -prune \
    -o -type f -not -name '*.md' -print0 | sort -z | xargs -0 sha1sum | sha1sum | cut -c1-12)
}

# Sets RELEASE.
build_release() {
  local sources=("${SERVER_ROOMS[@]}" Directory.{Build.props,Build.targets,Packages.props} global.json)
  RELEASE="$UMS_HOME/artifacts/publish/$(fingerprint "${sources[@]}")"
  [[ -d $RELEASE ]] && return
  mkdir -p "$UMS_HOME/artifacts/publish"
  # Two instances may share one working copy; one of them builds.
  exec 8>"$UMS_HOME/artifacts/publish/lock"
  flock -w 1200 8 || die "another build has held $UMS_HOME/artifacts/publish for 20 minutes"
  if [[ ! -d $RELEASE ]]; then
    build_page
    step server "building (a minute or two)"
    rm -rf "$RELEASE.half"
    (cd "$UMS_HOME" && dotnet publish agent-web -c Release -o "$RELEASE.half" --nologo -v q -maxcpucount:2) \
      >"$LOGS/build.log" 2>&1 || {
      grep -m5 -E 'error|warning' "$LOGS/build.log" >&2
      die "the server does not build: see $LOGS/build.log"
    }
    cp -r "$UMS_HOME/agent-web/wwwroot" "$RELEASE.half/wwwroot"
    mv "$RELEASE.half" "$RELEASE"
    remove_old_releases
  fi
  exec 8>&-
}

build_page() {
  local ui="$UMS_HOME/agent-web/ui" stamp="$UMS_HOME/agent-web/wwwroot/.built-from" now
  [[ -f $ui/package.json ]] || die "there is no page in $ui: is the working copy complete?"
  now=$(fingerprint agent-web/ui)
  [[ $(cat "$stamp" 2>/dev/null) == "$now" ]] && return
  install_page_packages
  step page "building"
  (cd "$ui" && npm run build) >"$LOGS/page.log" 2>&1 || {
    tail -5 "$LOGS/page.log" >&2
    die "the page does not build: see $LOGS/page.log"
  }
  echo "$now" >"$stamp"
}

install_page_packages() {
  local ui="$UMS_HOME/agent-web/ui" stamp="$UMS_HOME/agent-web/ui/node_modules/.installed-from" now
  now=$(sha1sum <"$ui/package-lock.json")
  [[ $(cat "$stamp" 2>/dev/null) == "$now" ]] && return
  step page "installing its packages"
  (cd "$ui" && npm ci --no-audit --no-fund) >"$LOGS/npm.log" 2>&1 || {
    tail -5 "$LOGS/npm.log" >&2
    die "npm ci failed: see $LOGS/npm.log"
  }
  echo "$now" >"$stamp"
}

# The last few stay: another instance, or one to go back to, may run from them.
remove_old_releases() {
  local old
  while read -r old; do
    rm -rf "${UMS_HOME:?}/artifacts/publish/$old"
  done < <(cd "$UMS_HOME/artifacts/publish" && find . -mindepth 1 -maxdepth 1 -type d -printf '%T@ %f\n' |
    sort -rn | tail -n +6 | cut -d' ' -f2)
}
