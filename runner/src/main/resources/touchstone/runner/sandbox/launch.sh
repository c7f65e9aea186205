# On the host: sends the solution into the box as an archive, and stays the box's parent.
# Arguments: the solution's folder, then the command that opens the outer box.
# Standard input is the runner's control pipe; its end tells the box that the runner is gone.
# The box's parent must be a process of its own: a parent-death signal follows the thread that forked, and the
# runner's threads come and go.
solution=$1
shift
exec 6<&0
tar -C "$solution" -cf - . | "$@" 7<&0 0<&6 6<&-
exit $?
