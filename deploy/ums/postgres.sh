# shellcheck shell=bash
# A private PostgreSQL cluster on a port of its own.

postgres_bin() { dirname "$(compgen -G '/usr/lib/postgresql/*/bin/postgres' | sort -V | tail -1)"; }

# PostgreSQL refuses to run as root. Root hands the cluster to whoever called sudo, or to the user postgres, if he can
# reach the folder; a home that is closed to others sends it to /var/lib/crmums.
choose_postgres_place() {
  local user near="$CRMUMS_VAR/postgres" far
  far="/var/lib/crmums/$(echo -n "$CRMUMS_VAR" | cksum | cut -d' ' -f1)"
  # Where a cluster stands already, it stays.
  for PG_DATA in "$near" "$far"; do
    if [[ -d $PG_DATA ]]; then
      PG_USER=$(stat -c %U "$PG_DATA")
      ((EUID == 0)) || [[ $PG_USER == "$(id -un)" ]] ||
        die "the database in $PG_DATA belongs to $PG_USER. Cure: run ./ums as root, as before"
      return
    fi
  done
  PG_USER=$(id -un) PG_DATA=$near
  ((EUID == 0)) || return 0
  for user in "${SUDO_USER:-}" postgres; do
    if [[ -n $user && $user != root ]] && as_user "$user" test -x "$CRMUMS_VAR"; then
      PG_USER=$user
      return
    fi
  done
  PG_USER=postgres PG_DATA=$far
}

as_user() {
  local user=$1
  shift
  if [[ $user == "$(id -un)" ]]; then
    "$@"
  else
    (cd / && setpriv --reuid="$user" --regid="$(id -g "$user")" --init-groups -- env HOME=/ "$@")
  fi
}

postgres_up() {
  local bin
  bin=$(postgres_bin)
  choose_postgres_place
  [[ -s $PG_DATA/PG_VERSION ]] || make_cluster "$bin"
  write_postgres_settings
  if alive postgres; then
    step postgres "runs on 127.0.0.1:$CRMUMS_PG_PORT"
  else
    port_is_free "$CRMUMS_PG_PORT" CRMUMS_PG_PORT
    # A cluster whose machine lost power leaves this file; the pid in it may be anybody's now.
    rm -f "$PG_DATA/postmaster.pid"
    if ((EUID == 0)); then
      keep postgres INT '' setpriv --reuid="$PG_USER" --regid="$(id -g "$PG_USER")" --init-groups \
        "$bin/postgres" -D "$PG_DATA"
    else
      keep postgres INT '' "$bin/postgres" -D "$PG_DATA"
    fi
    wait_for 60 postgres_answers || die "PostgreSQL does not answer: see $LOGS/postgres.out.log"
    step postgres "started on 127.0.0.1:$CRMUMS_PG_PORT"
  fi
  make_database
}

postgres_down() { stop_kept postgres INT 30; }

postgres_answers() { "$(postgres_bin)/pg_isready" -q -h 127.0.0.1 -p "$CRMUMS_PG_PORT"; }

make_cluster() {
  local word="$RUN/initdb.word"
  step postgres "making the cluster in $PG_DATA"
  mkdir -p "$PG_DATA"
  (umask 077 && secret postgres-admin >"$word")
  chown "$PG_USER" "$PG_DATA" "$word"
  chmod 700 "$PG_DATA"
  # The password file is read through the open descriptor, as the folder it lies in may be closed to that user.
  as_user "$PG_USER" "$1/initdb" -D "$PG_DATA" -U postgres --pwfile=/dev/stdin --auth=scram-sha-256 \
    --encoding=UTF8 --locale=C.UTF-8 --data-checksums <"$word" >"$LOGS/initdb.log" 2>&1 || {
    rm -f "$word"
    tail -3 "$LOGS/initdb.log" >&2
    die "the PostgreSQL cluster could not be made: see $LOGS/initdb.log"
  }
  rm -f "$word"
}

write_postgres_settings() {
  local file="$PG_DATA/crmums.conf"
  sed "s/@PORT@/$CRMUMS_PG_PORT/" "$UMS_HOME/deploy/postgres/crmums.conf" >"$file.new"
  chown "$PG_USER" "$file.new"
  mv "$file.new" "$file"
  grep -q "^include 'crmums.conf'" "$PG_DATA/postgresql.conf" ||
    echo "include 'crmums.conf'" >>"$PG_DATA/postgresql.conf"
}

# psql as the administrator of the cluster.
admin_psql() {
  PGPASSWORD=$(secret postgres-admin) "$(postgres_bin)/psql" -X -q -v ON_ERROR_STOP=1 \
    -h 127.0.0.1 -p "$CRMUMS_PG_PORT" -U postgres "$@"
}

# The server's role owns one database and may not make others, except where tests do.
make_database() {
  local word create=nocreatedb
  word=$(secret postgres)
  [[ $CRMUMS_DEMO == 1 ]] && create=createdb
  admin_psql -d postgres >/dev/null <<SQL || die "the database could not be made: see $LOGS/postgres.out.log"
do \$\$ begin
  if not exists (select from pg_roles where rolname = 'crmums') then create role crmums; end if;
end \$\$;
alter role crmums login $create password '$word';
select 'create database crmums owner crmums' where not exists (select from pg_database where datname = 'crmums') \gexec
SQL
}

connection_string() {
  echo "Host=127.0.0.1;Port=$CRMUMS_PG_PORT;Database=${1:-crmums};Username=crmums;Password=$(secret postgres)"
}
