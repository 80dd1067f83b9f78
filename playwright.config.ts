import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/shared/findChromium.mjs';

// Ports of their own: the tests run beside a portal that somebody has open.
const appPort = process.env.MOORING_APP_PORT ?? '3100';
const backendPort = process.env.MOORING_BACKEND_PORT ?? '7107';

export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  outputDir: 'test-results/browser',
  timeout: 180_000,
  expect: { timeout: 15_000 },
  retries: 0,
  // One portal, one cluster: tests would see each other's connections.
  workers: 1,
  reporter: [
    ['list'],
    ['json', { outputFile: 'test-results/browser.json' }],
    ['html', { open: 'never', outputFolder: 'e2e-test-report' }],
  ],
  webServer: {
    // With `exec` no shell stands between, so that the portal notices when Playwright is gone.
    command: 'exec node scripts/dev.mjs',
    wait: { stdout: /Mooring is at/ },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      BROWSER: 'none',
      MOORING_APP_PORT: appPort,
      MOORING_BACKEND_PORT: backendPort,
      MOORING_CLUSTER_FILE: 'test-results/local-cluster.json',
      MOORING_CLUSTER: process.env.MOORING_CLUSTER ?? 'embedded',
    },
  },
  use: {
    actionTimeout: 15_000,
    baseURL: `http://localhost:${appPort}`,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    viewport: { width: 1280, height: 960 },
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
