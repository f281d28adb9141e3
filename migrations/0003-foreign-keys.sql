-- Foreign keys: to reference tables, and among the tables of one student; nothing else survives distribution.

alter table places add constraint places_parent foreign key (parent_code) references places;
alter table institutions add constraint institutions_place foreign key (place_code) references places;
alter table institutions add constraint institutions_upper foreign key (upper_id) references institutions;
alter table campuses add constraint campuses_institution foreign key (institution_id) references institutions;
alter table supervisions add constraint supervisions_school foreign key (school_id) references institutions;
alter table supervisions add constraint supervisions_authority foreign key (authority_id) references institutions;
alter table supervisions add constraint supervisions_reviewer foreign key (reviewer_id) references institutions;
alter table class_groups add constraint class_groups_school foreign key (school_id) references institutions;
alter table former_names add constraint former_names_institution foreign key (institution_id) references institutions;
alter table file_custodies add constraint file_custodies_school foreign key (school_id) references institutions;
alter table file_custodies add constraint file_custodies_custodian foreign key (custodian_id) references institutions;
alter table accounts add constraint accounts_institution foreign key (institution_id) references institutions;
alter table login_sessions add constraint login_sessions_account foreign key (account_id) references accounts;
alter table offices add constraint offices_institution foreign key (institution_id) references institutions;
alter table settings add constraint settings_place foreign key (place_code) references places;
alter table local_settings add constraint local_settings_place foreign key (place_code) references places;

alter table key_data add constraint key_data_student foreign key (student_id) references students;
alter table guardians add constraint guardians_student foreign key (student_id) references students;
alter table numbers add constraint numbers_student foreign key (student_id) references students;
alter table registrations add constraint registrations_student foreign key (student_id) references students;
alter table registrations add constraint registrations_school foreign key (school_id) references institutions;
alter table class_memberships add constraint class_memberships_student foreign key (student_id) references students;
alter table class_memberships add constraint class_memberships_class_group foreign key (class_group_id)
  references class_groups;
alter table roster add constraint roster_school foreign key (school_id) references institutions;
alter table absences add constraint absences_student foreign key (student_id) references students;
alter table absences add constraint absences_class_group foreign key (class_group_id) references class_groups;
alter table attendance_days add constraint attendance_days_class_group foreign key (class_group_id)
  references class_groups;
alter table leaves_of_absence add constraint leaves_of_absence_student foreign key (student_id) references students;
alter table gate_slips add constraint gate_slips_student foreign key (student_id) references students;
alter table guardian_contacts add constraint guardian_contacts_student foreign key (student_id) references students;
alter table written_reports add constraint written_reports_student foreign key (student_id) references students;
alter table secondary_numbers add constraint secondary_numbers_student foreign key (student_id) references students;
alter table secondary_numbers add constraint secondary_numbers_school foreign key (school_id) references institutions;
alter table class_plans add constraint class_plans_school foreign key (school_id) references institutions;
alter table dropout_hand_overs add constraint dropout_hand_overs_student foreign key (student_id) references students;
alter table admission_plans add constraint admission_plans_school foreign key (school_id) references institutions;
alter table graduation_results add constraint graduation_results_student foreign key (student_id) references students;
alter table graduation_results add constraint graduation_results_school foreign key (school_id) references institutions;
alter table school_subjects add constraint school_subjects_school foreign key (school_id) references institutions;
alter table assessments add constraint assessments_student foreign key (student_id) references students;
alter table quality_reports add constraint quality_reports_student foreign key (student_id) references students;
alter table practice_records add constraint practice_records_student foreign key (student_id) references students;
alter table file_papers add constraint file_papers_student foreign key (student_id) references students;
alter table file_notes add constraint file_notes_student foreign key (student_id) references students;
alter table health_records add constraint health_records_student foreign key (student_id) references students;
alter table file_field_values add constraint file_field_values_student foreign key (student_id) references students;
alter table base_form_checks add constraint base_form_checks_student foreign key (student_id) references students;
alter table base_form_sign_offs add constraint base_form_sign_offs_class_group foreign key (class_group_id)
  references class_groups;
alter table family_links add constraint family_links_student foreign key (student_id) references students;
alter table family_links add constraint family_links_school foreign key (school_id) references institutions;
alter table family_signatures add constraint family_signatures_student foreign key (student_id) references students;
alter table family_requests add constraint family_requests_student foreign key (student_id) references students;
alter table family_requests add constraint family_requests_school foreign key (school_id) references institutions;
alter table family_papers add constraint family_papers_student foreign key (student_id) references students;
