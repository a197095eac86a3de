import { Search } from "@digdir/designsystemet-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { useLanguage } from "../app/i18n";
import { useKeys } from "../ui/keys";

/** The search field in the header; "/" goes to it from anywhere. */
export function SearchBox() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const asked = window.location.pathname === "/search" ? (parameters.get("q") ?? "") : "";
  const [q, setQ] = useState(asked);
  useEffect(() => setQ(asked), [asked]);
  const input = useRef<HTMLInputElement>(null);
  useKeys({ "/": () => input.current?.focus() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (q.trim().length >= 2) navigate(`/search?q=${encodeURIComponent(q.trim())}`);
  };
  return (
    <form role="search" onSubmit={submit} className="search-box">
      <Search data-size="sm">
        <Search.Input
          ref={input}
          aria-label={t.overview.search.label}
          placeholder={t.overview.search.placeholder}
          value={q}
          onChange={(e) => setQ(e.target.value)}
        />
        <Search.Clear aria-label={t.common.cancel} />
      </Search>
    </form>
  );
}
