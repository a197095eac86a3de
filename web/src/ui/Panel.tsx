import { Heading } from "@digdir/designsystemet-react";
import { type ReactNode, useId } from "react";

/** A titled box of a page. */
export function Panel({
  title,
  aside,
  children,
  className = "",
  level = 2,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  level?: 2 | 3;
}) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <header className="panel-head">
        <Heading level={level} data-size="2xs" id={id}>
          {title}
        </Heading>
        {aside}
      </header>
      {children}
    </section>
  );
}
