#!/bin/bash
# As the official image of PostgreSQL: makes the database at the first start, from what lies in /docker-entrypoint-initdb.d.
set -euo pipefail
data=/var/lib/postgresql/data
if [[ ! -f $data/PG_VERSION ]]; then
    # shellcheck disable=SC2086  # several options in one variable
    initdb --pgdata "$data" --username postgres --auth "${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" ${POSTGRES_INITDB_ARGS-}
    printf 'host all all all %s\n' "${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >>"$data/pg_hba.conf"
    pg_ctl --pgdata "$data" --wait --options "-c listen_addresses= -k /tmp" start
    for script in /docker-entrypoint-initdb.d/*.sql; do
        psql --host /tmp --username postgres --set ON_ERROR_STOP=1 --file "$script"
    done
    pg_ctl --pgdata "$data" --wait --mode fast stop
fi
exec postgres -D "$data" -c 'listen_addresses=*' -k /tmp
