incidents-add-help = What you sent in stands as it was. What you add stands below it.
incidents-add-send = Add
incidents-add-text = What do you want to add or correct?
incidents-add-title = Add something

incidents-added = It has been added to the report.

incidents-addition-addendum = Added by the reporter
incidents-addition-asked = Correction asked for
incidents-addition-correction = Corrected by the reporter

incidents-anonymous-lead = For everyone: staff, patients, users, next of kin and partners. You need not sign in or say who you are.
incidents-anonymous-other = Would you rather not say who you are?
incidents-anonymous-other-help = You can report without a name. Then nothing is kept about you, and you follow the case with a receipt.
incidents-anonymous-promise = Varde keeps no name, address, machine or time of day. Only the day is kept. Do not write anything that shows who you or the patient are.
incidents-anonymous-title = Report without a name

incidents-answer-begins = Thank you for reporting.

incidents-area-biovigilance = blood, cells and tissue
incidents-area-cosmetics = cosmetics
incidents-area-dietary-supplements = diet supplements
incidents-area-drug-side-effects = unwanted effects of medicines
incidents-area-e-cigarette = electronic cigarettes
incidents-area-medical-equipment = medical devices
incidents-area-radiation = radiation
incidents-area-serious-incident = serious events

incidents-caveat = Many reports can be a sign of a safe reporting culture. The number of reports does not say how safe it is, and units cannot be ranked by it.

incidents-certainty-established = Read at its source
incidents-certainty-not-established = Not established: look it up before relying on it
incidents-certainty-unchecked = Not checked at its source

incidents-channel-form = Form: { $name }
incidents-channel-helsenorge = Helsenorge
incidents-channel-internal = In one's own management system
incidents-channel-melde-no = melde.no: { $area }
incidents-channel-not-established = Not established
incidents-channel-oral = By word of mouth
incidents-channel-phone = Telephone
incidents-channel-phone-number = Telephone { $number }
incidents-channel-vesuv = Vesuv
incidents-channel-writing = In writing

incidents-correction-owed = Those who handle the case ask you to correct something

incidents-disclosure-agree = Agree
incidents-disclosure-ask = Ask to learn who reported
incidents-disclosure-ask-help = Someone else must agree, and the reporter sees both the request and the answer. If it is enough, ask the reporter here about what is missing instead.
incidents-disclosure-asked = The request has been sent to someone who can decide.
incidents-disclosure-asks = Who asks
incidents-disclosure-decided = Your answer is saved. The reporter sees it.
incidents-disclosure-is-agreed = Someone else has agreed.
incidents-disclosure-is-refused = Someone else has refused.
incidents-disclosure-lead = The report is confidential. Agree only when there is no other way.
incidents-disclosure-line = { $who } asked { $when } to learn who reported.
incidents-disclosure-line-agreed = { $who } agreed.
incidents-disclosure-line-refused = { $who } refused.
incidents-disclosure-line-seen = The name was seen { $when }.
incidents-disclosure-line-waits = It has not been decided.
incidents-disclosure-look = See who reported
incidents-disclosure-own = You asked yourself. Someone else must decide.
incidents-disclosure-refuse = Refuse
incidents-disclosure-seen = The reporter sees that you have seen it. Use it only for what you asked for.
incidents-disclosure-title = Someone asks to learn who reported in confidence
incidents-disclosure-when = When
incidents-disclosure-who = Who reported
incidents-disclosure-yours = Someone has asked to learn that it was you

incidents-done = What has been done

incidents-duties-answered = The answers are saved.
incidents-duties-caveat = The rules are Varde's reading of the law and no legal advice. The source stands by each rule.
incidents-duties-decided = The decision is saved.
incidents-duties-lead = One report is to serve every duty. Varde proposes who is to be notified, by when and why. A person decides, and a no is kept with its reason too.
incidents-duties-none-waiting = All that may apply is decided.
incidents-duties-others = Decided, voluntary or not in force
incidents-duties-outside = { $n ->
    [one] One rule does not apply
   *[other] { $n } rules do not apply
  }
incidents-duties-questions = What the rules ask
incidents-duties-questions-help = Answer what you know. What stands at "Not known" may apply until someone has answered.
incidents-duties-rest-no = Save, and answer no to the rest
incidents-duties-save = Save the answers
incidents-duties-sent = It is noted that the notification was sent.
incidents-duties-title = Duties to notify
incidents-duties-waiting = { $n ->
    [0] No duty waits to be decided
    [one] One duty waits to be decided
   *[other] { $n } duties wait to be decided
  }

