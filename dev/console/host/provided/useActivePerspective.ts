/** The SDK's `useActivePerspective`, a default export in the console. */
export { usePerspective as default } from './perspective';
