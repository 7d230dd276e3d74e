//! A thing for each place in a path, and what the demo has none of.

/// The words before the place, and where to find one that hangs on the ward or the trust of the demo.
pub(super) const SAMPLES: &[(&str, &str)] = &[
    ("units", "select id from unit where code = 'syn.hf0.s0.k0.a1.p0'"),
    ("trust", "select id from unit where code = 'syn.hf0'"),
    ("beside", "select id from unit where code = 'syn.hf0.s0.k0.a0.p0'"),
    ("actors", "select id from plan_actor where code = 'hf'"),
    ("people", "select person_id as id from account where username = 'sykepleier'"),
    (
        "sessions",
        "select s.id from session s join account a on a.person_id = s.person_id where a.username = 'sykepleier' limit 1",
    ),
    ("tokens", "select id from api_token limit 1"),
    ("plans", "select id from plan where code = 'syn.hf0.plan'"),
    ("history", "select id from plan where code = 'syn.hf0.plan'"),
    ("goals", "select id from goal where code = 'syn.hf0.plan.gtt.harm'"),
    ("measures", "select id from measure where code = 'syn.hf0.plan.t0'"),
    ("activities", "select id from activity where code = 'syn.hf0.plan.t0.0'"),
    ("sources", "select id from data_source order by code limit 1"),
    ("indicators", "select id from indicator where code = 'ind.gtt.harm'"),
    (
        "rounds",
        "select r.id from status_round r join plan p on p.id = r.plan_id where p.code = 'syn.hf0.plan' order by r.opens desc limit 1",
    ),
    ("documents", "select id from document order by code limit 1"),
    ("notes", "select id from document_note order by code limit 1"),
    ("findings", "select id from finding order by id limit 1"),
    ("proposals", "select id from proposal order by id limit 1"),
    (
        "wheel",
        "select id from wheel_step where unit_id = (select id from unit where code = 'syn.hf0.s0.k0.a1.p0') order by due limit 1",
    ),
    (
        "answers",
        "select a.id from round_answer a join status_round r on r.id = a.round_id where r.state = 'open' and a.unit_id = (select id from unit where code = 'syn.hf0.s0.k0.a1.p0') limit 1",
    ),
    ("tasks", "select id from task where unit_id = (select id from unit where code = 'syn.hf0') order by id limit 1"),
    (
        "responsibilities",
        "select r.id from responsibility r join task t on t.id = r.task_id where t.unit_id is not null order by r.id limit 1",
    ),
    (
        "held",
        "select r.id from responsibility r join task t on t.id = r.task_id where t.unit_id is not null order by r.id limit 1",
    ),
    ("seats", "select id from seat order by id limit 1"),
    ("pilots", "select id from pilot where unit_id = (select id from unit where code = 'syn.hf0') order by id limit 1"),
    ("bodies", "select id from body where code = 'council.nra'"),
    (
        "alternatives",
        "select a.id from alternative a join plan p on p.id = a.plan_id where p.code = 'syn.hf0.plan' order by a.number limit 1",
    ),
    (
        "holdings",
        "select h.id from holding h join account a on a.person_id = h.person_id where a.username = 'sykepleier'",
    ),
    ("areas", "select id from part where code = 'ak.f1'"),
    ("focus-areas", "select id from part where code = 'ak.f1'"),
    (
        "series",
        "select s.id from series s join indicator i on i.id = s.indicator_id where i.code = 'syn.ind.falls' and s.unit_id = (select id from unit where code = 'syn.hf0.s0.k0.a1.p0')",
    ),
    ("suggestions", "select id from suggestion order by id limit 1"),
    ("criteria", "select id from part where code = 'syn.hf0.plan.k1'"),
    ("targets", "select t.id from target t join goal g on g.id = t.goal_id where g.code = 'syn.hf0.plan.gtt.harm'"),
    ("other-plans", "select id from plan where code = 'plan.nhp'"),
    ("former-goals", "select id from goal where code = 'syn.hf1.plan.gtt.harm'"),
    ("former-measures", "select id from measure where code = 'syn.hf1.plan.t1'"),
    ("adviser", "select person_id as id from account where username = 'radgiver'"),
    ("uploads", "select id from upload order by id limit 1"),
    ("signals", "select id from signal order by id limit 1"),
    ("scans", "select id from scan order by id limit 1"),
    ("incidents", "select i.id from incident i where i.mode = 'confidential' order by i.id limit 1"),
    ("other-incidents", "select id from incident where mode = 'open' and state = 'triage' order by id limit 1"),
    (
        "my-reports",
        "select r.id from report r join account a on a.person_id = r.reporter_id where a.username = 'sykepleier' order by r.id limit 1",
    ),
    (
        "reports",
        "select r.id from report r join account a on a.person_id = r.reporter_id where a.username = 'sykepleier' order by r.id limit 1",
    ),
    ("reporters", "select id from report_disclosure order by id limit 1"),
    ("planned-changes", "select id from planned_change order by id limit 1"),
    ("requests", "select id from revision_request order by id limit 1"),
    ("revision-requests", "select id from revision_request order by id limit 1"),
    (
        "wheel-steps",
        "select id from wheel_step where unit_id = (select id from unit where code = 'syn.hf0.s0.k0.a1.p0') order by due limit 1",
    ),
];

