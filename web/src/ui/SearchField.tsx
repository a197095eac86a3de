import { Field, Label, Search } from "@digdir/designsystemet-react";
import { useEffect, useId, useState } from "react";

const PAUSE_MS = 250;

/** A field that asks when one pauses, not at each letter. */
export function SearchField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  const id = useId();
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <Field data-size="sm" className="filter filter-wide">
      <Label htmlFor={id}>{label}</Label>
      <Search>
        <Search.Input id={id} value={text} onChange={(e) => setText(e.target.value)} />
        <Search.Clear />
      </Search>
    </Field>
  );
}
