# shellcheck shell=bash
# Sourced by the other scripts, never run: the repository's root as working folder, and a few words they all use.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

# The Python of the system, which has the test packages that script/bootstrap installs; another may come first on PATH.
# shellcheck disable=SC2034
python=/usr/bin/python3

say() {
    if [[ -t 2 ]]; then printf '\033[1m==> %s\033[0m\n' "$*" >&2; else printf '==> %s\n' "$*" >&2; fi
}
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

# The comment at the top of the calling script is its help.
help_if_asked() {
    local argument
    for argument in "$@"; do
        case $argument in
        --) return ;;
        -h | --help)
            sed -n '2,/^[^#]/{/^#/s/^# \{0,1\}//p}' "$0"
            exit 0
            ;;
        esac
    done
}

# timed NAME COMMAND…: says what it does and how long it took; a failure ends the script, and is named.
timed() {
    local started=$SECONDS
    doing=$1
    shift
    say "$doing"
    "$@"
    say "$doing: $((SECONDS - started)) s"
    doing=
}
doing=
name_what_failed() { [[ -z $doing ]] || printf 'error: %s failed\n' "$doing" >&2; }
trap name_what_failed EXIT

# Files of the repository that match the patterns, new ones included, deleted ones not.
files_matching() {
    local file
    git ls-files --cached --others --exclude-standard -- "$@" | sort -u | while IFS= read -r file; do
        [[ ! -f $file ]] || printf '%s\n' "$file"
    done
}

# Where a Node.js is that can build the web apps: the machine's own, or the one that script/bootstrap fetched.
own_node="$HOME/.cache/dangol/node/node_modules/node-linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')/bin"
node_folder() {
    local node
    for node in "$(command -v node || true)" "$own_node/node"; do
        if [[ -x $node ]] && "$node" -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'; then
            dirname "$node"
            return
        fi
    done
    return 1
}

# Where a Go is that can build what deploy/ is checked with: the machine's own, or the one that script/deploy-tools fetched.
own_go="$HOME/.cache/dangol/go/bin"
go_folder() {
    local go
    for go in "$(command -v go || true)" "$own_go/go"; do
        if [[ -x $go && "$("$go" env GOVERSION)" =~ ^go1\.([0-9]+) ]] && ((BASH_REMATCH[1] >= 25)); then
            dirname "$go"
            return
        fi
    done
    return 1
}

# The Python environment with Schemathesis, which script/bootstrap makes; another one for each state of the requirements.
doors_python() {
    printf '%s/.cache/dangol/doors-%s/bin/python\n' "$HOME" "$(sha256sum tests/doors/requirements.txt | cut -c1-8)"
}
