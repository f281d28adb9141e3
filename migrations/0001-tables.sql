-- Tables, in the shapes of one PostgreSQL that can become many: every table has its shard key in its primary key
-- (in brackets), no triggers, no sequences, ids made by the application. Validity is half-open: [valid_from, valid_to).
-- Foreign keys, indexes and row policies follow in files of their own, so that tables can be distributed in between.
create extension if not exists btree_gist;

-- 机构与人 ------------------------------------------------------------------------------------------------

create table places ( -- [reference]
  code text primary key check (code ~ '^\d{6}$'),
  name text not null,
  level text not null check (level in ('NATION', 'PROVINCE', 'CITY', 'COUNTY')),
  parent_code text,
  path text collate "C" not null unique,
  valid_from date not null default '1949-10-01',
  valid_to date check (valid_to > valid_from)
);

create table institutions ( -- [reference]
  id uuid primary key,
  kind text not null check (kind in ('AUTHORITY', 'CENTRE_SCHOOL', 'SCHOOL')),
  code text unique,
  name text not null,
  short_name text not null,
  english_name text,
  place_code text not null,
  county text not null,
  path text collate "C" not null unique,
  upper_id uuid,
  school_type text check (school_type in ('PRIMARY', 'TEACHING_POINT', 'NINE_YEAR', 'JUNIOR', 'COMPLETE_SECONDARY',
    'SENIOR', 'TWELVE_YEAR', 'SPECIAL', 'SPECIALIZED', 'VOCATIONAL')),
  ownership text check (ownership in ('PUBLIC', 'PRIVATE')),
  model_school boolean not null default false,
  stages text[] not null default '{}',
  years jsonb not null default '{}',
  profile jsonb not null default '{}',
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  check (kind <> 'SCHOOL' or (code ~ '^\d{10}$' and school_type is not null and ownership is not null))
);

create table campuses ( -- [reference]
  id uuid primary key,
  institution_id uuid not null,
  name text not null,
  address text,
  valid_from date not null,
  valid_to date check (valid_to > valid_from)
);

create table supervisions ( -- [reference]
  school_id uuid not null,
  stage text not null check (stage in ('PRIMARY', 'JUNIOR', 'SENIOR')),
  authority_id uuid not null,
  reviewer_id uuid,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (school_id, stage, valid_from)
);

create table class_groups ( -- [reference]
  id uuid primary key,
  school_id uuid not null,
  path text collate "C" not null,
  county text not null,
  stage text not null check (stage in ('PRIMARY', 'JUNIOR', 'SENIOR')),
  intake_year smallint not null,
  first_grade smallint not null check (first_grade between 1 and 12),
  ordinal smallint not null check (ordinal > 0),
  code text not null,
  kind text not null default '10',
  other_intakes smallint[] not null default '{}',
  teacher_id uuid,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  unique (school_id, code)
);

create table former_names ( -- [reference] what an institution was called before
  institution_id uuid not null,
  name text not null,
  short_name text not null,
  valid_from date not null,
  valid_to date not null check (valid_to > valid_from),
  primary key (institution_id, valid_from)
);

create table file_custodies ( -- [reference] who keeps the files of a school that has ended
  school_id uuid primary key,
  custodian_id uuid not null,
  archive_name text check (length(archive_name) between 4 and 60),
  case_id uuid not null,
  since date not null
);

create table accounts ( -- local
  id uuid primary key,
  login_name text not null unique,
  person_name text not null,
  institution_id uuid not null,
  path text collate "C" not null,
  role text not null check (role in ('SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'CLASS_TEACHER', 'AUTHORITY_REGISTRAR',
    'AUTHORITY_LEADER')),
  state text not null check (state in ('UNTRAINED', 'ACTIVE', 'SEALED', 'CLOSED')),
  password_hash text,
  password_set_at timestamptz,
  earlier_password_hashes text[] not null default '{}',
  must_change_password boolean not null default true,
  totp_sealed bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  oidc_subject text unique,
  failed_count smallint not null default 0,
  locked_until timestamptz,
  trained_on date,
  training_note text,
  made_by uuid,
  made_at timestamptz not null,
  last_login_at timestamptz,
  version integer not null default 1
);

create table login_sessions ( -- local
  token_hash bytea primary key,
  account_id uuid not null,
  csrf_token text not null,
  second_factor boolean not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  ended_why text,
  device text
);

create table offices ( -- [reference]
  id uuid primary key,
  institution_id uuid not null,
  path text collate "C" not null,
  post text not null check (post in ('PRINCIPAL', 'VICE_PRINCIPAL', 'REGISTRAR', 'LEADER')),
  person_name text not null,
  account_id uuid,
  sealed bytea,
  valid_from date not null,
  valid_to date check (valid_to > valid_from)
);

-- 学生与学籍 ----------------------------------------------------------------------------------------------

create table identities ( -- [identity_hash] one person, one record, over the whole node
  identity_hash bytea primary key,
  student_id uuid not null,
  claimed_by uuid,
  claimed_at timestamptz not null
);

create table students ( -- [id]
  id uuid primary key,
  path text collate "C" not null,
  county text not null,
  details jsonb not null,
  sealed bytea not null,
  photo_id uuid,
  registered_by uuid not null,
  registered_at timestamptz not null,
  version integer not null default 1
);

create table key_data ( -- [student_id]
  student_id uuid not null,
  version integer not null,
  path text collate "C" not null,
  name text not null,
  pinyin text not null,
  gender text not null,
  born_on date not null,
  identity_type text not null,
  identity_hash bytea,
  sealed bytea not null,
  case_id uuid not null,
  valid_from date not null,
  valid_to date,
  primary key (student_id, version),
  check (valid_to >= valid_from)
);

create table guardians ( -- [student_id]
  student_id uuid not null,
  ordinal smallint not null,
  path text collate "C" not null,
  name text not null,
  relation text not null,
  is_guardian boolean not null,
  sealed bytea not null,
  number_hash bytea,
  phone_hash bytea,
  primary key (student_id, ordinal)
);

create table numbers ( -- [student_id]
  student_id uuid not null,
  ordinal smallint not null,
  path text collate "C" not null,
  kind text not null check (kind in ('L', 'G', 'J')),
  sealed bytea not null,
  number_hash bytea not null,
  issued_by uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (student_id, ordinal)
);

create table number_holders ( -- [number_hash] never two
  number_hash bytea primary key,
  student_id uuid not null
);

