# shellcheck shell=bash
# All tests: of the script, of every project under tests/, of the page. The last line is the sum.

readonly PROJECT_MAX_S=300 END_TO_END_MAX_S=1600

ums_test() {
  local filter=${1:-} project name
  TEST_PASSED=0 TEST_FAILED=0
  TEST_RESULTS="$UMS_HOME/artifacts/test-results"
  make_folders
  need_for_up
  rm -rf "$TEST_RESULTS" && mkdir -p "$TEST_RESULTS"
  choose_projects "$filter"

  test_scripts "$filter"
  if ((${#TEST_PROJECTS[@]} > 0)); then
    if build_tests; then
      prepare_services
      for project in "${TEST_PROJECTS[@]}"; do
        test_project "$project"
      done
    fi
  fi
  test_page "$filter"
  say "$TEST_PASSED passed, $TEST_FAILED failed"
  ((TEST_FAILED == 0))
}

# A filter that is part of a project's name chooses the project; any other one chooses tests by name in all projects.
choose_projects() {
  local filter=${1,,} project
  TEST_PROJECTS=() TEST_METHODS=()
  for project in "$UMS_HOME"/tests/*.Tests; do
    project=$(basename "$project")
    has_tests "$project" || continue
    [[ -z $filter || ${project,,} == *"$filter"* ]] && TEST_PROJECTS+=("$project")
  done
  if ((${#TEST_PROJECTS[@]} == 0)) && [[ $filter != page && $filter != scripts ]]; then
    for project in "$UMS_HOME"/tests/*.Tests; do
      if grep -rqis --include='*.cs' -e "${filter// /_}" "$project"; then
        TEST_PROJECTS+=("$(basename "$project")")
      fi
    done
    TEST_METHODS=(-method "*${1// /_}*")
    ((${#TEST_PROJECTS[@]} > 0)) || die "no project and no test has '$1' in its name"
  fi
}

has_tests() { compgen -G "$UMS_HOME/tests/$1/*.cs" >/dev/null || compgen -G "$UMS_HOME/tests/$1/*/*.cs" >/dev/null; }

build_tests() {
  local project code=0
  step build "the tests"
  if ((${#TEST_PROJECTS[@]} > 2)); then
    (cd "$UMS_HOME" && dotnet build CrmUms.sln -c Release --nologo -v q) >"$TEST_RESULTS/build.log" 2>&1 || code=$?
  else
    for project in "${TEST_PROJECTS[@]}"; do
      (cd "$UMS_HOME" && dotnet build "tests/$project" -c Release --nologo -v q) \
        >>"$TEST_RESULTS/build.log" 2>&1 || code=$?
    done
  fi
  ((code == 0)) && return
  grep -E 'error|warning' "$TEST_RESULTS/build.log" | sort -u | head -20
  failed "the build"
  return 1
}

failed() {
  say "  FAILED: $1"
  TEST_FAILED=$((TEST_FAILED + 1))
}

# What tests of adapters need on this machine; they start it themselves, on ports of their own.
prepare_services() {
  local project
  export CRMUMS_ASTERISK_ROOT
  for project in "${TEST_PROJECTS[@]}"; do
    case $project in
      *CtiGateway*) get_asterisk ;;
      *EndToEnd*)
        get_asterisk
        need_packages "./ums test" chromium-headless-shell=chromium-headless-shell
        ;;
    esac
  done
}

test_project() {
  local project=$1 limit=$PROJECT_MAX_S code=0 results="$TEST_RESULTS/$1.xml" passed failures skipped
  [[ $project == *EndToEnd* ]] && limit=$END_TO_END_MAX_S
  (cd "$UMS_HOME/tests/$project" && CI=${CI:-} timeout -k 10 "$limit" \
    dotnet "$UMS_HOME/artifacts/bin/$project/release/$project.dll" -noLogo -noColor -xml "$results" \
    "${TEST_METHODS[@]}") >"$TEST_RESULTS/$project.log" 2>&1 || code=$?
  read -r passed failures skipped < <(count_results "$results")
  TEST_PASSED=$((TEST_PASSED + passed)) TEST_FAILED=$((TEST_FAILED + failures))
  step "$passed passed" "$project${skipped:+ ($skipped skipped)}"
  if ((failures > 0)); then
    grep -A12 '\[FAIL\]' "$TEST_RESULTS/$project.log" | cut -c1-400 | head -120
  fi
  # No results, or an end that no failed test explains: it crashed, hung, or could not start.
  if ((code != 0 && failures == 0)); then
    tail -15 "$TEST_RESULTS/$project.log"
    failed "$project ended with $code$( ((code == 124)) && echo ": longer than $limit s")"
  fi
}

# passed, failed and skipped of an xunit result file; nothing for skipped when there is none.
count_results() {
  [[ -s $1 ]] || { echo "0 0" && return; }
  awk '
    function value(name,   at) {
      return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0
    }
    { gsub(/<assembly /, "\n&"); n = split($0, parts, "\n")
      for (i = 1; i <= n; i++) {
        $0 = parts[i]
        if (!/^<assembly /) continue
        p += value("passed")
        f += value("failed") + value("errors")
        s += value("skipped")
      } }
    END { printf("%d %d %s\n", p, f, (s > 0 ? s : "")) }' "$1"
}

test_page() {
  local filter=$1 results="$TEST_RESULTS/page.json" code=0
  [[ -f $UMS_HOME/agent-web/ui/package.json ]] || return 0
  [[ -z $filter || $filter == page || $filter == ui ]] || return 0
  install_page_packages
  (cd "$UMS_HOME/agent-web/ui" && timeout -k 10 "$PROJECT_MAX_S" npm test -- --reporter=default --reporter=json \
    --outputFile.json="$results") >"$TEST_RESULTS/page.log" 2>&1 || code=$?
  local passed=0 failures=0
  if [[ -s $results ]]; then
    read -r passed failures < <(node -p "const r = require('$results'); r.numPassedTests + ' ' + r.numFailedTests")
  fi
  TEST_PASSED=$((TEST_PASSED + passed)) TEST_FAILED=$((TEST_FAILED + failures))
  step "$passed passed" "page"
  if ((code != 0)); then
    tail -40 "$TEST_RESULTS/page.log"
    ((failures > 0)) || failed "the page's tests ended with $code"
  fi
}

# The script's own: every function below tests/ whose name begins with test_ is one.
test_scripts() {
  local filter=$1 file name passed=0
  [[ -z $filter || $filter == scripts ]] || return 0
  for file in "$UMS_HOME"/deploy/ums/tests/*.sh; do
    while read -r name; do
      if UMS_HOME="$UMS_HOME" timeout 60 bash "$file" "$name" >"$TEST_RESULTS/$name.log" 2>&1; then
        passed=$((passed + 1))
      else
        tail -5 "$TEST_RESULTS/$name.log"
        failed "scripts: $name"
      fi
    done < <(sed -n 's/^\(test_[a-z_]*\)() {.*/\1/p' "$file")
  done
  TEST_PASSED=$((TEST_PASSED + passed))
  step "$passed passed" "scripts"
}
