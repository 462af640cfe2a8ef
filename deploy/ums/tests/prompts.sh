#!/usr/bin/env bash
# The prompts that the program comes with, made by the real espeak-ng and sox.
# shellcheck disable=SC2034,SC2317 # The variables and functions set here are used by the parts under test.
set -euo pipefail
for part in say prompts; do
  # shellcheck source=/dev/null
  . "$UMS_HOME/deploy/ums/$part.sh"
done
LISTS_OF_OURS="$UMS_HOME/deploy/asterisk"
cd "$(mktemp -d)"
UMS_HOME=$PWD AST=$PWD/asterisk
mkdir -p deploy/asterisk/sounds/uz
SOUNDS="$AST/data/sounds"

expect() { [[ $1 == "$2" ]] || die "expected '$2', got '$1'"; }

write_lists() {
  printf '# A comment\ngreet|ru|Добрый день.\ngreet|ru|Подождите.\ngreet|en|-v is no option\n' \
    >deploy/asterisk/prompts.txt
  printf 'saying/1|bir\n\nsaying/20 | yigirma\n' >deploy/asterisk/saying.uz.txt
}

test_both_kinds_of_lists_are_read() {
  write_lists
  expect "$(wanted_prompts deploy/asterisk | tr '\n' ';')" "ru/greet|announcement|Добрый день. Подождите.;\
en/greet|announcement|-v is no option;uz/saying/1|word|bir;uz/saying/20|word|yigirma;"
}

test_our_own_lists_make_sense() {
  local count
  count=$(wanted_prompts "$LISTS_OF_OURS" | wc -l)
  ((count >= 9)) || die "only $count prompts"
}

test_a_line_that_makes_no_sense_is_named() {
  local line words
  for line in '../x|ru|words' 'x|de|words' 'x|words' 'x|ru|a|b' 'x|ru|'; do
    printf '%s\n' "$line" >deploy/asterisk/prompts.txt
    words=$(wanted_prompts deploy/asterisk 2>&1 >/dev/null) && die "$line was accepted"
    [[ $words == *prompts.txt:1:* ]] || die "$line: $words"
  done
}

test_only_what_is_missing_or_changed_is_made() {
  write_lists
  make_prompts >made
  expect "$(tr -s ' ' <made)" " prompts 4 made in $SOUNDS"
  expect "$(soxi -r "$SOUNDS/uz/saying/20.wav") $(soxi -c "$SOUNDS/uz/saying/20.wav")" "8000 1"
  expect "$(make_prompts)" ""
  rm "$SOUNDS/uz/saying/1.wav"
  printf 'saying/20|boshqa\nsaying/1|bir\n' >deploy/asterisk/saying.uz.txt
  expect "$(make_prompts | tr -s ' ')" " prompts 2 made in $SOUNDS"
}

test_a_studio_wins_and_a_new_take_is_noticed() {
  write_lists
  mkdir -p deploy/asterisk/sounds/uz/saying
  echo studio >deploy/asterisk/sounds/uz/saying/1.wav
  make_prompts >/dev/null
  expect "$(cat "$SOUNDS/uz/saying/1.wav")" studio
  echo second >deploy/asterisk/sounds/uz/saying/1.wav
  make_prompts >/dev/null
  expect "$(cat "$SOUNDS/uz/saying/1.wav")" second
  rm deploy/asterisk/sounds/uz/saying/1.wav
  make_prompts >/dev/null
  expect "$(soxi -r "$SOUNDS/uz/saying/1.wav")" 8000
}

test_what_is_in_no_list_any_more_is_no_longer_played() {
  write_lists
  make_prompts >/dev/null
  : >deploy/asterisk/saying.uz.txt
  make_prompts >/dev/null
  [[ ! -e $SOUNDS/uz/saying/1.wav && -e $SOUNDS/ru/greet.wav ]]
}

test_a_voice_that_fails_stops_it_and_names_the_prompt() {
  local words
  write_lists
  sox() { return 1; }
  export -f sox
  words=$( (make_prompts) 2>&1) && die "it went on"
  [[ $words == *greet* && ! -e $SOUNDS/ru/greet.wav ]]
}

"$1"
