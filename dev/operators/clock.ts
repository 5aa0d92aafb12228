/** Kubernetes timestamps: RFC 3339 in UTC, whole seconds. */
export function timestamp(at: Date = new Date()): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
