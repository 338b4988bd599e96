// The layout is the architecture (docs: ARCHITECTURE.md). Type imports count.
const only = (from, allowed) => ({
  name: `${from}-imports`,
  severity: 'error',
  comment: `src/${from} may import only: ${[from, ...allowed].join(', ')}`,
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: `^src/(${[from, ...allowed].join('|')})/` },
})
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('core', []),
    only('formats', ['core']),
    only('reader', ['core', 'formats']),
    only('store', ['core']),
    only('server', ['core', 'formats', 'reader', 'store']),
    only('web', ['core']),
    only('cli', ['core', 'formats', 'reader', 'store', 'server']),
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'core reads no clock, no disk, no network',
      from: { path: '^src/core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-packages',
      severity: 'error',
      comment: 'core may use only the small pure libraries listed here',
      from: { path: '^src/core/', pathNot: '^src/core/vault/' },
      to: { dependencyTypes: ['npm', 'npm-dev'], pathNot: 'node_modules/(sorted-btree|zod)/' },
    },
    {
      name: 'vault-packages',
      severity: 'error',
      comment: 'the vault runs in the browser and the terminal alike: pure cryptography only',
      from: { path: '^src/core/vault/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev'],
        pathNot: 'node_modules/(age-encryption|@noble/(curves|hashes)|shamir-secret-sharing)/',
      },
    },
    {
      name: 'vault-is-for-the-members-devices',
      severity: 'error',
      comment: 'the server holds ciphertext and never opens it',
      from: { path: '^src/(server|store|reader|formats)/' },
      to: { path: '^src/core/(vault|exchange/(reconcile|person-name))' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'src-not-test',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
}
