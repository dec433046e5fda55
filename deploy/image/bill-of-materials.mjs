// What an image is made of, as CycloneDX 1.6: Debian's packages that are installed in it, those whose code is compiled into the
// program, and the npm packages that the web apps are bundled with. The same input gives the same bytes.
//
//   node bill-of-materials.mjs --version V --revision R --installed STATUS --compiled-in STATUS --bundled LOCK > sbom.cdx.json
//
// STATUS is a dpkg status file, LOCK a package-lock.json.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

// Headers and static libraries; all else that the program is linked with is installed beside it.
const COMPILED_IN = [
  'libboost1.81-dev',
  'libboost-json1.81-dev',
  'libboost-url1.81-dev',
  'libcli11-dev',
  'libstdc++-12-dev',
];

const { values: given } = parseArgs({
  options: Object.fromEntries(
    ['version', 'revision', 'installed', 'compiled-in', 'bundled'].map((name) => [name, { type: 'string' }]),
  ),
});

/** The packages of a dpkg status file: each a Map of its fields. */
function installed(file) {
  const paragraphs = readFileSync(file, 'utf8').split(/\n\n+/);
  return paragraphs
    .map((text) => new Map([...text.matchAll(/^([\w-]+): (.*)$/gm)].map(([, name, value]) => [name, value])))
    .filter((fields) => fields.get('Status')?.endsWith(' installed'));
}

function debian(fields, scope) {
  const [name, version, architecture] = ['Package', 'Version', 'Architecture'].map((field) => fields.get(field));
  // "Source: boost1.81 (1.81.0-5)" names the source's version only where it differs.
  const [source = name] = fields.get('Source')?.split(' ') ?? [];
  const named = `${encodeURIComponent(name)}@${encodeURIComponent(version)}`;
  const purl = `pkg:deb/debian/${named}?arch=${architecture}&distro=debian-12`;
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    scope: 'required',
    purl,
    properties: [
      { name: 'dangol:linked', value: scope },
      { name: 'dangol:debian-source', value: source },
    ],
  };
}

/** Those that `npm ci --omit=dev` would install, but for our own workspaces. */
function bundled(file) {
  return Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.dev && !entry.link)
    .map(([path, entry]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const purl = `pkg:npm/${name.replace('@', '%40')}@${entry.version}`;
      const [algorithm, digest] = entry.integrity.split('-');
      const hash = { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') };
      return {
        type: 'library',
        'bom-ref': purl,
        name,
        version: entry.version,
        scope: 'required',
        hashes: [hash],
        licenses: entry.license ? [{ expression: entry.license }] : [],
        purl,
        properties: [{ name: 'dangol:linked', value: 'bundled' }],
      };
    });
}

const building = new Map(installed(given['compiled-in']).map((fields) => [fields.get('Package'), fields]));
const components = [
  ...installed(given.installed).map((fields) => debian(fields, 'installed')),
  ...COMPILED_IN.map((name) => {
    if (!building.has(name)) throw new Error(`${name} is compiled in, and is not among ${given['compiled-in']}`);
    return debian(building.get(name), 'compiled in');
  }),
  ...bundled(given.bundled),
].sort((a, b) => (a.purl < b.purl ? -1 : 1));

const program = {
  type: 'application',
  'bom-ref': 'dangol',
  name: 'dangol',
  version: given.version,
  licenses: [{ license: { id: 'Apache-2.0' } }],
  properties: [{ name: 'dangol:revision', value: given.revision }],
};
const dependencies = [{ ref: 'dangol', dependsOn: components.map((component) => component['bom-ref']) }];
const content = { metadata: { component: program }, components, dependencies };
// A number made of what it says, so that it is the same for the same image.
const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
const uuid = digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-5$3-8$4-$5');
const bill = { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: `urn:uuid:${uuid}`, version: 1, ...content };
process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`);
