-- Comments: what every table and column means: the Chinese term, the English meaning, then unit, code table or clause.
-- "C collation" is named where the byte order of a text matters; "sealed" means encrypted for this one row (see
-- docs/decisions/0006-sealed-rows.md); "keyed digest" means an HMAC under a key that is not in the database.

-- 机构与人 ------------------------------------------------------------------------------------------------

comment on table places is '行政区划: nation, province, city and county, each with its time of validity; GB/T 2260';
comment on column places.code is '行政区划代码: six digits, GB/T 2260; 000000 is the nation';
comment on column places.name is '名称: official name, 长葛市';
comment on column places.level is '层级: NATION, PROVINCE, CITY or COUNTY';
comment on column places.parent_code is '上级区划代码: place one level up; empty for the nation';
comment on column places.path is '管理路径: one segment a level, each closed by a slash, 41/10/82/; C collation, so that a place holds a range';
comment on column places.valid_from is '设立日: first day of validity';
comment on column places.valid_to is '撤销日: first day on which it is no longer valid; empty while it stands';

comment on table institutions is '机构: education authorities, township central schools and schools (MOE-3.5)';
comment on column institutions.id is '机构标识: UUIDv7';
comment on column institutions.kind is '机构类别: AUTHORITY 教育行政部门, CENTRE_SCHOOL 乡镇中心校, SCHOOL 学校';
comment on column institutions.code is '机构代码: ten-digit school code 学校标识码 of a school; place code of an authority';
comment on column institutions.name is '全称: official name in full';
comment on column institutions.short_name is '简称: short name for lists';
comment on column institutions.english_name is '英文名: name in English for certificates';
comment on column institutions.place_code is '所在区划: place whose law and calendar bind it; places.code';
comment on column institutions.county is '所在县代码: county by whose roster it is listed; six digits, shard key of lists';
comment on column institutions.path is '管理路径: path of its place, and below it the institution''s own code; C collation';
comment on column institutions.upper_id is '上级机构: institution that it belongs to; institutions.id';
comment on column institutions.school_type is '学校类别: PRIMARY, TEACHING_POINT, NINE_YEAR, JUNIOR, COMPLETE_SECONDARY, SENIOR, TWELVE_YEAR, SPECIAL, SPECIALIZED';
comment on column institutions.ownership is '办别: PUBLIC 公办 or PRIVATE 民办';
comment on column institutions.model_school is '示范校: whether it is a model school, which some size limits ask about';
comment on column institutions.stages is '学段: stages taught: PRIMARY, JUNIOR, SENIOR';
comment on column institutions.years is '学制: years of schooling by stage, {"PRIMARY": 6, "JUNIOR": 3}';
comment on column institutions.profile is '概况: what the directory shows beside the name: address, telephone, head; nothing about students';
comment on column institutions.valid_from is '设立日: first day of validity';
comment on column institutions.valid_to is '撤销日: first day on which it is no longer valid; empty while it stands';

comment on table campuses is '校区: places in which a school teaches';
comment on column campuses.id is '校区标识: UUIDv7';
comment on column campuses.institution_id is '所属学校: institutions.id';
comment on column campuses.name is '名称: name of the campus';
comment on column campuses.address is '地址: its address';
comment on column campuses.valid_from is '启用日: first day of validity';
comment on column campuses.valid_to is '停用日: first day on which it is no longer used; empty while it is';

comment on table supervisions is '学籍主管: which authority decides on a school''s registrations in a stage, over time (MOE-3.5, SX-3.7)';
comment on column supervisions.school_id is '学校: institutions.id';
comment on column supervisions.stage is '学段: PRIMARY, JUNIOR or SENIOR';
comment on column supervisions.authority_id is '学籍主管部门: authority that decides; institutions.id';
comment on column supervisions.reviewer_id is '审核机构: authority that reviews before, where the law asks for it (SX-11.4.3b); institutions.id';
comment on column supervisions.valid_from is '生效日: first day of validity';
comment on column supervisions.valid_to is '失效日: first day on which it is no longer valid; empty while it is';

comment on table class_groups is '班级: students who are taught together, from forming to leaving (SC-4.3, S6-4.1)';
comment on column class_groups.id is '班级标识: UUIDv7';
comment on column class_groups.school_id is '所属学校: institutions.id';
comment on column class_groups.path is '管理路径: path of the school; C collation';
comment on column class_groups.county is '所在县代码: county of the school; six digits';
comment on column class_groups.stage is '学段: PRIMARY, JUNIOR or SENIOR';
comment on column class_groups.intake_year is '招生年度: year in which it was formed, 2026 for 2026级 (SC-4.4)';
comment on column class_groups.first_grade is '建班年级: grade in which it was formed, 1 to 12 counted through';
comment on column class_groups.ordinal is '班序: its number within the grade, from 1';
comment on column class_groups.code is '班号: made by the system, intake year, stage digit and ordinal, 2026101 (S6-4.1)';
comment on column class_groups.kind is '班级类型: JY/T 1001 class-group-kinds; 10 is the ordinary one';
comment on column class_groups.teacher_id is '班主任: class teacher who leads it; accounts.id';
comment on column class_groups.valid_from is '建班日: first day of validity';
comment on column class_groups.valid_to is '撤班日: first day on which it no longer exists; empty while it does';