create table registrations ( -- [student_id]
  student_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  path text collate "C" not null,
  county text not null,
  stage text not null check (stage in ('PRIMARY', 'JUNIOR', 'SENIOR')),
  grade smallint not null check (grade between 1 and 12),
  intake_year smallint not null,
  study_mode text not null,
  state text not null check (state in ('ENROLLED', 'ON_LEAVE', 'ABROAD', 'DROPPED_OUT', 'MISSING')),
  begun_by uuid not null,
  ended_by uuid,
  end_reason text check (end_reason in ('WITHDRAWN', 'WITHDRAWN_BY_RULE', 'DECEASED', 'WENT_ABROAD', 'PAST_COMPULSORY',
    'EXPELLED', 'GRADUATED', 'COMPLETED', 'LEFT_PARTIAL', 'CANCELLED')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (student_id, id),
  check (end_reason is null or valid_to is not null),
  constraint one_registration_at_a_time
    exclude using gist (student_id with =, daterange(valid_from, valid_to) with &&)
);

create table class_memberships ( -- [student_id]
  student_id uuid not null,
  class_group_id uuid not null,
  path text collate "C" not null,
  seat_no smallint,
  begun_by uuid,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (student_id, class_group_id, valid_from)
);

create table duplicate_keys ( -- [key_hash] what two records of one child would share
  key_hash bytea not null,
  student_id uuid not null,
  kind text not null check (kind in ('PINYIN_BIRTH', 'PINYIN_AREA_SEQUENCE', 'GUARDIAN_BIRTH')),
  primary key (key_hash, student_id, kind)
);

create table suspected_pairs ( -- [student_id] two registered students who are much alike, found by the nightly search
  student_id uuid not null,
  other_id uuid not null check (other_id > student_id),
  path text collate "C" not null,
  other_path text collate "C" not null,
  score smallint not null check (score between 0 and 100),
  reasons jsonb not null,
  found_on date not null,
  case_id uuid,
  primary key (student_id, other_id)
);

create table record_copies ( -- [student_id] what a school keeps of a student who has left it
  student_id uuid not null,
  case_id uuid not null,
  school_id uuid not null,
  path text collate "C" not null,
  kept_on date not null,
  sealed bytea not null,
  primary key (student_id, case_id)
);

create table roster ( -- [county] read model: one row an open registration
  county text not null,
  student_id uuid not null,
  path text collate "C" not null,
  school_id uuid not null,
  class_group_id uuid,
  stage text not null,
  grade smallint not null,
  intake_year smallint not null,
  state text not null,
  study_mode text not null,
  name text collate "C" not null,
  plain_pinyin text collate "C" not null,
  initials text collate "C" not null,
  gender text not null,
  born_on date not null,
  ethnic_group text not null,
  number_masked text not null,
  identity_masked text not null,
  identity_tail integer,
  seat_no smallint,
  photo_id uuid,
  registered_on date not null,
  primary key (county, student_id)
);

-- 入学注册 ------------------------------------------------------------------------------------------------

create table imports ( -- [id]
  id uuid primary key,
  school_id uuid not null,
  path text collate "C" not null,
  county text not null,
  file_id uuid not null,
  file_name text not null,
  intake jsonb not null,
  state text not null check (state in ('QUEUED', 'READING', 'CHECKED', 'SUBMITTED', 'CANCELLED', 'UNDONE', 'FAILED')),
  rows_total integer,
  rows_done integer not null default 0,
  rows_red integer not null default 0,
  rows_amber integer not null default 0,
  starts smallint not null default 0,
  failure text,
  columns jsonb,
  made_by uuid not null,
  made_at timestamptz not null,
  finished_at timestamptz,
  version integer not null default 1
);

create table entrants ( -- [id] the id becomes the student's, so that what is sealed for it stays readable
  id uuid primary key,
  school_id uuid not null,
  path text collate "C" not null,
  county text not null,
  import_id uuid,
  row_no integer,
  case_id uuid,
  state text not null check (state in ('DRAFT', 'SKIPPED', 'SUBMITTED', 'REGISTERED', 'REFUSED')),
  stage text not null,
  grade smallint not null,
  intake_year smallint not null,
  class_group_id uuid,
  name text not null,
  pinyin text not null,
  gender text,
  born_on date,
  identity_type text,
  identity_hash bytea,
  details jsonb not null,
  sealed bytea not null,
  findings jsonb not null default '[]',
  red smallint not null default 0,
  amber smallint not null default 0,
  mended smallint not null default 0,
  photo_id uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  version integer not null default 1
);

-- 办件 ----------------------------------------------------------------------------------------------------

create table cases ( -- [subject_id]
  id uuid not null,
  subject_id uuid not null,
  subject_kind text not null check (subject_kind in ('STUDENT', 'INSTITUTION')),
  number text not null,
  kind text not null,
  workflow text not null,
  title text not null,
  school_id uuid not null,
  authority_id uuid not null,
  parties jsonb not null,
  path text collate "C" not null,
  counterpart_path text collate "C",
  law_day date not null,
  received_on date,
  offline jsonb check ((offline is null) = (received_on is null)),
  data jsonb not null default '{}',
  opened_by uuid not null,
  opened_at timestamptz not null,
  primary key (subject_id, id)
);

create table case_events ( -- [case_id] the state of a case is read from its last event
  case_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  counterpart_path text collate "C",
  action text not null,
  step text not null check (step in ('DONE', 'PROPOSED', 'SIGNED', 'SENT_BACK', 'RETRACTED',
    'REMINDED', 'LAPSED', 'REDATED', 'CONSENTED')),
  from_state text not null,
  to_state text not null,
  pending_action text,
  holder_id uuid,
  holder_role text,
  account_id uuid not null,
  person_name text not null,
  institution_id uuid not null,
  institution_name text not null,
  opinion text,
  findings jsonb not null default '[]',
  started_on date not null,
  due_on date,
  term_days smallint,
  stands jsonb,
  at timestamptz not null,
  primary key (case_id, seq)
);

create table open_cases ( -- [student_id] one open case at a time, of whatever kind and place
  student_id uuid primary key,
  case_id uuid not null
);

create table worklist ( -- [holder_county] read model: the next act of every open case
  holder_county text not null,
  case_id uuid not null,
  subject_id uuid not null,
  holder_id uuid not null,
  holder_role text not null,
  holder_path text collate "C" not null,
  origin_id uuid not null,
  origin_path text collate "C" not null,
  counterpart_path text collate "C",
  number text not null,
  kind text not null,
  workflow text not null,
  title text not null,
  school_name text not null,
  state text not null,
  pending_action text,
  started_on date not null,
  due_on date,
  term_days smallint,
  stands jsonb,
  warn_on date,
  reminded_on date,
  received_on date,
  red integer not null default 0,
  amber integer not null default 0,
  green integer not null default 0,
  note text,
  updated_at timestamptz not null,
  primary key (holder_county, case_id)
);

create table file_hand_overs ( -- [student_id] the paper file of a student on its way from one school to another
  student_id uuid not null,
  id uuid not null,
  case_id uuid,
  reason text not null check (reason in ('TRANSFER', 'STAGE_UP', 'RESTRUCTURING')),
  title text not null,
  stage text not null,
  from_school_id uuid not null,
  path text collate "C" not null,
  to_school_id uuid not null,
  counterpart_path text collate "C" not null,
  completed_on date not null,
  due_on date,
  sent_on date,
  sent_by uuid,
  sent_by_name text,
  way text check (way in ('IN_PERSON', 'POST', 'FAMILY')),
  parcel text,
  parts text[],
  pages smallint,
  kept text[],
  late_reason text,
  received_on date,
  received_by uuid,
  received_by_name text,
  complete boolean,
  missing text[],
  received_note text,
  supplied_on date,
  ended_on date,
  primary key (student_id, id)
);

create table file_folders ( -- [code] a paper folder: the file of one student at one school, by the code on its label
  code text primary key,
  student_id uuid not null,
  school_id uuid not null,
  path text collate "C" not null,
  made_by uuid not null,
  made_at timestamptz not null
);

create table file_packages ( -- [student_id] a student file that may leave the node as one signed archive, once
  student_id uuid not null,
  case_id uuid not null,
  path text collate "C" not null,
  receiver_name text not null,
  approved_on date not null,
  downloaded_at timestamptz,
  downloaded_by uuid,
  downloaded_by_name text,
  digest bytea,
  size bigint,
  primary key (student_id, case_id)
);

create table received_packages ( -- [school_id] a signed archive of another node that a school has taken in
  school_id uuid not null,
  id uuid not null,
  path text collate "C" not null,
  key_id text not null,
  digest bytea not null,
  identity_hash bytea,
  sealed bytea not null,
  file_id uuid not null,
  taken_by uuid not null,
  taken_by_name text not null,
  taken_at timestamptz not null,
  student_id uuid,
  attached_at timestamptz,
  attached_by_name text,
  primary key (school_id, id)
);

create table trusted_keys ( -- local: public keys of other nodes whose packages a place takes in
  id uuid primary key,
  path text collate "C" not null,
  key_id text not null,
  node_name text not null,
  public_key bytea not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  confirmed_by uuid,
  confirmed_by_name text,
  confirmed_at timestamptz,
  ended_at timestamptz,
  ended_by_name text
);

create table school_file_proposals ( -- [school_id] a year of a school's own file put forward for closing
  school_id uuid not null,
  id uuid not null,
  path text collate "C" not null,
  year smallint not null,
  digest bytea not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  primary key (school_id, id)
);

create table school_file_closings ( -- [school_id] a year of a school's own file, closed for good
  school_id uuid not null,
  year smallint not null,
  path text collate "C" not null,
  proposal_id uuid not null,
  digest bytea not null,
  signed_by uuid not null,
  signed_by_name text not null,
  signed_at timestamptz not null,
  primary key (school_id, year)
);

create table school_file_items ( -- [school_id] one of the ten items as it was when its year was closed
  school_id uuid not null,
  year smallint not null,
  item text not null,
  path text collate "C" not null,
  file_id uuid not null,
  digest bytea not null,
  entries integer not null,
  primary key (school_id, year, item)
);

create table transfer_invitations ( -- [student_id] what a family wishes, told to the school that would take the child
  student_id uuid not null,
  id uuid not null,
  from_school_id uuid not null,
  path text collate "C" not null,
  to_school_id uuid not null,
  counterpart_path text collate "C" not null,
  child_name text not null,
  stage text not null,
  grade smallint not null,
  ground text not null,
  moved text,
  said text not null,
  asked_on date not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  arranged_by uuid,
  state text not null check (state in ('OPEN', 'TAKEN', 'DECLINED', 'ARRANGED', 'WITHDRAWN')),
  answered_at timestamptz,
  answered_by_name text,
  refusal_reason text,
  opinion text,
  finding jsonb,
  case_id uuid,
  primary key (student_id, id)
);

create table evidence ( -- [case_id] papers of a case; what somebody has acted on is withdrawn, never deleted
  case_id uuid not null,
  id uuid not null,
  path text collate "C" not null,
  counterpart_path text collate "C",
  paper text not null,
  what text not null,
  step_seq integer not null,
  file_id uuid not null,
  media_type text not null,
  size integer not null,
  pages smallint not null,
  digest bytea not null,
  institution_id uuid not null,
  institution_name text not null,
  account_id uuid not null,
  person_name text not null,
  made_at timestamptz not null,
  returned_at timestamptz,
  returned_by uuid,
  return_reason text,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (case_id, id)
);

-- 就读 ----------------------------------------------------------------------------------------------------

create table study_arrangements ( -- [student_id] how and where a child is taught, where that is not the usual way
  student_id uuid not null,
  case_id uuid not null,
  path text collate "C" not null,
  kind text not null check (kind in ('GUEST_STUDY', 'HOME_DELIVERY', 'SPECIAL_SCHOOL', 'INCLUSIVE', 'WORK_STUDY')),
  there_id uuid,
  there_path text collate "C",
  there_name text not null,
  grade smallint not null,
  begun_on date not null,
  until_on date,
  ended_on date check (ended_on >= begun_on),
  end_reason text,
  primary key (student_id, case_id)
);

create table guest_entries ( -- [student_id] what a school notes of its guest; it goes back with the student
  student_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  path text collate "C" not null,
  there_path text collate "C" not null,
  kind text not null check (kind in ('RESULT', 'ATTENDANCE', 'CONDUCT', 'OTHER')),
  sealed bytea not null,
  person_name text not null,
  made_at timestamptz not null,
  primary key (student_id, id)
);

-- 升级 ----------------------------------------------------------------------------------------------------

create table promotions ( -- [reference] one rehearsal, and the act where it was ordered
  id uuid primary key,
  institution_id uuid not null,
  path text collate "C" not null,
  school_year smallint not null,
  state text not null check (state in ('REHEARSED', 'ORDERED', 'RUNNING', 'DONE', 'CANCELLED', 'TAKING_BACK',
    'TAKEN_BACK')),
  takes_effect_on date not null,
  totals jsonb not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  ordered_by uuid,
  ordered_by_name text,
  ordered_at timestamptz,
  done_on date,
  take_back_reason text
);

create table promotion_schools ( -- [reference] one unit of work of an act
  promotion_id uuid not null,
  school_id uuid not null,
  path text collate "C" not null,
  state text not null check (state in ('WAITING', 'PROMOTED', 'TAKEN_BACK')),
  promoted integer not null default 0,
  taken_back integer not null default 0,
  at timestamptz,
  primary key (promotion_id, school_id)
);

-- 出具的文书 ----------------------------------------------------------------------------------------------

create table form_wordings ( -- [reference] how an authority calls a form and its items
  place_code text not null,
  form text not null,
  set_at timestamptz not null,
  replaced_at timestamptz,
  title text,
  note text,
  labels jsonb not null,
  set_by uuid not null,
  set_by_name text not null,
  primary key (place_code, form, set_at)
);

create table paper_sheets ( -- [reference] on what sheet an authority has a paper printed
  place_code text not null,
  form text not null,
  set_at timestamptz not null,
  replaced_at timestamptz,
  sheet jsonb not null,
  set_by uuid not null,
  set_by_name text not null,
  primary key (place_code, form, set_at)
);

create table paper_templates ( -- [reference] an authority's own templates, from the day that two people have laid down
  place_code text not null,
  id uuid not null,
  form text not null,
  source_text text not null,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  confirmed_by_name text,
  valid_from date,
  ended_at timestamptz,
  ended_by_name text,
  primary key (place_code, id)
);

create table paper_template_faults ( -- [place_code] papers that were printed as we drew them because a template failed
  place_code text not null,
  id uuid not null,
  template_id uuid not null,
  at timestamptz not null,
  fault text not null,
  primary key (place_code, id)
);

create table issued_papers ( -- [code_hash] a paper that left the printer, found again by the code printed on it
  code_hash bytea primary key,
  id uuid not null,
  kind text not null,
  path text collate "C" not null,
  institution_id uuid not null,
  student_id uuid,
  told jsonb not null,
  digest bytea,
  issued_by uuid,
  issued_by_name text not null,
  issued_at timestamptz not null,
  valid_to date,
  revoked_at timestamptz,
  revoked_by uuid,
  revoked_by_name text,
  revoke_reason text,
  looks integer not null default 0,
  last_looked_at timestamptz,
  check ((revoked_at is null) = (revoke_reason is null))
);

-- 毕业 ----------------------------------------------------------------------------------------------------

create table graduation_results ( -- [student_id] what a school recorded of a graduand, and what came of it
  student_id uuid not null,
  school_id uuid not null,
  stage text not null check (stage in ('PRIMARY', 'JUNIOR', 'SENIOR')),
  year smallint not null,
  path text collate "C" not null,
  facts jsonb not null,
  version integer not null,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  outcome text check (outcome in ('GRADUATED', 'COMPLETED', 'LEFT_PARTIAL')),
  grounds jsonb,
  case_id uuid,
  primary key (student_id, school_id, stage, year),
  check ((outcome is null) = (case_id is null))
);

-- 学籍档案 ------------------------------------------------------------------------------------------------

create table file_papers ( -- [student_id] what was put straight into a student's file; nothing is taken out, a wrong one is corrected by another
  student_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  path text collate "C" not null,
  head text not null check (head in ('BASICS', 'PROOFS', 'DEVELOPMENT', 'HEALTH', 'AWARDS', 'AID', 'FURTHER')),
  paper text not null,
  what text not null,
  dated_on date not null,
  file_id uuid,
  media_type text,
  size integer,
  pages smallint,
  digest bytea,
  corrects uuid,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  primary key (student_id, id),
  check ((file_id is null) = (digest is null))
);

create table file_notes ( -- [student_id] a head of which there is nothing so far: said, not left open
  student_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  path text collate "C" not null,
  head text not null check (head in ('DEVELOPMENT', 'AWARDS', 'AID')),
  school_year smallint not null,
  term smallint not null check (term in (1, 2)),
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  primary key (student_id, id)
);

create table health_records ( -- [student_id] one kind of health record of a school year; a corrected one is replaced, never overwritten
  student_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  path text collate "C" not null,
  kind text not null check (kind in ('EXAMINATION', 'FITNESS', 'VACCINATION')),
  school_year smallint not null,
  grade smallint not null,
  measured_on date not null,
  sealed bytea not null,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  replaced_at timestamptz,
  primary key (student_id, id)
);

create table file_field_values ( -- [student_id] what stands in a field that an authority has set; replaced, never overwritten
  student_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  path text collate "C" not null,
  place_code text not null,
  field text not null,
  sealed bytea not null,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  replaced_at timestamptz,
  primary key (student_id, id)
);

create table base_form_checks ( -- [student_id] the class teacher has looked through a student's base form, as it then was
  student_id uuid not null,
  id uuid not null,
  class_group_id uuid not null,
  path text collate "C" not null,
  school_year smallint not null,
  term smallint not null check (term in (1, 2)),
  sealed bytea not null,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  replaced_at timestamptz,
  primary key (student_id, id)
);

create table base_form_sign_offs ( -- [class_group_id] a class group's base forms are checked for a term
  class_group_id uuid not null,
  school_year smallint not null,
  term smallint not null check (term in (1, 2)),
  path text collate "C" not null,
  students smallint not null,
  lacking smallint not null,
  signed_by uuid not null,
  signed_by_name text not null,
  signed_at timestamptz not null,
  reviewed_by uuid,
  reviewed_by_name text,
  reviewed_at timestamptz,
  primary key (class_group_id, school_year, term)
);

-- 毕业证书 ------------------------------------------------------------------------------------------------

create table certificate_batches ( -- [reference] the certificates of one list of graduands, numbered in one act
  id uuid primary key,
  case_id uuid not null,
  school_id uuid not null,
  path text collate "C" not null,
  stage text not null check (stage in ('PRIMARY', 'JUNIOR', 'SENIOR')),
  year smallint not null,
  outcome text not null check (outcome in ('GRADUATED', 'COMPLETED', 'LEFT_PARTIAL')),
  law_day date not null,
  numbered_by text not null check (numbered_by in ('SCHOOL', 'COUNTY', 'CITY')),
  maker_id uuid not null,
  maker_name text not null,
  student_numbers boolean not null,
  basis text not null,
  numbered_on date not null
);

create table certificate_marks ( -- [batch_id] a signature or stamp on every certificate of a batch
  batch_id uuid not null,
  mark text not null check (mark in ('PRINCIPAL', 'SCHOOL', 'COUNTY', 'CITY', 'REGISTRY')),
  path text collate "C" not null,
  marked_on date not null,
  institution_name text not null,
  account_id uuid not null,
  person_name text not null,
  reason text,
  primary key (batch_id, mark)
);

create table certificates ( -- [student_id] the stub 存根; what was printed on the paper stands here as it was
  student_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  path text collate "C" not null,
  school_id uuid not null,
  stage text not null check (stage in ('PRIMARY', 'JUNIOR', 'SENIOR')),
  outcome text not null check (outcome in ('GRADUATED', 'COMPLETED', 'LEFT_PARTIAL')),
  number text not null,
  serial integer not null,
  name text not null,
  gender text not null,
  born_on date not null,
  studied_from date not null,
  studied_to date not null,
  class_words text not null,
  photo_id uuid,
  paper_id uuid not null,
  sealed bytea not null,
  handed_on date,
  handed_to text,
  handed_by_name text,
  called_back_on date,
  called_back_by_name text,
  call_back_reason text,
  primary key (student_id, id),
  check ((handed_on is null) = (handed_to is null)),
  check ((called_back_on is null) = (call_back_reason is null))
);

create table academic_proofs ( -- [student_id] the stub of a proof that stands for a lost certificate
  student_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  path text collate "C" not null,
  school_id uuid not null,
  stage text not null check (stage in ('PRIMARY', 'JUNIOR', 'SENIOR')),
  outcome text not null check (outcome in ('GRADUATED', 'COMPLETED', 'LEFT_PARTIAL')),
  number text not null,
  ordinal smallint not null check (ordinal > 0),
  certificate_number text,
  name text not null,
  gender text not null,
  born_on date not null,
  studied_from date not null,
  studied_to date not null,
  photo_id uuid,
  paper_id uuid not null,
  sealed bytea not null,
  issued_on date not null,
  primary key (student_id, id)
);

-- 考勤 ----------------------------------------------------------------------------------------------------

create table attendance_days ( -- [class_group_id] the roll was called: whoever is not among the absences was there
  class_group_id uuid not null,
  taken_on date not null,
  path text collate "C" not null,
  morning_periods smallint not null check (morning_periods between 0 and 8),
  afternoon_periods smallint not null check (afternoon_periods between 0 and 8),
  taken_by uuid not null,
  taken_by_name text not null,
  taken_at timestamptz not null,
  corrected_by_name text,
  corrected_at timestamptz,
  primary key (class_group_id, taken_on)
);

create table absences ( -- [student_id]
  student_id uuid not null,
  id uuid not null,
  class_group_id uuid not null,
  path text collate "C" not null,
  absent_on date not null,
  half text not null check (half in ('MORNING', 'AFTERNOON')),
  kind text not null check (kind in ('SICK', 'PERSONAL', 'TRUANT', 'LATE', 'LEFT_EARLY', 'EXCUSED')),
  periods smallint not null check (periods between 0 and 8),
  entered_by uuid not null,
  entered_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  end_reason text,
  primary key (student_id, id)
);

create table leaves_of_absence ( -- [student_id]
  student_id uuid not null,
  id uuid not null,
  class_group_id uuid not null,
  path text collate "C" not null,
  reason text not null check (reason in ('ILLNESS', 'PERSONAL')),
  begins_on date not null,
  ends_on date not null check (ends_on >= begins_on),
  days smallint not null check (days > 0),
  guardian_proof boolean not null,
  diagnosis boolean not null,
  state text not null check (state in ('ASKED', 'GRANTED', 'DECLINED')),
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  granted_as text,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  opinion text,
  findings jsonb not null default '[]',
  primary key (student_id, id)
);

create table gate_slips ( -- [student_id] a child leaves while school is on
  student_id uuid not null,
  id uuid not null,
  class_group_id uuid not null,
  path text collate "C" not null,
  slip_on date not null,
  reason text not null,
  guardian_called boolean not null,
  signed_by uuid not null,
  signed_by_name text not null,
  signed_at timestamptz not null,
  released_at timestamptz,
  released_by_name text,
  primary key (student_id, id)
);

create table guardian_contacts ( -- [student_id]
  student_id uuid not null,
  id uuid not null,
  path text collate "C" not null,
  contacted_on date not null,
  way text not null check (way in ('PHONE', 'VISIT', 'MEETING', 'LETTER')),
  sealed bytea not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  primary key (student_id, id)
);

create table written_reports ( -- [student_id] what was told to whom about a child who stays away
  student_id uuid not null,
  id uuid not null,
  path text collate "C" not null,
  matter text not null check (matter in ('TRUANCY', 'DROPOUT', 'RETURN')),
  recipient text not null check (recipient in ('TOWNSHIP', 'COUNTY', 'AUTHORITY')),
  recipient_name text not null,
  reported_on date not null,
  paper_number text,
  case_id uuid,
  received_on date,
  received_by text,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  primary key (student_id, id)
);

-- 考核 ----------------------------------------------------------------------------------------------------

create table school_subjects ( -- [school_id] where a school teaches otherwise than the national list, and its own modules
  school_id uuid not null,
  stage text not null check (stage in ('PRIMARY', 'JUNIOR', 'SENIOR')),
  subject text not null,
  path text collate "C" not null,
  subject_name text not null,
  grades smallint[] not null,
  scale text not null check (scale in ('POINTS', 'RATING', 'CREDITS')),
  full_points smallint check (full_points between 1 and 300),
  category text check (category in ('REQUIRED', 'SUBJECT_ELECTIVE', 'ELECTIVE', 'SCHOOL_ELECTIVE')),
  credits numeric(4, 1) check (credits > 0 and credits <= 30),
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  primary key (school_id, stage, subject)
);

create table elective_offers ( -- [school_id] a module that a school offers in a term, with its places
  school_id uuid not null,
  id uuid not null,
  path text collate "C" not null,
  school_year smallint not null,
  term smallint not null check (term in (1, 2)),
  subject text not null,
  subject_name text not null,
  grades smallint[] not null,
  category text not null check (category in ('SUBJECT_ELECTIVE', 'ELECTIVE', 'SCHOOL_ELECTIVE')),
  credits numeric(4, 1) not null,
  capacity smallint not null check (capacity between 1 and 2000),
  taught_by_name text not null,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  closed_at timestamptz,
  primary key (school_id, id),
  unique (school_id, school_year, term, subject)
);

create table elective_choices ( -- [student_id] one module that a student has chosen; what is given up is ended and stays
  student_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  path text collate "C" not null,
  offer_id uuid not null,
  class_group_id uuid not null,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (student_id, id)
);

create table assessments ( -- [student_id] one result; a corrected one is ended and stays
  student_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  class_group_id uuid not null,
  path text collate "C" not null,
  stage text not null check (stage in ('PRIMARY', 'JUNIOR', 'SENIOR')),
  grade smallint not null check (grade between 1 and 12),
  school_year smallint not null,
  term smallint not null check (term in (1, 2)),
  kind text not null check (kind in ('USUAL', 'MONTHLY', 'MIDTERM', 'FINAL', 'MAKE_UP', 'PROFICIENCY', 'SPORT', 'CREDITS')),
  subject text not null,
  subject_name text not null,
  points numeric(5, 1) check (points >= 0 and points <= full_points),
  full_points smallint,
  rating text check (rating in ('A', 'B', 'C', 'D')),
  mark text check (mark in ('ABSENT', 'EXEMPT', 'LISTED', 'PASSED', 'FAILED')),
  category text check (category in ('REQUIRED', 'SUBJECT_ELECTIVE', 'ELECTIVE', 'SCHOOL_ELECTIVE')),
  credits numeric(4, 1),
  brought_from text,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  end_reason text,
  primary key (student_id, id),
  check (num_nonnulls(points, rating, mark) <= 1)
);

create table quality_reports ( -- [student_id] one version of a report; the one before is ended and stays
  student_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  class_group_id uuid not null,
  path text collate "C" not null,
  stage text not null check (stage in ('PRIMARY', 'JUNIOR', 'SENIOR')),
  grade smallint not null check (grade between 1 and 12),
  school_year smallint not null,
  term smallint not null check (term in (1, 2)),
  occasion text not null check (occasion in ('MIDTERM', 'FINAL', 'INTERIM', 'GRADUATING')),
  ratings jsonb not null,
  teacher_words text not null,
  version integer not null,
  brought_from text,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  signed_by uuid,
  signed_by_name text,
  signed_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  end_reason text,
  primary key (student_id, id)
);

create table practice_records ( -- [student_id]
  student_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  class_group_id uuid not null,
  path text collate "C" not null,
  stage text not null check (stage in ('PRIMARY', 'JUNIOR', 'SENIOR')),
  grade smallint not null check (grade between 1 and 12),
  kind text not null check (kind in ('SOCIAL_PRACTICE', 'COMMUNITY_SERVICE', 'VOLUNTEERING', 'RESEARCH', 'LABOUR')),
  activity text not null,
  held_on date not null,
  hours numeric(5, 1) not null check (hours > 0 and hours <= 500),
  part_taken text not null,
  confirmed_by_name text not null,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  end_reason text,
  primary key (student_id, id)
);

-- 分班 ----------------------------------------------------------------------------------------------------

create table class_plans ( -- [reference] how the entrants of one grade of a school shall sit
  id uuid primary key,
  school_id uuid not null,
  path text collate "C" not null,
  county text not null,
  stage text not null check (stage in ('PRIMARY', 'JUNIOR', 'SENIOR')),
  grade smallint not null check (grade between 1 and 12),
  intake_year smallint not null,
  state text not null check (state in ('OPEN', 'PUBLISHED', 'DISCARDED')),
  case_id uuid,
  seed text not null,
  draws smallint not null default 1,
  drawn_at timestamptz not null,
  group_ids uuid[] not null,
  wishes jsonb not null default '[]',
  teachers jsonb,
  sealed bytea not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  version integer not null default 1
);

create table class_plan_seats ( -- [plan_id] where each entrant was drawn to and where the plan has one now
  plan_id uuid not null,
  student_id uuid not null,
  path text collate "C" not null,
  drawn_id uuid not null,
  class_group_id uuid not null,
  primary key (plan_id, student_id)
);

create table class_plan_adjustments ( -- [plan_id] 人工调整, each with its reason
  plan_id uuid not null,
  seq smallint not null,
  path text collate "C" not null,
  student_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  reason text not null,
  account_id uuid not null,
  person_name text not null,
  at timestamptz not null,
  taken_back_at timestamptz,
  primary key (plan_id, seq)
);

-- 辅号 ----------------------------------------------------------------------------------------------------

create table number_counters ( -- [scope] 顺序号, taken in the transaction that gives the numbers: no gap, no double
  scope text collate "C" primary key,
  last integer not null
);

create table secondary_numbers ( -- [student_id]
  student_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('LOCAL', 'EXAM', 'SCHOOL')),
  path text collate "C" not null,
  school_id uuid not null,
  stage text not null check (stage in ('PRIMARY', 'JUNIOR', 'SENIOR')),
  number text not null,
  scope text not null,
  serial integer not null,
  basis text not null,
  event text not null,
  issued_by uuid not null,
  issued_by_name text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  end_event text,
  primary key (student_id, id)
);

