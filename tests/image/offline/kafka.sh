#!/bin/bash
# As the official image of Kafka: KAFKA_LOG_DIRS becomes log.dirs, and the folder is formatted at the first start.
set -euo pipefail
properties=/opt/kafka/server.properties
env | grep '^KAFKA_' | grep -v '^KAFKA_HEAP_OPTS=' | while IFS='=' read -r name value; do
    name=${name#KAFKA_}
    name=${name,,}
    printf '%s=%s\n' "${name//_/.}" "$value"
done >"$properties"
printf 'inter.broker.listener.name=PLAINTEXT\n' >>"$properties"
cat >/opt/kafka/log4j.properties <<'END'
log4j.rootLogger=WARN, out
log4j.appender.out=org.apache.log4j.ConsoleAppender
log4j.appender.out.layout=org.apache.log4j.PatternLayout
log4j.appender.out.layout.ConversionPattern=%d %p %m (%c)%n
END
java() {
    # shellcheck disable=SC2086  # several options in one variable
    command java ${KAFKA_HEAP_OPTS-} -Dlog4j.configuration=file:/opt/kafka/log4j.properties -cp '/opt/kafka/lib/*' "$@"
}
[[ -f $KAFKA_LOG_DIRS/meta.properties ]] ||
    java kafka.tools.StorageTool format --cluster-id dangol-dangol-dangol-0 --config "$properties"
java kafka.Kafka "$properties" &
trap 'kill $!' TERM INT
wait $! || wait $!
