-- Row policies and grants: the caller's scope is a text range, set for the transaction with SET LOCAL app.lo / app.hi.
-- Unset and empty both deny. The application's role owns nothing and can switch none of this off.

do $$
declare
  scoped text;
begin
  foreach scoped in array array['students', 'key_data', 'guardians', 'numbers', 'registrations', 'class_memberships',
    'record_copies', 'roster', 'imports', 'entrants', 'accounts', 'offices', 'files', 'audit_events',
    'promotions', 'promotion_schools', 'issued_papers', 'graduation_results',
    'certificate_batches', 'certificate_marks', 'certificates', 'academic_proofs',
    'file_papers', 'file_notes', 'health_records', 'file_field_values', 'base_form_checks', 'base_form_sign_offs',
    'attendance_days', 'absences', 'leaves_of_absence', 'gate_slips', 'guardian_contacts', 'written_reports',
    'disciplines', 'awards', 'hardships', 'aids', 'school_life_papers',
    'school_subjects', 'elective_offers', 'elective_choices', 'assessments', 'quality_reports', 'practice_records',
    'dropout_hand_overs',
    'file_folders', 'file_packages', 'received_packages', 'trusted_keys',
    'school_file_proposals', 'school_file_closings', 'school_file_items',
    'class_plans', 'class_plan_seats', 'class_plan_adjustments', 'secondary_numbers', 'admission_plans', 'admission_roll', 'admission_roll_acts',
    'family_links', 'family_signatures', 'family_requests', 'family_papers',
    'partner_systems', 'webhooks', 'webhook_deliveries', 'notices', 'notice_choices', 'messages'] loop
    execute format('alter table %I enable row level security', scoped);
    execute format('alter table %I force row level security', scoped);
    execute format($policy$create policy scope on %I
      using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true))$policy$, scoped);
  end loop;
end
$$;

-- Reading the trail is scoped, writing it never fails for want of scope: an act without its row must not happen.
create policy append on audit_events for insert with check (true);

-- What two sides take part in is seen by both. Where the law of the house has one side write for the other too, whoever sees
-- it may write it; where not, only who holds both sides may: the search, the dispute, acts beyond the scope of either side.
do $$
declare
  here constant text := $in$(path >= current_setting('app.lo', true) and path < current_setting('app.hi', true))$in$;
  there constant text := $in$(%1$I >= current_setting('app.lo', true) and %1$I < current_setting('app.hi', true))$in$;
  two record;
  seen text;
  held text;
begin
  for two in select * from (values
    ('cases', 'counterpart_path', 'EITHER'), ('case_events', 'counterpart_path', 'EITHER'),
    ('feed_events', 'counterpart_path', 'EITHER'), ('file_hand_overs', 'counterpart_path', 'EITHER'),
    ('transfer_invitations', 'counterpart_path', 'EITHER'), ('evidence', 'counterpart_path', 'EITHER'),
    ('suspected_pairs', 'other_path', 'BOTH'), ('study_arrangements', 'there_path', 'BOTH'),
    ('guest_entries', 'there_path', 'BOTH')
  ) as sides (scoped, other, written_by) loop
    seen := here || ' or ' || format(there, two.other);
    held := here || ' and (' || format('%I is null or ', two.other) || format(there, two.other) || ')';
    execute format('alter table %I enable row level security', two.scoped);
    execute format('alter table %I force row level security', two.scoped);
    if two.written_by = 'EITHER' then
      execute format('create policy scope on %I using (%s)', two.scoped, seen);
    else
      execute format('create policy seen on %I for select using (%s)', two.scoped, seen);
      execute format('create policy scope on %I using (%s)', two.scoped, held);
    end if;
  end loop;
end
$$;

alter table worklist enable row level security;
alter table worklist force row level security;
create policy scope on worklist
  using ((holder_path >= current_setting('app.lo', true) and holder_path < current_setting('app.hi', true))
    or (origin_path >= current_setting('app.lo', true) and origin_path < current_setting('app.hi', true))
    or (counterpart_path >= current_setting('app.lo', true) and counterpart_path < current_setting('app.hi', true)));

-- The directory is read by all who are signed in and written inside the writer's own place.
alter table institutions enable row level security;
alter table institutions force row level security;
create policy directory on institutions for select using (true);
create policy scope on institutions
  using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
