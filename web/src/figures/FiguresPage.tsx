import { useMemo } from "react";
import { useKeyFigures } from "../api/queries";
import { useLanguage } from "../app/i18n";
import { Page } from "../ui/Page";
import { Choice, FilterBar, MunicipalityChoice, periodStart, useFilters } from "../ui/filters";
import { Answer } from "../ui/states";
import { formatTime } from "../ui/time";
import { CodeChart, HourChart, MunicipalityChart, OutcomeChart } from "./charts";
import { Tiles } from "./Tiles";

export default function FiguresPage() {
  const { t, language } = useLanguage();
  const filters = useFilters();
  const words = t.overview.figures;
  const periods = t.overview.periods;
  const period = filters.get("period", "shift");
  const municipality = filters.get("municipality");
  const from = useMemo(() => periodStart(period), [period]);
  const query = useKeyFigures({ from, municipality });
  return (
    <Page
      title={words.title}
      lead={query.dataUpdatedAt > 0 && words.updated(formatTime(query.dataUpdatedAt, "time", language))}
    >
      <FilterBar>
        <Choice
          label={t.overview.history.period}
          value={period}
          onChange={(value) => filters.set("period", value)}
          options={[
            ["shift", periods.shift],
            ["day", periods.day],
            ["week", periods.week],
            ["month", periods.month],
          ]}
        />
        <MunicipalityChoice value={municipality} onChange={(value) => filters.set("municipality", value)} />
      </FilterBar>
      <Answer query={query} lines={10}>
        {(figures) => (
          <>
            <Tiles figures={figures} />
            <div className="charts">
              <HourChart figures={figures} />
              <MunicipalityChart figures={figures} />
              <CodeChart figures={figures} />
              <OutcomeChart figures={figures} />
            </div>
          </>
        )}
      </Answer>
    </Page>
  );
}
