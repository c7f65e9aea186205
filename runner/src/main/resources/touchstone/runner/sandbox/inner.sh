# In the inner box: copies the solution, builds it, runs it, passes the request to stop on.
# Arguments: build command (may be empty), run command.
# File descriptors: 7 the solution's archive, 8 the request to stop, 3 events; the program gets none of them.
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

# A request to stop reaches every process in the box but this one, which waits for all of them.
stopping=
trap 'stopping=yes' TERM
{
  read -r line <&8 && kill -TERM -1
} 3>&- &
listener=$!

echo 'touchstone: running' >&3
exec 3>&-
/bin/sh -c "$2" </dev/null 2>&1 8<&-
status=$?
if [ -n "$stopping" ]; then
  wait "$listener"
  while kill -0 -1 2>/dev/null; do sleep 0.05; done
fi
exit $status
