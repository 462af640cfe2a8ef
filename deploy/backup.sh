#!/usr/bin/env bash
# Daily copy of everything that cannot be made again: the database, the recordings, the prompts,
# the secrets.
#
#   deploy/backup.sh FOLDER             make today's copy below FOLDER; copies older than 90 days go
#   deploy/backup.sh --restore COPY     bring a copy back into a stopped instance (all but the secrets)
set -euo pipefail
UMS_HOME=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
for part in say settings process postgres; do
  # shellcheck source=/dev/null
  . "$UMS_HOME/deploy/ums/$part.sh"
done
readonly KEEP_DAYS=90

make_copy() {
  local folder=$1 copy previous
  alive postgres || die "PostgreSQL does not run: nothing can be copied. Cure: ./ums up"
  copy="$folder/$(date -u +%F)"
  mkdir -p "$folder" && chmod 700 "$folder"
  previous=$(find "$folder" -mindepth 1 -maxdepth 1 -type d -name '20*' ! -name "$(basename "$copy")" | sort | tail -1)
  rm -rf "$copy.half" && mkdir "$copy.half"
  # The database first: every recording that it names as stored is on disk by then.
  PGPASSWORD=$(secret postgres) "$(postgres_bin)/pg_dump" -h 127.0.0.1 -p "$CRMUMS_PG_PORT" -U crmums -d crmums \
    --format=custom --compress=6 --file="$copy.half/crmums.dump"
  "$(postgres_bin)/pg_restore" --list "$copy.half/crmums.dump" >/dev/null
  # A finished recording never changes: a copy of an earlier day is shared, not written again.
  copy_recordings "$previous" "$copy.half/recordings"
  # Prompts are few and small, and they do change.
  mkdir -p "$copy.half/prompts"
  [[ ! -d $CRMUMS_VAR/prompts ]] || cp -rp "$CRMUMS_VAR/prompts/." "$copy.half/prompts/"
  rm -rf "$copy.half/prompts/.work"
  cp -r "$SECRETS" "$copy.half/secrets"
  rm -rf "$copy" && mv "$copy.half" "$copy"
  find "$folder" -mindepth 1 -maxdepth 1 -type d -name '20*' -mtime "+$KEEP_DAYS" -exec rm -rf {} +
  say "copied to $copy: $(du -sh "$copy" | cut -f1)"
}

copy_recordings() {
  local previous=$1 to=$2 file
  mkdir -p "$to"
  [[ -d $CRMUMS_VAR/recordings ]] || return 0
  while read -r file; do
    mkdir -p "$to/$(dirname "$file")"
    if [[ -n $previous && -f $previous/recordings/$file ]]; then
      ln "$previous/recordings/$file" "$to/$file"
    else
      cp -p "$CRMUMS_VAR/recordings/$file" "$to/$file"
    fi
  done < <(cd "$CRMUMS_VAR/recordings" && find . -type f ! -name '*.half')
}

restore() {
  local copy=$1
  [[ -f $copy/crmums.dump ]] || die "$copy holds no crmums.dump"
  alive server && die "the server runs: it would write while the past is brought back. Cure: ./ums down, then again"
  "$UMS_HOME/ums" up --only postgres
  PGPASSWORD=$(secret postgres) "$(postgres_bin)/pg_restore" -h 127.0.0.1 -p "$CRMUMS_PG_PORT" -U crmums -d crmums \
    --clean --if-exists --no-owner --exit-on-error --single-transaction "$copy/crmums.dump"
  mkdir -p "$CRMUMS_VAR/recordings"
  cp -rnp "$copy/recordings/." "$CRMUMS_VAR/recordings/"
  mkdir -p "$CRMUMS_VAR/prompts"
  [[ ! -d $copy/prompts ]] || cp -rp "$copy/prompts/." "$CRMUMS_VAR/prompts/"
  say "restored from $copy. Now: ./ums up"
}

load_settings
case ${1:-} in
  --restore) restore "${2:?which copy?}" ;;
  /*) make_copy "$1" ;;
  *) die "usage: deploy/backup.sh /absolute/folder, or deploy/backup.sh --restore /absolute/folder/2026-01-31" ;;
esac
