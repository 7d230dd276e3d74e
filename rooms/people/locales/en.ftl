### Persons, roles and signing in

people-account-actions = Actions
people-account-cancel = Cancel
people-account-choose-unit = Choose a unit
people-account-date = day.month.year
people-account-optional = (optional)
people-account-save = Save
people-account-type-unit = Type the unit's name or code.
people-account-why = Why
people-account-why-help = A short reason. It stays in the history.
people-action-answer = Answer
people-action-approve = Adopt
people-action-count = See all counts, also small ones
people-action-create = Create
people-action-edit = Change
people-action-export = Take data out
people-action-read = Read
people-close-done = The account is closed. All sessions and tokens have ended.
people-close-not-oneself = You cannot close your own account. Ask another administrator to do it.
people-close-text = { $name } can no longer sign in, and all sessions and API tokens stop working at once. What the person has done stays. The account can be opened again later.
people-close-title = Close the account
people-close-undo = Open the account again
people-close-undone = The account is open again.
people-conflict-someone = Someone else
people-conflict-title = { $who } changed this { $when }
people-follows-begins = Nobody holds a role on { $units } yet. Give roles there before the day comes.
people-follows-below = { $n ->
    [one] The unit below comes along:
   *[other] The { $n } units below come along:
}
people-follows-gain = { $n ->
    [one] One role higher up will reach here:
   *[other] { $n } roles higher up will reach here:
}
people-follows-goals = Plans and goals that { $unit } inherits from above will then come through { $to } and not through { $from }. Its own plans, goals, measures, rounds and tasks come along.
people-follows-hangs = This hangs on what closes and does not move by itself. Move it or end it before the day:
people-follows-hangs-nothing = No plans, goals, rounds or open tasks hang on what closes.
people-follows-held = { $n ->
    [one] One role on what closes loses its effect:
   *[other] { $n } roles on what closes lose their effect:
}
people-follows-holder = { $name }: { $role }, { $unit }
people-follows-led-over = { $n ->
    [one] One more unit gets a new place:
   *[other] { $n } other units get a new place:
}
people-follows-lose = { $n ->
    [one] One role higher up no longer reaches here:
   *[other] { $n } roles higher up no longer reach here:
}
people-follows-more = and { $n } more
people-follows-planned = This is already planned for the same units:
people-hang-persons = { $n ->
    [one] One person who works there
   *[other] { $n } people who work there
}
people-hang-roles = { $n ->
    [one] One role
   *[other] { $n } roles
}
people-happens-closed = { $when ->
    [comes] { $unit } closes on { $day }.
   *[was] { $unit } closed on { $day }.
}
people-happens-created = { $when ->
    [comes] { $unit } begins on { $day }.
   *[was] { $unit } began on { $day }.
}
people-happens-joined = { $when ->
    [comes] { $to } takes over { $units } on { $day }.
   *[was] { $to } took over { $units } on { $day }.
}
people-happens-lies = { $when ->
    [comes] { $unit } lies in { $to } from { $day }, no longer in { $from }.
   *[was] { $unit } came to lie in { $to } on { $day }, no longer in { $from }.
}
people-happens-lies-in = { $when ->
    [comes] { $unit } lies in { $to } from { $day }.
   *[was] { $unit } has lain in { $to } from { $day }.
}
people-happens-lies-no-more = { $when ->
    [comes] { $unit } no longer lies in { $from } from { $day }.
   *[was] { $unit } stopped lying in { $from } on { $day }.
}
people-happens-merged = { $when ->
    [comes] { $units } merge into { $to } on { $day }.
   *[was] { $units } merged into { $to } on { $day }.
}
people-happens-moved = { $when ->
    [comes] { $unit } moves on { $day } from { $from } to { $to }.
   *[was] { $unit } moved on { $day } from { $from } to { $to }.
}
people-happens-moved-from = { $when ->
    [comes] { $unit } no longer belongs to { $from } after { $day }.
   *[was] { $unit } stopped belonging to { $from } on { $day }.
}
people-happens-moved-somewhere = { $when ->
    [comes] { $unit } moves on { $day }.
   *[was] { $unit } moved on { $day }.
}
people-happens-moved-to = { $when ->
    [comes] { $unit } comes under { $to } on { $day }.
   *[was] { $unit } came under { $to } on { $day }.
}
people-happens-parted = { $when ->
    [comes] { $parts } is split off from { $unit } on { $day }. { $unit } goes on.
   *[was] { $parts } was split off from { $unit } on { $day }.
}
people-happens-renamed = { $when ->
    [comes] { $unit } is renamed { $name } on { $day }.
   *[was] { $unit } was renamed { $name } on { $day }.
}
people-happens-split = { $when ->
    [comes] { $unit } closes on { $day } and becomes { $parts }.
   *[was] { $unit } closed on { $day } and became { $parts }.
}
people-happens-uses = { $when ->
    [comes] { $unit } becomes an uptake area of { $to } on { $day }.
   *[was] { $unit } became an uptake area of { $to } on { $day }.
}
people-happens-uses-no-more = { $when ->
    [comes] { $unit } is no longer an uptake area of { $from } from { $day }.
   *[was] { $unit } stopped being an uptake area of { $from } on { $day }.
}
people-me-about = About me
people-me-about-help = User name, e-mail and unit are changed by the administrator where you work.
people-me-drafts = Keep what I write until it is sent
people-me-drafts-help = It lies encrypted in this browser for a day at most, and only this sign-in can read it. It is deleted when you sign out.
people-me-language = Language
people-me-lead = This is what Varde knows about you, and what you decide yourself.
people-me-linked = You can sign in through your organisation's sign-in service.
people-me-roles = My roles
people-me-saved = Your changes are saved.
people-me-scheme = Light or dark
people-me-scheme-auto = Like the machine
people-me-scheme-dark = Dark
people-me-scheme-light = Light
people-me-title = My page
people-me-tokens = API tokens ({ $n } in use)
people-me-ways = Ways in
people-me-who = Who sees what about me?
people-me-who-administrators = Administrators of the unit where you work also see your user name, your e-mail and whether the account is open. They can close the account and give a new one-time password, but cannot see your password.
people-me-who-everyone = Everyone who is signed in sees your name, your roles and what you do in them: who is responsible is meant to be open.
people-me-who-history = Changes you make stand in the history with your name, the time and the reason.
people-me-who-leaders = Leaders and quality advisers above you, administrators and the privacy officer can see your page in the list of persons. Each time is noted, and you can see who.
people-me-who-sessions = Only you see your sessions and tokens. Varde stores neither your network address nor which browser you use.
people-menu-persons = People and roles
people-oidc-over = This sign-in has been used already, is too old, or began in another browser. Go to the sign-in page and begin again.
people-password-changed = The password is changed, and other sessions and all API tokens have ended.
people-password-current = Your present password
people-password-differs = The two new passwords are not the same. Type the same in both places.
people-password-first = You signed in with a one-time password that someone else has seen. Choose one of your own before you go on.
people-password-first-title = Choose a password of your own
people-password-new = New password
people-password-own-name = The password holds your name or user name. Choose something that others cannot guess.
people-password-repeat = New password once more
people-password-rules = At least 12 characters. A few words in a row are both strong and easy to remember. Do not use your name or a common password.
people-password-save = Save the new password
people-password-sessions = When the password is changed, all other sessions and all API tokens end.
people-password-title = Change password
people-password-too-common = The password is among the first that are guessed. Choose a few words that do not belong together.
people-password-too-long = The password is too long. Use at most 200 characters.
people-password-too-short = The password is too short. Use at least 12 characters.
people-password-unchanged = The new password is the same as the old one. Choose another.
people-password-wrong = This is not your present password.
people-person-account = The account
people-person-active = Open
people-person-closed = Closed
people-person-edit-saved = The person is saved.
people-person-edit-title = Change details
people-person-email = Work e-mail
people-person-history = What has been done
people-person-home = Works in
people-person-home-help = The administrators of this unit and the units above can change the account.
people-person-link = Let the person sign in through the sign-in service with this e-mail
people-person-link-help = Counts once: the first time someone comes from there with exactly this verified e-mail, they are linked to this person.
people-person-link-waits = Waiting for the first sign-in with the e-mail
people-person-linked = Linked
people-person-name = Name
people-person-new-done = The person is made
people-person-new-lead = Without a user name the person gets no local account and can come in only through the sign-in service. Roles are given afterwards.
people-person-new-make = Make the person
people-person-new-shown = { $name } is made without a local account.
people-person-new-title = New person
people-person-no-unit = No unit
people-person-not-linked = Not linked
people-person-provider = Sign-in service
people-person-roles = Roles
people-person-state = Account
people-person-unit-gone = A unit that does not exist today
people-person-username = User name
people-person-username-help = 3 to 60 characters: letters, digits, full stop, hyphen, underscore and at sign.
people-person-waiting = Waiting for a password of their own
people-persons-all = All
people-persons-export = Download the list (CSV)
people-persons-filter = Narrow the list
people-persons-lead = The persons in the units you answer for.
people-persons-none = No persons match
people-persons-none-help = Try fewer letters, or show all. Persons in other units are not shown.
people-persons-reset = Show all
people-persons-search = Name, user name or e-mail
people-persons-show = Show
people-persons-title = People and roles
people-planned-cancel = Cancel the change
people-planned-cancel-help = Everything will be as if the change had never been planned. The history shows that it was planned, who cancelled it, and why.
people-planned-cancelled = The planned change is cancelled.
people-planned-change = Cancel or choose another day
people-planned-new-day = New day
people-planned-other-day = Choose another day
people-planned-over = The day has come. The change is in effect and cannot be cancelled.
people-planned-redated = The planned change has a new day.
people-planned-same-day = This is the day that is planned already. Choose another.
people-planned-set-day = Save the new day
people-planned-title = Planned change
people-planned-to-come = Choose a day that is still to come.
people-planned-used = The unit that was to begin is in use: { $what }. Move it or end it first.
people-refused-email = Write an e-mail address, for example kari@example.org.
people-refused-email-for-link = Write the e-mail by which the sign-in service knows the person.
people-refused-filter = The filter is not an id or a date as the API's description says.
people-refused-unit-not-yours = You are not an administrator of this unit. Choose one that you administer.
people-refused-unit-several = Several units are called that. Type the code instead: { $codes }
people-refused-unit-unknown = We find no unit with this name or code.
people-refused-username = Use 3 to 60 characters: letters, digits, full stop, hyphen, underscore and at sign.
people-refused-username-taken = The user name is taken. Choose another.
people-reset-back = To the person's page
people-reset-done = New one-time password
people-reset-go = Make a one-time password
people-reset-make = Give a local account
people-reset-shown = The one-time password of { $name } is shown here only, and only now.
people-reset-shown-help = Give it to the person in a safe way. It must be replaced at the first sign-in.
people-reset-text = We make a one-time password for { $name } and show it once. All the person's sessions and API tokens stop working.
people-reset-title = New one-time password
people-role-about-administrator = Runs accounts, roles and the organisation. Decides nothing about content.
people-role-about-board-member = Sits on the board or council: reads and votes.
people-role-about-planner = Makes plans and follows them.
people-role-about-privacy-officer = Watches over privacy: reads history and roles, changes nothing.
people-role-about-quality-adviser = Helps leaders with quality work.
people-role-about-staff = Works there: reads what concerns the unit and proposes improvements.
people-role-about-top-leader = Top leader: adopts plans and delegates authority.
people-role-about-unit-leader = Leads a unit: answers for goals, measures and the yearly wheel.
people-role-by = Given by
people-role-coming = Coming
people-role-end = End the role
people-role-end-help = Choose yesterday to end the role at once.
people-role-end-text = { $name } holds the role { $role } in { $unit }. Which is the last day?
people-role-end-title = End the role
people-role-ended = The role has got a last day.
people-role-ends-early = The last day is before the first.
people-role-from = From
people-role-give = Give the role
people-role-given = The role is given.
people-role-grounds = Grounds
people-role-grounds-help = Why the role is given or ended, for example “new leader from 1 January”. Write nothing about health or other private matters.
people-role-held = The person already holds this role in the unit for some of that time.
people-role-is-over = Ended
people-role-last = Last day
people-role-last-help = Leave it empty when the role holds until further notice.
people-role-later = The role ends before that day. A role is prolonged by giving it again.
people-role-new-lead = A role holds in the unit and in all units below it.
people-role-new-title = Give a role
people-role-none = No roles
people-role-none-help = Without roles one sees what is open to everyone, and no more.
people-role-open = Until further notice
people-role-over = The role has ended already.
people-role-role = Role
people-role-too-early = Choose yesterday or later. What someone has answered for cannot be taken back afterwards.
people-role-unit = Unit
people-role-unit-help = You can give roles in units where you are an administrator.
people-sees-help = The table is made from the access rules themselves and covers drafts too. What is adopted and published can be read by everyone who is signed in.
people-sees-lead = In the units where the roles hold, and in those below, { $roles } may do this:
people-sees-no = No
people-sees-nothing = No role holds today. Then one sees only what is open to everyone who is signed in.
people-sees-title = What the roles give access to
people-sees-units = See who holds roles in each unit
people-sees-what = Concerns
people-sees-yes = Yes
people-session-began = Began
people-session-end = End
people-session-end-others = End all others
people-session-ended = The session has ended.
people-session-help = A session ends by itself after 8 hours without use, and after 30 days at the latest. If you do not recognise a session, end it and change your password.
people-session-how = Signed in by
people-session-none = No sessions
people-session-none-help = When you sign in, the session stands here.
people-session-others-ended = All other sessions have ended.
people-session-password = Password
people-session-provider = Sign-in service
people-session-this = This session
people-session-title = Where you are signed in
people-session-used = Last used
people-signin-go = Sign in
people-signin-help = No account, or forgotten the password? Ask the administrator where you work.
people-signin-or = or with user name and password:
people-signin-over = You are signed out.
people-signin-password = Password
people-signin-provider = Sign in through your organisation
people-signin-provider-failed = The sign-in with the sign-in service was not completed. Try again.
people-signin-provider-unknown = The sign-in service knows you, but you have no open account in Varde. Ask the administrator where you work.
people-signin-refused = The user name or the password is not right.
people-signin-title = Sign in
people-signin-username = User name
people-someone-former = A former colleague
people-someone-unknown = Someone who was not signed in
people-someone-varde = Varde itself
people-thing-alternative = Alternatives and votes
people-thing-body = Bodies and seats
people-thing-document = Documents and notes
people-thing-finding = Findings
people-thing-goal = Goals
people-thing-history = History
people-thing-holding = Roles on units
people-thing-indicator = Indicators
people-thing-measure = Measures
people-thing-own = One's own
people-thing-person = Persons and accounts
people-thing-pilot = Pilots and initiatives
people-thing-plan = Plans
people-thing-proposal = Proposals
people-thing-round = Status rounds
people-thing-series = Series of values
people-thing-chart-spec = Charts and phases
people-thing-data-source = Data sources
people-thing-incident = Incidents
people-thing-point-note = Notes on points
people-thing-report = Reports
people-thing-reporter = Who reported in confidence
people-thing-scan = Looks at every series
people-thing-signal = Signals
people-thing-system = Operation and settings
people-thing-task = Tasks and responsibility
people-thing-unit = Units
people-thing-wheel = Yearly wheel
people-token-back = Back to the tokens
people-token-created = Made
people-token-days = Valid for how many days
people-token-days-help = At most 365.
people-token-days-refused = Write a whole number from 1 to { $max }.
people-token-expires = Valid until
people-token-is-over = Expired
people-token-is-revoked = Revoked
people-token-last-used = Last used
people-token-lead = With a token a program can act for you through the API, never with more rights than you have yourself.
people-token-list = My tokens
people-token-made = New token
people-token-made-help = The token “{ $name }” is shown here only, and only now. Copy it to a safe place.
people-token-make = Make a token
people-token-name = Name
people-token-name-help = What the token is for, so that you recognise it.
people-token-never = Never
people-token-new = Make a new token
people-token-none = No tokens
people-token-none-help = Make one when a program is to use the API for you.
people-token-revoke = Revoke
people-token-revoke-text = Programs that use the token “{ $name }” stop working at once. This cannot be undone.
people-token-revoke-title = Revoke the token?
people-token-revoked = The token is revoked.
people-token-scope = What it may do
people-token-scope-read = Read only
people-token-scope-write = Read and change
people-token-title = API tokens
people-token-use = Send it in the header “Authorization: Bearer …” to addresses under /api/v1.
people-told-created = The person was made
people-told-deactivated = The account was closed
people-told-edited = The details were changed
people-told-linked = Linked to the sign-in service
people-told-other = Changed
people-told-password-changed = The person changed the password
people-told-password-reset = A new one-time password was made
people-told-plan-cancelled = Planned change cancelled
people-told-plan-redated = Planned change got another day
people-told-reactivated = The account was opened again
people-told-role-ended = The role got a last day
people-told-role-given = Role given
people-told-token-made = API token made
people-told-token-revoked = API token revoked
people-told-unlinked = The link to the sign-in service was removed
people-unlink-done = The link is removed.
people-unlink-text = { $name } can no longer come in through the sign-in service, and all sessions end. If the person has no local account, there is then no way in.
people-unlink-title = Remove the link to the sign-in service
### ---

