import { Dialog, Heading, Switch } from "@digdir/designsystemet-react";
import { useShortcutsEnabled } from "../ui/keys";
import { useLanguage } from "./i18n";

function Keys({ title, list }: { title: string; list: [string, string][] }) {
  return (
    <section>
      <Heading level={3} data-size="2xs">
        {title}
      </Heading>
      <dl className="shortcut-list">
        {list.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd className="key">{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useLanguage();
  const [enabled, setEnabled] = useShortcutsEnabled();
  const words = t.common.shortcuts;
  const action = t.workspace.action;
  return (
    <Dialog open={open} onClose={onClose} closeButton={t.common.close} className="shortcut-help" aria-labelledby="shortcuts">
      {open && (
        <>
          <Heading level={2} data-size="xs" id="shortcuts">
            {words.title}
          </Heading>
          <p className="subtle">{words.intro}</p>
          <Switch
            data-size="sm"
            label={words.enabled}
            checked={enabled === "on"}
            onChange={(e) => setEnabled(e.target.checked ? "on" : "off")}
          />
          <div className="shortcut-columns">
            <div>
              <Keys
                title={words.everywhere}
                list={[
                  ["/", words.search],
                  ["?", words.help],
                ]}
              />
              <Keys
                title={words.inQueue}
                list={[
                  ["J ↓", words.next],
                  ["K ↑", words.previous],
                  [words.enter, words.open],
                  ["T", words.take],
                ]}
              />
            </div>
            <Keys
              title={words.inAlarm}
              list={[
                ["T", action.take],
                ["R", action.calling],
                ["S", action.send_to],
                ["A", action.accepted],
                ["P", action.on_site],
                ["N", action.note],
                ["U", action.resolve],
                ["L", action.close],
                ["O", action.hand_over],
                ["G", action.give_back],
                ["Z", action.reopen],
                ["Esc", words.backToQueue],
              ]}
            />
          </div>
        </>
      )}
    </Dialog>
  );
}
