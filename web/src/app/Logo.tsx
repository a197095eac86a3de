/** A cairn with its fire lit. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#12304f" />
      <path d="M16 3.5c2.6 2.6 4 4.4 4 6.4a4 4 0 0 1-8 0c0-1.2.6-2.3 1.5-3.2.3 1 .9 1.5 1.5 1.7C14.600 6.800 15 5 16 3.5Z" fill="#ffb02e" />
      <path d="M12.500 15h7l1.300 4h-9.600zM10.500 20h11l1.500 4H9zM8 25h16l1.500 3.500h-19z" fill="#fff" />
    </svg>
  );
}
