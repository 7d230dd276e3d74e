# The words of the room, in English.

governance-authority-advises = Advises
governance-authority-carries-out = Carries out
governance-authority-decides = Decides
governance-authority-informed = Is informed
governance-bodies-any-kind = Every kind
governance-bodies-count = { $n ->
    [one] One body
   *[other] { $n } bodies
}
governance-bodies-empty = No bodies here
governance-bodies-empty-help = Try fewer words or another kind, or make the body.
governance-bodies-lead = Councils, networks, committees and meeting places: who sits there, who appoints, and what they are for.
governance-bodies-new = New body
governance-bodies-search = Search for a body
governance-bodies-title = Bodies
governance-body-about = About the body
governance-body-add-task = Add task
governance-body-composition = Composition
governance-body-edit = Edit the body
governance-body-established-by = Set up by
governance-body-kind = Kind
governance-body-led-by = Led by
governance-body-level = Level
governance-body-name = Name
governance-body-new-task = New task for the body
governance-body-no-tasks = No tasks are written down.
governance-body-printed = In the source
governance-body-printed-line = { $seats } seats, { $holders } names
governance-body-purpose = Purpose
governance-body-quorum = Quorum, in per cent
governance-body-quorum-help = More than this share of the filled seats must be present. A simple majority is 50.
governance-body-quorum-line = Quorate when { $n } of { $of } with a vote are present.
governance-body-required = Groups that must take part
governance-body-required-help = The page tells when one of them lacks a seat or a holder.
governance-body-seats = Seats
governance-body-succeeded-by = Succeeded by
governance-body-succeeds = Succeeds
governance-body-tasks = Tasks
governance-body-unit = Belongs to
governance-body-unit-help = Leave empty for a national body.
governance-body-unrepresented = Groups without a voice
governance-class-clinic = Every clinic
governance-class-county = Every county
governance-class-department = Every department
governance-class-education = Every place of education
governance-class-gp-practice = Every GP practice
governance-class-health-trust = Every health trust
governance-class-home-care = Every home care service
governance-class-hospital = Every hospital
governance-class-municipality = Every municipality
governance-class-nursing-home = Every nursing home
governance-class-other = Every unit of the same kind
governance-class-out-of-hours = Every out-of-hours service
governance-class-regional-health-authority = Every regional health authority
governance-class-ward = Every ward
governance-composition-groups-only = Only the groups that take part are known
governance-composition-known = The seats are known
governance-composition-missing = The composition is not given
governance-delegate-lead = A delegation is written and dated. It lasts no longer and gives no more authority than what is delegated.
governance-delegate-title = Delegate the responsibility
governance-delegation-by = Delegated by { $who }
governance-delegation-dated = Date of the document
governance-delegation-document = Document
governance-delegation-document-help = Where the delegation is written down, such as a case number or a letter.
governance-edit-title = Edit the task
governance-end-last-day-help = The last day on which it holds. Empty means today.
governance-end-text = What was delegated onwards from here ends on the same day. The history stays.
governance-end-title = End the responsibility
governance-form-cancel = Cancel
governance-form-save = Save
governance-form-why = Why
governance-group-administration = Public administration
governance-group-competence = Centres of competence
governance-group-directorate = The Directorate of Health
governance-group-municipal = Municipalities
governance-group-next-of-kin = Next of kin
governance-group-other = Others
governance-group-personnel = Personnel
governance-group-research = Researchers
governance-group-specialist = Specialist health services
governance-group-technology = Technology and e-health
governance-group-union = Trade unions
governance-group-users = Patients and users
governance-hang-bodies = { $n ->
    [one] One council or committee
   *[other] { $n } councils and committees
}
governance-hang-responsibilities = { $n ->
    [one] One responsibility held here
   *[other] { $n } responsibilities held here
}
governance-hang-tasks = { $n ->
    [one] One task in the responsibility matrix
   *[other] { $n } tasks in the responsibility matrix
}
governance-happened-assigned = The responsibility was assigned
governance-happened-created = Created
governance-happened-delegated = The responsibility was delegated
governance-happened-edited = Edited
governance-happened-ended = The responsibility was ended
governance-happened-filled = A seat was filled
governance-happened-other = Something was done
governance-happened-seat-made = A seat was made
governance-happened-task-given = The body was given a task
governance-happened-vacated = A seat became vacant
governance-held-actor = Actor
governance-held-authority = Authority
governance-held-authority-help = What the one who gets the responsibility may do with the task.
governance-held-by-delegation = (by delegation)
governance-held-days = Holds
governance-held-delegate = Delegate
governance-held-delegation = Grounds
governance-held-end = End
governance-held-from = From
governance-held-holder = Role and holder
governance-held-last-day = Until and including
governance-held-last-day-help = Empty means until further notice.
governance-held-own = Not delegated
governance-held-person = Person
governance-held-person-help = Only when the responsibility lies with one particular person and does not follow the role.
governance-held-post = Post
governance-held-post-help = When the role is not in the list above, such as “medical director”.
governance-held-role = Role
governance-held-role-help = Whoever holds the role in the unit has the responsibility, also when the role changes hands.
governance-held-since = from { $date }
governance-held-steps = Actions
governance-held-unit = Unit
governance-held-what = This concerns: { $who }, with the authority “{ $authority }”.
governance-holding-name = Name
governance-holding-name-help = When the person is not in the list. The name is removed when the term is over and the retention period has passed.
governance-holding-organisation = Workplace
governance-holding-person = Person in the register
governance-holding-person-help = The same person may hold several seats.
governance-holding-public = The name may be shown to everyone signed in
governance-holding-public-help = Otherwise only those who keep the register see the name.
governance-holding-role = Role in the body
governance-kind-arena = Meeting place
governance-kind-body = Standing body
governance-kind-committee = Committee
governance-kind-council = Council
governance-kind-network = Network
governance-kind-working-group = Working group
governance-lack-no-seat = has no seat
governance-lack-vacant = has a seat, but nobody sits there
governance-level-all = Every level
governance-level-enterprise = Health trust
governance-level-municipal = Municipality
governance-level-national = National
governance-level-regional = Regional
governance-list-any-phase = Every phase
governance-list-all-units = See all units
governance-list-caption = Tasks and who is responsible
governance-list-count = { $n ->
    [one] One task
   *[other] { $n } tasks
}
governance-list-count-of = { $n ->
    [one] One task that concerns { $unit }.
   *[other] { $n } tasks that concern { $unit }.
 }
