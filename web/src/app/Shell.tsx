import { SkipLink } from "@digdir/designsystemet-react";
import { type ReactNode, useState } from "react";
import { Link, Outlet } from "react-router";
import { WallPage } from "../alarm/queue/WallPage";
import { ConnectionBanner } from "../alarm/feed/ConnectionBanner";
import { AlarmBell } from "../alarm/sound/AlarmBell";
import { OwnAlarms } from "../alarm/sound/OwnAlarms";
import { SoundControl } from "../alarm/sound/SoundControl";
import { FeedProvider } from "../alarm/feed/FeedProvider";
import { SearchBox } from "../search/SearchBox";
import { useMay, useSession } from "../tenancy/session";
import { useKeys } from "../ui/keys";
import { DemoMark } from "./DemoMark";
import { Logo } from "./Logo";
import { Navigation } from "./Navigation";
import { SettingsMenu } from "./SettingsMenu";
import { ShortcutHelp } from "./ShortcutHelp";
import { startPage } from "./access";
import { ForbiddenPage } from "./pages";
import { useLanguage } from "./i18n";

/** Lives above the pages, so that the live feed and the sound go on while one moves between them. */
export function LiveShell() {
  const answers = useMay("queue");
  if (!answers) return <Outlet />;
  return (
    <FeedProvider>
      <AlarmBell />
      <OwnAlarms />
      <Outlet />
    </FeedProvider>
  );
}

/** The wall has the whole screen; those who may not see it get the refusal inside the ordinary frame. */
export function WallGate() {
  return useMay("queue") ? <WallPage /> : <Shell page={<ForbiddenPage />} />;
}

/** Header, navigation and the page. */
export function Shell({ page = <Outlet /> }: { page?: ReactNode }) {
  const { t } = useLanguage();
  const { actor } = useSession();
  const answers = useMay("queue");
  const searches = useMay("search");
  const [help, setHelp] = useState(false);
  useKeys({ "?": () => setHelp(true) });
  return (
    <div className="shell">
      <SkipLink href="#main">{t.common.skip}</SkipLink>
      <header className="shell-head">
        <Link to={startPage[actor.role]} className="brand">
          <Logo />
          <span>Varde</span>
        </Link>
        <DemoMark />
        <Navigation />
        <div className="shell-tools">
          {searches && <SearchBox />}
          {answers && <SoundControl />}
          <SettingsMenu showShortcuts={() => setHelp(true)} />
        </div>
      </header>
      <ConnectionBanner />
      <main id="main" tabIndex={-1}>
        {page}
      </main>
      <ShortcutHelp open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