incidents-duty-always = Always applies
incidents-duty-applies = Applies
incidents-duty-at = { $when } at the latest
incidents-duty-because-day = Did not hold on the day it happened.
incidents-duty-because-not = Because it is not so: { $facts }
incidents-duty-decide-anew = Decide anew
incidents-duty-decided-not = { $who } decided { $when } that it is not to be notified.
incidents-duty-decided-notify = { $who } decided { $when } that it is to be notified.
incidents-duty-does-not-apply = Does not apply
incidents-duty-end-of = By the end of { $day }
incidents-duty-grounds = Because
incidents-duty-how = How
incidents-duty-limit-not-established = Limit not established
incidents-duty-mark-sent = It has been sent
incidents-duty-may-apply = May apply
incidents-duty-no-limit = No limit
incidents-duty-not = Do not notify
incidents-duty-not-established = { $set }: not established when it comes into force
incidents-duty-not-in-force = { $set }: did not hold that day
incidents-duty-notify = Notify
incidents-duty-practice = Usual practice: { $when }
incidents-duty-pressing = Pressing
incidents-duty-reason-help = Must be written when it is not notified, or when it is notified though the rule does not apply.
incidents-duty-reference = The receiver's reference
incidents-duty-reference-help = For example the number on the receipt from melde.no
incidents-duty-reopened = The facts have changed since it was decided. Decide anew.
incidents-duty-right = May be notified
incidents-duty-sent = Sent
incidents-duty-source = Basis and source
incidents-duty-sure = How sure
incidents-duty-to = To
incidents-duty-unknown = Not known: { $facts }
incidents-duty-waiting = The time begins to run later
incidents-duty-when = When

incidents-entrance-next-of-kin = Next of kin
incidents-entrance-partner = Someone from another organisation
incidents-entrance-patient = Patient or user
incidents-entrance-staff = Staff

incidents-error-filter = The filter in the address cannot be read. Open the list again and choose the filter there.
incidents-error-seal = The name was sealed with another key than the one that is here now. Ask whoever runs Varde about the key file.

incidents-escalate = Ask the unit above to step in
incidents-escalate-help = What do you need that is not in your hands?

incidents-escalated = Raised to the unit above

incidents-fact-beyond-foreseeable-risk = The outcome was unexpected in view of the foreseeable risk
incidents-fact-caused-by-service = The service, or the lack of it, brought it about
incidents-fact-cosmetics-involved = A cosmetic product is suspected
incidents-fact-could-have-been-serious = It could have led to death or serious worsening
incidents-fact-data-breach = Personal data came astray, were changed or could not be reached
incidents-fact-death-may-be-unnatural = The death may be unnatural
incidents-fact-device-involved = A medical device led to it, or could have
incidents-fact-diet-supplement-involved = A diet supplement is suspected
incidents-fact-digital-security-event = A digital security event
incidents-fact-disease-told-at-once = The disease is to be told by telephone at once
incidents-fact-drug-reaction-suspected = An unwanted effect of a medicine is suspected
incidents-fact-e-cigarette-involved = An electronic cigarette is suspected
incidents-fact-electro-medical-fault = Electro-medical equipment had a fault
incidents-fact-electro-medical-involved = Electro-medical equipment was involved
incidents-fact-entrance = Reported by
incidents-fact-group-a-disease = A case of a disease in group A of the infection register
incidents-fact-harm-between-patients = One patient or user harmed another
incidents-fact-hospital-stay = It led to a stay in hospital or made one longer
incidents-fact-lasting-effects = It left lasting effects
incidents-fact-life-threatening = It was life-threatening
incidents-fact-mode = Name
incidents-fact-outbreak-in-hospital = An outbreak of infection in hospital, suspected or confirmed
incidents-fact-outbreak-in-municipality = An outbreak of infection in a municipal institution
incidents-fact-patient-death = A patient or user died
incidents-fact-patient-harm = A patient or user was harmed, however little
incidents-fact-patients-endangered = Conditions put patients' safety at risk
incidents-fact-radiation-above-normal = Unintended radiation clearly above normal
incidents-fact-radiation-dose-deviated = The radiation dose deviated considerably from what was intended
incidents-fact-radiation-equipment-failed = A technical failure that matters for radiation protection
incidents-fact-radiation-source-lost = A source of radiation was lost or stolen
incidents-fact-reaction-unexpected = The reaction is new or unexpected
incidents-fact-research-event = A serious unwanted medical event in research
incidents-fact-serious-blood-event = A serious event or near miss in drawing, preparing or giving blood
incidents-fact-serious-blood-reaction = A donor or receiver of blood had a serious reaction
incidents-fact-serious-complication = A serious complication arose
incidents-fact-serious-deterioration = Someone's health worsened seriously
incidents-fact-staff-death = Someone died at work
incidents-fact-staff-serious-injury = Someone was seriously injured at work
incidents-fact-transplant-event = Cells, tissue or an organ in a serious event or reaction
incidents-fact-vaccine-involved = The medicine is a vaccine
incidents-fact-very-serious-harm = A patient or user was very seriously harmed
incidents-fact-wrong-blood-transfused = Someone was given blood not meant for them

