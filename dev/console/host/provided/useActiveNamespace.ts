/** The SDK's `useActiveNamespace`: [project or '#ALL_NS#', setter]. */
export { useNamespace as useActiveNamespace } from './namespace';
