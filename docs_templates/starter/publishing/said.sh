# shellcheck shell=bash
# Read by the other files here. What a run says, on GitHub and on GitLab; each message is one line.

on_github() { [ -n "${GITHUB_ACTIONS:-}" ]; }

one_line() { printf '%s' "$1" | LC_ALL=C tr '\000-\037\177' ' '; }

say() { printf '%s\n' "$(one_line "$1")"; }

warn() {
  if on_github; then
    printf '::warning title=Please look::%s\n' "$(one_line "${1//%/%25}")"
  else
    printf 'WARNING: %s\n' "$(one_line "$1")"
  fi
}

stop() {
  if on_github; then
    printf '::error title=Not published::%s\n' "$(one_line "${1//%/%25}")"
  else
    printf 'ERROR: %s\n' "$(one_line "$1")"
  fi
  exit 1
}

# Runs a command whose output may hold anybody's words. Nothing in it is taken for a command to the forge: GitHub obeys
# no line until it reads a word that nobody could know before; GitLab's marks and colours need characters that are
# dropped. Ends as the command did.
fenced() {
  local word status=0
  word=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  if on_github; then printf '::stop-commands::%s\n' "$word"; fi
  "$@" 2>&1 | LC_ALL=C tr -d '\000-\010\013-\037\177' || status=${PIPESTATUS[0]}
  if on_github; then printf '\n::%s::\n' "$word"; fi
  return "$status"
}
