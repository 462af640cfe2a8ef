# shellcheck shell=bash
# The private Asterisk: its settings made from deploy/asterisk, its sounds, its start and its end.

asterisk_up() {
  get_asterisk
  make_asterisk_folders
  make_sounds
  render_asterisk_settings
  if alive asterisk; then
    if [[ $AST_SETTINGS_CHANGED == 1 ]]; then
      asterisk_cli 'core reload' >/dev/null
      step asterisk "runs; changed settings read again (ports change with ./ums down, ./ums up)"
    else
      step asterisk "runs, ARI on 127.0.0.1:$CRMUMS_ARI_PORT, SIP on $CRMUMS_SIP_BIND:$CRMUMS_SIP_PORT"
    fi
    return
  fi
  port_is_free "$CRMUMS_ARI_PORT" CRMUMS_ARI_PORT
  udp_port_is_free "$CRMUMS_SIP_PORT" CRMUMS_SIP_PORT
  # Every call takes several descriptors; the default of 1,024 ends at about a hundred calls.
  ulimit -n 20000 2>/dev/null || warn "the limit of open files stays at $(ulimit -n): many calls at once will fail." \
    "Cure: raise 'nofile' for $(id -un) in /etc/security/limits.conf"
  # Talks go before everything else: a server that starts keeps every core busy for seconds. Without the right to it,
  # nice only says so.
  KEEP_LOG="$AST/log/messages.log" keep asterisk TERM '' nice -n -10 "${AST_COMMAND[@]}" -f -C "$AST/etc/asterisk.conf"
  wait_for 60 asterisk_answers || die "Asterisk does not answer: see $AST/log/messages.log and $LOGS/asterisk.out.log"
  asterisk_cli 'core waitfullybooted' >/dev/null || die "Asterisk did not finish booting: see $AST/log/messages.log"
  wait_for 10 asterisk_complete || die "Asterisk runs, but without SIP or ARI: see $AST/log/messages.log"
  step asterisk "started, ARI on 127.0.0.1:$CRMUMS_ARI_PORT, SIP on $CRMUMS_SIP_BIND:$CRMUMS_SIP_PORT"
}

asterisk_down() { stop_kept asterisk TERM 20; }

# ari PATH: the body of a GET.
ari() {
  curl --silent --fail --max-time 5 --config - "http://127.0.0.1:$CRMUMS_ARI_PORT/ari/$1" \
    <<<"user = \"crmums:$(secret ari)\""
}

asterisk_answers() { ari asterisk/ping; }

# A module that could not load is only a line in the log; without these two no call arrives.
asterisk_complete() {
  ari asterisk/modules/chan_pjsip.so | grep -q '"Running"' && ari asterisk/modules/app_stasis.so | grep -q '"Running"'
}

asterisk_cli() { timeout 60 "${AST_COMMAND[@]}" -C "$AST/etc/asterisk.conf" -rx "$1"; }

make_asterisk_folders() {
  mkdir -p "$AST"/{etc/local,lib/agi,lib/keys,data/sounds,spool/monitor,spool/recording,run,log,cache}
  chmod 700 "$AST"
  link "$AST_SHARE/documentation" "$AST/data/documentation"
  link "$AST_SHARE/rest-api" "$AST/data/rest-api"
  [[ -d $AST_SHARE/moh ]] || die "Asterisk has no music in $AST_SHARE/moh. Cure: install asterisk-moh-opsound-wav"
  link "$AST_SHARE/moh" "$AST/data/moh"
  # The server writes into it what administrators made; Asterisk must find it at its first look.
  mkdir -p "$(dirname "$MUSIC_FILE")"
  [[ -f $MUSIC_FILE ]] || : >"$MUSIC_FILE"
}

link() { ln -sfn "$1" "$2"; }

