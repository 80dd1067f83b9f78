import type { ConfigReader } from '@backstage/config';
import type { PolicyDecision } from '@backstage/plugin-permission-common';

/** What the policy says to somebody; everything else it allows. */
export interface PolicyAnswers {
  /** Names of the permissions that it refuses. */
  denied?: string[];
  /** The conditions that it answers with, by permission. */
  conditional?: Record<string, PolicyDecision>;
}

/** Somebody who can sign in beside the guest. */
export interface PortalPerson extends PolicyAnswers {
  /** Refs of their groups. */
  groups?: string[];
}

/** What a portal is started with, in the environment variable `PORTAL`. */
export interface PortalSettings {
  config: ConstructorParameters<typeof ConfigReader>[0];
  /** For the guest, and for whoever has no answers of their own. */
  policy: PolicyAnswers;
  /** By entity ref. */
  people: Record<string, PortalPerson>;
}
