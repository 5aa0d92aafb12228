/**
 * The console's Content-Security-Policy (console pkg/utils BuildCSPDirectives). The console only reports
 * violations so far; here they are blocked, so that a plugin that would be reported fails visibly.
 */

/** The header's value for a page whose inline script carries `nonce`. */
export function securityPolicy(nonce: string): string {
  return [
    "base-uri 'self'",
    "default-src 'self' console.redhat.com",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `script-src 'self' console.redhat.com 'unsafe-eval' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self' console.redhat.com",
    "object-src 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
