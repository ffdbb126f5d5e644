import js from '@eslint/js'
import a11y from 'eslint-plugin-jsx-a11y'
import hooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import ts from 'typescript-eslint'

export default defineConfig(
  { ignores: ['node_modules', 'build', '.data', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  ts.configs.strict,
  { files: ['**/*.tsx'], ...a11y.flatConfigs.recommended },
  { files: ['**/*.tsx'], ...hooks.configs.flat.recommended },
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
    },
  },
  // Rules that read types are oxlint's (.oxlintrc.json).
  // The clock is passed in. A test names its day: by its parts' clock, or by `runClock` and `inDays` of tests/harness/clock.ts.
  {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: ['app/kit/clock.ts', 'tests/harness/clock.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message:
            'Take the clock that is passed in, in tests runClock or inDays of tests/harness/clock.ts. For how long something takes, use performance.now().',
        },
      ],
    },
  },
  {
    files: ['app/**/*.tsx'],
    ignores: ['app/ui/page-link.tsx', 'app/ui/page-link.test.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: '@remix-run/react', importNames: ['Link'], message: 'Use PageLink of app/ui/page-link.tsx.' },
      ],
    },
  },
  // A process may end between the look at it and the signal.
  {
    files: ['**/*.ts'],
    ignores: ['db/process-mark.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'kill', message: 'Use signalProcess of db/process-mark.ts.' },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setInterval: 'readonly' },
    },
  },
  // First steps run before the log, or anything else, is installed.
  { files: ['**/*.mjs'], rules: { 'no-console': 'off' } },
)
