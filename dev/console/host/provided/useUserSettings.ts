/** User preferences under the name that consoles up to 4.21 have for them. */
export { useUserPreference as useUserSettings } from './useUserPreference';
