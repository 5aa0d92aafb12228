/**
 * The console's own modules that the npm SDK asks for, and which of our stand-ins answers.
 *
 * The SDK package is not self-contained: parts of it are `require('@console/…')` calls that only the
 * console's build can resolve. This table names our stand-in for each, and the scan below makes the build
 * fail when a new SDK version asks for something the table does not know, instead of failing in a page.
 */
import fs from 'node:fs';
import path from 'node:path';

/** Request of the SDK -> file under host/provided that exports the same names. */
export const providedModules = {
  '@console/dynamic-plugin-sdk/src/api/useResolvedExtensions': 'useResolvedExtensions.ts',
  '@console/dynamic-plugin-sdk/src/perspective/useActivePerspective': 'useActivePerspective.ts',
  '@console/internal/components/AsyncCodeEditor': 'AsyncCodeEditor.tsx',
  '@console/internal/components/AsyncResourceYAMLEditor': 'AsyncResourceYAMLEditor.tsx',
  '@console/internal/components/events': 'WrappedResourceEventStream.tsx',
  '@console/internal/components/factory/ListPage/ListPageCreate': 'ListPageCreate.tsx',
  '@console/internal/components/factory/ListPage/ListPageFilter': 'absentDefault.tsx',
  '@console/internal/components/factory/ListPage/ListPageHeader': 'ListPageHeader.tsx',
  '@console/internal/components/factory/ListPage/filter-hook': 'absentHooks.ts',
  '@console/internal/components/factory/Table/VirtualizedTable': 'absentDefault.tsx',
  '@console/internal/components/factory/Table/active-columns-hook': 'absentHooks.ts',
  '@console/internal/components/graphs/prometheus-poll-hook': 'absentHooks.ts',
  '@console/internal/components/namespace-bar': 'NamespaceBar.tsx',
  '@console/internal/components/utils/horizontal-nav': 'HorizontalNavFacade.tsx',
  '@console/internal/components/utils/resource-icon': 'ResourceIcon.tsx',
  '@console/internal/components/utils/resource-link': 'ResourceLink.tsx',
  '@console/internal/models': 'staticModels.ts',
  '@console/shared/src/components/actions/ActionServiceProvider': 'absentDefault.tsx',
  '@console/shared/src/components/dashboard/Dashboard': 'absentDefault.tsx',
  '@console/shared/src/components/dashboard/DashboardGrid': 'absentDefault.tsx',
  '@console/shared/src/components/dashboard/inventory-card/InventoryCard': 'absentDefault.tsx',
  '@console/shared/src/components/dashboard/status-card/StatusPopup': 'StatusPopup.tsx',
  '@console/shared/src/components/datetime/Timestamp': 'Timestamp.tsx',
  '@console/shared/src/components/document-title/DocumentTitle': 'DocumentTitle.tsx',
  '@console/shared/src/components/error/fallbacks/ErrorBoundaryFallbackPage':
    'ErrorBoundaryFallbackPage.tsx',
  // Up to 4.21 only.
  '@console/shared/src/components/layout/PaneBody': 'PaneBody.tsx',
  '@console/shared/src/components/query-browser': 'absentDefault.tsx',
  '@console/shared/src/hooks/useActiveNamespace': 'useActiveNamespace.ts',
  '@console/shared/src/hooks/useAnnotationsModal': 'absentHooks.ts',
  '@console/shared/src/hooks/useDeleteModal': 'useDeleteModal.tsx',
  '@console/shared/src/hooks/useLabelsModal': 'absentHooks.ts',
  '@console/shared/src/hooks/useQuickStartContext': 'absentHooks.ts',
  '@console/shared/src/hooks/useUserPreference': 'useUserPreference.ts',
  '@console/shared/src/hooks/useUserSettings': 'useUserSettings.ts',
  '@console/shared/src/utils/console-fetch': 'consoleFetch.ts',
};

const consoleRequest = /(?:require\(|from\s+|import\s*\(?\s*)['"](@console\/[^'"]+)['"]/g;

/**
 * The `@console/…` requests in a source text.
 * @param {string} source JavaScript
 * @returns {string[]} requests in order of appearance, repeated ones included
 */
export function consoleRequestsIn(source) {
  return [...source.matchAll(consoleRequest)].map((match) => match[1]);
}

function javaScriptFiles(directory) {
  return fs
    .readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

/**
 * Webpack aliases for every `@console/…` request of the SDK found in `sdkDirectory`.
 * @param {string} sdkDirectory the installed SDK's lib folder
 * @param {string} providedDirectory the folder of our stand-ins
 * @param {Record<string, string>} table request -> file name
 * @returns {Record<string, string>} `request$` -> absolute file
 * @throws {Error} naming every request that the table has no entry for
 */
export function sdkAliases(sdkDirectory, providedDirectory, table = providedModules) {
  const requests = new Set(
    javaScriptFiles(sdkDirectory).flatMap((file) =>
      consoleRequestsIn(fs.readFileSync(file, 'utf8')),
    ),
  );
  const unknown = [...requests].filter((request) => !(request in table)).sort();
  if (unknown.length > 0) {
    throw new Error(
      `The SDK asks the console for modules that dev/console does not provide:\n  ${unknown.join('\n  ')}\n` +
        'Add each to providedModules in dev/console/sdkAliases.mjs, with a stand-in in host/provided.',
    );
  }
  return Object.fromEntries(
    [...requests].map((request) => [`${request}$`, path.join(providedDirectory, table[request])]),
  );
}