comment on table accounts is '账号: personal access of one officer, bound to an office and a place; never for two people (S6-28.1)';
comment on column accounts.id is '账号标识: UUIDv7';
comment on column accounts.login_name is '登录名: unique on this node';
comment on column accounts.person_name is '姓名: name of the one person who uses it';
comment on column accounts.institution_id is '所在机构: institution the person acts for; institutions.id';
comment on column accounts.path is '管理路径: path of the institution, and so the reach of the account; C collation';
comment on column accounts.role is '岗位: SCHOOL_REGISTRAR, SCHOOL_LEADER, CLASS_TEACHER, AUTHORITY_REGISTRAR or AUTHORITY_LEADER';
comment on column accounts.state is '状态: UNTRAINED 待培训, ACTIVE 在用, SEALED 封存, CLOSED 注销';
comment on column accounts.password_hash is '口令摘要: Argon2id with its own salt and parameters; empty before the first password';
comment on column accounts.password_set_at is '口令设定时间: instant from which its age counts (GB/T 22239)';
comment on column accounts.earlier_password_hashes is '旧口令摘要: earlier ones that may not come back';
comment on column accounts.must_change_password is '须改口令: whether the next login must choose another password';
comment on column accounts.totp_sealed is '动态口令密钥: secret of the second factor, sealed';
comment on column accounts.totp_confirmed_at is '动态口令启用时间: instant at which the first code proved it; empty before';
comment on column accounts.totp_last_step is '末次动态口令时段: 30-second step of the last code taken; a code counts once';
comment on column accounts.oidc_subject is '统一身份标识: the person''s subject at the identity provider';
comment on column accounts.failed_count is '连续输错次数: failed logins in a row';
comment on column accounts.locked_until is '锁定至: instant until which no login is tried; empty where not locked';
comment on column accounts.trained_on is '培训日: day of the training without which the account stays closed (SC-47.2, SX-42.4)';
comment on column accounts.training_note is '培训说明: which training';
comment on column accounts.made_by is '开户人: account that made it; empty for the first one of an installation';
comment on column accounts.made_at is '开户时间: instant';
comment on column accounts.last_login_at is '末次登录时间: instant of the last login';
comment on column accounts.version is '版本: counts changes, so that two people do not overwrite each other';

comment on table login_sessions is '会话: one live login an account; known by the digest of its token only';
comment on column login_sessions.token_hash is '令牌摘要: SHA-256 of the token; the token itself is nowhere stored';
comment on column login_sessions.account_id is '账号: accounts.id';
comment on column login_sessions.csrf_token is '防伪令牌: must come back in the header of every write';
comment on column login_sessions.second_factor is '已过二次验证: whether the second factor was given';
comment on column login_sessions.started_at is '开始时间: instant of the login; the absolute age counts from here';
comment on column login_sessions.seen_at is '末次使用时间: instant of the last call; idleness counts from here';
comment on column login_sessions.ended_at is '结束时间: instant of its end; empty while it lives';
comment on column login_sessions.ended_why is '结束原因: logout, another login, role changed, account sealed';
comment on column login_sessions.device is '设备: what the browser says of itself, for the person to recognise';

comment on table offices is '任职: who holds which post at an institution, from a day to a day (SC-3.9)';
comment on column offices.id is '任职标识: UUIDv7';
comment on column offices.institution_id is '机构: institutions.id';
comment on column offices.path is '管理路径: path of the institution; C collation';
comment on column offices.post is '职务: PRINCIPAL 校长, VICE_PRINCIPAL 分管副校长, REGISTRAR 学籍管理员, LEADER 学籍主管领导';
comment on column offices.person_name is '姓名: name of the officer';
comment on column offices.account_id is '账号: the officer''s account, where there is one; accounts.id';
comment on column offices.sealed is '加密信息: telephone and other contacts of the officer, sealed';
comment on column offices.valid_from is '到任日: first day in office';
comment on column offices.valid_to is '离任日: first day no longer in office; empty while in office';

-- 学生与学籍 ----------------------------------------------------------------------------------------------

comment on table identities is '证件占用: which student holds an identity document; one person, one record, on the whole node (MOE-6.2)';
comment on column identities.identity_hash is '证件摘要: keyed digest of document type and number; the number itself is sealed in key_data';
comment on column identities.student_id is '学生: holder, students.id or the entrants.id that becomes it';
comment on column identities.claimed_by is '占用办件: case that holds the identity while it registers the child; cases.id';
comment on column identities.claimed_at is '占用时间: instant of the claim';

comment on table students is '学生: a child who has or had a registration; current values of what is not key data';
comment on column students.id is '学生标识: UUIDv7, for life; sealed values open only under it';
comment on column students.path is '管理路径: path of the school of the open registration; C collation';
comment on column students.county is '所在县代码: county of that school; six digits';
comment on column students.details is '信息项: unclassified items of the form by key; codes of the code tables';
comment on column students.sealed is '加密信息项: classified items (addresses, telephones, health, circumstances of the family), sealed';
comment on column students.photo_id is '照片: files.id';
comment on column students.registered_by is '建籍办件: case that registered the student; cases.id';
comment on column students.registered_at is '建籍时间: instant of the decision that registered';
comment on column students.version is '版本: counts changes, so that two people do not overwrite each other';

comment on table key_data is '关键数据: name, gender, birth date and identity document in versions; changed only by a case (SX-15.2, SC-21.1)';
comment on column key_data.student_id is '学生: students.id';
comment on column key_data.version is '版本: 1, 2, 3 …, each with its own validity';
comment on column key_data.path is '管理路径: path of the school; C collation';
comment on column key_data.name is '姓名: as in the household register';
comment on column key_data.pinyin is '姓名拼音: with tone marks; GB/T 28039';
comment on column key_data.gender is '性别: 1 male, 2 female; GB/T 2261.1';
comment on column key_data.born_on is '出生日期: civil date; GB/T 7408';
comment on column key_data.identity_type is '身份证件类型: identity-types; JY/T 1001; Z is without document';
comment on column key_data.identity_hash is '证件摘要: keyed digest of document type and number; identities.identity_hash';
comment on column key_data.sealed is '加密号码: number of the identity document and the plain spelling of the name, sealed';
comment on column key_data.case_id is '办件: case that set this version; cases.id';
comment on column key_data.valid_from is '生效日: first day of this version';
comment on column key_data.valid_to is '失效日: first day on which another version holds; empty for the current one';

