/**
 * Who the console acts for. While an admin impersonates a user, HTTP requests get headers from the
 * console's fetch, but WebSockets can only carry it as subprotocols, which the console keeps in its
 * store (SDK app/redux-types, ImpersonateKind). Without them a watch would show what only the admin
 * may see.
 */
import { useSelector } from 'react-redux';

export interface Impersonation {
  /** '' when nobody is impersonated; differs for every impersonated identity. */
  readonly key: string;
  readonly subprotocols: readonly string[];
}

interface HostState {
  readonly sdkCore?: {
    readonly impersonate?: {
      readonly kind?: string;
      readonly name?: string;
      readonly subprotocols?: readonly string[];
    };
  };
}

/** The identity that requests are made with. */
export const useImpersonation = (): Impersonation => {
  const impersonate = useSelector((state: HostState) => state.sdkCore?.impersonate);
  if (!impersonate) {
    return { key: '', subprotocols: [] };
  }
  const subprotocols = impersonate.subprotocols ?? [];
  return { key: `${impersonate.kind}/${impersonate.name}/${subprotocols.join()}`, subprotocols };
};
