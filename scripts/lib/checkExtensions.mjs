/**
 * Strict checks of console-extensions.json.
 *
 * The SDK's own check of this file accepts unknown types, unknown properties and missing ones, because its
 * schema allows "any custom extension" as an alternative to every known one. Here each entry is held
 * against the definition of its own type and nothing else.
 */
import Ajv from 'ajv';

const codeRefPattern = /^[^.]+(?:\.[^.]+)?$/;
const placeholderPattern = /^%([^~%]+)~([^%]+)%$/;
const knownKeys = new Set(['type', 'properties', 'flags']);

/** Definition name per extension type, from the SDK's schema. */
function definitionsByType(schema) {
  return new Map(
    Object.entries(schema.definitions).flatMap(([name, definition]) => {
      const type = definition.properties?.type?.const;
      return type ? [[type, name]] : [];
    }),
  );
}

/**
 * Every `$codeRef` in a value.
 * @returns {string[]}
 */
export function codeRefsIn(value) {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === '$codeRef' ? [item] : codeRefsIn(item),
  );
}

/**
 * Each extension against the definition of its type in one console's schema.
 * @param {readonly object[]} extensions content of console-extensions.json
 * @param {object} schema the SDK's schema of that file
 * @returns {string[]} what is wrong, one sentence each
 */
export function schemaErrors(extensions, schema) {
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajv.addSchema(schema, 'extensions');
  const definitions = definitionsByType(schema);
  return extensions.flatMap((extension, index) => {
    const where = `Extension ${index} (${extension.type})`;
    const definition = definitions.get(extension.type);
    if (!definition) return [`${where}: the console knows no such type`];
    const validate = ajv.getSchema(`extensions#/definitions/${definition}`);
    validate(extension);
    const wrong = (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const name = params.additionalProperty ?? '';
      return `${where}: ${instancePath || 'the extension'} ${message}${name && ` ("${name}")`}`;
    });
    const unknown = Object.keys(extension)
      .filter((key) => !knownKeys.has(key))
      .map(
        (key) => `${where}: "${key}" beside type, properties and flags is not read by the console`,
      );
    return [...wrong, ...unknown];
  });
}

function codeRefErrors(extensions, exposedModules) {
  const used = new Set();
  const unresolved = extensions.flatMap((extension, index) =>
    codeRefsIn(extension).flatMap((ref) => {
      const where = `Extension ${index} (${extension.type})`;
      if (typeof ref !== 'string' || !codeRefPattern.test(ref)) {
        return [`${where}: $codeRef ${JSON.stringify(ref)} is not "module" or "module.export"`];
      }
      const [module] = ref.split('.');
      used.add(module);
      if (Object.hasOwn(exposedModules, module)) return [];
      return [`${where}: $codeRef "${ref}" names no exposed module of package.json`];
    }),
  );
  const unused = Object.keys(exposedModules)
    .filter((module) => !used.has(module))
    .map((module) => `package.json exposes module "${module}", which no extension uses`);
  // A bare "./Page" also matches PatternFly's internal "./Page" and then fails in production only.
  const vague = Object.entries(exposedModules)
    .filter(([, file]) => !/^\.\/src\/.+\/.+\.tsx?$/.test(file))
    .map(
      ([module, file]) =>
        `Exposed module "${module}": give the whole path under ./src with its extension, not "${file}"`,
    );
  return [...unresolved, ...unused, ...vague];
}

/** Strings that people read, per type of extension. */
const shownTexts = {
  'console.navigation/href': (properties) => [properties.name],
  'console.navigation/section': (properties) => [properties.name],
  'console.tab/horizontalNav': (properties) => [properties.page?.name],
  'console.tab': (properties) => [properties.name],
  'console.dashboards/overview/health/resource': (properties) => [
    properties.title,
    properties.popupTitle,
  ],
};

function textErrors(extensions, namespace, translations) {
  return extensions.flatMap((extension, index) => {
    const texts = shownTexts[extension.type]?.(extension.properties ?? {}) ?? [];
    return texts.flatMap((text) => {
      const where = `Extension ${index} (${extension.type})`;
      const [, foundNamespace, key] = placeholderPattern.exec(text ?? '') ?? [];
      if (foundNamespace !== namespace) {
        return [`${where}: "${text}" is not translated; write %${namespace}~${text}%`];
      }
      if (Object.hasOwn(translations, key)) return [];
      return [`${where}: "${key}" is not a key of locales/en/${namespace}.json`];
    });
  });
}

function navigationErrors(extensions) {
  const items = extensions.filter(({ type }) => type === 'console.navigation/href');
  const routes = extensions
    .filter(({ type }) => type === 'console.page/route')
    .flatMap(({ properties }) => [properties?.path].flat());
  const ids = items.map(({ properties }) => properties?.id);
  const repeated = ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `Navigation id "${id}" is used twice`);
  const astray = items
    .map(({ properties }) => properties?.href)
    .filter((href) => !routes.some((route) => href === route || href?.startsWith(`${route}/`)))
    .map((href) => `Navigation leads to "${href}", which no console.page/route of ours serves`);
  return [...repeated, ...astray];
}

/**
 * @param {object} input
 * @param {readonly object[]} input.extensions content of console-extensions.json
 * @param {object} input.schema the SDK's schema of that file
 * @param {Record<string, string>} input.exposedModules from package.json
 * @param {string} input.namespace of the plugin's translations
 * @param {Record<string, string>} input.translations English
 * @returns {string[]} what is wrong, one sentence each
 */
export function checkExtensions({ extensions, schema, exposedModules, namespace, translations }) {
  return [
    ...schemaErrors(extensions, schema),
    ...codeRefErrors(extensions, exposedModules),
    ...textErrors(extensions, namespace, translations),
    ...navigationErrors(extensions),
  ];
}
