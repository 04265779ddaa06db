#!/bin/sh
# Takes the variables of the official image, as far as tests and AddRabbitMQ use them. The management plugin is on.
set -eu
cat >/etc/rabbitmq/rabbitmq.conf <<CONF
listeners.tcp.default = 5672
management.tcp.port = 15672
default_user = ${RABBITMQ_DEFAULT_USER:-guest}
default_pass = ${RABBITMQ_DEFAULT_PASS:-guest}
loopback_users = none
log.console = true
log.file = false
CONF
echo '[rabbitmq_management].' >/etc/rabbitmq/enabled_plugins
chown -R rabbitmq:rabbitmq /etc/rabbitmq /var/lib/rabbitmq
chmod 600 /etc/rabbitmq/rabbitmq.conf

# A node takes memory for as many files as it may open, and some engines allow a thousand millions.
ulimit -n 65536 2>/dev/null || true
export HOME=/var/lib/rabbitmq RABBITMQ_NODENAME="${RABBITMQ_NODENAME:-rabbit@localhost}"
# Else a shell stands between the engine and the broker, and the signal to stop ends with it.
export RUNNING_UNDER_SYSTEMD=true
exec setpriv --reuid rabbitmq --regid rabbitmq --init-groups "$@"