-- 奖惩资助 ------------------------------------------------------------------------------------------------

create table disciplines ( -- [student_id] a revoked one leaves the student's file and stays with the school
  student_id uuid not null,
  case_id uuid not null,
  school_id uuid not null,
  path text collate "C" not null,
  stage text not null check (stage in ('PRIMARY', 'JUNIOR', 'SENIOR')),
  kind text not null check (kind in ('WARNING', 'SERIOUS_WARNING', 'DEMERIT', 'PROBATION', 'EXPULSION')),
  level text not null check (level in ('CLASS', 'SCHOOL', 'ABOVE_SCHOOL')),
  filed boolean not null,
  given_on date not null,
  until_on date check (until_on > given_on),
  revoked_on date check (revoked_on >= given_on),
  revoking_case_id uuid,
  primary key (student_id, case_id),
  check ((revoked_on is null) = (revoking_case_id is null))
);

create table awards ( -- [student_id] proposed by whoever knows the student, granted by the school's leader
  student_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  class_group_id uuid,
  path text collate "C" not null,
  stage text not null check (stage in ('PRIMARY', 'JUNIOR', 'SENIOR')),
  category text not null check (category in ('ACADEMIC', 'TITLE', 'ACTIVITY')),
  level text not null check (level in ('CLASS', 'SCHOOL', 'ABOVE_SCHOOL')),
  title text not null,
  school_year smallint not null,
  given_on date not null,
  giver text not null,
  reviewed_by text check (reviewed_by in ('ACADEMIC_OFFICE', 'MORAL_OFFICE', 'YOUTH_LEAGUE')),
  approved_by text check (approved_by in ('TEACHING_HEAD', 'MORAL_HEAD')),
  state text not null check (state in ('PROPOSED', 'GRANTED', 'DECLINED', 'CANCELLED')),
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text,
  filed boolean,
  primary key (student_id, id)
);

