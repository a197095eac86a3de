import { Button } from "@digdir/designsystemet-react";
import { Component, type ReactNode } from "react";
import { useLanguage } from "./i18n";
import { Page } from "../ui/Page";

function CrashPage() {
  const { t } = useLanguage();
  const words = t.common.problems;
  return (
    <main id="main">
      <Page title={words.crashTitle} lead={words.crash}>
        <Button onClick={() => window.location.reload()}>{words.reload}</Button>
      </Page>
    </main>
  );
}

/** A fault in one page must leave a person with a way on, never with an empty screen. */
export class CrashGuard extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <CrashPage /> : this.props.children;
  }
}
