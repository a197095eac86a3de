import { KeyHorizontalIcon } from "@navikt/aksel-icons";
import type { Contact } from "../api/types";
import { useLanguage } from "../app/i18n";
import { PhoneLink } from "../ui/PhoneLink";

/** Whom to ring, in the order agreed with the person. */
export function ContactList({ contacts }: { contacts: Contact[] }) {
  const { t } = useLanguage();
  if (contacts.length === 0) return <p className="subtle">{t.workspace.noContacts}</p>;
  return (
    <ol className="contacts">
      {[...contacts]
        .sort((a, b) => a.order - b.order)
        .map((contact) => (
          <li key={contact.id}>
            <span className="contact-order num" aria-hidden="true">
              {contact.order}
            </span>
            <span className="contact-who">
              <strong>{contact.name}</strong>
              <span className="subtle">
                {contact.relation}
                {contact.has_key && (
                  <span className="has-key">
                    <KeyHorizontalIcon aria-hidden="true" />
                    {t.workspace.hasKey}
                  </span>
                )}
              </span>
            </span>
            <PhoneLink number={contact.phone} name={contact.name} />
          </li>
        ))}
    </ol>
  );
}
