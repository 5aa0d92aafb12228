/**
 * Which of two copies of one object is the older one, by resourceVersion. Kubernetes calls the
 * version opaque, yet every API server so far counts it up in digits; where one of the two is
 * nothing of the kind there is no answer.
 */
const isDigits = (text: string): boolean => {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 48 || code > 57) return false;
  }
  return true;
};

/** Numbers of any length; false when either is no number. */
export const isOlderVersion = (version: string, than: string): boolean => {
  if (version === '' || than === '') return false;
  if (!isDigits(version) || !isDigits(than)) return false;
  return version.length === than.length ? version < than : version.length < than.length;
};
