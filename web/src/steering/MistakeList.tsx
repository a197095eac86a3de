import { Alert } from "@digdir/designsystemet-react";
import { ApiProblem } from "../api/client";
import { useLanguage } from "../app/i18n";
import { mistakeText } from "../app/i18n/mistakes";
import type { Mistake } from "./types";

export const mistakesOf = (error: unknown): Mistake[] =>
  error instanceof ApiProblem && Array.isArray(error.extras.mistakes) ? (error.extras.mistakes as Mistake[]) : [];

/** What must be put right, with where it stands. */
export function MistakeList({ title, mistakes }: { title?: string; mistakes: Mistake[] }) {
  const { t, language } = useLanguage();
  const words = t.steering;
  return (
    <Alert data-color="danger" data-size="sm" role="alert" className="mistakes">
      <strong>{title ?? words.mistakes(mistakes.length)}</strong>
      <ul>
        {mistakes.slice(0, 30).map((one, i) => (
          <li key={i}>
            {one.file && <code>{words.mistakeLine(one.file, one.line)}</code>} {mistakeText(one.text, language)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
