#!/bin/sh
# Builds a plan of Birmingham from published data: docs/birmingham.sh DATA OUT.plan
# DATA is the folder of published files. docs/birmingham.md says what comes out and what it does not say.
set -eu
[ $# = 2 ] || { echo "Usage: docs/birmingham.sh DATA OUT.plan" >&2; exit 2; }
data=$1
plan=$2
cli=${PLACEWRIGHT_CLI:-placewright-cli}
who="Birmingham example"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Published figure of the Local Authority Better Care Grant 2025-26, whole pounds.
grant=$(awk -F, '$1 == "E08000025" { print $5 }' "$data/finance/bcf_la_grants_partial.csv")
[ -n "$grant" ] || { echo "bcf_la_grants_partial.csv has no grant for E08000025" >&2; exit 3; }
half="$((grant / 2)).$([ $((grant % 2)) = 0 ] && echo 00 || echo 50)"

# The place, its partners, the fund and what must be met. A minimum without pounds is not known.
cat >"$work/birmingham.json" <<'END'
{
    "format": "placewright-plan",
    "version": 1,
    "places": [{"id": "place", "name": "Birmingham", "board": "Birmingham Health and Wellbeing Board",
                "note": "Example from published data; the two spending lines are only examples", "needLayer": "localities"}],
    "partners": [
        {"id": "council", "name": "Birmingham City Council", "shortName": "Council", "kind": "council", "code": "E08000025"},
        {"id": "icb", "name": "NHS Birmingham and Solihull ICB", "shortName": "BSol ICB", "kind": "icb", "code": "QHL"}
    ],
    "years": [{"id": "2025-26", "rulebook": "2025-26"}],
    "layers": [{"id": "localities", "name": "Localities", "kind": "locality"}],
    "funds": [{"id": "bcf", "name": "Better Care Fund", "kind": "pooled", "host": "council"}],
    "contributions": [{"id": "labcg", "fund": "bcf", "partner": "council", "source": "LABCG"},
                      {"id": "nhs-min", "fund": "bcf", "partner": "icb", "source": "NHS_MIN"},
                      {"id": "dfg", "fund": "bcf", "partner": "council", "source": "DFG"}],
    "minimums": [
        {"id": "min-labcg", "year": "2025-26", "kind": "LABCG", "partner": "council"},
        {"id": "min-nhs", "year": "2025-26", "kind": "NHS_MIN", "partner": "icb"},
        {"id": "min-social-care", "year": "2025-26", "kind": "ASC_SPEND"},
        {"id": "min-dfg", "year": "2025-26", "kind": "DFG", "partner": "council"}
    ]
}
END
"$cli" convert "$work/birmingham.json" "$plan"

# Need: England's practices, and the localities without that of Solihull, which is another council's.
grep -v '^Solihull,' "$data/gp/bsol_gp_list_locality_pcn_2024-07-15.csv" >"$work/birmingham-localities.csv"
"$cli" import-need "$plan" "$data/gp/icb_place_tool_weighted_populations_2025_26.csv" --who "$who"
"$cli" import-need "$plan" "$work/birmingham-localities.csv" --layer Localities --date 2024-07-15 --who "$who"

# The grant as published, and two example lines of half of it each.
cat >"$work/grant.json" <<END
{"steps": [
  {"what": "Typed the Local Authority Better Care Grant 2025-26",
   "why": "MHCLG, Local Authority Better Care Grant determination 2025 to 2026 (31/7800), Open Government Licence v3.0",
   "changes": [
    {"op": "set", "entity": "contribution", "id": "labcg", "field": "amount", "key": "2025-26", "to": "$grant.00"},
    {"op": "set", "entity": "contribution", "id": "labcg", "field": "status", "key": "2025-26", "to": "confirmed"},
    {"op": "set", "entity": "minimum", "id": "min-labcg", "field": "amount", "to": "$grant.00"},
    {"op": "set", "entity": "minimum", "id": "min-labcg", "field": "status", "to": "confirmed"},
    {"op": "set", "entity": "minimum", "id": "min-labcg", "field": "source",
     "to": "MHCLG, Local Authority Better Care Grant determination 2025 to 2026 (31/7800)"}]},
  {"what": "Added two example lines of half of the grant each",
   "why": "Examples, not the council's plan: one reaches localities by need (assumed), one is not split by area",
   "changes": [
    {"op": "add", "entity": "scheme", "id": "example", "to": {"number": "01", "name": "Example scheme", "fund": "bcf",
     "layer": "localities", "activity": "Long-term home-based social care services", "areaBasis": "need"}},
    {"op": "add", "entity": "line", "id": "example-by-need", "to": {"scheme": "example",
     "name": "Example: half of the grant, by need", "source": "LABCG", "areaOfSpend": "Social Care", "commissioner": "LA",
     "provider": "Local Authority", "spendKind": "revenue", "amount": {"2025-26": "$half"}}},
    {"op": "add", "entity": "line", "id": "example-not-split", "to": {"scheme": "example",
     "name": "Example: half of the grant, not split by area", "source": "LABCG", "areaOfSpend": "Social Care",
     "commissioner": "LA", "provider": "Local Authority", "spendKind": "revenue", "areaBasis": "notSplit",
     "amount": {"2025-26": "$half"}}}]}
]}
END
"$cli" apply "$plan" "$work/grant.json" --who "$who"
"$cli" check "$plan" || [ $? = 1 ] # nobody has signed it