incidents-facts = About the incident
incidents-facts-blood = Blood, cells and organs
incidents-facts-device = Medical devices
incidents-facts-infection = Infection
incidents-facts-medicine = Medicines and other products
incidents-facts-other = Staff, research and data
incidents-facts-patient = The patient
incidents-facts-radiation = Radiation

incidents-field-escalated = Raised
incidents-field-handler = Handler
incidents-field-harm = How much harm was done?
incidents-field-harm-help = The worst that happened to anyone it concerned.
incidents-field-level = How thoroughly is it to be looked into?
incidents-field-no-measures = Why nothing more is done
incidents-field-no-measures-help = Only used when no measure answers the incident. The reason must be written.
incidents-field-potential = How bad could it have been?
incidents-field-potential-help = The worst that could reasonably have happened, were it to happen again.
incidents-field-state = State

incidents-filter-all = All
incidents-filter-from = Happened from
incidents-filter-go = Filter
incidents-filter-label = Filter the incidents
incidents-filter-late = Overdue
incidents-filter-mine = That I handle
incidents-filter-open = Not closed
incidents-filter-reset = Reset
incidents-filter-serious = Serious
incidents-filter-text = Search the incidents
incidents-filter-to = Happened until

incidents-finding-new = Draw a finding

incidents-follow-done = Close the case
incidents-follow-lead = Type the receipt that you got when you reported.
incidents-follow-open = See what has happened
incidents-follow-title = Follow a report without a name

incidents-form-answer = Answer to the reporter
incidents-form-answer-help = What did you find, what do you do, and what came of the report? The reporter reads this.
incidents-form-at = Time (about)
incidents-form-at-help = For example 14:30
incidents-form-disclosure-why = Why must you know who it is?
incidents-form-done = What was done at once?
incidents-form-entrance = Who are you?
incidents-form-escalate-reason = Why must the unit above step in?
incidents-form-hand-over-unit = Unit that is to answer for it
incidents-form-hand-over-unit-help = If it belongs elsewhere than the list shows, give it to the unit above both.
incidents-form-handler-help = Those who may handle incidents in the unit it lies in now. Left empty, the unit's leader takes it.
incidents-form-harmed = Was anyone harmed?
incidents-form-join = Address of the other incident
incidents-form-join-help = Open the other incident and copy its address. The reports move there, and both descriptions stay.
incidents-form-learning = What did we learn?
incidents-form-learning-help = What contributed, and what can others use? Write about ways of working, equipment and conditions, not about persons.
incidents-form-level-reason-help = Needed when it is not looked into. That it was a known complication or a foreseeable risk is no reason.
incidents-form-more = Tell more, if you like
incidents-form-name = Who is to know that it is you?
incidents-form-name-help = In confidence: your name is sealed. It is opened only when two agree that it must be, and you see that it happens.
incidents-form-on = When?
incidents-form-open = Openly: those who handle it see who I am
incidents-form-place = Where there?
incidents-form-place-help = For example room 12, the bathroom, on the way to X-ray
incidents-form-reason = Reason
incidents-form-send = Send the report
incidents-form-sort = What kind of report is it?
incidents-form-title = Name of the incident
incidents-form-title-help = Short, and so that it is told from others. No names of persons.
incidents-form-topics = Is it also about any of these?
incidents-form-unit = Where?
incidents-form-what = What happened?
incidents-form-what-help = Tell it in your own words. Leave out names and identity numbers.
incidents-form-where = Where
incidents-form-why = Why without a name?
incidents-form-why-help = Voluntary. The answer is counted apart and not tied to the report.

