#!/bin/bash
# As the official image of nginx: fills in /etc/nginx/templates from the environment.
set -euo pipefail
# shellcheck disable=SC2016  # envsubst is told the names, not the values
printf -v names '${%s} ' "${!DANGOL_@}"
for template in /etc/nginx/templates/*.template; do
    file=${template##*/}
    envsubst "$names" <"$template" >"/etc/nginx/conf.d/${file%.template}"
done
exec nginx -g 'daemon off;'
