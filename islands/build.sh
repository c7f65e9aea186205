#!/bin/sh
# Builds the islands: installs what the lock file names if that has not been done, then compiles (and tests, when asked).
set -eu
cd "$(dirname "$0")"
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund --loglevel=error
  touch node_modules/.package-lock.json
fi
exec npm run --silent "$1"
