/** A number as a link a softphone or a mobile understands; an address that already has a scheme is kept. */
export function callLink(number: string): string {
  if (/^(sips?|tel):/i.test(number)) return number;
  return `tel:${number.replace(/[^\d+]/g, "")}`;
}

/** Norwegian numbers in the groups people say them: 75 00 11 22, 412 34 567. */
export function formatPhone(number: string): string {
  const digits = number.replace(/\s/g, "").replace(/^(\+47|0047)/, "");
  if (!/^\d{8}$/.test(digits)) return number;
  return /^[489]/.test(digits)
    ? digits.replace(/^(\d{3})(\d{2})(\d{3})$/, "$1 $2 $3")
    : digits.replace(/^(\d{2})(\d{2})(\d{2})(\d{2})$/, "$1 $2 $3 $4");
}
