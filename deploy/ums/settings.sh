# shellcheck shell=bash
# shellcheck disable=SC2034 # The variables set here are read by the other parts.
# Settings: the environment wins over ums.env, which wins over the default. deploy/ums.sample.env explains each one.

load_settings() {
  local file="$UMS_HOME/ums.env" line
  if [[ -f $file ]]; then
    while IFS= read -r line; do
      [[ $line =~ ^(CRMUMS_[A-Z_]+)=(.*)$ ]] || continue
      [[ -v ${BASH_REMATCH[1]} ]] || export "${BASH_REMATCH[1]}=${BASH_REMATCH[2]}"
    done <"$file"
  fi
  : "${CRMUMS_VAR:=$UMS_HOME/var}"
  [[ $CRMUMS_VAR == /* ]] || CRMUMS_VAR="$UMS_HOME/$CRMUMS_VAR"
  : "${CRMUMS_BIND:=127.0.0.1}" "${CRMUMS_WEB_PORT:=8080}" "${CRMUMS_PG_PORT:=15432}" "${CRMUMS_ARI_PORT:=15088}"
  : "${CRMUMS_SIP_BIND:=127.0.0.1}" "${CRMUMS_SIP_PORT:=15060}" "${CRMUMS_RTP_START:=20000}" "${CRMUMS_RTP_END:=23999}"
  : "${CRMUMS_SIP_DOMAIN:=127.0.0.1}" "${CRMUMS_CARRIER:=127.0.0.1}"
  : "${CRMUMS_CARRIER_CONTACT:=sip:127.0.0.1:15070}" "${CRMUMS_ASTERISK_ROOT:=$CRMUMS_VAR/asterisk-root}"
  : "${CRMUMS_DEMO:=1}" "${CRMUMS_DEMO_AGENTS:=0}" "${CRMUMS_TLS_CERTIFICATE:=}" "${CRMUMS_TLS_KEY:=}"
  : "${CRMUMS_DEBIAN_MIRROR:=}" "${CRMUMS_AGENT_CODECS:=alaw,ulaw}" "${CRMUMS_WS_URL:=}"
  : "${CRMUMS_AGENT_TRANSPORT:=transport-ws}" "${CRMUMS_FLOW_SECRETS:=}"
  : "${CRMUMS_EMBED_ORIGINS:=}" "${CRMUMS_PRIVATE_WEB_HOOKS:=0}"
  export CRMUMS_VAR CRMUMS_BIND CRMUMS_WEB_PORT CRMUMS_PG_PORT CRMUMS_ARI_PORT CRMUMS_SIP_BIND CRMUMS_SIP_PORT
  export CRMUMS_RTP_START CRMUMS_RTP_END CRMUMS_SIP_DOMAIN CRMUMS_CARRIER CRMUMS_ASTERISK_ROOT CRMUMS_DEMO
  check_settings

  RUN="$CRMUMS_VAR/run"
  LOGS="$CRMUMS_VAR/log"
  SECRETS="$CRMUMS_VAR/secrets"
  AST="$CRMUMS_VAR/asterisk"
  MUSIC_FILE="$CRMUMS_VAR/prompts/music.conf"
}

check_settings() {
  local name
  for name in WEB_PORT PG_PORT ARI_PORT SIP_PORT RTP_START RTP_END; do
    name="CRMUMS_$name"
    [[ ${!name} =~ ^[1-9][0-9]{3,4}$ && ${!name} -ge 1024 && ${!name} -le 65535 ]] ||
      die "$name is '${!name}': a port from 1024 to 65535 is needed"
  done
  ((CRMUMS_RTP_END - CRMUMS_RTP_START >= 100)) || die "CRMUMS_RTP_START to CRMUMS_RTP_END must hold at least 100 ports"
  [[ $CRMUMS_DEMO =~ ^[01]$ ]] || die "CRMUMS_DEMO is '$CRMUMS_DEMO': 0 or 1 is needed"
}

# A misspelt name would leave the default standing, and nobody would know why.
check_names() {
  local known name
  known=$(grep -ohE '^#?CRMUMS_[A-Z0-9_]+' "$UMS_HOME/deploy/ums.sample.env" | tr -d '#')
  for name in $(compgen -e CRMUMS_) $(grep -ohsE '^CRMUMS_[A-Za-z0-9_]+' "$UMS_HOME/ums.env"); do
    grep -qx "$name" <<<"$known" || die "no setting is called $name. Cure: deploy/ums.sample.env lists all of them"
  done
}

# Production is where strangers may come near: no demo sign-ins, and nothing readable on the way.
check_binding() {
  [[ $CRMUMS_BIND == 127.* || $CRMUMS_BIND == ::1 || $CRMUMS_BIND == localhost ]] && return
  [[ $CRMUMS_DEMO == 0 ]] ||
    die "CRMUMS_BIND=$CRMUMS_BIND with demo sign-ins would open them to the network: use --production, or 127.0.0.1"
  [[ -n $CRMUMS_TLS_CERTIFICATE && -n $CRMUMS_TLS_KEY ]] ||
    die "CRMUMS_BIND=$CRMUMS_BIND needs TLS. Cure: set CRMUMS_TLS_CERTIFICATE" \
      "and CRMUMS_TLS_KEY (PEM files), or bind 127.0.0.1"
  [[ -r $CRMUMS_TLS_CERTIFICATE && -r $CRMUMS_TLS_KEY ]] ||
    die "cannot read $CRMUMS_TLS_CERTIFICATE or $CRMUMS_TLS_KEY"
}

# What was begun as production never gets demo sign-ins, and what has them never becomes production.
choose_mode() {
  local file="$CRMUMS_VAR/mode" wanted=demo now
  [[ $CRMUMS_DEMO == 0 ]] && wanted=production
  now=$(cat "$file" 2>/dev/null || echo "$wanted")
  [[ $now == production || $wanted == demo ]] ||
    die "$CRMUMS_VAR holds demo sign-ins. Cure: start production in another folder (CRMUMS_VAR)"
  [[ $now == production ]] && CRMUMS_DEMO=0
  echo "$now" >"$file"
}

make_folders() {
  mkdir -p "$CRMUMS_VAR" "$RUN" "$LOGS" "$SECRETS" 2>/dev/null ||
    die "cannot write to $CRMUMS_VAR: choose another folder with CRMUMS_VAR, or run as its owner"
  # Voices, numbers and passwords are nobody else's business.
  chmod 700 "$SECRETS" "$LOGS"
}

# secret NAME: a random word, made once and kept.
secret() {
  local file="$SECRETS/$1"
  if [[ ! -s $file ]]; then
    (umask 077 && od -An -tx1 -N24 /dev/urandom | tr -d ' \n' >"$file")
  fi
  cat "$file"
}
