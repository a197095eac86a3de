import { Alert, Button, Heading, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Navigate, useLocation } from "react-router";
import { ApiProblem, api } from "../api/client";
import { keys, useSessionOptions, useSessionQuery } from "../api/queries";
import type { Session, SessionOptions } from "../api/types";
import { mayOpen, startPage } from "../app/access";
import { Logo } from "../app/Logo";
import { LanguageChoice, ThemeChoice } from "../app/SettingsChoices";
import { useLanguage } from "../app/i18n";
import { usePageTitle } from "../app/title";
import { Answer } from "../ui/states";

type SignIn = (credentials: { account: string; password?: string }) => void;

function RoleCards({ options, signIn, busy }: { options: SessionOptions; signIn: SignIn; busy: boolean }) {
  const { t, tx } = useLanguage();
  return (
    <>
      <Heading level={2} data-size="xs">
        {t.common.signIn.chooseRole}
      </Heading>
      <Paragraph className="subtle">{t.common.signIn.chooseRoleText}</Paragraph>
      <ul className="role-cards">
        {options.accounts.map((account) => (
          <li key={account.account}>
            <button type="button" disabled={busy} onClick={() => signIn({ account: account.account })}>
              <span className="role-name">{t.common.roles[account.role]}</span>
              <span className="role-person">{account.name}</span>
              <span className="subtle">{tx(account.description)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function PasswordForm({ signIn, busy }: { signIn: SignIn; busy: boolean }) {
  const { t } = useLanguage();
  const [account, setAccount] = useState("");
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn({ account, password });
  };
  return (
    <form className="password-form" onSubmit={submit}>
      <Textfield
        label={t.common.signIn.account}
        autoComplete="username"
        required
        value={account}
        onChange={(e) => setAccount(e.target.value)}
      />
      <Textfield
        label={t.common.signIn.password}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(e) => setPassword(e.target.value)}
      />
      <Button type="submit" loading={busy}>
        {t.common.signIn.submit}
      </Button>
    </form>
  );
}

export function SignInPage() {
  const { t } = useLanguage();
  const words = t.common.signIn;
  const client = useQueryClient();
  const session = useSessionQuery();
  const options = useSessionOptions();
  const from = (useLocation().state as { from?: string } | null)?.from;
  usePageTitle(words.title);
  const signIn = useMutation({
    mutationFn: (credentials: { account: string; password?: string }) => api.post<Session>("/session", credentials),
    onSuccess: (next) => client.setQueryData(keys.session, next),
  });
  if (session.data) {
    const role = session.data.actor.role;
    // Back to where one was, but not to the queue for a role that has none.
    return <Navigate replace to={from && (from !== "/" || mayOpen(role, "queue")) ? from : startPage[role]} />;
  }
  const wrong = signIn.error instanceof ApiProblem && signIn.error.status === 401;
  return (
    <div className="sign-in">
      <main id="main" className="sign-in-box">
        <div className="sign-in-brand">
          <Logo />
          <div>
            <Heading level={1} data-size="sm">
              Varde
            </Heading>
            <p className="subtle">{words.lead}</p>
          </div>
          {options.data?.demo && (
            <span className="demo" title={t.common.demoTitle}>
              {t.common.demo}
            </span>
          )}
        </div>
        {from && from !== "/" && !signIn.isPending && <Alert data-size="sm">{words.expired}</Alert>}
        {signIn.error && (
          <Alert data-color="danger" data-size="sm" role="alert">
            {wrong ? words.wrong : words.failed}
          </Alert>
        )}
        <Answer query={options} lines={4}>
          {(data) => (
            <>
              {data.demo && data.accounts.length > 0 && (
                <RoleCards options={data} signIn={signIn.mutate} busy={signIn.isPending} />
              )}
              {data.password && <PasswordForm signIn={signIn.mutate} busy={signIn.isPending} />}
            </>
          )}
        </Answer>
        <div className="sign-in-settings">
          <LanguageChoice />
          <ThemeChoice />
        </div>
      </main>
    </div>
  );
}