comment on table guardians is '家庭成员与监护人: up to two members of the family, as they stand now; GB/T 4761';
comment on column guardians.student_id is '学生: students.id';
comment on column guardians.ordinal is '序号: place on the form, from 0';
comment on column guardians.path is '管理路径: path of the student''s school; C collation';
comment on column guardians.name is '姓名: name of the family member';
comment on column guardians.relation is '与学生关系: family-relations; GB/T 4761';
comment on column guardians.is_guardian is '是否监护人: whether the person answers for the child in law (S6-5.e)';
comment on column guardians.sealed is '加密信息: identity number, telephone, address, work and the rest, sealed';
comment on column guardians.number_hash is '证件摘要: keyed digest of the identity number, for the duplicate check';
comment on column guardians.phone_hash is '电话摘要: keyed digest of the telephone number, for the duplicate check';

comment on table numbers is '学籍号: every number a student has had; for life, never given twice (MOE-5.1, MOE-5.2)';
comment on column numbers.student_id is '学生: students.id';
comment on column numbers.ordinal is '序号: 1 for the first number, 2 for the next';
comment on column numbers.path is '管理路径: path of the school; C collation';
comment on column numbers.kind is '类别: L provisional, G from the identity number, J without document (MOE-5.1)';
comment on column numbers.sealed is '加密号码: the number itself, which holds the identity number where it is a G, sealed';
comment on column numbers.number_hash is '号码摘要: keyed digest; number_holders.number_hash';
comment on column numbers.issued_by is '赋号来源: cases.id of the registration that gave it, or accounts.id of whoever issued a formal number';
comment on column numbers.valid_from is '启用日: first day of validity';
comment on column numbers.valid_to is '停用日: first day on which another number holds; empty for the current one';

comment on table number_holders is '学籍号占用: which student holds or held a number; never two (MOE-5.2)';
comment on column number_holders.number_hash is '号码摘要: keyed digest of the registration number';
comment on column number_holders.student_id is '学生: students.id';

comment on table registrations is '学籍: tie between a student and a school over time; one is open at most, none overlap (MOE-6.2)';
comment on column registrations.student_id is '学生: students.id';
comment on column registrations.id is '学籍标识: UUIDv7';
comment on column registrations.school_id is '学校: institutions.id';
comment on column registrations.path is '管理路径: path of the school; C collation';
comment on column registrations.county is '所在县代码: county of the school; six digits';
comment on column registrations.stage is '学段: PRIMARY, JUNIOR or SENIOR';
comment on column registrations.grade is '年级: 1 to 12 counted through';
comment on column registrations.intake_year is '招生年度: year, 2026 for 2026级';
comment on column registrations.study_mode is '就读方式: study-modes; JY/T 1001';
comment on column registrations.state is '学籍状态: ENROLLED 在读, ON_LEAVE 休学, ABROAD 出国, DROPPED_OUT 辍学, MISSING 失踪';
comment on column registrations.begun_by is '建立办件: case that began it; cases.id';
comment on column registrations.ended_by is '终止办件: case that ended it; cases.id; empty while it is open';
comment on column registrations.end_reason is '终止事由: WITHDRAWN 退学, WITHDRAWN_BY_RULE 自动退学, DECEASED 死亡, WENT_ABROAD 出国（境）, PAST_COMPULSORY 超过义务教育年限, EXPELLED 开除, GRADUATED 毕业, COMPLETED 结业, LEFT_PARTIAL 肄业, CANCELLED 撤销; empty while open and where the next registration follows';
comment on column registrations.valid_from is '起始日: first day';
comment on column registrations.valid_to is '终止日: first day on which it no longer holds; empty while it is open';

comment on table class_memberships is '编班: which class group a student sits in, over time (S6-4.1)';
comment on column class_memberships.student_id is '学生: students.id';
comment on column class_memberships.class_group_id is '班级: class_groups.id';
comment on column class_memberships.path is '管理路径: path of the school; C collation';
comment on column class_memberships.seat_no is '班内学号: number within the class group, from 1';
comment on column class_memberships.begun_by is '编班办件: case that placed the student; cases.id; empty where the school placed directly';
comment on column class_memberships.valid_from is '编入日: first day';
comment on column class_memberships.valid_to is '离班日: first day no longer in it; empty while in it';

comment on table duplicate_keys is '查重键: digests that two records of one child would share; tells no value (MOE-6.3)';
comment on column duplicate_keys.key_hash is '键摘要: keyed digest of the shared facts';
comment on column duplicate_keys.student_id is '学生: students.id';
comment on column duplicate_keys.kind is '键类别: PINYIN_BIRTH, PINYIN_AREA_SEQUENCE or GUARDIAN_BIRTH';

comment on table record_copies is '留存副本: the record of a student who has left, as it was on that day, for the school that has let go (MOE-6.5)';
comment on column record_copies.student_id is '学生: students.id';
comment on column record_copies.case_id is '办件: case by which the student left; cases.id';
comment on column record_copies.school_id is '留存学校: institutions.id';
comment on column record_copies.path is '管理路径: path of the school that keeps it; C collation';
comment on column record_copies.kept_on is '留存日: day on which the registration ended there';
comment on column record_copies.sealed is '副本: the whole record, sealed';

