-- Indexes: each serves a list, a look-up or a promise; the comment says which.

create unique index registrations_one_open on registrations (student_id) where valid_to is null; -- one live registration
create unique index key_data_one_open on key_data (student_id) where valid_to is null;
create unique index numbers_one_open on numbers (student_id) where valid_to is null;
create unique index class_memberships_one_open on class_memberships (student_id) where valid_to is null;

create index institutions_by_place on institutions (place_code);
create index institutions_by_upper on institutions (upper_id);
create index supervisions_by_authority on supervisions (authority_id);
create index class_groups_by_school on class_groups (school_id, intake_year);
create index class_groups_by_teacher on class_groups (teacher_id);
create index accounts_by_path on accounts (path, login_name);
create index accounts_by_institution on accounts (institution_id);
create index offices_by_institution on offices (institution_id);
create unique index login_sessions_one_live on login_sessions (account_id) where ended_at is null; -- one live session

create index students_by_path on students (path, id); -- the scope check as an index condition
create index registrations_on_leave on registrations (path) where valid_to is null and state = 'ON_LEAVE'; -- whose leave runs out
create index registrations_by_school on registrations (school_id, valid_from); -- rosters as of a day
create index registrations_ended on registrations (path, valid_to) where end_reason is not null; -- who has left a place for good, latest first
create index class_memberships_by_class_group on class_memberships (class_group_id, valid_from);
create index suspected_pairs_by_path on suspected_pairs (path, score desc) where case_id is null;
create index suspected_pairs_by_other_path on suspected_pairs (other_path, score desc) where case_id is null;
create index guardians_by_phone on guardians (phone_hash);

create index roster_by_path on roster (county, path, grade, class_group_id, seat_no, student_id); -- a school's list
create index roster_by_name on roster (county, name, student_id);
create index roster_by_pinyin on roster (county, plain_pinyin, student_id);
create index roster_by_initials on roster (county, initials, student_id);
create index roster_by_tail on roster (county, identity_tail);
create index roster_by_class_group on roster (class_group_id);

create index entrants_by_import on entrants (import_id, row_no);
create index entrants_by_case on entrants (case_id, id);
create index entrants_by_school on entrants (school_id, state, id);
create index entrants_by_identity on entrants (identity_hash) where state in ('DRAFT', 'SUBMITTED');
create index imports_by_school on imports (school_id, made_at);

create unique index absences_one_open on absences (student_id, absent_on, half) where ended_at is null; -- one mark a half-day
create index absences_by_class_group on absences (class_group_id, absent_on) where ended_at is null; -- the register of a class
create index absences_truant on absences (path, absent_on) where ended_at is null and kind = 'TRUANT'; -- who stays away
create index attendance_days_by_path on attendance_days (path, taken_on); -- who has called the roll today
create index leaves_of_absence_by_path on leaves_of_absence (path, ends_on);
create index gate_slips_by_path on gate_slips (path, slip_on);
create index guardian_contacts_by_path on guardian_contacts (path, contacted_on);
create index written_reports_by_path on written_reports (path, reported_on);

create index registrations_dropped_out on registrations (path) where valid_to is null and state = 'DROPPED_OUT'; -- whom to bring back
create index dropout_hand_overs_by_path on dropout_hand_overs (path, term_ends_on);

create index cases_by_id on cases (id);
create index cases_waiting on cases ((data -> 'waits' ->> 'until')) where data ? 'waits'; -- what was agreed to and begins later
create index cases_by_path on cases (path, opened_at);
create index cases_by_counterpart on cases (counterpart_path, opened_at) where counterpart_path is not null;
create index worklist_by_holder on worklist (holder_id, holder_role, due_on, case_id);
create index worklist_by_origin on worklist (origin_id, due_on, case_id);
create index worklist_by_counterpart on worklist (counterpart_path, due_on, case_id) where counterpart_path is not null;
create index worklist_by_subject on worklist (subject_id); -- who has an open case about a student
create index worklist_by_due on worklist (due_on, case_id) where due_on is not null; -- what is overdue, oldest first
create index worklist_by_case on worklist (case_id);
create index worklist_offline on worklist (origin_path, case_id) where received_on is not null; -- paper applications

create index case_events_by_due on case_events (due_on)
  where due_on is not null and (seq = 1 or from_state <> to_state or step = 'REDATED'); -- the terms that ended in a month

create unique index study_arrangements_one_open on study_arrangements (student_id) where ended_on is null;
create index study_arrangements_by_path on study_arrangements (path, begun_on);
create index study_arrangements_by_guest on study_arrangements (there_path, begun_on) where there_path is not null;

create index audit_events_by_subject on audit_events (subject_id, at);
create index audit_events_by_xid on audit_events (xid, id); -- sealing
create index audit_events_by_account on audit_events (account_id, at);

create unique index secondary_numbers_one_open on secondary_numbers (student_id, kind) where valid_to is null;
create index secondary_numbers_by_school on secondary_numbers (school_id, kind); -- what a school has given
create index class_plans_by_school on class_plans (school_id, made_at);
create unique index class_plans_one_open on class_plans (school_id, stage, grade, intake_year) where state = 'OPEN'; -- one plan at a time

