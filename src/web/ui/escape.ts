const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes a text for use between tags and inside a quoted attribute. NUL, which HTML cannot carry, becomes U+FFFD. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, mark => ENTITIES[mark]!).replaceAll('\0', '\uFFFD');
}

const SAFE_SCHEMES = new Set(['http', 'https', 'mailto', 'tel']);

/**
 * Makes an address safe for `href`, `src` and `action`: an address with any scheme but http, https, mailto and tel
 * (for example `javascript:`) becomes `#refused`. Browsers ignore control characters and spaces before and inside a
 * scheme, so they are ignored here too.
 */
export function safeAddress(address: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\u0000-\u0020]/g, ''))?.[1];
  return scheme === undefined || SAFE_SCHEMES.has(scheme.toLowerCase()) ? address : '#refused';
}
