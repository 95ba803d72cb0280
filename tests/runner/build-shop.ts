import { buildWhenStale } from '@/dev/build-app';
import { runWithStack } from '@/dev/use-stack';

/** Joins the shop that is open for the journeys and builds the app for it, unless that build is there already. */
await runWithStack('production', buildWhenStale);