/// Routes that ask for another thing than the first that stands there: the path up to the place.
pub(super) const AT: &[(&str, &str)] = &[
    ("/areas/{id}", "select t.id from part t join plan p on p.id = t.plan_id where t.code = 'ak.f1'"),
    ("/api/v1/uploads/{id}/parts/{n}", "0"),
    ("/api/v1/series/{id}/notes/{note}", "select id from point_note order by id limit 1"),
    ("/api/v1/tags/{kind}", "indicator"),
    ("/api/v1/tags/{kind}/{id}", "select id from indicator where code = 'ind.gtt.harm'"),
    ("/tags/{kind}", "indicator"),
    ("/tags/{kind}/{id}", "select id from indicator where code = 'ind.gtt.harm'"),
    ("/documents/requests/{id}", "select id from revision_request order by id limit 1"),
    ("/indicators/{id}/units/{unit}", "select id from unit where code = 'syn.hf0.s0.k0.a1.p0'"),
    ("/incidents/{id}/steps/{step}", "decide_measures"),
    ("/incidents/{id}/duties/{rule}", "notification-scheme.serious-event"),
    ("/measures/{id}/steps/{step}", "stop"),
    ("/api/v1/plans/{id}/parts/{part}", "select id from part where code = 'syn.hf0.plan.k1'"),
    ("/plans/{id}/parts/{part}", "select id from part where code = 'syn.hf0.plan.k1'"),
    ("/plans/{id}/versions/{no}", "0"),
    ("/api/v1/plans/{id}/versions/{no}", "1"),
    ("/api/v1/series/{id}/observations/{period}", "2020-01"),
];

