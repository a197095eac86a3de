#include "cases/new_kinds.hpp"

namespace varde::cases {
namespace {

constexpr const char* kToml =
    R"toml(# A decision: which alternative the criteria support, and whether one needs more than words of importance to tell.
#
# Add and remove alternatives, criteria, areas and those who assess; an alternative is a column of scores.csv, a criterion a row
# of scores.csv and importance.csv, an area a column of importance.csv.

kind = "decision"
name = "Ny beslutning"
description = ""
date = ""
source = ""

top_score = 3        # poeng går fra 0 til dette; plusser kan skrives, +++ er 3
clear = 90           # det som holder for så mange prosent av vektene, følger klart
doubt = "ordinal"    # flere plusser er bedre, og ingen har sagt hvor mye: prøv konklusjonene uten avstand

[[alternative]]
id = "A"
name = "Fortsette som i dag"

[[alternative]]
id = "B"
name = "Samarbeide"

[[criterion]]
id = "1"
name = "Kostnad"

[[criterion]]
id = "2"
name = "Kvalitet for innbyggerne"

[[criterion]]
id = "3"
name = "Gjennomførbarhet"

[[area]]
id = "samlet"
name = "Samlet"
conclusion = ""
source = ""

# The plain weighted sum beside it: points for each word of importance. They are there to be changed.
[[weighting]]
name = "Poeng 1 til 5, illustrativt"
L = 1
LM = 2
M = 3
MS = 4
S = 5

# Who assesses, when they are several ([[assessor]] with id and name): rows of the two tables with the assessor's id stand for
# that one, rows without for all.
)toml";

constexpr const char* kScores =
    "criterion,name,area,assessor,A,B,source\n"
    "1,Kostnad,,,0,0,fyll ut\n"
    "2,Kvalitet for innbyggerne,,,0,0,fyll ut\n"
    "3,Gjennomførbarhet,,,0,0,fyll ut\n";
constexpr const char* kImportance =
    "criterion,name,assessor,samlet,source\n"
    "1,Kostnad,,M,fyll ut\n"
    "2,Kvalitet for innbyggerne,,M,fyll ut\n"
    "3,Gjennomførbarhet,,M,fyll ut\n";

/// The twelve of "Scenarioer for kommunenes e-helsearbeid" (Oslo Economics and BearingPoint for KS,
/// 2022), chapter 6.1.
constexpr const char* kBarriers =
    "id,name,area,owner,measure,status,due,source\n"
    "1,Lovgivning: anskaffelser og personvern,,,,,,Scenarioer for kommunenes e-helsearbeid (2022) "
    "6.1.1\n"
    "2,Tilgang på teknologisk kompetanse,,,,,,6.1.2\n"
    "3,Kapasitet i tjenesten,,,,,,6.1.3\n"
    "4,Endringsevne og -vilje i tjenesten,,,,,,6.1.4\n"
    "5,Finansiering og likviditet,,,,,,6.1.5\n"
    "6,Valgfrihet,,,,,,6.1.6\n"
    "7,Tilgang til fellesløsninger og felles standarder,,,,,,6.1.7\n"
    "8,Informasjon om nasjonale løsninger,,,,,,6.1.8\n"
    "9,Uoversiktlig marked,,,,,,6.1.9\n"
    "10,Innlåsing og manglende innovasjon,,,,,,6.1.10\n"
    "11,Politisk engasjement,,,,,,6.1.11\n"
    "12,Oppfølging fra planlegging til gevinst,,,,,,6.1.12\n";

}  // namespace

Files new_decision() {
  return {{"case.toml", kToml},
          {"scores.csv", kScores},
          {"importance.csv", kImportance},
          {"barriers.csv", kBarriers}};
}

}  // namespace varde::cases