create table school_life_papers ( -- [student_id] a picture of what was shown: a diagnosis, a certificate of an award
  student_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  path text collate "C" not null,
  entry_kind text not null check (entry_kind in ('LEAVE_OF_ABSENCE', 'AWARD')),
  entry_id uuid not null,
  paper text not null check (paper in ('GUARDIAN_PROOF', 'DIAGNOSIS', 'CERTIFICATE')),
  file_id uuid not null,
  media_type text not null,
  size integer not null,
  pages smallint not null,
  digest bytea not null,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  primary key (student_id, id)
);

create table hardships ( -- [student_id] 家庭经济困难认定, for a school year and until it is cancelled
  student_id uuid not null,
  case_id uuid not null,
  path text collate "C" not null,
  degree text not null check (degree in ('SPECIAL', 'GREAT', 'SOME')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  ending_case_id uuid,
  primary key (student_id, case_id)
);

create table aids ( -- [student_id] what a student received; a wrong entry is cancelled and stays
  student_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  path text collate "C" not null,
  scheme text not null check (scheme in ('LIVING', 'FEES', 'GRANT', 'MEALS', 'OTHER')),
  amount numeric(9, 2) not null check (amount > 0),
  school_year smallint not null,
  term smallint not null check (term in (1, 2)),
  given_on date not null,
  note text,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  end_reason text,
  primary key (student_id, id)
);

create table dropout_hand_overs ( -- [student_id] the file of a migrant child who dropped out goes home at term end
  student_id uuid not null,
  term_ends_on date not null,
  path text collate "C" not null,
  authority_id uuid not null,
  receiver_name text not null,
  on_paper boolean not null,
  sent_on date not null,
  sent_by uuid not null,
  sent_by_name text not null,
  received_on date,
  received_by text,
  primary key (student_id, term_ends_on)
);

-- 文件、设置、重试 ----------------------------------------------------------------------------------------

create table files ( -- [id] the bytes lie encrypted outside the database
  id uuid primary key,
  path text collate "C" not null,
  kind text not null check (kind in ('WORKBOOK', 'PHOTO', 'EVIDENCE', 'PACKAGE', 'SCHOOL_FILE')),
  media_type text not null,
  size bigint not null,
  digest bytea not null,
  made_by uuid not null,
  made_at timestamptz not null
);

create table settings ( -- [reference]
  place_code text not null,
  name text not null,
  value jsonb not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  set_by uuid,
  note text,
  primary key (place_code, name, valid_from)
);

create table local_settings ( -- [reference]
  place_code text not null,
  name text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  value jsonb not null,
  notice jsonb not null,
  case_id uuid not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (place_code, name, valid_from)
);

create table admission_plans ( -- [reference] how many new students a school may take in, every version
  school_id uuid not null,
  stage text not null check (stage in ('PRIMARY', 'JUNIOR', 'SENIOR')),
  intake_year smallint not null,
  set_at timestamptz not null,
  replaced_at timestamptz check (replaced_at > set_at),
  path text collate "C" not null,
  places integer not null check (places >= 0),
  catchment text,
  cross_city_places integer check (cross_city_places between 0 and places),
  paper jsonb not null,
  case_id uuid not null,
  set_by uuid not null,
  primary key (school_id, stage, intake_year, set_at)
);

create table admission_roll ( -- [school_id] who is admitted by a school in a stage and a year, from the roll to the registration
  school_id uuid not null,
  id uuid not null,
  path text collate "C" not null,
  stage text not null check (stage in ('PRIMARY', 'JUNIOR', 'SENIOR')),
  intake_year smallint not null,
  name text not null,
  identity_masked text not null,
  identity_hash bytea,
  sealed bytea not null,
  entry_way text not null,
  household_area text,
  source_area text,
  former_school text,
  notice_number text,
  student_id uuid,
  entrant_id uuid,
  case_id uuid,
  photo_id uuid,
  deferred_to date,
  checked_in_on date,
  papers_shown text[] not null default '{}',
  fees_paid_on date,
  dropout_on date,
  ended_on date,
  end_reason text check (end_reason in ('NO_SHOW', 'FRAUD', 'ELSEWHERE', 'FINISHED', 'MISTAKE')),
  made_by uuid not null,
  made_at timestamptz not null,
  version integer not null default 1,
  primary key (school_id, id),
  check ((ended_on is null) = (end_reason is null))
);

create table admission_roll_acts ( -- [school_id] what was done about somebody on the roll: asked, granted, urged, reported, ended
  school_id uuid not null,
  roll_id uuid not null,
  id uuid not null,
  path text collate "C" not null,
  act text not null,
  acted_on date not null,
  acted_at timestamptz not null,
  acted_by uuid not null,
  acted_by_name text not null,
  facts jsonb not null,
  sealed bytea,
  findings jsonb not null,
  primary key (school_id, roll_id, id)
);

create table idempotency_keys ( -- local
  account_id uuid not null,
  key text not null,
  request_digest bytea not null,
  status smallint,
  body bytea,
  at timestamptz not null,
  primary key (account_id, key)
);

create table node_facts ( -- local: what this installation must remember about itself
  name text primary key,
  value jsonb not null,
  at timestamptz not null
);

-- 变动 ----------------------------------------------------------------------------------------------------

create table outbox ( -- local: what a transaction changed, until it has its place in the feed
  id uuid primary key,
  written_at pg_lsn not null default pg_current_wal_insert_lsn(),
  at timestamptz not null,
  events jsonb not null
);

create table feed_events ( -- local: every change in one order, for those who follow; append-only
  position bigint primary key,
  id uuid not null unique,
  at timestamptz not null,
  kind text not null,
  path text collate "C" not null,
  counterpart_path text collate "C",
  student_id uuid,
  case_id uuid,
  body jsonb not null
);

-- 对接 ----------------------------------------------------------------------------------------------------

create table partner_systems ( -- local: who outside may follow the feed, on whose approval
  id uuid primary key,
  institution_id uuid not null,
  path text collate "C" not null,
  scope_path text collate "C" not null,
  scope_name text not null,
  name text not null,
  recipient text not null,
  purpose text not null,
  basis text not null,
  with_numbers boolean not null,
  valid_to date not null,
  state text not null check (state in ('APPLIED', 'APPROVED', 'DECLINED', 'REVOKED')),
  key_hash bytea unique,
  key_tail text,
  key_made_at timestamptz,
  key_used_at timestamptz,
  applied_by uuid not null,
  applied_by_name text not null,
  applied_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decided_note text,
  check (state not in ('APPROVED', 'DECLINED') or decided_by <> applied_by)
);

create table webhooks ( -- local: where the feed of a partner system is delivered
  id uuid primary key,
  system_id uuid not null,
  path text collate "C" not null,
  url text not null,
  kinds text[] not null,
  secret_sealed bytea not null,
  state text not null check (state in ('ACTIVE', 'PAUSED', 'ENDED')),
  state_note text,
  position bigint not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null
);

create table webhook_deliveries ( -- local
  webhook_id uuid not null,
  position bigint not null,
  path text collate "C" not null,
  event_id uuid not null,
  event_kind text not null,
  student_id uuid,
  state text not null check (state in ('WAITING', 'DELIVERED', 'DEAD')),
  attempts smallint not null default 0,
  next_at timestamptz not null,
  tried_at timestamptz,
  answer_status smallint,
  fault text,
  primary key (webhook_id, position)
);

-- 通知 ----------------------------------------------------------------------------------------------------

create table notices ( -- local: what a person of the house is told
  account_id uuid not null,
  id uuid not null,
  path text collate "C" not null,
  kind text not null,
  source text not null,
  case_id uuid,
  student_id uuid,
  sentence text not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (account_id, id),
  unique (account_id, source)
);

create table notice_choices ( -- local: what a person wishes to hear, and where
  account_id uuid primary key,
  path text collate "C" not null,
  kinds jsonb not null,
  digest boolean not null,
  sealed bytea not null,
  changed_at timestamptz not null
);

create table messages ( -- local: what leaves by e-mail or short message; whom it goes to is unsealed only for sending
  id uuid primary key,
  path text collate "C" not null,
  channel text not null check (channel in ('MAIL', 'SMS')),
  source text not null unique,
  account_id uuid,
  student_id uuid,
  guardian_ordinal smallint,
  sentences text[] not null,
  state text not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'UNCLEAR')),
  attempts smallint not null default 0,
  next_at timestamptz not null,
  fault text,
  made_at timestamptz not null,
  sent_at timestamptz
);

