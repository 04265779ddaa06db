#!/bin/sh
# Takes the variables and arguments of the official image, as far as tests and AddPostgres use them.
set -eu
case "${1:-}" in '' | -*) set -- postgres "$@" ;; esac

as_postgres="setpriv --reuid postgres --regid postgres --init-groups"
mkdir -p "$PGDATA" /var/run/postgresql
chown postgres:postgres "$PGDATA" /var/run/postgresql
chmod 700 "$PGDATA"

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  user=${POSTGRES_USER:-postgres}
  password=$(mktemp)
  printf '%s\n' "${POSTGRES_PASSWORD:?is needed to initialise the database}" >"$password"
  chown postgres "$password"
  # shellcheck disable=SC2086 # options are several words
  $as_postgres initdb --username "$user" --pwfile "$password" --auth scram-sha-256 --encoding UTF8 --no-sync ${POSTGRES_INITDB_ARGS:-} >/dev/null
  rm "$password"
  echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
  database=${POSTGRES_DB:-$user}
  if [ "$database" != postgres ]; then
    printf 'CREATE DATABASE "%s"\n' "$(printf %s "$database" | sed 's/"/""/g')" | $as_postgres postgres --single -D "$PGDATA" postgres >/dev/null
  fi
fi

program=$1
shift
exec $as_postgres "$program" -c listen_addresses='*' "$@"
