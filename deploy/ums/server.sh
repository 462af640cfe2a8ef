# shellcheck shell=bash
# The server: its settings as environment, its start under the watchdog, its end.

server_up() {
  local wanted
  wanted="$RELEASE $(server_settings && env | grep -E '^[A-Z][A-Za-z]+__' | sort | sha1sum | cut -c1-12)"
  if alive server && [[ $(cat "$RUN/server.release" 2>/dev/null) == "$wanted" ]] && alive server.keeper; then
    server_ready || die "the server runs but is not ready: $(server_asked /healthz/ready). See ./ums logs"
    step server "runs on $(server_url)"
    return
  fi
  # A newer release, other settings, or a server without its watchdog: calls go on while it is away.
  stop_kept server TERM 20
  port_is_free "$CRMUMS_WEB_PORT" CRMUMS_WEB_PORT
  mkdir -p "$CRMUMS_VAR/server" "$CRMUMS_VAR/recordings"
  chmod 700 "$CRMUMS_VAR/server" "$CRMUMS_VAR/recordings"
  echo "$wanted" >"$RUN/server.release"
  (
    server_settings
    cd "$CRMUMS_VAR/server" || exit 1
    keep server TERM "$(server_url)/healthz/live" dotnet "$RELEASE/CrmUms.AgentWeb.dll"
  )
  wait_for 90 server_ready || {
    tail -3 "$LOGS/server.out.log" >&2
    die "the server is not ready after 90 s: see ./ums logs"
  }
  step server "started on $(server_url)"
}

server_down() { stop_kept server TERM 20; }

server_url() {
  local scheme=http
  [[ -z $CRMUMS_TLS_CERTIFICATE ]] || scheme=https
  echo "$scheme://$CRMUMS_BIND:$CRMUMS_WEB_PORT"
}

# The certificate is made out to the public name, not to the address asked here.
server_asked() { curl --silent --insecure --max-time 3 "$(server_url)$1"; }

server_ready() { curl --silent --insecure --fail --output /dev/null --max-time 3 "$(server_url)/healthz/ready"; }

export_flow_secrets() {
  local pair
  local -a pairs
  IFS=, read -ra pairs <<<"$CRMUMS_FLOW_SECRETS"
  for pair in "${pairs[@]}"; do
    [[ $pair =~ ^[a-z][a-z0-9_]*=.+$ ]] || die "CRMUMS_FLOW_SECRETS must read name=value,name=value"
    export "Acd__FlowSecrets__${pair%%=*}=${pair#*=}"
  done
}

server_settings() {
  local demo=false
  [[ $CRMUMS_DEMO == 1 ]] && demo=true
  export ASPNETCORE_ENVIRONMENT=Production DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
  export Storage__ConnectionString Asterisk__Password
  Storage__ConnectionString=$(connection_string)
  Asterisk__Password=$(secret ari)
  export Asterisk__BaseUrl="http://127.0.0.1:$CRMUMS_ARI_PORT/ari/" Asterisk__User=crmums Asterisk__App=crmums
  export Asterisk__SipDomain="$CRMUMS_SIP_DOMAIN" Asterisk__AgentCodecs="$CRMUMS_AGENT_CODECS"
  export Asterisk__AgentTransport="$CRMUMS_AGENT_TRANSPORT"
  export Asterisk__MusicFile="$MUSIC_FILE" Asterisk__SoundsFolder="$AST/data/sounds"
  export Asterisk__WebSocketUrl="${CRMUMS_WS_URL:-ws://127.0.0.1:$CRMUMS_ARI_PORT/ws}"
  export Recording__RawFolder="$AST/spool/monitor" Recording__Folder="$CRMUMS_VAR/recordings"
  export Recording__EncoderPath=ffmpeg
  export Prompts__Folder="$CRMUMS_VAR/prompts" Prompts__SoundsFolder="$AST/data/sounds"
  export Web__Urls Web__Root="$RELEASE/wwwroot" Web__DataFolder="$CRMUMS_VAR/server" Web__LogFolder="$LOGS/server"
  export Web__Demo="$demo" Web__DemoAgents="$CRMUMS_DEMO_AGENTS"
  Web__Urls=$(server_url)
  export Cti__EmbedOrigins="$CRMUMS_EMBED_ORIGINS" Cti__WebHooksMayBePrivate=false
  if [[ $CRMUMS_PRIVATE_WEB_HOOKS == 1 ]]; then
    Cti__WebHooksMayBePrivate=true
  fi
  export_flow_secrets
  if [[ -n $CRMUMS_TLS_CERTIFICATE ]]; then
    export Kestrel__Certificates__Default__Path="$CRMUMS_TLS_CERTIFICATE"
    export Kestrel__Certificates__Default__KeyPath="$CRMUMS_TLS_KEY"
  fi
}