comment on table roster is '花名册: read model, one row an open registration, for lists and search; numbers masked (SC-18.3)';
comment on column roster.county is '所在县代码: six digits; every list reads one county';
comment on column roster.student_id is '学生: students.id';
comment on column roster.path is '管理路径: path of the school; C collation';
comment on column roster.school_id is '学校: institutions.id';
comment on column roster.class_group_id is '班级: class_groups.id; empty while not placed';
comment on column roster.stage is '学段: PRIMARY, JUNIOR or SENIOR';
comment on column roster.grade is '年级: 1 to 12 counted through';
comment on column roster.intake_year is '招生年度: year';
comment on column roster.state is '学籍状态: as in registrations.state';
comment on column roster.study_mode is '就读方式: study-modes; JY/T 1001';
comment on column roster.name is '姓名: C collation, so that a prefix is a range';
comment on column roster.plain_pinyin is '拼音: name spelled without tones and spaces; C collation';
comment on column roster.initials is '拼音首字母: initials of the name; C collation';
comment on column roster.gender is '性别: 1 male, 2 female; GB/T 2261.1';
comment on column roster.born_on is '出生日期: civil date';
comment on column roster.ethnic_group is '民族: ethnic-groups; GB/T 3304';
comment on column roster.number_masked is '学籍号（脱敏）: registration number, masked';
comment on column roster.identity_masked is '身份证件号（脱敏）: number of the document, masked';
comment on column roster.identity_tail is '证件末四位索引: keyed digest of the last four digits, cut to 16 bits so that many share it';
comment on column roster.seat_no is '班内学号: number within the class group';
comment on column roster.photo_id is '照片: files.id';
comment on column roster.registered_on is '注册日: first day of the registration';

-- 入学注册 ------------------------------------------------------------------------------------------------

comment on table imports is '导入: one workbook of new students and what became of it';
comment on column imports.id is '导入标识: UUIDv7';
comment on column imports.school_id is '学校: institutions.id';
comment on column imports.path is '管理路径: path of the school; C collation';
comment on column imports.county is '所在县代码: county of the school; six digits';
comment on column imports.file_id is '文件: the workbook as it was sent; files.id';
comment on column imports.file_name is '文件名: name on the sender''s machine, for display only';
comment on column imports.intake is '填报口径: what the rows are checked against: stage, day of entry';
comment on column imports.state is '状态: QUEUED, READING, CHECKED, SUBMITTED, CANCELLED, UNDONE or FAILED';
comment on column imports.rows_total is '总行数: rows with a child in them; empty until they are counted';
comment on column imports.rows_done is '已核行数: rows checked so far';
comment on column imports.rows_red is '须改行数: rows with a finding that must be mended';
comment on column imports.rows_amber is '待确认行数: rows with a finding that a person must look at';
comment on column imports.starts is '读取次数: how often reading was begun, once more after each interruption';
comment on column imports.failure is '失败原因: sentence for the person who sent it';
comment on column imports.columns is '列对应: which column of the workbook holds which item';
comment on column imports.made_by is '上传人: accounts.id';
comment on column imports.made_at is '上传时间: instant';
comment on column imports.finished_at is '完成时间: instant at which every row was checked; empty before';
comment on column imports.version is '版本: counts changes';

comment on table entrants is '新生: a child put forward for registration, from the first keystroke to the decision (SX-6.1.9)';
comment on column entrants.id is '新生标识: UUIDv7; becomes students.id';
comment on column entrants.school_id is '学校: institutions.id';
comment on column entrants.path is '管理路径: path of the school; C collation';
comment on column entrants.county is '所在县代码: county of the school; six digits';
comment on column entrants.import_id is '导入: workbook it came from; imports.id; empty where typed in';
comment on column entrants.row_no is '行号: row of the workbook, from 1';
comment on column entrants.case_id is '办件: case that decides on it; cases.id; empty before it is submitted';
comment on column entrants.state is '状态: DRAFT, SKIPPED, SUBMITTED, REGISTERED or REFUSED';
comment on column entrants.stage is '学段: PRIMARY, JUNIOR or SENIOR';
comment on column entrants.grade is '年级: 1 to 12 counted through';
comment on column entrants.intake_year is '招生年度: year';
comment on column entrants.class_group_id is '班级: class_groups.id; empty while the name fits none';
comment on column entrants.name is '姓名: as filled in';
comment on column entrants.pinyin is '姓名拼音: with tone marks; GB/T 28039';
comment on column entrants.gender is '性别: 1 male, 2 female; GB/T 2261.1; empty while unreadable';
comment on column entrants.born_on is '出生日期: civil date; empty while unreadable';
comment on column entrants.identity_type is '身份证件类型: identity-types; JY/T 1001';
comment on column entrants.identity_hash is '证件摘要: keyed digest of document type and number; empty without document';
comment on column entrants.details is '列表显示项: what lists show, masked where classified';
comment on column entrants.sealed is '填报原文: all items as they were filled in, by path, sealed';
comment on column entrants.findings is '核对结果: what validation, duplicate check and law found; holds no classified value';
comment on column entrants.red is '须改项数: findings that must be mended';
comment on column entrants.amber is '待确认项数: findings that a person must look at';
comment on column entrants.mended is '已改项数: items mended since the workbook was read';
comment on column entrants.photo_id is '照片: files.id';
comment on column entrants.made_by is '填报人: accounts.id';
comment on column entrants.made_at is '填报时间: instant';
comment on column entrants.version is '版本: counts changes, so that two people do not overwrite each other';

