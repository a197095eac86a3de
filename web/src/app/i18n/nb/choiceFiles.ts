/** The files of decisions and portfolios. */
export const choiceFiles: Record<string, string> = {
  "scores.csv": "Poeng",
  "importance.csv": "Betydning (L, LM, M, MS, S)",
  "barriers.csv": "Hemmere, eiere og tiltak",
  "solutions.csv": "Løsninger",
  "adoption.csv": "Hva som er sagt om hver kommune",
  "plans.csv": "Kommunenes planer",
  "totals.csv": "Nasjonale tall",
  "ambitions.csv": "Ambisjoner",
  "dependencies.csv": "Hva som må være på plass først",
  "experiences.csv": "Erfaringer",
};
