#include "cases/new_kinds.hpp"

namespace varde::cases {
namespace {

constexpr const char* kPayers =
    "payer,name,group,inhabitants,source\n"
    "rhf,De regionale helseforetakene,rhf,1000,oppdiktet: bytt ut denne raden\n"
    "9999,Eksempel,municipality,1000,oppdiktet: bytt ut denne raden\n";

constexpr const char* kFinancing =
    R"toml(# Financing of shared national solutions: who pays what, when, by the rules of "Finansieringsmodeller" (2017).
#
# projects.csv has what is built, running.csv what it costs a year, uses.csv who uses it from when, payers.csv who pays.

kind = "financing"
name = "Ny finansiering"
description = ""
first_year = 2026
years = 15

[phase_in]        # sektorens del vokser litt hvert år; til da betaler staten resten
from = 2026
years = 5

[[solution]]
id = "losning-1"
name = "Ny løsning"
foundation = true         # alle mulige brukere betaler etter fristen; til da bare de som bruker den
deadline = 2030
payment = "invoice"       # eller deduction (trekk i rammen)
rhf = 50                  # prosent av hver gruppe betalere; like deler når ingen er gitt
municipality = 50
private = 0
)toml";

constexpr const char* kGrowth =
    R"toml(# Growth in the cost of operating national solutions: estimates by meeting, and what moved between them.
#
# An estimate belongs to a meeting: a later one takes its place, and the earlier one stays to be seen.

kind = "growth"
name = "Ny vekst i driftskostnader"
description = ""
first_year = 2025
last_year = 2029

[rule]            # trer inn for en løsning som har en investering og ikke noe anslag
percent = 20
source = "NUIT 5/22 (17.02.2022): årlig vekst på om lag 20 % av investeringen"

[[solution]]
id = "losning-1"
name = "Ny løsning"
before = 0        # kroner i året før det første anslaget
groups_source = ""
)toml";

}  // namespace

Files new_financing() {
  return {{"case.toml", kFinancing},
          {"payers.csv", kPayers},
          {"projects.csv",
           "solution,project,size,year,amount,lifetime,rate_percent,state_percent,quality,source\n"
           "losning-1,Utvikling,large,2026,1000000,10,2.5,0,illustrative,bytt ut denne raden\n"},
          {"running.csv",
           "solution,name,from,to,amount,quality,source\n"
           "losning-1,Drift,2027,,100000,illustrative,bytt ut denne raden\n"},
          {"uses.csv",
           "solution,payer,from,units,source\n"
           "losning-1,9999,2027,1,bytt ut denne raden\n"}};
}

Files new_growth() {
  return {{"case.toml", kGrowth},
          {"payers.csv", kPayers},
          {"meetings.csv", "meeting,date\nFørste møte,2025-01-15\n"},
          {"estimates.csv",
           "solution,meeting,part,year,speaks,onwards,amount,low,high,quality,source\n"
           "losning-1,Første møte,,2026,level,no,1000000,,,illustrative,bytt ut denne raden\n"},
          {"investments.csv", "solution,year,amount,quality,source\n"},
          {"funding.csv", "solution,from,state,source\n"},
          {"reasons.csv", "solution,meeting,year,amount,text\n"}};
}

}  // namespace varde::cases
