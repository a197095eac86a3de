import { Heading } from "@digdir/designsystemet-react";
import { type ReactNode, useEffect, useRef } from "react";
import { usePageTitle } from "../app/title";

/** The frame of a page: its title in the tab and as the one main heading, which gets the focus after navigation. */
export function Page({
  title,
  lead,
  tools,
  children,
  hideTitle = false,
  className = "",
}: {
  title: string;
  lead?: ReactNode;
  tools?: ReactNode;
  children: ReactNode;
  hideTitle?: boolean;
  className?: string;
}) {
  usePageTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={`page ${className}`}>
      <div className={hideTitle ? "visually-hidden" : "page-head"}>
        <div>
          <Heading level={1} data-size="sm" ref={heading} tabIndex={-1}>
            {title}
          </Heading>
          {lead && <p className="subtle">{lead}</p>}
        </div>
        {!hideTitle && tools && <div className="page-tools">{tools}</div>}
      </div>
      {children}
    </div>
  );
}