-- 办件 ----------------------------------------------------------------------------------------------------

comment on table cases is '办件: a matter that needs somebody''s decision; its state is that of its last event';
comment on column cases.id is '办件标识: UUIDv7';
comment on column cases.subject_id is '事主: student or institution it concerns';
comment on column cases.subject_kind is '事主类别: STUDENT or INSTITUTION';
comment on column cases.number is '办件编号: for the telephone, RX-2026-0917-K7Q2M';
comment on column cases.kind is '办件类别: REGISTRATION 入学注册, …';
comment on column cases.workflow is '流程: id of the table of states it goes by';
comment on column cases.title is '标题: name of the child, or grade and number of children';
comment on column cases.school_id is '发起学校: institutions.id';
comment on column cases.authority_id is '学籍主管部门: institutions.id';
comment on column cases.parties is '当事机构: institution by party of the workflow, {"school": …, "authority": …}';
comment on column cases.path is '管理路径: path of the school that opened it; C collation';
comment on column cases.counterpart_path is '对方管理路径: path of the other side where two chains take part; C collation';
comment on column cases.law_day is '适用法规日: day whose law decides';
comment on column cases.received_on is '实际受理日: day on which the paper application was taken in; empty where it began here';
comment on column cases.offline is '脱机受理: reason, the window that allows it or the consent of the authority; empty where it began here';
comment on column cases.data is '办件事项: what its kind needs to know, no classified value';
comment on column cases.opened_by is '发起人: accounts.id';
comment on column cases.opened_at is '发起时间: instant';

comment on table case_events is '办理经过: every act on a case, in order; only added to';
comment on column case_events.case_id is '办件: cases.id';
comment on column case_events.seq is '序号: 1, 2, 3 …';
comment on column case_events.path is '管理路径: as of the case; C collation';
comment on column case_events.counterpart_path is '对方管理路径: as of the case; C collation';
comment on column case_events.action is '动作: SUBMIT, APPROVE, RETURN, REFUSE, WITHDRAW …; a step of the workflow';
comment on column case_events.step is '环节: DONE, PROPOSED 经办, SIGNED 签署, SENT_BACK 退回经办, RETRACTED 撤回, REMINDED 催办, LAPSED 系统撤回';
comment on column case_events.from_state is '原状态: state before';
comment on column case_events.to_state is '现状态: state after';
comment on column case_events.pending_action is '待签署动作: action that waits for the leader''s signature';
comment on column case_events.holder_id is '在办机构: institution that must act next; institutions.id; empty at an end';
comment on column case_events.holder_role is '在办岗位: role that must act next';
comment on column case_events.account_id is '办理人: accounts.id';
comment on column case_events.person_name is '办理人姓名: as it was on the day';
comment on column case_events.institution_id is '办理机构: institutions.id';
comment on column case_events.institution_name is '办理机构名称: as it was on the day';
comment on column case_events.opinion is '意见或理由: as written';
comment on column case_events.findings is '法规核对: what the law said at this step, with its articles; counts, no child''s facts';
comment on column case_events.started_on is '起算日: day on which the running term began';
comment on column case_events.due_on is '截止日: last day of the term; empty where none runs';
comment on column case_events.term_days is '期限: working days of the whole term, what stood still included; empty where a rule gives the last day';
comment on column case_events.stands is '停计日期: windows of the place whose days the term does not count, each with first and last day';
comment on column case_events.at is '办理时间: instant';

comment on table open_cases is '在办: the one case about a student that is open, over the whole node; ids only';
comment on column open_cases.student_id is '学生: students.id';
comment on column open_cases.case_id is '办件: cases.id';

comment on table worklist is '待办: read model, the next act of every open case: whose, until when, how clean';
comment on column worklist.holder_county is '在办县代码: county of the institution that must act; six digits';
comment on column worklist.case_id is '办件: cases.id';
comment on column worklist.subject_id is '事主: as of the case';
comment on column worklist.holder_id is '在办机构: institutions.id';
comment on column worklist.holder_role is '在办岗位: role that must act';
comment on column worklist.holder_path is '在办管理路径: path of that institution; C collation';
comment on column worklist.origin_id is '发起学校: institutions.id';
comment on column worklist.origin_path is '发起管理路径: path of the school; C collation';
comment on column worklist.counterpart_path is '对方管理路径: path of the school on the other side, where two take part; C collation';
comment on column worklist.number is '办件编号: as of the case';
comment on column worklist.kind is '办件类别: as of the case';
comment on column worklist.workflow is '流程: as of the case';
comment on column worklist.title is '标题: as of the case';
comment on column worklist.school_name is '学校名称: of the school that opened it';
comment on column worklist.state is '状态: of the last event';
comment on column worklist.pending_action is '待签署动作: action that waits for a signature';
comment on column worklist.started_on is '起算日: day on which the term began';
comment on column worklist.due_on is '截止日: last day of the term';
comment on column worklist.term_days is '期限: working days';
comment on column worklist.stands is '停计日期: as in case_events';
comment on column worklist.warn_on is '预警日: from when on the term is about to run out: 70 % of it are used';
comment on column worklist.reminded_on is '催办日: when the superior last pressed for this step';
comment on column worklist.received_on is '实际受理日: of a paper application that was entered later';
comment on column worklist.red is '不合规数: children, or findings, that the law refuses';
comment on column worklist.amber is '酌定数: children, or findings, for discretion';
comment on column worklist.green is '合规数: children, or findings, without objection';
comment on column worklist.note is '提示: the one thing worth saying in a list';
comment on column worklist.updated_at is '更新时间: instant of the last event';