### The organisation and the actors

people-actors-all-mine = All ({ $n })
people-actors-any-level = All
people-actors-as = As
people-actors-below = Belongs under this actor
people-actors-duties = Duties
people-actors-duty = Duty
people-actors-every = Every unit of the kind { $kind }
people-actors-is = Is
people-actors-lead = Those whom the plans give tasks: who they are, and what they have been asked to do.
people-actors-level = Level
people-actors-level-all = Applies at all levels
people-actors-level-enterprise = Enterprise
people-actors-level-individual = Individual
people-actors-level-international = International
people-actors-level-municipal = Municipal
people-actors-level-national = National
people-actors-level-regional = Regional
people-actors-mine = Only mine
people-actors-all-around = See all actors and duties
people-actors-around = Duties of { $unit }
people-actors-around-lead = This is what { $unit } answers for. Your unit is a part of it, and has no duties of its own in the plans.
people-actors-my-duties = My duties
people-actors-name = Actor
people-actors-no-duties = None stated
people-actors-no-duties-help = The documents give this actor no duties.
people-actors-none = No actors match
people-actors-none-help = Try fewer words or another level.
people-actors-search = Find an actor
people-actors-source = Source: { $document }
people-actors-source-place = Source: { $document }, { $place }
people-actors-title = Actors and duties
people-actors-under = Belongs under
people-actors-you = That is you
people-import-apply = Make the changes
people-import-begins-elsewhere = The unit is known already and began on { $known }. Keep the same date.
people-import-check = Show what the file changes
people-import-closed = Closed
people-import-column = Column
people-import-column-missing = The column “{ $column }” is missing from the first line.
people-import-column-twice = The column “{ $column }” appears twice.
people-import-column-unknown = The column “{ $column }” is unknown. Remove it, or give it one of the names in the description.
people-import-corrected = Kind or number corrected
people-import-created = New
people-import-cut = The file seems to end in the middle of this row. Fetch it again, or end the last line with a line break.
people-import-day = Write the date as year-month-day, as Statistics Norway does, for example 2020-01-01.
people-import-done = The file has been read, and the organisation is up to date.
people-import-edge-to-itself = The row says that a version became itself. Point to two different rows.
people-import-effect = What happens
people-import-empty = The file has no rows below its header.
people-import-encoding = The letters here cannot be read, or are written in another encoding than the rest of the file. Save the whole file as UTF-8 and try again.
people-import-faults = What must be put right in the file
people-import-file = File of units
people-import-file-help = Our own table or the quality registries’ tree of units (CSV), or metadata from DHIS2 (JSON). At most 8 MB here.
people-import-format = What the file should look like
people-import-format-help = The columns code, name, kind, parent and valid_from are needed. The others are optional: valid_to, name_nn, name_en, short, county, orgnr, kommunenr, fylkesnr, reshid, her and local. A unit that the file does not mention stays as it is.
people-import-kind = The kind “{ $kind }” is unknown. The kinds are listed under “What the file should look like”.
people-import-kinds = The kind is written as it is called in Norwegian or English, or by the code beside it:
people-import-lead = Read units from a file. You first see what will happen; nothing changes until you say yes.
people-import-line = Line or number
people-import-more = … and { $n } more
people-import-moved = Moved
people-import-no-such-row = The row referred to is not in the other table.
people-import-not-table = The file cannot be read as a table.
people-import-nothing = Everything in the file is so already. Nothing changes.
people-import-on = Changes hold from
people-import-on-help = New names and places of known units hold from this day. New units begin on their own date, or on this day when the file has none.
people-import-plan = What will happen
people-import-refused = { $n ->
    [one] One fault. Nothing in the file has been used.
   *[other] { $n } faults. Nothing in the file has been used.
}
people-import-renamed = Renamed
people-import-title = Import units
people-import-too-large = The file is too large. Divide it.
people-import-too-many-columns = The row has more columns than the header.
people-import-twice = The code “{ $code }” appears more than once in the file.
people-import-unchanged = { $n ->
    [one] One unit in the file is unchanged.
   *[other] { $n } units in the file are unchanged.
}
people-import-unit-unknown = No unit has the code “{ $code }”, neither in the file nor from before.
people-import-whole = Whole file
people-import-will = { $n ->
    [one] One unit changes:
   *[other] { $n } units change:
}
people-import-wrong = What is wrong
people-menu-actors = Actors and duties
people-menu-units = The organisation
people-unit-back-to-form = Back to the form
people-unit-begins = The unit begins on { $day }. The page shows it as it will be.
people-unit-below = Units below
people-unit-beside = Units beside it
people-unit-beside-today = The overviews at the top are as they stand today, { $day }.
people-unit-between = From { $from } to { $to }
people-unit-called = Names through time
people-unit-cancel = Cancel
people-unit-choose-kind = Choose a kind
people-unit-choose-one = Choose a unit
people-unit-close = Close the unit
people-unit-close-lead = The unit stays in the history and can always be read as it was.
people-unit-code-help = A fixed code for imports and the API. Left empty, it is made from the name.
people-unit-create-lead = A unit can begin today, have begun before, or begin later.
people-unit-day-help = Can be a day to come. Until then everything stays as today.
people-unit-edit = Change name and numbers
people-unit-edit-lead = The old name stays for the time when it held.
people-unit-ended = The unit was closed on { $day }. The page shows it as it last was.
people-unit-not-then = The unit did not exist on { $asked }. The page shows it as of { $day }, the nearest day on which it exists.
people-unit-ends = What happens to the unit itself?
people-unit-ends-no = It goes on beside the new ones
people-unit-ends-yes = It ends and becomes the new ones
people-unit-facts = About the unit
people-unit-field-code = Code
people-unit-field-from = Exists from
people-unit-field-kind = Kind
people-unit-field-name = Name
people-unit-field-note = Why
people-unit-field-on = Date
people-unit-field-short = Short name
people-unit-field-to = Exists until
people-unit-find-help = Type its name or code.
people-unit-from-day = Holds from
people-unit-from-day-help = The new holds from this day. Before it, the old does.
people-unit-go-on = Show what will happen
people-unit-goes = Where do the units below go?
people-unit-goes-help = Choose for each unit that now lies below the one that is split.
people-unit-happened = Changes
people-unit-history = History and planned changes
people-unit-into = What do they become?
people-unit-into-known = This unit goes on, and the others join it
people-unit-into-new = A new unit
people-unit-keeps-past = What has been stays, and can be read as it was.
people-unit-kind-authority = Authority
people-unit-kind-clinic = Clinic
people-unit-kind-competence-centre = Competence centre
people-unit-kind-county = County
people-unit-kind-department = Department
people-unit-kind-education = Education
people-unit-kind-gp-practice = GP practice
people-unit-kind-health-trust = Health trust
people-unit-kind-home-care = Home care
people-unit-kind-hospital = Hospital
people-unit-kind-ministry = Ministry
people-unit-kind-municipal-service = Municipal service
people-unit-kind-municipality = Municipality
people-unit-kind-nation = Nation
people-unit-kind-nursing-home = Nursing home
people-unit-kind-organisation = Organisation
people-unit-kind-other = Other
people-unit-kind-out-of-hours = Out-of-hours service
people-unit-kind-private-provider = Private provider
people-unit-kind-regional-health-authority = Regional health authority
people-unit-kind-ward = Ward or section
people-unit-last-day = Closed from
people-unit-last-day-help = The first day without the unit.
people-unit-leads = Who leads
people-unit-leads-day = As roles hold on { $day }.
people-unit-lies-here = { $n ->
    [one] One unit lies here
   *[other] { $n } units lie here
}
people-unit-merge = Merge with others
people-unit-merge-lead = Several units become one on a date. Everything below them follows.
people-unit-move = Move the unit
people-unit-move-lead = The unit gets a new place from a date. Everything below it follows.
people-unit-n-below = Below it
people-unit-new-below = New unit below
people-unit-no-leader = No leader is registered.
people-unit-none-below = No units lie below this one.
people-unit-note-help = Briefly the background, for those who read the history.
people-unit-nothing-changes = Nothing changes: it is so already.
people-unit-number-fylkesnr = County number
people-unit-number-her = HER id
people-unit-number-kommunenr = Municipality number
people-unit-number-local = Local code
people-unit-number-orgnr = Organisation number
people-unit-number-reshid = RESH id
people-unit-numbers = Numbers in registers
people-unit-numbers-help = Fill in those you know.
people-unit-optional = (optional)
people-unit-other-help = Type its name or code. Empty ends a location or an uptake area.
people-unit-others = Other units that merge with it
people-unit-others-help = Name or code, one on each line.
people-unit-owner = Answers to
people-unit-parts = New units
people-unit-parts-help = The name of each new unit, one on each line. Where the units below go is chosen in the next step.
people-unit-relation = Relation
people-unit-relation-geography = Lies in
people-unit-relation-owner = Answers to
people-unit-relation-to = To the unit
people-unit-relation-uptake = Is uptake area of
people-unit-relations = Relations to other units
people-unit-save = Save
people-unit-saved = The change has been saved.
people-unit-several = { $n } units are called “{ $name }”. Choose which below.
people-unit-since = From { $from }
people-unit-source = Source
people-unit-split = Split the unit
people-unit-split-lead = One unit becomes several on a date.
people-unit-stays = Stays where it is
people-unit-steps = Reorganise
people-unit-sure = Shall this be done?
people-unit-the-new = The new unit
people-unit-the-new-help = To be filled in when they become a new unit.
people-unit-time = As it was or will be
people-unit-to-come = Planned changes
people-unit-to-help = The first day without the unit. Leave empty if it lasts until further notice.
people-unit-unknown = No unit is called “{ $name }” or has that code.
people-unit-uses-this = { $n ->
    [one] One unit is served by this one
   *[other] { $n } units are served by this one
}
people-unit-valid = Valid
people-unit-what = What happened
people-unit-where = Where it stands
people-unit-which = Which “{ $name }”?
people-unit-will-end = The unit will close on { $day }.
people-unit-with-below = Also close every unit below
people-unit-wrong-between = Something else happens to the same units between the two days. Choose a day before it, or cancel it first.
people-unit-wrong-built-on = Another change builds on this one. Cancel or move that one first.
people-unit-wrong-too-deep = More than { $max } units would stand above one another. Look for a mistake in the column of the unit above.
people-unit-wrong-circle = The unit would then lie below itself. Choose another one for it to answer to.
people-unit-wrong-code-taken = Another unit has the code “{ $code }”.
people-unit-wrong-fylkesnr = “{ $number }” is not a county number. It has two digits.
people-unit-wrong-kommunenr = “{ $number }” is not a municipality number. It has four digits.
people-unit-wrong-name-gap = The unit must have one name, and only one, on every day it exists.
people-unit-wrong-no-life = The unit cannot end before it begins.
people-unit-wrong-not-there = The unit does not exist.
people-unit-wrong-number = “{ $number }” does not have the form of this register.
people-unit-wrong-number-taken = Another unit has the number { $number } at the same time.
people-unit-wrong-orgnr = “{ $number }” is not an organisation number. It has nine digits, the last of which is a check digit.
people-unit-wrong-other-gone = { $name } does not exist for all of the time that this is to hold. Choose another date or unit.
people-unit-wrong-outside-life = The date lies outside the time in which the unit exists.
people-unit-wrong-to-itself = A unit cannot answer to itself.
people-unit-wrong-too-few = Merging needs at least two units, and splitting at least one new one.
people-unit-wrong-two-numbers = The unit would have two such numbers at once.
people-unit-wrong-two-owners = The unit would answer to two units at once.
people-unit-wrong-units-below = Units below ({ $count }) must be moved or closed first.
people-units-any-kind = All kinds
people-units-as-of = As of
people-units-below = { $n ->
    [one] one below
   *[other] { $n } below
}
people-units-count = { $n } in all
people-units-day = Shown as the organisation was on { $day }.
people-units-day-to-come = Shown as the organisation is planned to be on { $day }.
people-units-export = Download as CSV
people-units-fold = Below { $name }
people-units-found = Units that match
people-units-import = Import from file
people-units-lead = The units as they are, as they were, and as they will be.
people-units-new = New unit
people-units-none = No units yet
people-units-none-help = Whoever runs the organisation can import them from a file or add them one by one.
people-units-not-found = No units match
people-units-not-found-help = Try part of the name, a code or a number.
people-units-past = Only what has been read in is shown. Municipalities and counties as they were come in when those who run Varde have read in the classifications of Statistics Norway; until then some may be missing.
people-units-reset = Reset
people-units-search = Find a unit
people-units-show = Show
people-units-title = The organisation
people-who-does-answer = answers
people-who-does-approve = approves
people-who-does-create = creates
people-who-does-edit = edits
people-who-does-read = reads
people-who-here = Here
people-who-kind-finding = Findings
people-who-kind-goal = Goals
people-who-kind-history = History of changes
people-who-kind-holding = Roles
people-who-kind-measure = Measures
people-who-kind-person = Persons and accounts
people-who-kind-plan = Plans
people-who-kind-proposal = Proposals
people-who-kind-round = Status rounds
people-who-kind-series = Series
people-who-kind-task = Tasks and responsibility
people-who-kind-unit = The unit itself
people-who-kind-wheel = Yearly wheel
people-who-lead = Who holds a role here or higher up, and what the role gives access to.
people-who-name = Name
people-who-no-end = No end date
people-who-nobody = Nobody holds a role here
people-who-nobody-help = Drafts and internal things of the unit are not visible to anyone yet.
people-who-nothing = Only what is published
people-who-open = What everyone signed in can read
people-who-open-help = Adopted plans, goals, measures, statuses, indicators and who holds which role are open to everyone signed in. Drafts, personal data and the history of changes are not.
people-who-people = Persons with a role here or above
people-who-role = Role
people-who-roles = What the roles open
people-who-roles-help = Concerns drafts and other things not published in this unit. The table is made from the very rules that decide access.
people-who-through = Through
people-who-title = Who sees { $name }?
people-who-until = Until
people-who-what = What
people-tab-unit = About the unit
people-tab-who = Who can see this?