-- 审计 ----------------------------------------------------------------------------------------------------

create table audit_events ( -- [id] append-only
  id uuid primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  account_id uuid,
  person_name text,
  institution_id uuid,
  path text collate "C" not null,
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  reason text,
  request_id text,
  detail jsonb not null default '{}',
  payload_digest bytea
);

create table audit_leaves ( -- local
  position bigint primary key,
  event_id uuid not null unique,
  leaf bytea not null
);

create table audit_heads ( -- local
  size bigint primary key,
  root bytea not null,
  previous_root bytea,
  first_event_id uuid,
  last_event_id uuid,
  last_xid xid8 not null,
  sealed_at timestamptz not null,
  key_id text not null,
  signature bytea not null
);

-- 家长 ----------------------------------------------------------------------------------------------------

create table family_links ( -- [student_id] a way in for one guardian of one student, handed out by the school
  student_id uuid not null,
  id uuid not null,
  path text collate "C" not null,
  school_id uuid not null,
  guardian_ordinal smallint not null,
  guardian_name text not null,
  relation text not null,
  secret_hash bytea not null,
  phone_check bytea,
  document_check bytea,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  valid_to date not null,
  wrong_tries smallint not null default 0,
  locked_at timestamptz,
  opened_at timestamptz,
  revoked_at timestamptz,
  revoked_by_name text,
  primary key (student_id, id)
);