comment on table evidence is '佐证材料: papers of a case, each tied to the step in which it was handed in; seen by both chains';
comment on column evidence.case_id is '办件: cases.id';
comment on column evidence.id is '材料标识: UUIDv7';
comment on column evidence.path is '管理路径: as of the case; C collation';
comment on column evidence.counterpart_path is '对方管理路径: as of the case; C collation';
comment on column evidence.paper is '材料代码: which of the papers that the law asks for; OTHER for any further one';
comment on column evidence.what is '材料名称: the words of that paper, or how the person calls it';
comment on column evidence.step_seq is '环节: last event of the case when it was handed in; case_events.seq';
comment on column evidence.file_id is '文件: files.id';
comment on column evidence.media_type is '媒体类型: of the bytes as kept: images become JPEG, PDF stays PDF';
comment on column evidence.size is '大小: bytes as kept, before encryption';
comment on column evidence.pages is '页数: 1 for an image';
comment on column evidence.digest is '内容摘要: SHA-256 of the bytes as kept';
comment on column evidence.institution_id is '提交机构: institutions.id';
comment on column evidence.institution_name is '提交机构名称: as it was on the day';
comment on column evidence.account_id is '提交人: accounts.id';
comment on column evidence.person_name is '提交人姓名: as it was on the day';
comment on column evidence.made_at is '提交时间: instant';
comment on column evidence.returned_at is '退回时间: instant at which whoever held the case found it unusable; empty otherwise';
comment on column evidence.returned_by is '退回人: accounts.id';
comment on column evidence.return_reason is '退回理由: what must be handed in instead';
comment on column evidence.withdrawn_at is '撤回时间: instant at which it was replaced or taken back; empty while it counts';
comment on column evidence.withdrawn_by is '撤回人: accounts.id';

-- 升级 ----------------------------------------------------------------------------------------------------

comment on table promotions is '升级: a rehearsal of the promotion of a place, and the act where its leader ordered it';
comment on column promotions.id is '升级标识: UUIDv7; stands in registrations as what ended one grade and began the next';
comment on column promotions.institution_id is '办理机构: institution whose students are moved up; institutions.id';
comment on column promotions.path is '管理路径: of that institution; C collation';
comment on column promotions.school_year is '学年: the school year that the students go up into, by the year it begins in';
comment on column promotions.state is '状态: REHEARSED 已预演, ORDERED 已下达, RUNNING 升级中, DONE 已升级, CANCELLED 已取消, TAKING_BACK 撤回中, TAKEN_BACK 已撤回';
comment on column promotions.takes_effect_on is '生效日: the first of September, or the day of the order where that is later';
comment on column promotions.totals is '预演结果: students by stage, grade and what becomes of them';
comment on column promotions.made_by is '预演人: accounts.id';
comment on column promotions.made_by_name is '预演人姓名: as it was on the day';
comment on column promotions.made_at is '预演时间: instant';
comment on column promotions.ordered_by is '下达人: accounts.id';
comment on column promotions.ordered_by_name is '下达人姓名: as it was on the day';
comment on column promotions.ordered_at is '下达时间: instant';
comment on column promotions.done_on is '完成日: day on which the last school was done';
comment on column promotions.take_back_reason is '撤回理由: why it was taken back';

comment on table promotion_schools is '升级学校: one school of an act of promotion: done whole or not at all';
comment on column promotion_schools.promotion_id is '升级标识: promotions.id';
comment on column promotion_schools.school_id is '学校: institutions.id';
comment on column promotion_schools.path is '管理路径: of the school; C collation';
comment on column promotion_schools.state is '状态: WAITING 待升级, PROMOTED 已升级, TAKEN_BACK 已撤回';
comment on column promotion_schools.promoted is '升级人数: how many went up';
comment on column promotion_schools.taken_back is '撤回人数: how many came down again; who has changed since does not';
comment on column promotion_schools.at is '办理时间: instant of the last step';

-- 文件、设置、重试 ----------------------------------------------------------------------------------------

comment on table files is '文件: uploaded workbooks, photos and papers; the bytes lie encrypted outside the database';
comment on column files.id is '文件标识: UUIDv7; also the name under which the bytes lie';
comment on column files.path is '管理路径: path of the institution it belongs to; C collation';
comment on column files.kind is '类别: WORKBOOK 表格, PHOTO 照片, EVIDENCE 佐证';
comment on column files.media_type is '媒体类型: found from the bytes, not from the name';
comment on column files.size is '大小: bytes, before encryption';
comment on column files.digest is '内容摘要: SHA-256 of the plain bytes';
comment on column files.made_by is '上传人: accounts.id';
comment on column files.made_at is '上传时间: instant';

comment on table settings is '设置: what the law leaves to an authority, term calendars and notices, with validity';
comment on column settings.place_code is '区划: place that it holds for; places.code';
comment on column settings.name is '名称: which parameter';
comment on column settings.value is '值: in the shape the parameter declares';
comment on column settings.valid_from is '生效日: first day of validity';
comment on column settings.valid_to is '失效日: first day on which it no longer holds; empty while it does';
comment on column settings.set_by is '设定人: accounts.id';
comment on column settings.note is '依据: paper or reason';

