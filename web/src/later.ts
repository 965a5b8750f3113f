// What few visits need: fetched together, when the first of it is wanted. Whoever shows it knows it by its name here.

// All that the page is made of, so that this has nothing of its own beside what is listed, and nothing twice.
import audit from './audit/audit.css'
import calls from './calls/calls.css'
import compare from './compare/compare.css'
import disagree from './disagree/disagree.css'
import doors from './doors/doors.css'
import { laterSheet } from './element.tsx'
import explain from './explain/explain.css'
import exported from './export/export.css'
import form from './form/form.css'
import help from './help/help.css'
import parameters from './parameters/parameters.css'
import tried from './try/try.css'
import update from './update/update.css'
import wire from './wire/wire.css'

export { AuditBody } from './audit/audit-body.tsx'
export { CompareBody } from './compare/compare-body.tsx'
export { DisagreeForm } from './disagree/disagree-form.tsx'
export { DoorsBody } from './doors/doors-body.tsx'
export { ExportBody } from './export/export-body.tsx'
export { ExplainForm } from './explain/explain-form.tsx'
export { FormBody } from './form/form-body.tsx'
export { HelpBody } from './help/help-body.tsx'
export { ImportForm } from './import/import-form.tsx'
export { LanguageBar } from './language/language-bar.tsx'
export { PlainBody } from './plain/plain-body.tsx'
export { landNear } from './request/land-near.ts'
export { Tokens } from './request/editor/tokens.ts'
export { SurroundingsPanel } from './surroundings/surroundings-panel.tsx'
export { TryBody } from './try/try-body.tsx'
export { UpdateBody } from './update/update-body.tsx'
export { Tour } from './welcome/tour.tsx'
export { WireBody } from './wire/wire-body.tsx'

// Before any of it is drawn.
laterSheet.replaceSync([form, compare, update, tried, doors, audit, calls, parameters, help, explain, disagree, exported, wire].join('\n'))