/// What the demo has none of, or not every day, and the routes need one of.
pub(super) const PREPARED: &[(&str, &str)] = &[
    (
        "a measure of the trust's that is under way, whatever day it is",
        "update measure set state = 'running', ended = null where code = 'syn.hf0.plan.t0'",
    ),
    (
        "a criterion that nothing hangs on",
        "delete from proposal_score where criterion_id = (select id from part where code = 'syn.hf0.plan.k1')",
    ),
    (
        "a measure of the plan before that is under way",
        "update measure set state = 'running', ended = null where code = 'syn.hf1.plan.t1'",
    ),
    (
        "a token of the nurse's",
        "insert into api_token (id, person_id, name, digest, scope, created_at, expires_at)
         select X'01a22b7e3da87000800000000000000b', person_id, 'Prøve', 'none', 'read', 1796026022638185, 4102444800000000
         from account where username = 'sykepleier'",
    ),
    (
        "a wish for a document's revision",
        "insert into revision_request (id, document_id, person_id, asked_at, text, state, answer, version)
         select X'01a22b7e3da87000800000000000000c', (select id from document order by code limit 1), person_id,
         1796026022638185, 'Prøve', 'asked', '', 1 from account where username = 'sykepleier'",
    ),
    (
        "a request to learn who reported in confidence",
        "insert into report_disclosure (id, report_id, asked_by, why, asked_at)
         select X'00a22b7e3da870008000000000000021', r.id, a.person_id, 'Prøve', 1796026022638185
         from report r, account a where r.mode = 'confidential' and a.username = 'avdeling'",
    ),
    (
        "a receipt of twenty noughts",
        "insert into report_receipt (report_id, finds, hash)
         select id, '0000', '$argon2id$v=19$m=19456,t=2,p=1$dmFyZGUtdGVzdC1zYWx0IQ$DkoilgnDp4W5nT+o334tPQAvDMbVEK5QatSewKufzO4' from report where mode = 'open' order by id limit 1",
    ),
    (
        "a signal on the ward",
        "insert into signal (id, series_id, indicator_id, unit_id, rule, rules_fired, first_period, last_period,
         spec_version, chart, rules, definition_version, raised_by, raised_at, state, comment, state_at, state_by, version)
         select X'00a22b7e3da87000800000000000000d', s.id, s.indicator_id, s.unit_id, 'shift', 'shift', '2026-01',
         '2026-08', 0, 'i', 'varde-1', 1, 'values', 1796026022638185, 'new', '', 1796026022638185, 'system:worker', 1
         from series s join indicator i on i.id = s.indicator_id join unit u on u.id = s.unit_id
         where i.code = 'syn.ind.falls' and u.code = 'syn.hf0.s0.k0.a1.p0'",
    ),
    (
        "a suggestion for its chart",
        "insert into suggestion (id, series_id, first_period, earliest, latest, shift, shift_low, shift_high, gain,
         spec_version, state, reason, made_at)
         select X'00a22b7e3da87000800000000000000e', s.id, '2026-01', '2026-01', '2026-01', -1, -2, -0.5, 0.01,
         0, 'open', '', 1796026022638185
         from series s join indicator i on i.id = s.indicator_id join unit u on u.id = s.unit_id
         where i.code = 'ind.gtt.harm' and u.code = 'syn.hf0.s0.k0.a1.p0'",
    ),
    (
        "a note on a point of the ward's falls",
        "insert into point_note (id, series_id, period, note, recorded_at, recorded_by)
         select X'00a22b7e3da870008000000000000011', s.id, (select max(period) from observation o where o.series_id = s.id), 'Prøve', 1796026022638185, 'system:demo'
         from series s join indicator i on i.id = s.indicator_id join unit u on u.id = s.unit_id
         where i.code = 'syn.ind.falls' and u.code = 'syn.hf0.s0.k0.a1.p0'",
    ),
    (
        "a large file of the adviser's that has been read",
        "insert into upload (id, person_id, name, mapping, n_bytes, n_stored, n_parts, state, head, n_read, next_line,
         n_rows, n_new, n_changed, n_unchanged, n_problems, is_cut, reason, made_at, version)
         select X'00a22b7e3da870008000000000000010', person_id, 'prøve.csv', '{}', 0, 0, 0, 'ready', '', 0, 1,
         0, 0, 0, 0, 0, false, '', 4102444800000000, 1 from account where username = 'radgiver'",
    ),
    (
        "a look at every series of the trust",
        "insert into scan (id, audience, unit_id, ran_at, rate, n_series, n_short, n_alerts, n_watched)
         select X'00a22b7e3da87000800000000000000f', 'own', id, 1796026022638185, 0.1, 10, 2, 0, 0 from unit
         where code = 'syn.hf0'",
    ),
    (
        "the same look as those see it who do not work there",
        "insert into scan (id, audience, unit_id, ran_at, rate, n_series, n_short, n_alerts, n_watched)
         select X'00a22b7e3da870008000000000000012', 'service', id, 1796026022638185, 0.1, 8, 2, 0, 0 from unit
         where code = 'syn.hf0'",
    ),
];