comment on table local_settings is '地方设定: parameters that the law leaves to an authority, and term calendars, with validity and the case that set them';
comment on column local_settings.place_code is '区划: place that it holds for; places.code';
comment on column local_settings.name is '名称: rule.parameter, term-year-number, notice-matter, freeze-title or outage-day';
comment on column local_settings.valid_from is '生效日: first day of validity';
comment on column local_settings.valid_to is '失效日: first day on which it no longer holds; empty while it does';
comment on column local_settings.value is '值: the parameter with its value and article, the term, the notice, the freeze window or the outage';
comment on column local_settings.notice is '依据文件: title, number and day of issue';
comment on column local_settings.case_id is '办件: the case that set it; cases.id';
comment on column local_settings.set_by is '签署人: who signed it; accounts.id';
comment on column local_settings.set_at is '设定时间: when it was signed';

comment on table idempotency_keys is '幂等键: first answer to a write, given again to its repetitions';
comment on column idempotency_keys.account_id is '账号: accounts.id';
comment on column idempotency_keys.key is '键: chosen by the caller, at most 255 characters';
comment on column idempotency_keys.request_digest is '请求摘要: SHA-256 of method, address and body; another content under the key is refused';
comment on column idempotency_keys.status is '应答状态: HTTP status of the first answer; empty while it runs';
comment on column idempotency_keys.body is '应答内容: first answer, sealed for this account and key';
comment on column idempotency_keys.at is '时间: instant of the first request';

comment on table node_facts is '本机事实: what this installation must remember about itself';
comment on column node_facts.name is '名称: which fact, e.g. keys for the fingerprint of the key ring';
comment on column node_facts.value is '值: the fact';
comment on column node_facts.at is '时间: instant at which it was first remembered';

-- 审计 ----------------------------------------------------------------------------------------------------

comment on table audit_events is '审计日志: who did what to whom, where, when and why; written with the act, only added to (S6-28.2)';
comment on column audit_events.id is '事件标识: UUIDv7';
comment on column audit_events.xid is '事务号: transaction that wrote it, by which sealing passes none by';
comment on column audit_events.at is '时间: instant by the installation''s clock';
comment on column audit_events.account_id is '账号: accounts.id; empty for the system itself';
comment on column audit_events.person_name is '姓名: as it was on the day';
comment on column audit_events.institution_id is '机构: institution acted for; institutions.id';
comment on column audit_events.path is '管理路径: of the subject, and so who may read this row; C collation';
comment on column audit_events.action is '动作: VERB_NOUN, REGISTER_STUDENT, REVEAL_VALUE …';
comment on column audit_events.subject_kind is '对象类别: STUDENT, ENTRANT, IMPORT, CASE, INSTITUTION, CLASS_GROUP, ACCOUNT, FILE, SETTING or NODE';
comment on column audit_events.subject_id is '对象: id of the subject';
comment on column audit_events.reason is '事由: as written by the person';
comment on column audit_events.request_id is '请求标识: ties the row to the line of the server''s log';
comment on column audit_events.detail is '内容: facts of the act; of classified items only their names';
comment on column audit_events.payload_digest is '内容摘要: digest of a content that is kept elsewhere and may be destroyed';

comment on table audit_leaves is '审计叶值: position of every sealed event in the tree (RFC 6962), only added to';
comment on column audit_leaves.position is '序位: from 1, without a gap';
comment on column audit_leaves.event_id is '事件: audit_events.id';
comment on column audit_leaves.leaf is '叶值: digest of the event''s text, by the installation''s suite';

comment on table audit_heads is '封存头: signed roots of the tree, only added to; also witnessed outside the database';
comment on column audit_heads.size is '条数: events sealed by this head and all before';
comment on column audit_heads.root is '树根: digest over the first so many leaves';
comment on column audit_heads.previous_root is '前一树根: root of the head before; empty for the first';
comment on column audit_heads.first_event_id is '首条事件: first event that this head seals; audit_events.id';
comment on column audit_heads.last_event_id is '末条事件: last event that this head seals; audit_events.id';
comment on column audit_heads.last_xid is '末条事务号: everything up to this transaction is sealed';
comment on column audit_heads.sealed_at is '封存时间: instant by the installation''s clock';
comment on column audit_heads.key_id is '签名密钥: suite and signing key';
comment on column audit_heads.signature is '签名: over the text of the head';

comment on table attendance_days is '考勤日: the roll of a class group was called on this day; whoever is not among the absences was there (SC-22.1)';
comment on column attendance_days.class_group_id is '班级: class_groups.id';
comment on column attendance_days.taken_on is '考勤日期: day of school';
comment on column attendance_days.path is '管理路径: path of the school; C collation';
comment on column attendance_days.morning_periods is '上午节数: periods of the morning';
comment on column attendance_days.afternoon_periods is '下午节数: periods of the afternoon';
comment on column attendance_days.taken_by is '点名人: accounts.id';
comment on column attendance_days.taken_by_name is '点名人姓名: as it was on the day';
comment on column attendance_days.taken_at is '点名时间: instant at which it was first entered';
comment on column attendance_days.corrected_by_name is '更正人姓名: who changed it last; empty where nobody did';
comment on column attendance_days.corrected_at is '更正时间: instant of the last change';

comment on table absences is '缺勤: half-days on which a student was away, late or left early; a corrected one is ended, never overwritten (SC-22.2)';
comment on column absences.student_id is '学生: students.id';
comment on column absences.id is '缺勤标识: UUIDv7';
comment on column absences.class_group_id is '班级: class group in whose register it stands; class_groups.id';
comment on column absences.path is '管理路径: path of the school; C collation';
comment on column absences.absent_on is '缺勤日期: day of school';
comment on column absences.half is '半天: MORNING or AFTERNOON';
comment on column absences.kind is '缺勤类别: SICK 病假, PERSONAL 事假, TRUANT 旷课, LATE 迟到, LEFT_EARLY 早退, EXCUSED 公假';
comment on column absences.periods is '缺课节数: periods missed in that half-day';
comment on column absences.entered_by is '登记人: accounts.id';
comment on column absences.entered_at is '登记时间: instant';
comment on column absences.ended_by is '更正人: accounts.id; empty while it counts';
comment on column absences.ended_at is '更正时间: instant from which it no longer counts; empty while it does';
comment on column absences.end_reason is '更正理由: why it was changed on a later day';

