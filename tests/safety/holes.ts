/** 漏洞清单: the ways in which PostgreSQL lets somebody past row policies or past append-only tables. */
import { APP_ROLE } from '../../src/db/migrate.ts';

export interface Hole {
  /** Read after "no". */
  hole: string;
  /** Finds every place where it stands open; nothing may be found. */
  find: string;
  /** Opens it, in a transaction that is rolled back, to prove that the search finds it. */
  breach: string;
}

/** Tables without row policies, each with the reason why it holds nothing about a person that a scope could protect. */
const UNGUARDED: Readonly<Record<string, string>> = {
  open_cases: 'ids of students and cases only; one open case a child holds over the whole node',
  identities: 'keyed digests only; the duplicate check looks over the whole node',
  number_counters: 'counts only: how far a series is counted, over the whole node',
  number_holders: 'keyed digests only; a number is given once on the whole node',
  duplicate_keys: 'keyed digests only; the duplicate check looks over the whole node',
  former_names: 'reference: what institutions were called, public like their names',
  file_custodies: 'reference: which institution keeps the files of a school that has ended',
  places: 'reference: public division of the country',
  campuses: 'reference: public addresses of schools',
  supervisions: 'reference: which authority decides',
  settings: 'reference: what authorities have laid down',
  form_wordings: 'reference: how authorities call their forms, public like the forms',
  paper_sheets: 'reference: on what sheets authorities have papers printed, public like the forms',
  paper_templates: 'reference: how authorities lay out their papers, public like the forms',
  paper_template_faults: 'sentences about templates; nothing of a paper',
  local_settings: 'reference: what authorities have set of the law, public like the law itself',
  family_sessions: 'local: found by the digest of a token alone; ids only',
  login_sessions: 'local: found by the digest of a token alone; names no student',
  idempotency_keys: 'local: found by account and key alone',
  node_facts: 'local: facts about the installation',
  outbox: 'local: ids, codes and days, for a second on their way into the feed, which is guarded',
  audit_leaves: 'digests of the log only',
  audit_heads: 'signed digests of the log only',
};

/** Columns of tables that are only added to, in which a row may still change: validity is ended, a lock needs a right. */
const CHANGEABLE: Readonly<Record<string, readonly string[]>> = {
  audit_events: [],
  audit_leaves: [],
  audit_heads: [],
  case_events: [],
  feed_events: [],
  files: [],
  number_holders: [],
  file_folders: [],
  school_file_proposals: [],
  school_file_closings: [],
  school_file_items: [],
  file_packages: ['downloaded_at', 'downloaded_by', 'downloaded_by_name', 'digest', 'size'],
  received_packages: ['student_id', 'attached_at', 'attached_by_name'],
  cases: ['title', 'data', 'offline'],
  key_data: ['valid_to', 'path'],
  numbers: ['valid_to', 'path'],
  form_wordings: ['replaced_at'],
  paper_sheets: ['replaced_at'],
  paper_templates: ['confirmed_at', 'confirmed_by', 'confirmed_by_name', 'valid_from', 'ended_at', 'ended_by_name'],
  paper_template_faults: [],
  issued_papers: [
    ...['digest', 'revoked_at', 'revoked_by', 'revoked_by_name', 'revoke_reason'],
    ...['looks', 'last_looked_at'],
  ],
  registrations: ['valid_to', 'ended_by', 'end_reason'],
  class_memberships: ['valid_to', 'path', 'seat_no'],
  certificate_batches: [],
  certificate_marks: [],
  certificates: [
    ...['handed_on', 'handed_to', 'handed_by_name'],
    ...['called_back_on', 'called_back_by_name', 'call_back_reason'],
  ],
  academic_proofs: [],
  school_life_papers: [],
  elective_choices: ['ended_by', 'ended_at'],
};

const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');
const OURS = `n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'`;

