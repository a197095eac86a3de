import { useLanguage } from "../app/i18n";
import { formatTime } from "./time";

export function Time({ at, as = "short" }: { at: string; as?: Parameters<typeof formatTime>[1] }) {
  const { language } = useLanguage();
  return (
    <time className="num" dateTime={at} title={formatTime(at, "full", language)}>
      {formatTime(at, as, language)}
    </time>
  );
}
