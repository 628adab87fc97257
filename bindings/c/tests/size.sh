#!/bin/sh
# The code and data of a program, without tables of unwinding and of the dynamic linker, which a
# station does not load: says how much, and fails above the limit.
set -eu
bytes=$(size -A "$1" | awk '$1 ~ /^\.(text|rodata|data|data\.rel\.ro|bss|init|fini)$/ { sum += $2 } END { print sum }')
echo "$1: $bytes bytes of code and data, at most $2"
[ "$bytes" -gt 0 ] && [ "$bytes" -le "$2" ]