alter table class_groups enable row level security;
alter table class_groups force row level security;
create policy directory on class_groups for select using (true);
create policy scope on class_groups
  using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));

grant usage on schema public to xueji_app;
grant select on all tables in schema public to xueji_app;
grant insert, update on places, institutions, campuses, supervisions, class_groups, accounts, login_sessions, offices,
  students, guardians, roster, imports, entrants, worklist, settings, idempotency_keys, node_facts to xueji_app;
grant delete on campuses, guardians, roster, entrants, worklist, open_cases, identities, duplicate_keys,
  idempotency_keys to xueji_app;
-- Facts are never overwritten, they are ended; what is history is only added to.
grant insert on identities, key_data, numbers, number_holders, registrations, class_memberships, duplicate_keys, cases,
  case_events, open_cases, record_copies, files, local_settings, audit_events, audit_leaves, audit_heads to xueji_app;
grant update (student_id, claimed_by, claimed_at) on identities to xueji_app;
grant update (valid_to, path) on key_data, numbers, class_memberships to xueji_app;
grant update (valid_to, ended_by, end_reason) on registrations to xueji_app;
grant update (valid_to) on local_settings to xueji_app;
-- A case may lose part of what it holds to another; the lock that makes deciders queue up (SELECT … FOR UPDATE) asks for
-- the right to update some column as well.
grant update (title, data, offline) on cases to xueji_app;
-- A paper is returned or withdrawn, otherwise it stays as it was handed in; what nobody has acted on yet may be taken back.
grant insert, update on promotions, promotion_schools to xueji_app;
-- Words on forms are replaced by their next version, never changed.
grant insert, update (replaced_at) on form_wordings to xueji_app;
grant insert, update (replaced_at) on paper_sheets to xueji_app;
-- Every version of a template stays; the second person puts it into force, either ends it.
grant insert, update (confirmed_at, confirmed_by, confirmed_by_name, valid_from, ended_at, ended_by_name)
  on paper_templates to xueji_app;
grant insert on paper_template_faults to xueji_app;
-- What was issued stays; it may be revoked, and it counts how often it was looked up.
grant insert on issued_papers to xueji_app;
grant update (digest, revoked_at, revoked_by, revoked_by_name, revoke_reason, looks, last_looked_at) on issued_papers
  to xueji_app;
-- Results are recorded anew until the stage has ended by them.
grant insert, update on graduation_results to xueji_app;
grant insert on former_names, file_custodies to xueji_app;
grant insert on study_arrangements, guest_entries to xueji_app;
grant update (path, ended_on, end_reason) on study_arrangements to xueji_app;
grant update (path) on guest_entries to xueji_app;
grant insert on evidence to xueji_app;
grant update (returned_at, returned_by, return_reason, withdrawn_at, withdrawn_by) on evidence to xueji_app;
grant delete on evidence to xueji_app;
-- A file is owed, sent and received, each once; a family's wish is answered once.
grant insert on file_hand_overs, transfer_invitations to xueji_app;
grant update (sent_on, sent_by, sent_by_name, way, parcel, parts, pages, kept, late_reason, received_on, received_by,
  received_by_name, complete, missing, received_note, supplied_on, ended_on) on file_hand_overs to xueji_app;
grant update (state, answered_at, answered_by_name, refusal_reason, opinion, finding, case_id) on transfer_invitations
  to xueji_app;
-- What is much alike today may not be tomorrow: a read model of the search.
grant insert, update, delete on suspected_pairs to xueji_app;
-- An open membership may get its seat number; the rest of it is history.
grant update (seat_no) on class_memberships to xueji_app;
-- The register of a class group: what was marked is ended and marked anew; a request is decided once, a slip used once.
grant insert on attendance_days, absences, leaves_of_absence, gate_slips, guardian_contacts, written_reports to xueji_app;
grant update (morning_periods, afternoon_periods, corrected_by_name, corrected_at) on attendance_days to xueji_app;
grant update (ended_by, ended_at, end_reason) on absences to xueji_app;
grant update (state, granted_as, decided_by, decided_by_name, decided_at, opinion, findings) on leaves_of_absence
  to xueji_app;
