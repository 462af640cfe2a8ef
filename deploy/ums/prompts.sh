# shellcheck shell=bash
# The prompts that the program comes with: read out by espeak-ng from the lists in deploy/asterisk, or a studio's
# recordings in their place. Only what is missing or has changed is made, on every core at once.

# One voice at one gain is even by itself, -21 to -17 LUFS; people's own prompts are brought to -19 by the server.
readonly PROMPT_GAIN_DB=4
readonly PROMPT_BATCH=16

# The first time takes seconds: they pass while the server is built and Asterisk starts. The lock of the instance is
# not this job's.
prompts_begin() {
  make_prompts 9>&- &
  PROMPTS_JOB=$!
}

prompts_end() { wait "$PROMPTS_JOB" || die "the prompts are not complete (above)"; }

make_prompts() {
  local made="$AST/data/prompts.made" wanted key rest todo=() known=()
  wanted=$(wanted_prompts "$UMS_HOME/deploy/asterisk") || die "the lists of prompts make no sense (above)"
  mkdir -p "$AST/data/sounds"
  [[ -f $made ]] || : >"$made"
  mapfile -t known <"$made"
  forget_prompts "$made" "$wanted"
  local -A before=()
  for rest in "${known[@]}"; do before[$rest]=1; done
  while IFS= read -r rest; do
    key=${rest%%|*}
    [[ -v before[$rest] && -s $AST/data/sounds/$key.wav ]] || todo+=("$rest")
  done <<<"$wanted"
  ((${#todo[@]} == 0)) && return
  export -f make_prompt_batch make_prompt read_out
  export AST UMS_HOME PROMPT_GAIN_DB
  printf '%s\0' "${todo[@]}" |
    nice -n 10 xargs -0 -P "$(nproc)" -n "$PROMPT_BATCH" bash -c 'make_prompt_batch "$@"' prompts ||
    die "a prompt could not be made with espeak-ng and sox (above)"
  printf '%s\n' "$wanted" >"$made"
  step prompts "${#todo[@]} made in $AST/data/sounds"
}

# wanted_prompts FOLDER: one line per prompt, "language/name|kind|words". prompts.txt holds announcements
# (name|language|words), saying.<language>.txt single words to be strung together (the same, or
# name|words); lines of one prompt are joined.
wanted_prompts() {
  local lists=() list
  for list in "$1"/prompts.txt "$1"/saying.*.txt; do
    [[ -f $list ]] && lists+=("$list")
  done
  awk -F'|' -v studio="$1/sounds" '
    function complain(why) { print FILENAME ":" FNR ": " why > "/dev/stderr"; failed = 1 }
    function trimmed(text) { gsub(/^[ \t]+|[ \t\r]+$/, "", text); return text }
    FNR == 1 {
      spoken = ""; kind = "announcement"
      if (match(FILENAME, /saying\.[a-z]+\.txt$/)) {
        kind = "word"
        spoken = substr(FILENAME, RSTART + 7); sub(/\.txt$/, "", spoken)
      }
    }
    /^[ \t]*(#|$)/ { next }
    {
      name = trimmed($1); words = trimmed($NF)
      language = (NF == 3) ? trimmed($2) : spoken
      if (NF > 3 || NF < 2 || (spoken == "" && NF != 3)) complain("it is name|words or name|language|words")
      else if (name !~ /^[a-z0-9][a-z0-9_-]*(\/[a-z0-9][a-z0-9_-]*)*$/) complain("\"" name "\" is no name")
      else if (language !~ /^(ru|uz|en)$/ || (spoken != "" && language != spoken)) complain("which language?")
      else if (words == "") complain("there are no words")
      else {
        key = language "/" name
        if (!(key in text)) { order[++count] = key; text[key] = words; kinds[key] = kind }
        else text[key] = text[key] " " words
      }
    }
    END {
      for (i = 1; i <= count; i++) {
        key = order[i]; file = studio "/" key ".wav"
        # A studio wins; its file is looked at byte by byte, so that a new take is noticed.
        if ((getline line < file) >= 0) {
          close(file)
          sum = ""
          command = "cksum <\"" file "\""
          command | getline sum
          close(command)
          print key "|studio|" sum
        } else print key "|" kinds[key] "|" text[key]
      }
      exit failed
    }' "${lists[@]}" </dev/null
}

# What is in no list any more would still be taken for a prompt that can be played.
forget_prompts() {
  local key
  comm -23 <(cut -d'|' -f1 "$1" | sort -u) <(cut -d'|' -f1 <<<"$2" | sort -u) | while IFS= read -r key; do
    rm -f "$AST/data/sounds/$key.wav"
  done
}

make_prompt_batch() {
  local line
  for line in "$@"; do
    make_prompt "$line" || exit 1
  done
}

# Written beside and renamed: a caller who hears the old one hears it to its end.
make_prompt() {
  local key kind words language file
  IFS='|' read -r key kind words <<<"$1"
  language=${key%%/*}
  file="$AST/data/sounds/$key.wav"
  [[ -d ${file%/*} ]] || mkdir -p "${file%/*}"
  case $kind in
    studio) cp "$UMS_HOME/deploy/asterisk/sounds/$key.wav" "$file.half" ;;
    # Single words are cut close, so that a number sounds like one.
    word) read_out "$language" "$words" "$file.half" silence 1 0.005 -50d reverse silence 1 0.005 -50d reverse \
      pad 0.02 0.05 ;;
    *) read_out "$language" "$words" "$file.half" pad 0.25 0.25 ;;
  esac && mv "$file.half" "$file" || {
    echo "prompt $key: \"$words\"" >&2
    return 1
  }
}

# read_out LANGUAGE WORDS FILE EFFECT…: in the telephone's band. Words go in by the input: they are never options.
read_out() {
  espeak-ng -b 1 -v "$1" -s 150 --stdin --stdout <<<"$2" |
    sox -q -t wav - -r 8000 -c 1 -b 16 -t wav "$3" gain -l "$PROMPT_GAIN_DB" "${@:4}"
}
