# In the outer box: the trusted relays, then the inner box with the program.
# Arguments: model port, program's port, most connections at a time through each relay, command of the inner box.
# File descriptors: 0 control (lines from the runner), 7 the solution's archive, 1 the program's output, 2 events.
model=$1
app=$2
children=$3
shift 3
exec 4<&0 0</dev/null

socat -t 0.5 "TCP-LISTEN:$model,bind=127.0.0.1,fork,reuseaddr,nodelay,backlog=512,max-children=$children" \
  UNIX-CONNECT:/run/model/socket 4<&- 7<&- >/dev/null 2>&1 &
socat -t 0.5 "UNIX-LISTEN:/run/program/socket,fork,backlog=512,max-children=$children" \
  "TCP:127.0.0.1:$app,nodelay" 4<&- 7<&- >/dev/null 2>&1 &

listening=$(printf ':%04X 00000000:0000 0A' "$model")
tries=0
until [ -S /run/program/socket ] && grep -q "$listening" /proc/net/tcp; do
  tries=$((tries + 1))
  [ $tries -lt 1000 ] || { echo 'touchstone: the relays did not start' >&2; exit 125; }
  sleep 0.01
done

# The runner puts this process under the program's limits before it says go.
echo "touchstone: ready $$" >&2
read -r go <&4 || exit 125

mkfifo /run/stop
{
  while read -r line; do
    echo "$line" >/run/stop
  done
  kill -KILL -1
} <&4 >/dev/null 2>&1 7<&- &

"$@" 3>&2 4<&- 5</run/box/seccomp 8<>/run/stop
exit $?
