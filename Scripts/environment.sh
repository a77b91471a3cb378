# Sourced by the other scripts: goes to the package's folder and makes sure of a home to write in.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# SwiftPM, Chromium and fontconfig keep caches at home. Where that cannot be written, as in some CI,
# they get one below .build, which git ignores; git keeps its own settings.
if [ ! -w "${HOME:-/nonexistent}" ]; then
  export GIT_CONFIG_GLOBAL="${GIT_CONFIG_GLOBAL:-${HOME:-}/.gitconfig}"
  export HOME="$PWD/.build/home"
  unset XDG_CACHE_HOME XDG_CONFIG_HOME
  mkdir -p "$HOME"
fi

# SwiftPM tells compilers whether they write to a terminal, and builds everything anew when that
# changes: with one answer a build on a terminal serves a pipe, and the other way round.
swift() {
  case ${1-} in
    build | test) command swift "$1" --no-color-diagnostics "${@:2}" ;;
    *) command swift "$@" ;;
  esac
}
