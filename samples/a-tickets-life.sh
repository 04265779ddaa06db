#!/usr/bin/env bash
# A ticket's whole life, over the public addresses alone: nothing here knows more than a client may.
#
# Start the system with times set to seconds and the answers of captchas exposed (README, "What you will see"), then:
#
#   SETUP_CODE=... MAILBOX_URL=http://127.0.0.1:PORT samples/a-tickets-life.sh [http://127.0.0.1:8080]
#
# On a system that has its administrator already, give ADMIN_EMAIL and ADMIN_PASSWORD instead of SETUP_CODE.
# Needs bash and curl. Ends with 0 when everything was as it should be, else with 1 and a sentence that says what was not.
set -euo pipefail

url=${1:-${HELPDESK_URL:-http://127.0.0.1:8080}}
url=${url%/}
mailbox=${MAILBOX_URL:-}
run=$(date +%s)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# --- saying, asking, waiting -----------------------------------------------------------------------------------------------

if [ -t 1 ]; then bold=$'\e[1m' red=$'\e[31m' green=$'\e[32m' plain=$'\e[0m'; else bold='' red='' green='' plain=''; fi
step() { printf '\n%s%s%s\n' "$bold" "$*" "$plain"; }
say() { printf '  %s\n' "$*"; }
fail() { printf '\n%sNot as it should be: %s%s\n' "$red" "$*" "$plain" >&2; exit 1; }

# setting NAME VALUE: a line of curl's configuration, whatever the value contains.
setting() {
    local value=${2//\\/\\\\}
    value=${value//\"/\\\"} value=${value//$'\n'/\\n}
    printf '%s = "%s"\n' "$1" "$value"
}

# call METHOD PATH BODY [-H HEADER]... [-F FORM]...: leaves the answer in $status and $body. Addresses, headers and bodies hold
# passwords and secrets, and everybody on this machine may read what a program was started with: curl reads them from a pipe.
call() {
    local method=$1 path=$2 json=$3
    shift 3
    status=$({
        setting url "$url$path"
        setting request "$method"
        if [ -n "$json" ]; then setting header 'Content-Type: application/json'; setting data-binary "$json"; fi
        while [ $# -gt 1 ]; do
            case $1 in -H) setting header "$2" ;; -F) setting form "$2" ;; *) fail "call does not know $1." ;; esac
            shift 2
        done
    } | curl -sS --max-time 30 -o "$work/body" -w '%{http_code}' -K -) || fail "$method $path was not answered."
    body=$(tr -d '\0' <"$work/body")
    [ "$status" != 429 ] || fail "a limit was reached: start it with --Gateway:Limits:AnonymousPerMinute=1000 --Gateway:Limits:SignedInPerMinute=1000 --Captcha:Challenges:PerAddressPerMinute=1000."
}

# expect STATUS WHAT: the last call was answered so.
expect() { [ "$status" = "$1" ] || fail "$2 was answered with $status, not $1: $body"; }

# value NAME JSON: the first member of that name. Enough for compact JSON without quotes inside of values.
value() {
    local pattern="\"$1\":(\"([^\"]*)\"|([^],}]*))"
    [[ $2 =~ $pattern ]] || return 0
    printf '%s' "${BASH_REMATCH[2]:-${BASH_REMATCH[3]#\"\"}}"
}

# inside NAME JSON: what follows that member's name.
inside() { printf '%s' "${2#*\"$1\":}"; }

# await SECONDS WHAT COMMAND...: tries again and again until the command succeeds.
await() {
    local deadline=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        [ "$SECONDS" -lt "$deadline" ] || fail "$what, within the time it should take. The last answer: ${body:0:500}"
        sleep 0.2
    done
}

# --- what customers, agents and the mail box do ----------------------------------------------------------------------------

solve_captcha() {
    local id
    call POST /api/captcha/challenges ''
    expect 201 "asking for a captcha"
    id=$(value id "$body")
    call GET "/api/captcha/challenges/$id/answer" ''
    expect 200 "the answer of the captcha (start with --Captcha:ExposeAnswers=true)"
    call POST "/api/captcha/challenges/$id/answer" "{\"answer\":\"$(value answer "$body")\"}"
    expect 200 "the right answer to the captcha"
    pass=$(value pass "$body")
}

# open_ticket NAME EMAIL LANGUAGE SUBJECT TEXT [UPLOAD RECEIPT]
open_ticket() {
    local files=''
    [ -z "${6:-}" ] || files=",\"attachments\":[\"$6\"]"
    solve_captcha
    call POST /api/tickets "{\"categoryId\":\"$category\",\"name\":\"$1\",\"email\":\"$2\",\"language\":\"$3\",\"subject\":\"$4\",\"description\":\"$5\"$files}" -H "Captcha-Pass: $pass"
    [ "$status" = 201 ]
}

sign_in() { # EMAIL PASSWORD: leaves the header in $bearer
    call POST /api/sessions "{\"email\":\"$1\",\"password\":\"$2\"}"
    expect 200 "signing in as $1"
    bearer="Authorization: Bearer $(value accessToken "$body")"
}

# ticket_has NUMBER TEXT: the staff's view of the ticket contains it.
ticket_has() {
    call GET "/api/tickets/$1" '' -H "$admin"
    [ "$status" = 200 ] && [[ $body == *"$2"* ]]
}

ticket_has_assignee() { call GET "/api/tickets/$1" '' -H "$admin"; [ "$status" = 200 ] && [[ $body == *'"assignee":{'* ]]; }

receipt_is_there() { call GET "/api/receipts?ticket=$1" '' -H "$admin"; [ "$status" = 200 ] && [ -n "$(value reason "$body")" ]; }

timeline_has() { call GET "/api/tickets/$1/timeline" '' -H "$admin"; [ "$status" = 200 ] && [[ $body == *"$2"* ]]; }

# A timer that runs has a time at which it is due.
clock_runs() { call GET "/api/tickets/$1/timers" '' -H "$admin"; [ "$status" = 200 ] && [[ $body == *'At":"2'* ]]; }

# When its time is over it has done what it was set for.
clock_ran() { clock_runs "$1" || ticket_has "$1" '"status":"Closed"'; }

clock_stands() { call GET "/api/tickets/$1/timers" '' -H "$admin"; [ "$status" = 200 ] && [[ $body != *'At":"2'* ]]; }

# Every mail about a ticket has the same subject, so that programs keep them together: what it is about is its title.
mail_is_there() { # TO NUMBER SUBJECT TITLE
    curl -sSf --max-time 30 -G "$mailbox/email" --data-urlencode "to.address=$1" --data-urlencode "headers.x-helpdesk-ticket=$2" --data-urlencode "subject=[$2] $3" >"$work/mail" || return 1
    body=$(<"$work/mail")
    title=$4
    # As HTML spells them.
    title=${title//ó/"&#xF3;"} title=${title//í/"&#xED;"} title=${title//á/"&#xE1;"} title=${title//¿/"&#xBF;"}
    [[ $body == *"<title>$title</title>"* ]]
}

# await_mail TO NUMBER SUBJECT TITLE [TEXT THAT IT CONTAINS]
await_mail() {
    await 60 "a mail \"$4\" to $1 should have come" mail_is_there "$@"
    [ "$(grep -oF "<title>$title</title>" <<<"$body" | wc -l)" = 1 ] || fail "the mail \"$4\" to $1 came more than once."
    [[ $body == *"${5:-}"* ]] || fail "no mail about $2 to $1 contains \"$5\"."
    say "mail to $1: [$2] $3: $4"
}

# --- the life --------------------------------------------------------------------------------------------------------------

[ -n "$mailbox" ] || fail "MAILBOX_URL must be the address of the mail box, which the AppHost prints as \"mailbox\"."
healthy() { [ "$(curl -s -o /dev/null -w '%{http_code}' --max-time 5 "$url/health")" = 200 ]; }
body=''
await 60 "$url should be healthy" healthy

step "The first administrator"
call GET /api/setup ''
expect 200 "asking whether the setup is still to be done"
if [ "$(value needed "$body")" = true ]; then
    admin_email=${ADMIN_EMAIL:-admin.$run@example.org}
    admin_password=${ADMIN_PASSWORD:-Adm-$run-correct-horse}
    call POST /api/setup "{\"code\":\"${SETUP_CODE:?must be the setup code that the AppHost prints}\",\"name\":\"Ada Admin\",\"email\":\"$admin_email\",\"password\":\"$admin_password\",\"language\":\"en\"}"
    expect 201 "the setup"
    admin="Authorization: Bearer $(value accessToken "$body")"
    call POST /api/setup "{\"code\":\"$SETUP_CODE\",\"name\":\"Eve\",\"email\":\"eve.$run@example.org\",\"password\":\"$admin_password\"}"
    [ "$status" -ge 400 ] && [ "$status" -lt 500 ] || fail "a second setup was answered with $status: it must be refused for ever."
    say "made $admin_email; a second setup is refused ($status)"
else
    sign_in "${ADMIN_EMAIL:?must be set, for this system has an administrator already}" "${ADMIN_PASSWORD:?must be set}"
    admin=$bearer
    say "signed in as $ADMIN_EMAIL"
fi

step "An area, a category and three agents"
call POST /api/areas "{\"name\":\"Hardware $run\"}" -H "$admin"
expect 201 "making an area"
area=$(value id "$body")
call POST /api/categories "{\"title\":\"Printers $run\",\"description\":\"Anything that prints\",\"areaId\":\"$area\",\"priority\":\"High\"}" -H "$admin"
expect 201 "making a category"
category=$(value id "$body")
put_into_area() { call PUT "/api/agents/$1/areas" "{\"areaIds\":[\"$area\"]}" -H "$admin"; [ "$status" = 200 ] || [ "$status" = 204 ]; }
password="First-$run-password"
declare -A languages=([bruno]=es [carla]=en [diego]=es)
for name in bruno carla diego; do
    call POST /api/accounts "{\"name\":\"${name^}\",\"email\":\"$name.$run@example.org\",\"password\":\"$password\",\"language\":\"${languages[$name]}\",\"roles\":[\"Agent\"]}" -H "$admin"
    expect 201 "making the account of ${name^}"
    await 60 "assignment should have heard of ${name^}" put_into_area "$(value id "$body")"
    say "${name^} serves the area"
done

step "Customers without an account open tickets"
base64 -d >"$work/photo.png" <<<'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
call POST /api/attachments '' -F "file=@$work/photo.png;type=image/png"
expect 201 "uploading a picture"
photo=$(value receipt "$body")
call POST /api/tickets "{\"categoryId\":\"$category\",\"name\":\"Mallory\",\"email\":\"m@example.org\",\"description\":\"no captcha\"}"
[ "$status" -ge 400 ] && [ "$status" -lt 500 ] || fail "a ticket without a captcha was answered with $status: it must be refused."
numbers=() secrets=() customers=()
for i in 1 2 3 4 5 6; do
    language=en subject="Printer $i is on fire" attached=''
    [ $((i % 2)) = 1 ] || { language=es; subject="La impresora $i se quema"; }
    [ $i != 1 ] || attached=$photo
    # The first one may come before the category has reached Ticketing.
    await 60 "a ticket should be accepted" open_ticket "Customer $i" "customer$i.$run@example.org" "$language" "$subject" "It smokes and says error $i." "$attached"
    numbers+=("$(value number "$body")") secrets+=("$(value trackingSecret "$body")") customers+=("customer$i.$run@example.org")
    say "$(value number "$body"): $subject"
done

step "Each went to an agent, and the receipt says why"
agents=()
for number in "${numbers[@]}"; do
    await 60 "$number should be assigned" ticket_has_assignee "$number"
    agents+=("$(value name "$(inside assignee "$body")")")
    await 60 "$number should have a receipt" receipt_is_there "$number"
    say "$number -> ${agents[-1]}: $(value reason "$body")"
done
for name in Bruno Carla Diego; do
    [ "$(printf '%s\n' "${agents[@]}" | grep -c "^$name$")" = 2 ] || fail "six tickets among three agents should give two to $name; they went to ${agents[*]}."
done
call POST "/api/areas/$area/replay" '' -H "$admin"
expect 200 "replaying the area's choices"
[ "$(value choices "$body")" = 6 ] && [ "$(value reproduced "$body")" = 6 ] || fail "the replay did not give the same choices: $body"
say "replayed: the same $(value reproduced "$body") of $(value choices "$body") choices"

step "Confirmations and assignments by mail, in each reader's language"
for i in "${!numbers[@]}"; do
    if [ $((i % 2)) = 0 ]; then
        subject="Printer $((i + 1)) is on fire" confirmed="We have received your ticket"
    else
        subject="La impresora $((i + 1)) se quema" confirmed="Hemos recibido tu ticket"
    fi
    await_mail "${customers[i]}" "${numbers[i]}" "$subject" "$confirmed" "${secrets[i]}"
    agent=${agents[i],,}
    if [ "${languages[$agent]}" = es ]; then assigned="${numbers[i]} ahora es tuyo"; else assigned="${numbers[i]} is now yours"; fi
    await_mail "$agent.$run@example.org" "${numbers[i]}" "$subject" "$assigned"
done

step "The agent answers, the customer answers back"
new_password="Second-$run-password"
for name in bruno carla diego; do
    sign_in "$name.$run@example.org" "$password"
    call PUT /api/accounts/me/password "{\"current\":\"$password\",\"new\":\"$new_password\"}" -H "$bearer"
    [ "$status" = 200 ] || [ "$status" = 204 ] || fail "${name^}'s first change of password was answered with $status: $body"
done
reply_as_agent() { # INDEX TEXT
    sign_in "${agents[$1],,}.$run@example.org" "$new_password"
    call POST "/api/tickets/${numbers[$1]}/replies" "{\"text\":\"$2\"}" -H "$bearer"
    expect 201 "the agent's reply"
}
tracking="Authorization: Tracking ${secrets[0]}"
reply_as_agent 0 "Pull the plug, please."
call POST "/api/tickets/${numbers[0]}/replies" '{"text":"Pulled. It still smells."}' -H "$tracking"
expect 201 "the customer's reply"
ticket_has "${numbers[0]}" '"status":"InProgress"' || fail "a ticket that the customer answered should be in progress: $body"
await 60 "the closing clock should have stopped" clock_stands "${numbers[0]}"
await_mail "${customers[0]}" "${numbers[0]}" "Printer 1 is on fire" "${agents[0]} replied to you" "Pull the plug, please."
agent=${agents[0],,}
if [ "${languages[$agent]}" = es ]; then replied="Customer 1 respondió"; else replied="Customer 1 replied"; fi
await_mail "$agent.$run@example.org" "${numbers[0]}" "Printer 1 is on fire" "$replied" "It still smells."

step "A customer who stays silent is warned, then the ticket closes by itself"
reply_as_agent 1 "¿Sigue ardiendo?"
await 60 "the closing clock should run" clock_ran "${numbers[1]}"
await_mail "${customers[1]}" "${numbers[1]}" "La impresora 2 se quema" "${agents[1]} te respondió" "¿Sigue ardiendo?"
await_mail "${customers[1]}" "${numbers[1]}" "La impresora 2 se quema" "¿Sigues ahí?"
await 60 "${numbers[1]} should have closed by itself" ticket_has "${numbers[1]}" '"status":"Closed"'
timeline_has "${numbers[1]}" ClosingWarned && [[ $body == *'"ClosingWarned"'*'"Closed"'* ]] || fail "the warning should come before the closing: $body"
await_mail "${customers[1]}" "${numbers[1]}" "La impresora 2 se quema" "Tu ticket está cerrado"
call POST "/api/tickets/${numbers[1]}/replies" '{"text":"Sigue ardiendo."}' -H "Authorization: Tracking ${secrets[1]}"
expect 201 "the reply to a closed ticket"
ticket_has "${numbers[1]}" '"status":"InProgress"' || fail "the customer's reply should have reopened ${numbers[1]}: $body"
say "${numbers[1]} was closed for silence and is open again"

step "Files: downloaded, then purged when their time is over"
call GET /api/tracking '' -H "$tracking"
expect 200 "asking where the secret leads"
[ "$(value number "$body")" = "${numbers[0]}" ] || fail "the secret should lead to ${numbers[0]}: $body"
call GET "/api/tickets/${numbers[0]}/messages" '' -H "$tracking"
expect 200 "reading the ticket by its secret"
file=$(value url "$body")
[[ $file == /api/attachments/* ]] || fail "the ticket should show its picture: $body"
call GET "$file" ''
expect 200 "downloading the picture"
[ "$(head -c 4 "$work/body" | tail -c 3)" = PNG ] || fail "what was downloaded is no PNG."
call GET "${file%%\?*}?grant=made-up" ''
[ "$status" -ge 400 ] && [ "$status" -lt 500 ] || fail "a made-up grant was answered with $status: it must be refused."
call PUT "/api/tickets/${numbers[0]}/closure" '{"comment":"Solved with water."}' -H "$tracking"
[ "$status" = 200 ] || [ "$status" = 204 ] || fail "closing by the customer was answered with $status: $body"
ticket_has "${numbers[0]}" '"status":"Closed"' || fail "the customer closed ${numbers[0]}, yet it is open: $body"
await 60 "the purge's receipt should be in the timeline of ${numbers[0]}" timeline_has "${numbers[0]}" Purged
say "timeline: the picture was purged"
call GET "$file" ''
[ "$status" = 404 ] || [ "$status" = 410 ] || fail "the purged picture was answered with $status: it must be gone."
say "the same download is refused now ($status)"

step "Every mail of the first ticket is in the ledger, once"
call GET "/api/deliveries?ticket=${numbers[0]}" '' -H "$admin"
expect 200 "the ledger"
# The customer's words twice: the answer, and what was said while closing.
for expected in 'ticket-opened 1' 'ticket-assigned 1' 'agent-replied 1' 'customer-replied 2'; do
    read -r template times <<<"$expected"
    [ "$(grep -o "\"template\":\"$template\"" <<<"$body" | wc -l)" = "$times" ] || fail "the ledger of ${numbers[0]} should have $times $template: $body"
done
say "confirmation, assignment, reply, answer and last words: once each"

printf '\n%sThat was a whole life: everything was as it should be.%s\n' "$green" "$plain"
