import { useSearchParams } from "react-router";
import { useLanguage } from "../../app/i18n";
import { Choice } from "../../ui/filters";
import { type ToolProps, Documents, ToolRun, useAlternatives } from "../tool";
import CooperationResult from "./CooperationResult";
import type { Analysis } from "./types";

/** Whether the cooperation holds when each council can leave, and what would keep everybody. */
export default function CooperationPage({ version }: ToolProps) {
  const { t } = useLanguage();
  const words = t.cooperation;
  const [search, setSearch] = useSearchParams();
  const alternatives = useAlternatives(version);
  const alternative = search.get("alternative") ?? "";
  const choose = (id: string) => {
    const now = new URLSearchParams(search);
    now.set("alternative", id);
    setSearch(now, { replace: true });
  };
  const parameters: Record<string, string> = alternative ? { alternative } : {};
  return (
    <div className="results">
      <ToolRun<Analysis> version={version} shown={{ kind: "cooperation.analyse", parameters }} needs={words.needs} file="cooperation.toml">
        {(analysis) => (
          <CooperationResult
            result={analysis}
            choices={
              analysis.alternative &&
              alternatives.length > 1 && (
                <Choice label={words.alternative} value={analysis.alternative.id} onChange={choose} options={alternatives} />
              )
            }
            documents={<Documents version={version} kind="cooperation.document" parameters={parameters} name="samarbeid" />}
          />
        )}
      </ToolRun>
    </div>
  );
}