create table family_sessions ( -- local
  token_hash bytea primary key,
  student_id uuid not null,
  link_id uuid not null,
  csrf_token text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);

create table family_signatures ( -- [student_id] a base form signed by a guardian, with exactly what was signed
  student_id uuid not null,
  id uuid not null,
  path text collate "C" not null,
  link_id uuid not null,
  guardian_name text not null,
  step text not null check (step in ('FILLED', 'FINAL')),
  form_digest bytea not null,
  sealed bytea not null,
  file_id uuid not null,
  signed_at timestamptz not null,
  teacher_name text,
  teacher_checked_at timestamptz,
  leader_name text,
  leader_checked_at timestamptz,
  primary key (student_id, id)
);

create table family_requests ( -- [student_id] what a guardian asks of the school or its authority
  student_id uuid not null,
  id uuid not null,
  path text collate "C" not null,
  school_id uuid not null,
  receiver_id uuid not null,
  link_id uuid not null,
  guardian_name text not null,
  relation text not null,
  kind text not null check (kind in ('CORRECTION', 'TRANSFER', 'LEAVE', 'LEAVE_EXTENSION', 'RETURN', 'COMPLAINT')),
  sealed bytea not null,
  state text not null check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  sent_at timestamptz not null,
  answer_by date not null,
  answered_at timestamptz,
  answered_by_name text,
  opinion text,
  finding jsonb,
  case_id uuid,
  invitation_id uuid,
  primary key (student_id, id)
);

create table family_papers ( -- [student_id] photographs of papers; loose until a request takes them
  student_id uuid not null,
  id uuid not null,
  path text collate "C" not null,
  link_id uuid not null,
  request_id uuid,
  what text not null,
  file_id uuid not null,
  media_type text not null,
  size bigint not null,
  pages smallint not null,
  digest bytea not null,
  made_at timestamptz not null,
  primary key (student_id, id)
);
