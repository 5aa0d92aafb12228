/**
 * Addresses in the documentation of the OpenShift version that the console belongs to. The console says where
 * its documentation lies (SERVER_FLAGS.documentationBaseURL); books are named, not chapters, whose addresses
 * change between versions.
 */
interface DocumentationFlags {
  readonly documentationBaseURL?: unknown;
  readonly releaseVersion?: unknown;
}

const PUBLISHED = 'https://docs.redhat.com/en/documentation/openshift_container_platform/';

const base = ({ documentationBaseURL, releaseVersion }: DocumentationFlags): string => {
  if (typeof documentationBaseURL === 'string' && documentationBaseURL !== '') {
    return documentationBaseURL.replace(/\/?$/, '/');
  }
  const version =
    typeof releaseVersion === 'string' ? /^\d+\.\d+/.exec(releaseVersion)?.[0] : undefined;
  return `${PUBLISHED}${version ?? 'latest'}/`;
};

export type Book = 'virtualization' | 'networking_operators';

/** `networking_operators` is where the Kubernetes NMState Operator is described. */
export const documentationLink = (book: Book): string =>
  `${base(window.SERVER_FLAGS ?? {})}html/${book}`;
