/** The plugin's icon: an anchor. It takes colour and size from the text around it. */
export function AnchorIcon() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <circle cx="12" cy="5" r="2.5" />
      <path d="M12 7.5V21M8 11h8M4 13c0 4.6 3.4 8 8 8s8-3.4 8-8M4 13l-1.5 2.5M4 13l2.5 2M20 13l1.5 2.5M20 13l-2.5 2" />
    </svg>
  );
}
