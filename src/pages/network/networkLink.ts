/** Addresses of the pages of single networks: `/vm-networks/network/NAME?tab=vms`. */
const PREFIX = '/vm-networks/network/';

/** @param id entity id of an OVN network or of a NAD */
export const networkLink = (id: string): string => {
  const name = id.slice(id.indexOf('/') + 1);
  return `${PREFIX}${encodeURIComponent(name)}`;
};

/**
 * The name in the address of a network's page.
 * @param pathname as the router gives it, percent-encoded
 * @returns '' when there is none, or one that is not encoded as it must be
 */
export const networkNameIn = (pathname: string): string => {
  const encoded = pathname.slice(PREFIX.length).replace(/\/+$/, '');
  try {
    return decodeURIComponent(encoded);
  } catch {
    // A stray % that somebody typed names no network.
    return '';
  }
};
