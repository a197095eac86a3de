import type { ServiceUser } from "../api/types";
import { useLanguage } from "../app/i18n";

export function Instructions({ list }: { list: ServiceUser["instructions"] }) {
  const { t } = useLanguage();
  if (list.length === 0) return <p className="subtle">{t.workspace.noInstructions}</p>;
  return (
    <ul className="instructions">
      {list.map((instruction) => (
        <li key={instruction.title}>
          <strong>{instruction.title}</strong>
          <span>{instruction.text}</span>
        </li>
      ))}
    </ul>
  );
}