grant update (released_at, released_by_name) on gate_slips to xueji_app;
grant update (received_on, received_by) on written_reports to xueji_app;
-- What a transaction changed waits in the outbox and then stands in the feed for good.
grant insert, delete on outbox to xueji_app;
grant insert on feed_events to xueji_app;
-- A series is counted on; a number that was given is ended, never changed.
grant insert, update on number_counters to xueji_app;
grant insert, update (valid_to, end_event, path) on secondary_numbers to xueji_app;
-- A plan of placing is drawn and changed until it is put forward; its adjustments stay with their reasons.
grant insert, update on class_plans, class_plan_seats to xueji_app;
grant insert, update (taken_back_at) on class_plan_adjustments to xueji_app;
grant delete on class_plan_seats to xueji_app;
grant insert, update on partner_systems, webhooks, webhook_deliveries, notice_choices, messages to xueji_app;
grant insert on notices to xueji_app;
grant update (read_at) on notices to xueji_app;
-- The log of what was delivered is kept for a while; the feed itself stays.
grant delete on webhook_deliveries to xueji_app;
-- Discipline is revoked, an award decided on, hardship and aid ended; nothing of it is written over.
grant insert on disciplines, awards, hardships, aids, school_life_papers to xueji_app;
grant update (revoked_on, revoking_case_id) on disciplines to xueji_app;
grant update (state, decided_by, decided_by_name, decided_at, decision_reason, filed) on awards to xueji_app;
grant update (valid_to, ending_case_id) on hardships to xueji_app;
grant update (ended_by, ended_at, end_reason) on aids to xueji_app;
grant insert on dropout_hand_overs to xueji_app;
grant update (received_on, received_by) on dropout_hand_overs to xueji_app;
-- A plan is replaced by its next version, never changed.
grant insert, update (replaced_at) on admission_plans to xueji_app;
-- Who is admitted stays on the roll, ended with its reason; what was done about it is only added to.
grant insert, update on admission_roll to xueji_app;
grant insert on admission_roll_acts to xueji_app;
-- A result is corrected by another one beside it; a report is signed once.
grant insert, update on school_subjects to xueji_app;
grant insert on assessments, quality_reports, practice_records, elective_offers, elective_choices to xueji_app;
grant update (closed_at) on elective_offers to xueji_app;
grant update (ended_by, ended_at) on elective_choices to xueji_app;
grant update (ended_by, ended_at, end_reason) on assessments, quality_reports, practice_records to xueji_app;
grant update (signed_by, signed_by_name, signed_at) on quality_reports to xueji_app;
-- Nothing is taken out of a student's file; what was corrected is replaced and stays. A signed class group is reviewed once.
grant insert on file_papers, file_notes, health_records, file_field_values, base_form_checks, base_form_sign_offs to xueji_app;
grant update (replaced_at) on health_records, file_field_values, base_form_checks to xueji_app;
grant update (students, lacking, signed_by, signed_by_name, signed_at, reviewed_by, reviewed_by_name, reviewed_at)
  on base_form_sign_offs to xueji_app;
-- 家长: a link is locked, opened and taken back; a signed form is checked; a request is answered once; loose papers go.
grant insert, update (wrong_tries, locked_at, opened_at, revoked_at, revoked_by_name) on family_links to xueji_app;
grant insert, update (seen_at, ended_at) on family_sessions to xueji_app;
grant insert, update (teacher_name, teacher_checked_at, leader_name, leader_checked_at) on family_signatures to xueji_app;
grant insert, update (state, answered_at, answered_by_name, opinion, finding, case_id) on family_requests to xueji_app;
grant insert, update (path, request_id), delete on family_papers to xueji_app;
-- Stubs are kept for good: a certificate is handed over once and called back once, a proof never changes.
grant insert on certificate_batches, certificate_marks, certificates, academic_proofs to xueji_app;
grant update (handed_on, handed_to, handed_by_name, called_back_on, called_back_by_name, call_back_reason) on certificates
  to xueji_app;
-- A folder keeps its label; a package leaves once and is attached once; a key is trusted by two and dropped by one.
grant insert on file_folders, file_packages, received_packages, trusted_keys to xueji_app;
grant update (downloaded_at, downloaded_by, downloaded_by_name, digest, size) on file_packages to xueji_app;
grant update (student_id, attached_at, attached_by_name) on received_packages to xueji_app;
grant update (confirmed_by, confirmed_by_name, confirmed_at, ended_at, ended_by_name) on trusted_keys to xueji_app;
-- A closed year of a school's own file is only read from then on.
grant insert on school_file_proposals, school_file_closings, school_file_items to xueji_app;
