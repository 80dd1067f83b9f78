/** Mooring's sign, an anchor, in the colour of the text around it. */
export const MooringIcon = () => (
  <svg
    width={30}
    height={30}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.8}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
  >
    <circle cx={12} cy={4.2} r={2.2} />
    <path d="M12 6.4V21M8 9.6h8" />
    <path d="M3.5 14c.4 4.2 4 7 8.5 7s8.1-2.8 8.5-7" />
    <path d="M2 16l1.5-2 2.2 1.300M22 16l-1.5-2-2.2 1.300" />
  </svg>
);
