/** Where port groups are imported. */
export const IMPORT_PATH = '/vm-networks/import';
