# shellcheck shell=bash
# shellcheck disable=SC2034 # The variables set here are read by the other parts.
# Where Asterisk's own files are: installed on this machine, or unpacked into a folder of its own. Sets AST_COMMAND,
# AST_MODULES and AST_SHARE.

readonly AST_OLDEST=20

find_asterisk() {
  local lib
  if installed_asterisk; then
    AST_COMMAND=(asterisk)
    AST_SHARE=/usr/share/asterisk
    lib=$(dirname "$(find /usr/lib /usr/lib64 -path '*asterisk/modules/res_ari.so' -print -quit 2>/dev/null)")
  elif [[ -x $CRMUMS_ASTERISK_ROOT/usr/sbin/asterisk ]]; then
    lib=$(echo "$CRMUMS_ASTERISK_ROOT"/usr/lib/*-linux-gnu/asterisk/modules)
    local libraries=${lib%/asterisk/modules}
    # The root's own loader with the root's own libraries: no chroot, no namespaces, host paths and pids.
    AST_COMMAND=("$(echo "$CRMUMS_ASTERISK_ROOT"/usr/lib*/ld-linux-*.so.*)"
      --library-path "$libraries:${libraries/\/usr\///}" "$CRMUMS_ASTERISK_ROOT/usr/sbin/asterisk")
    AST_SHARE="$CRMUMS_ASTERISK_ROOT/usr/share/asterisk"
    [[ -x ${AST_COMMAND[0]} ]] || AST_COMMAND[0]=$(echo "$CRMUMS_ASTERISK_ROOT"/lib*/ld-linux-*.so.*)
  else
    return 1
  fi
  AST_MODULES=$lib
}

# An Asterisk of this machine counts when it is new enough and has the parts we need.
installed_asterisk() {
  local version
  version=$(asterisk -V 2>/dev/null | sed -n 's/^Asterisk \([0-9]*\)\..*/\1/p')
  [[ -n $version && $version -ge $AST_OLDEST ]]
}

offered_asterisk() {
  local version
  version=$(apt-cache policy asterisk 2>/dev/null | sed -n 's/^ *Candidate: *\([0-9]*:\)\{0,1\}\([0-9]*\)\..*/\2/p')
  [[ -n $version && $version -ge $AST_OLDEST ]]
}

get_asterisk() {
  find_asterisk && return
  if offered_asterisk; then
    need_packages Asterisk asterisk=asterisk 'asterisk-core-sounds-ru-wav=/usr/share/asterisk/sounds/ru*' \
      'asterisk-moh-opsound-wav=/usr/share/asterisk/moh/*.wav'
  else
    unpack_asterisk
  fi
  find_asterisk || die "no Asterisk $AST_OLDEST or newer, and $CRMUMS_ASTERISK_ROOT holds none either"
}

# Debian's unstable suite has Asterisk where the release has none. Its libraries are newer than this machine's, so it
# gets a root of its own instead of being installed.
unpack_asterisk() {
  local mirror half="$CRMUMS_ASTERISK_ROOT.half"
  mirror=$(debian_mirror) || die "this machine's apt sources name no Debian mirror to fetch Asterisk from." \
    "Cure: install Asterisk $AST_OLDEST or newer, or name a mirror in CRMUMS_DEBIAN_MIRROR"
  ((EUID == 0)) || die "unpacking Asterisk needs root once. Cure: sudo ./ums up, or set CRMUMS_ASTERISK_ROOT to a root"
  need_packages Asterisk mmdebstrap=mmdebstrap
  step asterisk "unpacking into $CRMUMS_ASTERISK_ROOT (about half a minute)"
  rm -rf --one-file-system "$half"
  mkdir -p "$(dirname "$half")"
  mmdebstrap --variant=minbase --aptopt='Acquire::Check-Valid-Until "false"' \
    --include=asterisk,asterisk-core-sounds-en-wav,asterisk-core-sounds-ru-wav \
    --include=asterisk-moh-opsound-wav,ca-certificates \
    sid "$half" "$mirror" >"$LOGS/asterisk-root.log" 2>&1 || {
    tail -3 "$LOGS/asterisk-root.log" >&2
    die "Asterisk could not be unpacked: see $LOGS/asterisk-root.log"
  }
  chmod 755 "$half"
  mv "$half" "$CRMUMS_ASTERISK_ROOT"
}

# The mirror that this machine itself uses for Debian's main archive: deb822 files and one-line files. Not the security
# or backports archive, nor a third party's.
debian_mirror() {
  if [[ -n $CRMUMS_DEBIAN_MIRROR ]]; then
    echo "$CRMUMS_DEBIAN_MIRROR"
    return
  fi
  local codename id
  id=$(. /etc/os-release && echo "$ID")
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-sid}")
  [[ $id == debian ]] || return 1
  apt_sources /etc/apt | awk -v suite="$codename" '$2 == suite { print $1; found = 1; exit } END { exit !found }'
}

# Prints "URI suite" for every enabled binary source below the folder.
apt_sources() {
  find "$1" -maxdepth 2 -name '*.sources' -exec cat {} + -exec echo \; 2>/dev/null | awk '
    function flush(   i, j, u, s, nu, ns) {
      if (types ~ /(^| )deb( |$)/ && enabled !~ /^(no|false|off|0)$/) {
        nu = split(uris, u, " "); ns = split(suites, s, " ")
        for (i = 1; i <= nu; i++) for (j = 1; j <= ns; j++) print u[i], s[j]
      }
      types = uris = suites = enabled = field = ""
    }
    /^[ \t]*#/ { next }
    /^[ \t]*$/ { flush(); next }
    /^[A-Za-z-]+:/ { field = tolower($0); sub(/:.*/, "", field); value = $0; sub(/^[^:]*:[ \t]*/, "", value)
                     if (field == "types") types = value; else if (field == "uris") uris = value
                     else if (field == "suites") suites = value; else if (field == "enabled") enabled = tolower(value)
                     next }
    /^[ \t]/ { if (field == "uris") uris = uris " " $0; else if (field == "suites") suites = suites " " $0 }
    END { flush() }'
  find "$1" -maxdepth 2 -name '*.list' -exec cat {} + 2>/dev/null |
    sed -n 's/\[[^]]*\]//; s/^[ \t]*deb[ \t][ \t]*//p' | awk 'NF >= 2 { print $1, $2 }'
}
