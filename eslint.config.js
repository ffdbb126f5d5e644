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
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setInterval: 'readonly' },
    },
  },
  // First steps run before the log, or anything else, is installed.
  { files: ['**/*.mjs'], rules: { 'no-console': 'off' } },
)
