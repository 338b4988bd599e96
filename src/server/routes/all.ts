import type { Route } from '../route.ts'
import { ACCORD_ROUTES } from './accords.ts'
import { BRIEF_ROUTES } from './briefs.ts'
import { EXPORT_ROUTES } from './export.ts'
import { IMPORT_ROUTES } from './import.ts'
import { INCIDENT_ROUTES } from './incidents.ts'
import { PLACE_ROUTES } from './incidents-places.ts'
import { LEDGER_ROUTES } from './ledger.ts'
import { RECORD_ROUTES } from './records.ts'
import { REPORT_ROUTES } from './reports.ts'
import { STATE_ROUTES } from './state.ts'
import { UNDERTAKING_ROUTES } from './undertakings.ts'
import { WARNING_ROUTES } from './warnings.ts'
import { ZONE_ROUTES } from './zones.ts'

/** Every route of the API; docs/api.md has a heading for each, which a test checks. */
export const ROUTES: readonly Route[] = [
  ...ACCORD_ROUTES,
  ...STATE_ROUTES,
  ...REPORT_ROUTES,
  ...RECORD_ROUTES,
  ...UNDERTAKING_ROUTES,
  ...INCIDENT_ROUTES,
  ...PLACE_ROUTES,
  ...ZONE_ROUTES,
  ...IMPORT_ROUTES,
  ...EXPORT_ROUTES,
  ...BRIEF_ROUTES,
  ...WARNING_ROUTES,
  ...LEDGER_ROUTES,
]