export const HOLES: readonly Hole[] = [
  {
    hole: 'table without row policies, unless its reason is on record',
    find: `select relname as fault from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f')
      and relname not like 'kysely%' and not relrowsecurity and relname not in (${list(Object.keys(UNGUARDED))})`,
    breach: 'create table visits (student_id uuid, path text)',
  },
  {
    hole: 'reason on record for a table that is gone or guarded',
    find: `select name as fault from unnest(array[${list(Object.keys(UNGUARDED))}]) as name
      where not exists (select from pg_class where relname = name and relnamespace = 'public'::regnamespace and not relrowsecurity)`,
    breach: 'alter table places enable row level security',
  },
  {
    hole: 'unguarded table with a column that holds a name, sealed values or a path',
    find: `select attrelid::regclass || '.' || attname as fault from pg_attribute
      where attrelid::regclass::text in (${list(Object.keys(UNGUARDED))}) and attnum > 0 and not attisdropped
        and (attname ~ '^(person_name|sealed|details|born_on|phone|photo_id)$' or attname ~ '_sealed$')`,
    breach: 'alter table identities add column person_name text',
  },
  {
    hole: 'row policy that does not bind the owner',
    find: `select relname as fault from pg_class where relnamespace = 'public'::regnamespace
      and relrowsecurity and not relforcerowsecurity`,
    breach: 'alter table students no force row level security',
  },
  {
    hole: 'guarded table without a policy by scope, and no policy that lets everything through but the three on record',
    find: `select tablename || '.' || policyname as fault from pg_policies where schemaname = 'public'
        and (policyname, tablename) not in (('directory', 'institutions'), ('directory', 'class_groups'), ('append', 'audit_events'))
        and (coalesce(qual, '') !~ 'app.lo' or qual !~ 'app.hi' or permissive <> 'PERMISSIVE')
      union all
      select relname from pg_class c where relnamespace = 'public'::regnamespace and relrowsecurity
        and not exists (select from pg_policies p where p.tablename = c.relname and p.policyname = 'scope' and p.cmd = 'ALL')
      union all
      select tablename || '.' || policyname from pg_policies where schemaname = 'public'
        and ((policyname = 'directory' and cmd <> 'SELECT') or (policyname = 'append' and cmd <> 'INSERT'))`,
    breach: 'create policy everybody on students for select using (true)',
  },
  {
    hole: 'right on a partition of ours: policies of the parent do not protect it',
    find: `select c.relname || ' ' || a.privilege_type as fault
      from pg_class c join pg_class root on root.oid = pg_partition_root(c.oid) cross join lateral aclexplode(c.relacl) a
      where c.relispartition and (c.relnamespace = 'public'::regnamespace or root.relrowsecurity)
        and a.grantee in (0, '${APP_ROLE}'::regrole)`,
    breach: `create table visits (student_id uuid, path text) partition by range (path);
      create table visits_one partition of visits default; grant select on visits_one to ${APP_ROLE}`,
  },
  {
    hole: 'view that shows rows as its owner',
    find: `select c.relname as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and ${OURS}
      and not coalesce('security_invoker=true' = any(c.reloptions), false)`,
    breach: 'create view all_students as select * from students',
  },
  {
    hole: 'materialised view',
    find: `select c.relname as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'm' and ${OURS}`,
    breach: 'create materialized view all_students as select * from students',
  },
  {
    hole: 'function that runs as its owner',
    find: `select p.proname as fault from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and ${OURS}`,
    breach:
      'create function all_students() returns setof students language sql security definer as $$select * from students$$',
  },
  {
    hole: 'function marked leakproof, which would see rows before the policies do',
    find: `select p.proname as fault from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.proleakproof and ${OURS}`,
    breach: 'create function is_odd(text) returns boolean language sql leakproof as $$select true$$',
  },
  {
    hole: 'trigger or rule, which would write past the application and which no cluster allows',
    find: `select tgrelid::regclass || ': ' || tgname as fault from pg_trigger where not tgisinternal
      union all select tablename || ': ' || rulename from pg_rules where schemaname = 'public'`,
    breach: 'create rule silent as on update to students do instead nothing',
  },
  {
    hole: 'role of the application that is above row policies, makes roles, or is a member of another role',
    find: `select rolname as fault from pg_roles where rolname = '${APP_ROLE}'
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
      union all
      select roleid::regrole::text from pg_auth_members where member = '${APP_ROLE}'::regrole`,
    breach: `alter role ${APP_ROLE} bypassrls`,
  },
  {
    hole: 'object that the role of the application owns',
    find: `select relname as fault from pg_class where relowner = '${APP_ROLE}'::regrole and relnamespace::regnamespace::text !~ '^pg_'
      union all select proname from pg_proc where proowner = '${APP_ROLE}'::regrole
      union all select nspname from pg_namespace where nspowner = '${APP_ROLE}'::regrole and nspname !~ '^pg_'
      union all select datname from pg_database where datdba = '${APP_ROLE}'::regrole`,
    breach: `alter table students owner to ${APP_ROLE}`,
  },
  {
    hole: 'right to make tables or functions among ours',
    find: `select n.nspname as fault from pg_namespace n where ${OURS} and has_schema_privilege('${APP_ROLE}', n.oid, 'CREATE')`,
    breach: `grant create on schema public to public`,
  },
  {
    hole: 'right that everybody has on a table, or that goes past row policies (TRUNCATE, REFERENCES, TRIGGER, MAINTAIN)',
    find: `select c.relname || ' ' || a.grantee::regrole || ' ' || a.privilege_type as fault
      from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(c.relacl) a
      where ${OURS} and (a.grantee = 0
        or (a.grantee = '${APP_ROLE}'::regrole and a.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN')))`,
    breach: `grant truncate on audit_events to ${APP_ROLE}`,
  },
  {
    hole: 'right to change or delete what is only added to',
    find: `select table_name || '.' || column_name as fault from information_schema.role_column_grants
      where grantee = '${APP_ROLE}' and privilege_type = 'UPDATE' and (${Object.entries(CHANGEABLE)
        .map(([table, columns]) => `(table_name = '${table}' and column_name not in (${list(['', ...columns])}))`)
        .join(' or ')})
      union all
      select table_name || ' DELETE' from information_schema.role_table_grants
      where grantee = '${APP_ROLE}' and privilege_type = 'DELETE' and table_name in (${list(Object.keys(CHANGEABLE))})`,
    breach: `grant update (grade) on registrations to ${APP_ROLE}`,
  },
];