/// The state that a step needs: route, and what is changed before anyone comes.
pub(super) const BEFORE: &[(&str, &str)] = &[
    ("/pilots/{id}/launch", "update pilot set state = 'checked', ends = null"),
    ("/pilots/{id}/decide", "update pilot set state = 'launched'"),
    ("/pilots/{id}/decision", "update pilot set state = 'launched'"),
    ("/proposals/{id}/decide", "update proposal set state = 'submitted'"),
    ("/proposals/{id}/decision", "update proposal set state = 'submitted'"),
    ("/proposals/{id}/measure", "update proposal set state = 'decided', decision = 'accept', reason = 'Prøve', decided_at = 1796026022638185"),
    ("/proposals/{id}/pilot", "update proposal set state = 'decided', decision = 'accept', reason = 'Prøve', decided_at = 1796026022638185"),
    ("/proposals/{id}/scores", "update proposal set state = 'draft', plan_id = (select id from plan where code = 'syn.hf0.plan')"),
    (
        "/proposals/{id}/submit",
        "update proposal set state = 'draft', plan_id = (select id from plan where code = 'syn.hf0.plan');
         insert into proposal_score (proposal_id, criterion_id, assessor, value, grounds, scored_at)
         select p.id, t.id, p.proposer, 3, '', 1796026022638185 from proposal p, part t where t.code = 'syn.hf0.plan.k1'",
    ),
    (
        "/plans/{id}/versions/{no}",
        "insert into plan_version (plan_id, version_no, kind, name, state, replaced_at)
         select id, 0, kind, name, 'closed', 1796026022638185 from plan where code = 'syn.hf0.plan'",
    ),
    (
        "/plans/{id}/discard",
        "insert into plan_version (plan_id, version_no, kind, name, state)
         select id, 2, kind, name, 'draft' from plan where code = 'syn.hf0.plan'",
    ),
    (
        "/plans/{id}/succession",
        "update plan set predecessor_id = (select id from plan where code = 'syn.hf1.plan') where code = 'syn.hf0.plan'",
    ),
    (
        "/plans/{id}/succession/carry",
        "update plan set predecessor_id = (select id from plan where code = 'syn.hf1.plan') where code = 'syn.hf0.plan'",
    ),
    ("/reporters/{id}/look", "update report_disclosure set agreed = true"),
    (
        "/incidents/{id}/duties/{rule}/sent",
        "insert into incident_decision (incident_id, ord, set_code, set_version, rule, facts, proposed, choice, reason,
         decided_by, decided_at, reference)
         select i.id, 1, 'notification-scheme', '2019-07', 'serious-event', '', 'may_apply', 'notify', '', a.person_id,
         1796026022638185, '' from incident i, account a where a.username = 'avdeling'",
    ),
    ("/incidents/{id}/reporter", "update report_disclosure set agreed = false"),
    ("/uploads/{id}/parts/{n}", "update upload set state = 'receiving', n_bytes = 10"),
    ("/following/stop", "insert into subscription (person_id, indicator_id, unit_id, since, below, mail, seen_at, told_at) select a.person_id, i.id, u.id, 0, true, false, 0, 0 from account a, indicator i, unit u where i.code = 'ind.gtt.harm' and u.code = 'syn.hf0.s0.k0.a1.p0'"),
    ("/indicators/{id}/units/{unit}/following", "insert into subscription (person_id, indicator_id, unit_id, since, below, mail, seen_at, told_at) select a.person_id, i.id, u.id, 0, true, false, 0, 0 from account a, indicator i, unit u where i.code = 'ind.gtt.harm' and u.code = 'syn.hf0.s0.k0.a1.p0'"),
    ("/pilots/{id}/check", "update pilot set state = 'proposed'"),
    ("/proposals/{id}", "update proposal set state = 'draft'"),
    ("/proposals/{id}/edit", "update proposal set state = 'draft'"),
    ("/series/{id}/notes/{note}", "update point_note set withdrawn_at = null"),
    ("/plans/{id}/submit", "update plan set state = 'draft' where code = 'syn.hf0.plan'"),
    ("/plans/{id}/approve", "update plan set state = 'awaiting' where code = 'syn.hf0.plan'"),
    ("/indicators/{id}/state", "update indicator set state = 'specified' where code = 'ind.gtt.harm'"),
];
