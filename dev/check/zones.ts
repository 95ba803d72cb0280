import { DOMAINS, DOORS, PROJECTIONS, SCHEMA_OWNERS, TOOL_FOLDERS, type Domain } from './architecture';
import type { Import, Module, Violation } from './module';
import type { SourceTree } from './source-tree';

/** Where a file stands. `domain` is set for lib/<domain>, `door` is its file's name. */
type Place = { readonly zone: Zone; readonly domain?: string; readonly door?: string };

type Zone =
  | 'kernel'
  | 'i18n'
  | 'db'
  | 'platform'
  | 'domain'
  | 'http'
  | 'worker'
  | 'service worker'
  | 'primitive'
  | 'component'
  | 'app'
  | 'tool'
  | 'test';

/** Reach: which zones a zone may import, besides itself. Doors and schema owners narrow it further. */
const REACH: Readonly<Record<Zone, readonly Zone[]>> = {
  kernel: [],
  i18n: ['kernel'],
  db: ['kernel'],
  platform: ['kernel', 'db'],
  domain: ['kernel', 'i18n', 'db', 'platform'],
  http: ['kernel', 'i18n', 'platform', 'domain'],
  worker: ['kernel', 'i18n', 'platform', 'domain'],
  // It tells the shop what a page that was closed could not.
  'service worker': ['kernel', 'component'],
  primitive: ['kernel', 'i18n'],
  component: ['kernel', 'i18n', 'domain', 'primitive'],
  app: ['kernel', 'i18n', 'platform', 'domain', 'http', 'primitive', 'component'],
  tool: ['kernel', 'i18n', 'db', 'platform', 'domain', 'http', 'worker', 'service worker', 'test'],
  test: [
    'kernel',
    'i18n',
    'db',
    'platform',
    'domain',
    'http',
    'worker',
    'service worker',
    'primitive',
    'component',
    'app',
    'tool',
  ],
};

/** Who may know that Next exists. The domains run under plain Node in the workers, too. */
const NEXT_ZONES: readonly Zone[] = ['http', 'app', 'component', 'primitive', 'tool', 'test'];

/** Every import that crosses a wall of the house. */
export function checkZones(tree: SourceTree): Violation[] {
  return [...tree.values()].flatMap((module) => [
    ...undeclaredDomain(module),
    ...module.imports.flatMap((each) => {
      const message = objection(module, each);
      return message ? [{ path: module.path, line: each.line, message }] : [];
    }),
  ]);
}

function undeclaredDomain({ path }: Module): Violation[] {
  const { domain } = placeOf(path);
  if (domain === undefined || isDomain(domain)) return [];
  return [
    {
      path,
      line: 1,
      message: `lib/${domain} has no place in the order of domains (dev/check/architecture.ts)`,
    },
  ];
}

function objection(module: Module, { target, specifier }: Import): string | null {
  const from = placeOf(module.path);
  if (target === null) return packageObjection(module.path, from, specifier);
  if (target === module.path) return 'a module imports itself';
  const to = placeOf(target);
  if (from.zone === 'test') return null;
  if (to.zone !== from.zone && !REACH[from.zone].includes(to.zone)) {
    return `${describe(from)} may not import ${describe(to)} (${specifier})`;
  }
  if (to.zone === 'domain') return domainObjection(from, to, specifier);
  if (to.zone === 'db') return schemaObjection(module.path, from, target);
  return null;
}

function packageObjection(path: string, from: Place, specifier: string): string | null {
  const isNext = specifier === 'next' || specifier.startsWith('next/') || specifier === 'server-only';
  if (!isNext || NEXT_ZONES.includes(from.zone)) return null;
  if (from.zone === 'domain' && path.endsWith('/cached.ts')) return null;
  return `${describe(from)} runs without Next: ${specifier} belongs in lib/http, app, components or a domain's cached.ts`;
}

function domainObjection(from: Place, to: Place, specifier: string): string | null {
  if (from.zone === 'tool') return null;
  if (from.zone === 'domain') {
    if (from.domain === to.domain) return null;
    if (rank(to) > rank(from)) {
      return `${from.domain} stands below ${to.domain} in the order of domains: the way back is an event`;
    }
  }
  const doors = doorsFor(from.zone);
  if (doors.includes(to.door ?? '')) return null;
  return `${describe(from)} enters ${to.domain} only by its ${doors.join(', ')} (${specifier})`;
}

function doorsFor(zone: Zone): readonly string[] {
  if (zone === 'component') return DOORS.browser;
  return zone === 'app' || zone === 'http' ? DOORS.web : DOORS.server;
}

function schemaObjection(path: string, from: Place, target: string): string | null {
  const file = /^db\/schema\/(.+)\.ts$/.exec(target)?.[1];
  if (from.zone === 'db' || from.zone === 'tool') return null;
  if (!file) return `${describe(from)} may import only tables from db (${target})`;
  const owner = SCHEMA_OWNERS[file] ?? file;
  const me = from.zone === 'platform' ? 'platform' : from.domain;
  if (owner === 'everybody' || owner === me || PROJECTIONS[path]?.includes(file)) return null;
  return `db/schema/${file} belongs to ${owner}: call its door, or declare a projection in dev/check/architecture.ts`;
}

/** Also used by the other rules, which treat product and tools differently. */
export function placeOf(path: string): Place {
  if (/\.test\.tsx?$/.test(path) || path.startsWith('tests/')) return { zone: 'test' };
  if (TOOL_FOLDERS.some((folder) => path.startsWith(`${folder}/`))) return { zone: 'tool' };
  const [top, second = '', ...rest] = path.split('/');
  if (top === 'lib') return placeInLib(second, rest);
  if (top === 'db') return { zone: 'db' };
  if (top === 'workers') return { zone: second === 'service-worker' ? 'service worker' : 'worker' };
  if (top === 'components') return { zone: second === 'ui' ? 'primitive' : 'component' };
  if (top === 'app' || /^(proxy|instrumentation(-client)?)\.ts$/.test(path)) return { zone: 'app' };
  return { zone: 'tool' };
}

function placeInLib(folder: string, rest: readonly string[]): Place {
  if (folder === 'kernel' || folder === 'i18n' || folder === 'platform' || folder === 'http')
    return { zone: folder };
  return { zone: 'domain', domain: folder, door: rest.join('/').replace(/\.tsx?$/, '') };
}

function isDomain(name: string): name is Domain {
  return (DOMAINS as readonly string[]).includes(name);
}

function rank({ domain }: Place): number {
  return (DOMAINS as readonly (string | undefined)[]).indexOf(domain);
}

const DESCRIPTIONS: Readonly<Record<Exclude<Zone, 'domain'>, string>> = {
  kernel: 'lib/kernel',
  i18n: 'lib/i18n',
  db: 'db',
  platform: 'lib/platform',
  http: 'lib/http',
  worker: 'a worker',
  'service worker': 'the service worker',
  primitive: 'components/ui',
  component: 'a component',
  app: 'app',
  tool: 'a tool',
  test: 'a test',
};

function describe({ zone, domain }: Place): string {
  return zone === 'domain' ? `lib/${domain}` : DESCRIPTIONS[zone];
}