governance-list-empty = No tasks match
governance-list-empty-help = Try fewer words or another phase.
governance-list-filter = Search and filter
governance-list-lead = Search for a task and see which role is responsible, who holds it today, and by which delegation.
governance-list-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
governance-list-reset = Reset
governance-list-search = What is it about?
governance-list-show = Show
governance-list-task = Task
governance-list-title = Who decides this?
governance-list-who = Responsible today
governance-list-whose = Whose it is
governance-matrix-caption = Responsibility matrix: tasks, roles and authority
governance-matrix-csv = Download CSV
governance-matrix-empty = No tasks yet
governance-matrix-empty-help = The unit has no tasks of its own and none that concern every unit of its kind.
governance-matrix-lead = Who decides, carries out, advises and is informed today.
governance-matrix-link = Responsibility matrix of my unit
governance-matrix-missing = Show the tasks that nobody answers for
governance-matrix-print = Print
governance-matrix-title = Responsibility matrix: { $unit }
governance-menu-bodies = Bodies
governance-menu-responsibility = Responsibility
governance-missing-count = { $n ->
    [one] One task without a responsible role
   *[other] { $n } tasks without a responsible role
}
governance-missing-empty = Every task has a responsible role
governance-missing-empty-help = When a task loses the one who decides or carries it out, it is listed here.
governance-missing-lead = Tasks that someone has been given, without it being written down which role decides or carries them out. Advising and being informed is not answering for it.
governance-missing-tag = No role is named
governance-missing-title = Tasks without a responsible role
governance-new-title = New task
governance-phase-correct = Correct
governance-phase-do = Do
governance-phase-evaluate = Evaluate
governance-phase-plan = Plan
governance-problem-appointed-by-somebody = A seat that someone appoints to cannot be without appointment. Choose one of them.
governance-problem-ends-early = The last day cannot come before the first.
governance-problem-nobody = Choose a role, write a post or choose a person.
governance-problem-actor-alone = Choose either an actor, or a role or person. An actor answers as an organisation.
governance-problem-class-unit = The task is that of many units. Say for which unit it is assigned.
governance-problem-quorum = Write a number from 0 to 99.
governance-problem-unit-or-kind = A task concerns either one unit or every unit of a kind. Choose one of them.
governance-refused-dated-late = The delegation cannot be dated after it takes effect.
governance-refused-no-document = Write where the delegation stands. Without a document it does not hold.
governance-refused-nobody-named = Choose a person or write a name.
governance-refused-not-appointed = Nobody appoints to this seat.
governance-refused-observer-leads = An observer cannot lead.
governance-refused-outside = Choose the unit itself or a unit below it.
governance-refused-ring = The responsibility would come back to someone it came from. Choose another.
governance-refused-role-taken = The body already has someone in this role at the same time.
governance-refused-taken = The seat is taken at the same time. Vacate it first.
governance-refused-too-early = Nobody can delegate what they do not hold yet.
governance-refused-too-long = A delegation cannot outlive what is delegated.
governance-refused-too-much = Nobody can delegate more authority than they hold.
governance-said-assigned = The responsibility is assigned.
governance-said-body-made = The body is made.
governance-said-delegated = The responsibility is delegated.
governance-said-ended = The responsibility is ended.
governance-said-filled = The seat is filled.
governance-said-saved = The changes are saved.
governance-said-seat-made = The seat is made.
governance-said-task-made = The task is made.
governance-said-vacated = The seat is vacant.
governance-seat-appointed-by = Appointed by
governance-seat-by-nobody = Not given
governance-seat-earlier = Earlier and coming
governance-seat-fill = Fill the seat
governance-seat-fill-lead = Write only what is needed to know who sits there.
governance-seat-group = Group
governance-seat-holder = Holder
governance-seat-label = Remark
governance-seat-label-help = For example what the seat is meant for.
governance-seat-name-hidden = The name is not public
governance-seat-name-removed = The name has been removed
governance-seat-new = New seat
governance-seat-not-appointed = Nobody appoints to the seat
governance-seat-not-appointed-help = The seat is mentioned in the mandate but does not count as vacant.
governance-seat-observer = Observer without a vote
governance-seat-observer-mark = (observer)
governance-seat-role-deputy-leader = deputy leader
governance-seat-role-leader = leader
governance-seat-role-member = member
governance-seat-role-substitute = substitute
governance-seat-standing = Status
governance-seat-vacate = Vacate
governance-seat-vacate-text = Everyone in the seat now leaves it. Role and workplace stay in the history.
governance-seats-filled = { $filled } of { $seats } seats are filled
governance-seats-none = No seats
governance-seats-none-help = Add the seats when they are known.
governance-seats-not-appointed = { $n ->
    [one] one is listed without anyone appointing
   *[other] { $n } are listed without anyone appointing
}
governance-seats-unknown = { $n ->
    [one] of one it is not known whether it is filled
   *[other] of { $n } it is not known whether they are filled
}
governance-seats-vacant = { $n ->
    [one] One vacant
   *[other] { $n } vacant
}
governance-seats-vacant-from = { $n ->
    [one] one from { $who } is vacant
   *[other] { $n } from { $who } are vacant
}
governance-standing-filled = Filled
governance-standing-not-appointed = Not appointed
governance-standing-unknown = Not known
governance-standing-vacant = Vacant
governance-task-actor = Actor of the plans
governance-task-assign = Assign the responsibility
governance-task-code = Code
governance-task-description = More about the task
governance-task-edit = Edit
governance-task-holders = Who is responsible today
governance-task-name = What is to be done
governance-task-national = National task
governance-task-none = Nobody has the task today
governance-task-none-help = The documents do not say which role has it, and nobody is named here.
governance-task-of-body = The task belongs to
governance-task-other = Earlier and coming
governance-task-phase = Phase
governance-task-source = Source
governance-task-source-help = The act, regulation, plan or instruction in which the task stands.
governance-task-today = Responsibility on { $date }
governance-task-unanswered = No role decides or carries out this task today.
governance-task-unit = Unit
governance-task-unit-help = The unit that has the task. Leave empty for a national task.
governance-task-unit-kind = Concerns every unit of a kind
governance-task-unit-kind-help = Choose when every unit of the same kind has the task. Each of them names its own role.
governance-vacancies-count = { $n ->
    [one] One vacant seat
   *[other] { $n } vacant seats
}
governance-vacancies-lead = Seats that someone appoints to and where nobody sits. Seats without appointment do not count.
governance-vacancies-none = No vacant seats
governance-vacancies-none-help = Every seat that someone appoints to is filled or not known.
governance-vacancies-title = Vacant seats
governance-work-ending = The delegation ends
governance-work-missing = Name who is responsible
governance-work-vacant = Appoint someone to a vacant seat
governance-tab-responsibility = Responsibility
