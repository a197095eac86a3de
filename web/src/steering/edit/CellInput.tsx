import { type KeyboardEvent, useEffect, useState } from "react";
import { useLanguage } from "../../app/i18n";

/**
 * A field of a table. What is typed counts when one leaves it or presses Enter; Escape takes it back. Enter and the
 * arrows up and down go to the same column of the next row, as in a spreadsheet.
 */
export function CellInput({
  label,
  value,
  before,
  numeric = false,
  readOnly,
  errors,
  onCommit,
}: {
  label: string;
  value: string;
  before: string;
  numeric?: boolean;
  readOnly: boolean;
  errors: string[];
  onCommit: (value: string) => void;
}) {
  const { t } = useLanguage();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = () => {
    if (text !== value) onCommit(text);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape") setText(value);
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" || event.key === "Enter" ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    commit();
    const cell = event.currentTarget.closest("td");
    const row = cell?.parentElement;
    const next = step < 0 ? row?.previousElementSibling : row?.nextElementSibling;
    const place = cell && row ? [...row.children].indexOf(cell) : -1;
    next?.children[place]?.querySelector<HTMLElement>("input, select")?.focus();
  };
  if (readOnly) return <span className={numeric ? "num cell-number" : ""}>{value}</span>;
  const changed = value !== before;
  return (
    <>
      <input
        className={`cell-input ${numeric ? "num cell-number" : ""} ${changed ? "changed" : ""}`}
        aria-label={label}
        aria-invalid={errors.length > 0 || undefined}
        title={changed ? t.steering.edit.was(before) : text}
        value={text}
        inputMode={numeric ? "decimal" : undefined}
        onChange={(e) => setText(e.target.value)}
        onBlur={commit}
        onKeyDown={onKey}
      />
      {errors.map((error) => (
        <span key={error} className="field-error">
          {error}
        </span>
      ))}
    </>
  );
}

/** One of the words that will do. */
export function ChoiceInput({
  label,
  value,
  before,
  words,
  optional,
  readOnly,
  errors,
  onCommit,
}: {
  label: string;
  value: string;
  before: string;
  words: string[];
  optional: boolean;
  readOnly: boolean;
  errors: string[];
  onCommit: (value: string) => void;
}) {
  const { t } = useLanguage();
  const wordOf = (word: string) => t.steering.edit.choices[word] ?? word;
  if (readOnly) return <span>{wordOf(value)}</span>;
  const known = words.includes(value) || value === "";
  return (
    <>
      <select
        className={`cell-input ${value !== before ? "changed" : ""}`}
        aria-label={label}
        aria-invalid={errors.length > 0 || undefined}
        value={value}
        onChange={(e) => onCommit(e.target.value)}
      >
        {(optional || value === "") && <option value="" />}
        {!known && <option value={value}>{value}</option>}
        {words.map((word) => (
          <option key={word} value={word}>
            {wordOf(word)}
          </option>
        ))}
      </select>
      {errors.map((error) => (
        <span key={error} className="field-error">
          {error}
        </span>
      ))}
    </>
  );
}

/** Where a number comes from, as one of the words there are. */
export function QualityInput({
  label,
  value,
  before,
  readOnly,
  onCommit,
}: {
  label: string;
  value: string;
  before: string;
  readOnly: boolean;
  onCommit: (value: string) => void;
}) {
  const { t } = useLanguage();
  const words = t.steering.qualities;
  if (readOnly) return <QualityMark quality={value} />;
  return (
    <select
      className={`cell-input quality-${value || "none"} ${value !== before ? "changed" : ""}`}
      aria-label={label}
      value={value}
      onChange={(e) => onCommit(e.target.value)}
    >
      {Object.keys(words)
        .filter((word) => word !== "" || before === "")
        .map((word) => (
          <option key={word} value={word}>
            {words[word]}
          </option>
        ))}
    </select>
  );
}

/** Illustrative and assumed numbers must never look like reported ones. */
export function QualityMark({ quality }: { quality: string | undefined }) {
  const { t } = useLanguage();
  const word = t.steering.qualities[quality ?? ""];
  if (!quality) return null;
  const tone = quality === "illustrative" ? "mark-danger" : quality === "assumed" || quality === "estimated" ? "mark-warning" : "mark-ok";
  return <span className={`mark ${tone}`}>{word ?? quality}</span>;
}
