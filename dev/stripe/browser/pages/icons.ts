/** Line icons of the forms and pages, 20 units square, drawn with the text's colour. */
function line(paths: string): string {
  return `<svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`;
}

export const ICONS = {
  card: line('<rect x="2" y="4" width="16" height="12" rx="2.5"/><path d="M2 8h16M5 12.5h3"/>'),
  wallet: line(
    '<path d="M3 6.5A2.5 2.5 0 0 1 5.5 4H14v3M3 6.5V14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V9a2 2 0 0 0-2-2H5.5"/><circle cx="13.5" cy="11.5" r=".75" fill="currentColor"/>',
  ),
  paypal:
    '<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path fill="#253b80" d="M6.1 2h5.6c2.9 0 4.6 1.6 4.2 4.2-.5 3-2.600 4.500-5.400 4.500H8.600L7.700 16H4z"/><path fill="#179bd7" d="M16.800 6.400c.5.7.6 1.600.4 2.700-.5 2.900-2.500 4.200-5.200 4.200h-1.400L9.800 18H6.700l.2-1.200h1.500l.9-5.200h2c3 0 5.100-1.700 5.500-5.200z"/></svg>',
  shield: line(
    '<path d="M10 2.500 16 5v4.500c0 3.700-2.500 6.600-6 8-3.500-1.400-6-4.300-6-8V5z"/><path d="m7.500 10 1.800 1.800 3.300-3.600"/>',
  ),
  face: line(
    '<path d="M2.500 6.500v-1a3 3 0 0 1 3-3h1M13.500 2.500h1a3 3 0 0 1 3 3v1M17.500 13.500v1a3 3 0 0 1-3 3h-1M6.500 17.500h-1a3 3 0 0 1-3-3v-1M7 7.500v1M13 7.500v1M10 7.500v3l-.700.600M7.500 13c1.500 1.200 3.500 1.200 5 0"/>',
  ),
  check: line('<path d="m4 10.500 4 4 8-9"/>'),
  close: line('<path d="m5 5 10 10M15 5 5 15"/>'),
  away: line(
    '<path d="M8 4H5.500A1.500 1.500 0 0 0 4 5.500v9A1.500 1.500 0 0 0 5.500 16h9a1.500 1.500 0 0 0 1.500-1.500V12M11.500 4H16v4.500M16 4l-7 7"/>',
  ),
} as const;

/** Card brands as small pictures, 32 x 20 units. */
export const BRANDS: Readonly<Record<string, string>> = {
  visa: brand(
    '#fff',
    '<path fill="#1a1f71" d="M13.300 13.400h-1.700l1.100-6.700h1.700zm6.300-6.500a4 4 0 0 0-1.500-.3c-1.700 0-2.900.9-2.900 2.200 0 1 .9 1.500 1.500 1.800.700.300.900.500.900.800 0 .500-.500.700-1 .700-.700 0-1.100-.100-1.700-.400l-.200-.100-.300 1.500c.4.200 1.200.400 2 .400 1.800 0 3-.900 3-2.200 0-.800-.500-1.300-1.400-1.800-.6-.300-.9-.5-.9-.8s.3-.6.900-.600c.500 0 .9.100 1.200.300l.1.100zM24 6.700h-1.300c-.4 0-.7.100-.9.500l-2.500 6.200h1.800l.3-1h2.200l.2 1h1.500zm-2.100 4.300.9-2.500.5 2.500zM10.200 6.700l-1.700 4.600-.2-.900c-.3-1.100-1.300-2.200-2.400-2.800l1.600 5.900h1.800l2.600-6.700zM7 6.700H4.300v.1c2.100.5 3.500 1.800 4.100 3.400l-.6-3c-.1-.4-.4-.5-.8-.500z"/>',
  ),
  mastercard: brand(
    '#fff',
    '<circle cx="13" cy="10" r="5" fill="#eb001b"/><circle cx="19" cy="10" r="5" fill="#f79e1b"/><path d="M16 6a5 5 0 0 1 0 8 5 5 0 0 1 0-8z" fill="#ff5f00"/>',
  ),
  amex: brand(
    '#006fcf',
    '<path fill="#fff" d="M5.200 7 3 13h1.900l.3-1h2.200l.3 1h2V8.900l1.800 4.100h1.200l1.800-4.100V13H16V7h-2.300l-1.500 3.500L10.700 7H8.400v5.100L6.300 7zm.9 1.600.7 2H5.600zM17 7v6h5.200v-1.300h-3.600v-1.100h3.500V9.400h-3.500V8.300h3.600V7zm5.900 0 2.100 3-2.200 3H25l1.200-1.800 1.200 1.800h2.100l-2.200-3L29.400 7h-2.100l-1.100 1.700L25.100 7z"/>',
  ),
  discover: brand(
    '#fff',
    '<path d="M14 20h16a2 2 0 0 0 2-2v-6c-5 4-11 7-18 8z" fill="#f47216"/><circle cx="16" cy="9" r="3.200" fill="#f47216"/><path d="M5 7h2.200a2 2 0 0 1 0 4H5z" fill="#231f20"/>',
  ),
  diners: brand(
    '#fff',
    '<circle cx="16" cy="10" r="6" fill="#0079be"/><circle cx="16" cy="10" r="4.300" fill="#fff"/><path d="M15 6.700v6.600a3.500 3.500 0 0 1 0-6.600zm2 0v6.600a3.500 3.500 0 0 0 0-6.600z" fill="#0079be"/>',
  ),
  jcb: brand(
    '#fff',
    '<rect x="9" y="4" width="4.200" height="12" rx="2" fill="#0e4c96"/><rect x="13.900" y="4" width="4.200" height="12" rx="2" fill="#bf0d3e"/><rect x="18.800" y="4" width="4.200" height="12" rx="2" fill="#007b40"/>',
  ),
  unionpay: brand(
    '#fff',
    '<path d="M9 4h6l-2.500 12h-6z" fill="#d10429"/><path d="M14 4h6l-2.500 12h-6z" fill="#022e64"/><path d="M19 4h6l-2.500 12h-6z" fill="#076f74"/>',
  ),
  unknown: brand(
    '#8a8378',
    '<rect x="4" y="5" width="6" height="4.500" rx="1" fill="#fff" opacity=".8"/><path d="M4 14h11M20 14h8" stroke="#fff" stroke-width="1.500" opacity=".8"/>',
  ),
};

function brand(ground: string, shapes: string): string {
  return `<svg viewBox="0 0 32 20" width="32" height="20" aria-hidden="true"><rect width="32" height="20" rx="3" fill="${ground}"/>${shapes}<rect x=".5" y=".5" width="31" height="19" rx="2.500" fill="none" stroke="#000" stroke-opacity=".12"/></svg>`;
}