incidents-guard-address = address
incidents-guard-as-is = Send as it is
incidents-guard-at-rest = The text may hold: { $kinds }. Do not repeat it elsewhere.
incidents-guard-birth-date = date of birth
incidents-guard-email = e-mail address
incidents-guard-help = It is seldom needed to learn from what happened. You decide.
incidents-guard-identity = identity number
incidents-guard-leave-out = Leave it out for me
incidents-guard-likely = (probably)
incidents-guard-name = name of a colleague
incidents-guard-phone = telephone number
incidents-guard-register = register number
incidents-guard-title = The text may show who someone is

incidents-hand-over = Hand over
incidents-hand-over-lead = Whoever takes over sees all that has been said and done. The deadline goes along.

incidents-handed-over = The incident has been handed over.

incidents-hang = { $n ->
    [one] one incident that is not closed
   *[other] { $n } incidents that are not closed
  }

incidents-harm-death = Death
incidents-harm-mild = Mild and passing
incidents-harm-moderate = Moderate: needed treatment or lasted long
incidents-harm-none = None
incidents-harm-severe = Severe: life-threatening or lasting

incidents-harmed-no = No
incidents-harmed-unknown = Not known
incidents-harmed-yes = Yes

incidents-home-days = Days from report to answer
incidents-home-days-unit = days (median)
incidents-home-late = Overdue
incidents-home-none = None yet
incidents-home-open = Not closed
incidents-home-reporter = Something to report?
incidents-home-share = Were answered on their report
incidents-home-share-of = { $n } of { $of } reports in the last year
incidents-home-title = Reports and answers in { $unit }
incidents-home-wait = Whoever has waited longest has waited { $n ->
    [one] one day
   *[other] { $n } days
  }

incidents-join = Join to another

incidents-joined = The incidents have been joined.
incidents-joined-to = Go to the incident it was joined to

incidents-kind-concern = Concern
incidents-kind-good-care = Good care
incidents-kind-incident = Incident
incidents-kind-near-miss = Near miss
incidents-kind-unsafe = Unsafe condition

incidents-level-event = Event analysis
incidents-level-huddle = Talk with those who were there
incidents-level-none = Not further (with the reason)
incidents-level-thematic = Thematic, with others like it

incidents-list-due = Due
incidents-list-found = { $n ->
    [one] One incident
   *[other] { $n } incidents
  }
incidents-list-handler = Handler
incidents-list-happened = Happened
incidents-list-incident = Incident
incidents-list-kind = Kind
incidents-list-lead = What has been reported in the units you answer for, and what has been handed to you.
incidents-list-none = No incidents here
incidents-list-none-help = No incidents fit the filter, or nothing has been reported yet.
incidents-list-received = Reported
incidents-list-state = State
incidents-list-title = Incidents
incidents-list-unit = Unit

incidents-measures-none = No measure answers the incident yet. Draw a finding from it and make a measure there, or say why nothing more is done.
incidents-measures-these = These measures answer the incident:

incidents-menu = Incidents
incidents-menu-mine = My reports
incidents-menu-report = Report

incidents-mine-anonymous = A report without a name does not stand here.
incidents-mine-answer = Answer to you, { $day }
incidents-mine-confidential = The report is confidential. Those who handle it do not see who you are.
incidents-mine-due = The next step is due { $day }.
incidents-mine-lead = All that you have reported with your name or in confidence, and what has come of it.
incidents-mine-none = You have not reported anything yet
incidents-mine-none-help = What you report you follow here until you have been answered.
incidents-mine-one = Report { $reference }
incidents-mine-open = Those who handle the report see that it was you who reported.
incidents-mine-progress = How far the report has come
incidents-mine-received = Reported
incidents-mine-sent = What you sent in
incidents-mine-title = My reports
incidents-mine-what = Report

incidents-mode-anonymous = Without a name
incidents-mode-confidential = In confidence
incidents-mode-open = Openly

incidents-more = More choices

incidents-name = Name the incident

incidents-no-measures-another = It is for another organisation, which has been told
incidents-no-measures-in-place = What is in place already answers it
incidents-no-measures-nothing = Nothing could have been done otherwise
incidents-no-measures-together = Followed together with others of its sort

incidents-nobody = Nobody yet

incidents-pace-at-once = At once
incidents-pace-soon = As soon as possible
incidents-pace-without-delay = Without undue delay

