import { Fragment, type ReactNode } from "react";

/** Terms and their values; terms without a value are left out. */
export function Facts({ of, className = "" }: { of: [string, ReactNode][]; className?: string }) {
  return (
    <dl className={`facts ${className}`}>
      {of
        .filter(([, value]) => value !== null && value !== undefined && value !== "")
        .map(([term, value]) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
