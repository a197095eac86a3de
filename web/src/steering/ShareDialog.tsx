import { Button, Dialog, Field, Heading, Label, Select, Textfield } from "@digdir/designsystemet-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { api } from "../api/client";
import { useLanguage } from "../app/i18n";
import { useToast } from "../app/toasts";
import { serverNow } from "../ui/clock";
import { Answer, Problem } from "../ui/states";
import { formatTime } from "../ui/time";
import { useShares } from "./queries";
import type { Share, Version } from "./types";

const DAY_MS = 86_400_000;
const PERIODS = [7, 30, 90, 365];

export function ShareDialog({ version, onClose }: { version: Version; onClose: () => void }) {
  const { t } = useLanguage();
  const words = t.steering.shares;
  const client = useQueryClient();
  const toast = useToast();
  const id = useId();
  const [days, setDays] = useState(30);
  const refresh = () => client.invalidateQueries({ queryKey: ["shares", version.id] });
  const make = useMutation({
    mutationFn: () =>
      api.post<Share>(`/versions/${version.id}/shares`, { until: new Date(serverNow() + days * DAY_MS).toISOString() }),
    onSuccess: refresh,
  });
  const link = make.data?.token ? `${window.location.origin}/shared/${make.data.token}` : "";
  return (
    <Dialog open onClose={onClose} closeButton={t.common.close} className="action-dialog wide-dialog" aria-labelledby={id}>
      <Heading level={2} data-size="xs" id={id}>
        {`${words.title}: ${t.steering.version(version.number).toLowerCase()}`}
      </Heading>
      <div className="dialog-stack">
      <p className="subtle">{words.intro}</p>
      <div className="share-make">
        <Field data-size="sm">
          <Label>{words.until}</Label>
          <Select value={String(days)} onChange={(e) => setDays(Number(e.target.value))}>
            {PERIODS.map((period) => (
              <Select.Option key={period} value={String(period)}>
                {words.days(period)}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Button data-size="sm" loading={make.isPending} onClick={() => make.mutate()}>
          {words.make}
        </Button>
      </div>
      {make.error && <Problem error={make.error} />}
      {link && (
        <div className="share-make">
          <Textfield data-size="sm" label={words.link} value={link} readOnly onFocus={(e) => e.target.select()} className="share-link" />
          <Button
            data-size="sm"
            variant="secondary"
            onClick={() => void navigator.clipboard.writeText(link).then(() => toast(words.copied))}
          >
            {words.copy}
          </Button>
        </div>
      )}
      <Existing version={version} onChanged={refresh} />
      </div>
    </Dialog>
  );
}

function Existing({ version, onChanged }: { version: Version; onChanged: () => void }) {
  const { t, language } = useLanguage();
  const words = t.steering.shares;
  const query = useShares(version.id);
  const revoke = useMutation({ mutationFn: (id: string) => api.delete(`/shares/${id}`), onSuccess: onChanged });
  return (
    <>
      <Heading level={3} data-size="2xs">
        {words.existing}
      </Heading>
      <Answer query={query} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="subtle">{words.none}</p>
          ) : (
            <ul className="share-list">
              {items.map((share) => (
                <li key={share.id}>
                  <span className={share.opens ? "mark mark-ok" : "mark"}>
                    {share.revoked ? words.revoked : share.opens ? words.opens : words.ended}
                  </span>
                  <span>
                    {words.until} {formatTime(share.until, "date", language)}
                  </span>
                  <span className="subtle">{words.madeBy(share.by.name, formatTime(share.at, "short", language))}</span>
                  {share.opens && (
                    <Button data-size="sm" variant="tertiary" data-color="danger" onClick={() => revoke.mutate(share.id)}>
                      {words.revoke}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}