incidents-problem-answer = Write an answer to the reporter. No incident is closed without one.
incidents-problem-duty-not-in-force = The rule does not hold for the day it happened, and cannot be decided.
incidents-problem-duty-reason = Write why.
incidents-problem-future = That day has not come yet. Write the day it happened.
incidents-problem-handler = Sign in as someone who can handle the incident.
incidents-problem-handler-unit = That person may not handle incidents in that unit. Choose another, or leave it empty.
incidents-problem-join = No such incident. Copy the address of another incident that you can handle.
incidents-problem-learning = Write what you learnt.
incidents-problem-level-reason = Write why it is not looked into.
incidents-problem-level-serious = A serious incident must be looked into. Choose how thoroughly.
incidents-problem-long-ago = That is more than a hundred years ago. Check the year.
incidents-problem-measures = Make a measure that answers the incident, or choose why nothing more is done.
incidents-problem-measures-both = Measures answer the incident already. Leave this empty.
incidents-problem-no-measures-reason = Write why nothing more is done.
incidents-problem-order = This step cannot be taken now. See where the incident stands.
incidents-problem-potential = It cannot have been able to go better than it went.
incidents-problem-receipt = No report fits that receipt. Check each group of four.
incidents-problem-time = Write the time as 14:30.
incidents-problem-undecided = Some duties to notify are not decided.
incidents-problem-unit = Choose where it happened.
incidents-problem-what = Tell in a few words what happened.

incidents-receipt = Receipt
incidents-receipt-help = Twenty characters in five groups. Capital and small letters are the same.
incidents-receipt-keep = Write the receipt down or take a picture of it. It is shown only now.
incidents-receipt-lost = If you lose it, nobody can give you another. The report is handled all the same.
incidents-receipt-print = Print the receipt
incidents-receipt-received = The report has been received
incidents-receipt-shared = On a shared machine, close the browser when you are done.
incidents-receipt-title = Your receipt
incidents-receipt-use = With it you see what is done, and can write with those who handle the case.

incidents-recipient-blood-bank = The blood bank
incidents-recipient-board-of-health-supervision = The Norwegian Board of Health Supervision
incidents-recipient-civil-protection = The Directorate for Civil Protection
incidents-recipient-county-governor = The county governor
incidents-recipient-data-protection = The Norwegian Data Protection Authority
incidents-recipient-data-subjects = Those whom the data are about
incidents-recipient-directorate-of-health = The Norwegian Directorate of Health
incidents-recipient-food-safety = The Norwegian Food Safety Authority
incidents-recipient-health-cert = HelseCERT
incidents-recipient-infection-control-centre = The regional centre for infection control
incidents-recipient-labour-inspection = The Norwegian Labour Inspection Authority
incidents-recipient-medical-products = The Norwegian Medical Products Agency
incidents-recipient-municipal-doctor = The municipal chief doctor
incidents-recipient-national-security = The Norwegian National Security Authority
incidents-recipient-nav = Nav
incidents-recipient-not-established = Receiver not established
incidents-recipient-own-management = One's own management
incidents-recipient-patient-and-next-of-kin = The patient and next of kin
incidents-recipient-police = The police
incidents-recipient-public-health = The Norwegian Institute of Public Health
incidents-recipient-radiation-protection = The Radiation and Nuclear Safety Authority
incidents-recipient-supervisory-authority = The supervisory authority
incidents-recipient-ukom = The commission of inquiry (Ukom)

incidents-reference = Reference

incidents-refused-order = This cannot be done as the incident stands now.

incidents-reply-correction = Ask for a correction
incidents-reply-help = Ask about what is missing, or tell what is happening. The reporter reads it, also one without a name.
incidents-reply-text = Write to the reporter

incidents-report-by = Report { $day }: { $who }
incidents-report-lead = Four questions, under a minute. You always hear what is done.
incidents-report-received = Thank you. The report has been received, and you follow it here.
incidents-report-title = Report

incidents-said = Your message has been sent.

incidents-save = Save

incidents-saved = Saved.

incidents-say-send = Send
incidents-say-text = Write to those who handle the case

incidents-serious = Serious

incidents-someone = Someone who is no longer here

