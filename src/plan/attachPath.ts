/**
 * The page with the form "Attach a VM to a VLAN", for links that bring nothing with them: by itself, as the
 * first page shows such a link and needs nothing else of `startingPoint.ts`.
 */
export const ATTACH_PATH = '/vm-networks/attach';