people-history-all-kinds = Everything
people-history-below = Here and below
people-history-from = From
people-history-here = Only here
people-history-kind = What it concerns
people-history-lead = Who did what, when and why, here and in everything below. What stood before stands beside what holds now.
people-history-none = No changes here
people-history-none-help = Choose a longer period or another kind of thing.
people-history-show = Show
people-history-title = History of { $name }
people-history-to = Up to and including
people-history-where = Where
people-import-no-units = The file has no units (organisationUnits).
people-import-not-json = The file cannot be read as JSON. It may end in the middle.
people-import-trees = Two kinds of files that others made are recognised. The quality registries’ tree of units has the columns OrgNr and NivaaOpp, or OrgNrRHF, OrgNrHF and OrgNrShus. Metadata from DHIS2 has organisationUnits. From them only units that are missing are added, under the unit above; those that are known, by organisation number or id, stay as they are.
people-tab-history = History
people-told-merged = Merged
people-told-moved = Moved
people-told-renamed = Renamed
people-told-split = Split

people-lookup-account = The account
people-lookup-all = Show all lookups
people-lookup-export = Export of the list of persons
people-lookup-former = A former colleague
people-lookup-history = A unit’s history
people-lookup-kept = Lookups are deleted after a year.
people-lookup-lead = Each time someone sees what Varde knows of another, it is noted here. Looking at oneself is not noted.
people-lookup-list = A list of persons
people-lookup-me-lead = Those who have seen what Varde knows of you, and when. That you look at yourself is not noted.
people-lookup-me-title = Who has seen what is known of me
people-lookup-none = Nobody has looked
people-lookup-none-help = Lookups of what Varde knows of a person are listed here.
people-lookup-page = The person’s page
people-lookup-person = At whom
people-lookup-reader = Who looked
people-lookup-roles = The roles
people-lookup-times = Times in that hour
people-lookup-title = Who has looked up whom
people-lookup-what = At what
people-lookup-when = Last
