/**
 * Who the console acts for, for what is not React: answers about rights are kept per identity, so
 * that an administrator who begins to impersonate somebody is not shown his own.
 */
let current = '';

/** '' when nobody is impersonated. */
export const currentIdentity = (): string => current;

/** @param key that of `useImpersonation` */
export const becomeIdentity = (key: string): void => {
  current = key;
};