# One folder per language, of our own: packages link en into /etc/alternatives, which a root of its own does not have,
# and link ru not at all. Each file of the package becomes a link, ours stand beside them.
make_sounds() {
  local language made source
  for language in ru:ru_RU en:en_US uz:; do
    made="$AST/data/sounds/${language%%:*}"
    source=$(compgen -G "$AST_SHARE/sounds/${language#*:}_*" | head -1 || true)
    mkdir -p "$made"
    if [[ -n ${language#*:} && -n $source ]]; then
      cp -rsn "$source/." "$made/"
    fi
    # What people make in the page: sound:crmums/<id>. Asterisk opens the file anew for every caller.
    mkdir -p "$CRMUMS_VAR/prompts/${language%%:*}/crmums"
    link "$CRMUMS_VAR/prompts/${language%%:*}/crmums" "$made/crmums"
  done
  # Uzbek has no package: what is not our own prompt is said in Russian.
  make_beep
  [[ -n ${PROMPTS_JOB:-} ]] || make_prompts
  make_soft_music
}

# What a voicemail begins with and an agent hears before a call that answers itself: the same tone in every language.
make_beep() {
  local beep="$AST/data/sounds/beep.wav" language
  [[ -f $beep ]] || sox -q -n -r 8000 -c 1 -b 16 "$beep" synth 0.18 sine 1000 fade 0.01 gain -12 pad 0 0.05 ||
    die "the beep could not be made with sox"
  for language in ru en uz; do
    link ../beep.wav "$AST/data/sounds/$language/beep.wav"
  done
}

make_soft_music() {
  local soft="$AST/data/moh-soft" file
  [[ -d $soft ]] && return
  mkdir -p "$soft.half"
  for file in "$AST"/data/moh/*.wav; do
    sox -q "$file" "$soft.half/$(basename "$file")" gain -14 || die "soft music could not be made from $file"
  done
  mv "$soft.half" "$soft"
}

# Writes the settings; AST_SETTINGS_CHANGED tells whether they differ from those before.
render_asterisk_settings() {
  local file made password
  password=$(secret ari)
  AST_SETTINGS_CHANGED=0
  for file in "$UMS_HOME"/deploy/asterisk/*.conf; do
    made="$AST/etc/$(basename "$file")"
    (umask 077 && sed \
      -e "s|@HOME@|$AST|g; s|@MODULES@|$AST_MODULES|g; s|@ARI_PORT@|$CRMUMS_ARI_PORT|g" \
      -e "s|@ARI_PASSWORD@|$password|g; s|@SIP_BIND@|$CRMUMS_SIP_BIND|g; s|@SIP_PORT@|$CRMUMS_SIP_PORT|g" \
      -e "s|@SIP_DOMAIN@|$CRMUMS_SIP_DOMAIN|g; s|@CARRIER@|$CRMUMS_CARRIER|g" \
      -e "s|@MUSIC@|$MUSIC_FILE|g" \
      -e "s|@CARRIER_CONTACT@|$CRMUMS_CARRIER_CONTACT|g; s|@RTP_START@|$CRMUMS_RTP_START|g" \
      -e "s|@RTP_END@|$CRMUMS_RTP_END|g; s|@SYSTEMNAME@|p$CRMUMS_SIP_PORT|g; s|@ENTITYID@|$(entity_id)|g" \
      "$file" >"$made.new")
    cmp -s "$made.new" "$made" || AST_SETTINGS_CHANGED=1
    mv "$made.new" "$made"
  done
  # Asked for at the start by modules we load; absent files are reported as errors.
  for file in acl udptl ccss queuerules features cdr cel stasis manager pjproject websocket_client; do
    [[ -f $AST/etc/$file.conf ]] || : >"$AST/etc/$file.conf"
  done
}

entity_id() { secret entity | sed 's/^\(..\)\(..\)\(..\)\(..\)\(..\).*/02:\1:\2:\3:\4:\5/'; }

port_is_free() {
  ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null ||
    die "port $1 is taken by another program. Cure: set $2 to a free one"
}

# Asterisk starts without its transport where the port is taken, and no call arrives.
udp_port_is_free() {
  [[ -z $(ss -Hlun "sport = :$1") ]] || die "UDP port $1 is taken by another program. Cure: set $2 to a free one"
}