incidents-sort-harmed = It went wrong, and someone was harmed
incidents-sort-nearly = It nearly went wrong
incidents-sort-unharmed = It went wrong, but nobody was harmed
incidents-sort-unsafe = Something is dangerous or unsafe
incidents-sort-unsure = It went wrong, and I do not know whether anyone was harmed
incidents-sort-well = It went well, and others can learn from it (#Råbra)
incidents-sort-worried = I am worried about something

incidents-stage-ahead = Later
incidents-stage-analysis = Looked into
incidents-stage-answered = Answered
incidents-stage-done = Done
incidents-stage-measures = Measures decided
incidents-stage-now = Now
incidents-stage-read = Read and assessed
incidents-stage-received = Received

incidents-state-analysis = Analysis
incidents-state-closed = Closed
incidents-state-duties = Duties to notify
incidents-state-effect = Waiting for effect
incidents-state-joined = Joined
incidents-state-measures = Measures
incidents-state-received = Received
incidents-state-triage = Being assessed

incidents-step-assess = Assess how serious
incidents-step-assess-help = How much harm was done, how bad it could have been, and how thoroughly it is worth looking into.
incidents-step-close = Answer and close
incidents-step-close-help = Whoever reported gets the answer. That is what makes people report again.
incidents-step-decide-measures = Decide measures
incidents-step-decide-measures-help = A measure answers the incident through a finding that rests on it.
incidents-step-finish-analysis = Finish the analysis
incidents-step-finish-analysis-help = What you learnt is read by whoever reported when the case is closed.
incidents-step-reopen = Open again
incidents-step-reopen-help = The case is assessed anew. The answer that was given stays.
incidents-step-settle-duties = The duties to notify are decided
incidents-step-settle-duties-help = Some incidents must be notified to others: the Board of Health Supervision, Ukom, DMP, the police or others.
incidents-step-take = Begin on it
incidents-step-take-help = You become its handler, and the reporter sees that it is being read.
incidents-step-taken = The incident has been carried on.

incidents-talk = Conversation
incidents-talk-handler = Those who handle the case
incidents-talk-none = Nobody has written yet. If you wonder about something or remember more, write here.
incidents-talk-none-handler = Nothing has been said yet.
incidents-talk-reporter = The reporter
incidents-talk-you = You

incidents-told-agreed = Agreed that the reporter may be known
incidents-told-asked = Asked to learn who reported
incidents-told-assess = Assessed
incidents-told-changed = Changed
incidents-told-close = Answered and closed
incidents-told-decide-measures = Measures decided
incidents-told-duty-decided = Decided a duty to notify
incidents-told-duty-sent = Notified others
incidents-told-escalate = Raised to the unit above
incidents-told-facts = Answered what the duties ask
incidents-told-finish-analysis = Analysis finished
incidents-told-hand-over = Handed over
incidents-told-join = Joined to another
incidents-told-joined = Another incident was joined to this
incidents-told-name = Named
incidents-told-received = Reported
incidents-told-refused = Refused that the reporter may be known
incidents-told-reopen = Opened again
incidents-told-seen = Saw who reported
incidents-told-settle-duties = Duties to notify decided
incidents-told-take = Someone has begun on it

incidents-topic-contracted = Provider under contract
incidents-topic-equipment = Medical equipment
incidents-topic-medicine-dispensing = Medicine: making ready
incidents-topic-medicine-giving = Medicine: giving
incidents-topic-medicine-monitoring = Medicine: following its effect
incidents-topic-medicine-ordering = Medicine: ordering
incidents-topic-staff-harm = Someone who works here was harmed
incidents-topic-transition = Move between units or services
incidents-topic-violence = Violence or threats

incidents-waits-analysis = Find out what lay behind, as thoroughly as it is worth.
incidents-waits-closed = Whoever reported has been answered.
incidents-waits-duties = Decide whether anyone else is to be notified.
incidents-waits-effect = See whether what was done works. Then answer whoever reported.
incidents-waits-measures = Decide what is to be done, or why nothing more is.
incidents-waits-received = Nobody has begun on it yet. Whoever reported is waiting.
incidents-waits-triage = Assess how serious it is.

incidents-who-sees = Seen by the leader, quality adviser and top leader of the unit and those above it, and by whoever handles it.

incidents-why-colleagues = Out of regard for colleagues
incidents-why-fear-career = I fear for my name or career
incidents-why-fear-employer = I fear what my employer may do
incidents-why-fear-other = I fear what another organisation may do
incidents-why-no-benefit = I see no good in giving my name
incidents-why-no-sign-in = I do not remember how to sign in
incidents-why-other = Something else
incidents-why-save-time = To save time

incidents-work-analysis = Finish the analysis
incidents-work-disclosure = Decide
incidents-work-duties = Decide the duties to notify
incidents-work-effect = Answer and close
incidents-work-measures = Decide measures
incidents-work-received = Begin on the incident
incidents-work-triage = Assess the incident
