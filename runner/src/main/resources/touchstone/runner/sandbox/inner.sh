# In the inner box: copies the solution, builds it, runs it, passes the request to stop on, runs it again when asked.
# Arguments: build command (may be empty), run command.
# File descriptors: 7 the solution's archive, 8 requests ("stop", "restart" and seconds of grace), 3 events; the program gets none of them.
cd /job || exit 125
echo 'touchstone: inside' >&3
if ! tar -xpf - --no-same-owner <&7 2>&1; then
  echo 'The solution does not fit: its folder could not be copied into the box.'
  echo 'touchstone: build failed' >&3
  exit 1
fi
exec 7<&-

if [ -n "$1" ]; then
  if ! /bin/sh -c "$1" </dev/null 2>&1 3>&- 8<&-; then
    echo 'touchstone: build failed' >&3
    exit 1
  fi
fi

# All processes in the box but its first, this one and the listener that asks.
others() {
  read -r self _ </proc/self/stat
  left=
  for folder in /proc/[0-9]*; do
    case ${folder#/proc/} in 1 | $$ | "$self") ;; *) left="$left ${folder#/proc/}" ;; esac
  done
  [ -n "$left" ]
}

# A request reaches every process in the box but this one, which waits for all of them. Before a restart, what is left
# after the grace is killed.
listen() {
  read -r word seconds <&8 || return
  [ "$word" = restart ] || { kill -TERM -1; return; }
  kill -USR1 $$
  kill -TERM -1
  rounds=0
  while others && [ $rounds -lt $((seconds * 20 + 100)) ]; do
    # what ends between the look and the kill is no failure
    [ $rounds -lt $((seconds * 20)) ] || kill -KILL $left 2>/dev/null
    rounds=$((rounds + 1))
    sleep 0.05
  done
}

again=yes
while [ -n "$again" ]; do
  stopping=
  again=
  trap 'stopping=yes' TERM
  trap 'again=yes' USR1
  listen 3>&- &
  listener=$!

  # The trap lets the program's shell outlive the request to stop, so that the program's own exit status is seen.
  echo 'touchstone: running' >&3
  /bin/sh -c "trap exit TERM
$2" </dev/null 2>&1 3>&- 8<&-
  status=$?
  if [ -n "$stopping$again" ]; then
    # a signal ends the wait early
    while kill -0 "$listener" 2>/dev/null; do wait "$listener"; done
  fi
done
if [ -n "$stopping" ]; then
  while kill -0 -1 2>/dev/null; do sleep 0.05; done
fi
exit $status