comment on table leaves_of_absence is '请假: a request to stay away for some days, and who in the school granted it (S3-7.1.1, S4-7.3)';
comment on column leaves_of_absence.student_id is '学生: students.id';
comment on column leaves_of_absence.id is '请假标识: UUIDv7';
comment on column leaves_of_absence.class_group_id is '班级: on the day of the request; class_groups.id';
comment on column leaves_of_absence.path is '管理路径: path of the school; C collation';
comment on column leaves_of_absence.reason is '请假原因: ILLNESS or PERSONAL';
comment on column leaves_of_absence.begins_on is '起始日: first day away';
comment on column leaves_of_absence.ends_on is '准假至: last day away';
comment on column leaves_of_absence.days is '天数: school days from the first to the last';
comment on column leaves_of_absence.guardian_proof is '家长证明: the class teacher has a note of the guardian';
comment on column leaves_of_absence.diagnosis is '医院诊断书: the class teacher has a diagnosis';
comment on column leaves_of_absence.state is '状态: ASKED, GRANTED or DECLINED';
comment on column leaves_of_absence.asked_by is '登记人: accounts.id';
comment on column leaves_of_absence.asked_by_name is '登记人姓名: as it was on the day';
comment on column leaves_of_absence.asked_at is '登记时间: instant';
comment on column leaves_of_absence.granted_as is '准假人: CLASS_TEACHER, MORAL_OFFICE, ACADEMIC_OFFICE, VICE_PRINCIPAL or PRINCIPAL';
comment on column leaves_of_absence.decided_by is '决定人: accounts.id';
comment on column leaves_of_absence.decided_by_name is '决定人姓名: as it was on the day';
comment on column leaves_of_absence.decided_at is '决定时间: instant';
comment on column leaves_of_absence.opinion is '意见: why it was declined, or what was said beside the grant';
comment on column leaves_of_absence.findings is '核对结果: what the law of that day said of it, with its articles';

comment on table gate_slips is '临时离校假条: a child leaves while school is on; signed by the class teacher, checked at the gate (S3-7.2)';
comment on column gate_slips.student_id is '学生: students.id';
comment on column gate_slips.id is '假条标识: UUIDv7';
comment on column gate_slips.class_group_id is '班级: class_groups.id';
comment on column gate_slips.path is '管理路径: path of the school; C collation';
comment on column gate_slips.slip_on is '日期: day on which it holds';
comment on column gate_slips.reason is '事由: why the child leaves';
comment on column gate_slips.guardian_called is '已联系家长: the class teacher has spoken to the guardian';
comment on column gate_slips.signed_by is '签署人: class teacher; accounts.id';
comment on column gate_slips.signed_by_name is '签署人姓名: as it was on the day';
comment on column gate_slips.signed_at is '签署时间: instant';
comment on column gate_slips.released_at is '放行时间: instant at which the gate let the child go; empty until then';
comment on column gate_slips.released_by_name is '放行登记人姓名: who logged it';

comment on table guardian_contacts is '联系记录: what the school did to bring back a child who stays away: with whom it spoke and what came of it (SC-22.3, SC-29.1)';
comment on column guardian_contacts.student_id is '学生: students.id';
comment on column guardian_contacts.id is '记录标识: UUIDv7';
comment on column guardian_contacts.path is '管理路径: path of the school; C collation';
comment on column guardian_contacts.contacted_on is '联系日期: day';
comment on column guardian_contacts.way is '联系方式: PHONE 电话, VISIT 家访, MEETING 面谈, LETTER 书面通知';
comment on column guardian_contacts.sealed is '联系情况: who was spoken to and what was said, encrypted';
comment on column guardian_contacts.made_by is '登记人: accounts.id';
comment on column guardian_contacts.made_by_name is '登记人姓名: as it was on the day';
comment on column guardian_contacts.made_at is '登记时间: instant';

comment on table written_reports is '书面报告: what was told to township, county or authority about a child who stays away, with its receipt (SC-22.4, SC-46.1, CG-3.3.2.c)';
comment on column written_reports.student_id is '学生: students.id';
comment on column written_reports.id is '报告标识: UUIDv7';
comment on column written_reports.path is '管理路径: path of the school; C collation';
comment on column written_reports.matter is '事项: TRUANCY 旷课告知, DROPOUT 辍学报告, RETURN 复学报告';
comment on column written_reports.recipient is '报送对象: TOWNSHIP, COUNTY or AUTHORITY';
comment on column written_reports.recipient_name is '报送对象名称: as it stands on the paper';
comment on column written_reports.reported_on is '报送日期: day on the paper';
comment on column written_reports.paper_number is '文号: of the paper, where it has one';
comment on column written_reports.case_id is '办件: cases.id; empty for what was told before there was a case';
comment on column written_reports.received_on is '签收日期: day of the receipt; empty while there is none';
comment on column written_reports.received_by is '签收人: who signed for it';
comment on column written_reports.made_by is '登记人: accounts.id';
comment on column written_reports.made_by_name is '登记人姓名: as it was on the day';
comment on column written_reports.made_at is '登记时间: instant';