create index feed_events_by_student on feed_events (student_id, position); -- what has become of a student
create index partner_systems_by_path on partner_systems (path, applied_at);
create index webhooks_by_system on webhooks (system_id);
create index webhook_deliveries_waiting on webhook_deliveries (webhook_id, student_id, position) where state = 'WAITING'; -- who waits for whom
create index webhook_deliveries_delivered on webhook_deliveries (tried_at) where state = 'DELIVERED'; -- what is old enough to go
create index notices_unread on notices (account_id) where read_at is null;
create index messages_waiting on messages (next_at) where state in ('WAITING', 'SENDING');
create index messages_by_path on messages (path, made_at);

-- 档案转接与转学意愿: what a place still owes, awaits or has to answer.
create index file_hand_overs_from on file_hand_overs (path, due_on) where received_on is null;
create index file_hand_overs_to on file_hand_overs (counterpart_path, due_on) where received_on is null;
create index file_hand_overs_of_case on file_hand_overs (case_id);
create index file_hand_overs_by_id on file_hand_overs (id);
create index file_folders_by_student on file_folders (student_id);
create index received_packages_by_place on received_packages (path, taken_at);
create unique index received_packages_once on received_packages (school_id, digest);
create index trusted_keys_by_key on trusted_keys (key_id);
create index transfer_invitations_from on transfer_invitations (path, id);
create index transfer_invitations_to on transfer_invitations (counterpart_path, id);
create unique index transfer_invitations_open on transfer_invitations (student_id) where state = 'OPEN';
create unique index admission_plans_current on admission_plans (school_id, stage, intake_year) where replaced_at is null;
create unique index admission_roll_once on admission_roll (school_id, stage, intake_year, identity_hash) where ended_on is null and identity_hash is not null;
create index admission_roll_identity on admission_roll (identity_hash) where ended_on is null and identity_hash is not null; -- on another roll already
create index admission_roll_path on admission_roll (path, intake_year);
create index admission_roll_entrant on admission_roll (school_id, entrant_id) where entrant_id is not null;
create index admission_roll_case on admission_roll (school_id, case_id) where case_id is not null;
create unique index form_wordings_current on form_wordings (place_code, form) where replaced_at is null;
create unique index paper_sheets_current on paper_sheets (place_code, form) where replaced_at is null;
create index paper_templates_form on paper_templates (place_code, form, proposed_at desc);
create index paper_template_faults_template on paper_template_faults (place_code, template_id, at desc);
create index issued_papers_by_student on issued_papers (student_id, issued_at) where student_id is not null; -- what was issued of a student
create index issued_papers_by_institution on issued_papers (institution_id, issued_at);
create index graduation_results_by_school on graduation_results (school_id, stage, year); -- the graduands of a year
create unique index assessments_one_open on assessments (student_id, school_id, school_year, term, kind, subject)
  where ended_at is null; -- one result of a subject counts
create unique index elective_choices_one_open on elective_choices (student_id, offer_id) where ended_at is null;
create index elective_choices_by_offer on elective_choices (offer_id) where ended_at is null; -- who sits in a module
create unique index quality_reports_one_open on quality_reports (student_id, school_id, school_year, term, occasion)
  where ended_at is null;
create index practice_records_by_class_group on practice_records (class_group_id, held_on) where ended_at is null;
create unique index health_records_current on health_records (student_id, kind, school_year, school_id) where replaced_at is null; -- one a year and school
create unique index file_field_values_current on file_field_values (student_id, place_code, field) where replaced_at is null; -- one value a field
create unique index base_form_checks_current on base_form_checks (student_id, class_group_id, school_year, term) where replaced_at is null; -- one a term
create index base_form_checks_by_class_group on base_form_checks (class_group_id, school_year, term) where replaced_at is null; -- the forms of a class group

-- 家长: who holds a way in, by its digest; what a school has handed out and has to answer.
create index family_links_by_secret on family_links (secret_hash);
create index family_links_by_path on family_links (path, made_at);
create index family_sessions_by_link on family_sessions (link_id) where ended_at is null;
create index family_signatures_by_path on family_signatures (path, signed_at);
create index family_requests_by_path on family_requests (path, sent_at);
create index family_requests_open on family_requests (receiver_id, answer_by) where state = 'OPEN';
create unique index certificates_one_that_counts on certificates (student_id, school_id, stage, outcome)
  where called_back_on is null; -- never issued twice (SC-43.1, SX-38.1)
create index certificates_of_batch on certificates (batch_id, serial); -- a batch in the order of its roster
create index certificates_by_school on certificates (school_id, number); -- the stubs of a school
create index certificate_batches_by_place on certificate_batches (path, year); -- the batches of a place in a year
create index academic_proofs_by_school on academic_proofs (school_id, issued_on); -- the stubs of a school
create unique index academic_proofs_counted on academic_proofs (student_id, school_id, stage, ordinal); -- two at once: one waits
create index disciplines_by_path on disciplines (path, given_on);
create index awards_by_path on awards (path, school_year, state);
create index school_life_papers_by_entry on school_life_papers (entry_id); -- the pictures of an entry
create index hardships_by_path on hardships (path) where valid_to is null;
create unique index hardships_one_open on hardships (student_id) where valid_to is null;
create index aids_by_path on aids (path, school_year, term) where ended_at is null;
