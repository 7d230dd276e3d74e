# The words of the room, in English.

knowledge-chain-in-force = “{ $name }” is the one that applies.
knowledge-chain-none-in-force = None of the documents in the chain applies, as far as the sources say.
knowledge-chain-several-in-force = Several of the documents in the chain apply at once.
knowledge-chain-title = Predecessors and successors
knowledge-document-about = About the document
knowledge-document-commissioned-by = Commissioned by
knowledge-document-due = Due for review
knowledge-document-due-text = The review date has passed. The document still applies, but someone should look at it.
knowledge-document-edit = Edit the document
knowledge-document-in-force-from = Applies from
knowledge-document-internal = Internal
knowledge-document-internal-help = Only those with a role in the unit or above it see the document.
knowledge-document-issuer = Issuer
knowledge-document-kind = Kind
knowledge-document-move = Change status
knowledge-document-name = Name
knowledge-document-no-notes = No notes on this document.
knowledge-document-no-year = Not given
knowledge-document-note = Remark on the document
knowledge-document-reference = Reference
knowledge-document-review-by = Review by
knowledge-document-review-by-help = When the date has passed, the owner of the document gets a task.
knowledge-document-source = Source
knowledge-document-status = Status
knowledge-document-successor = Successor
knowledge-document-successor-help = The document that takes over from this one.
knowledge-document-unit = Owned by
knowledge-document-unit-help = The unit that maintains the document. Leave empty for a national document.
knowledge-document-url = Web address
knowledge-document-year = Year
knowledge-form-save = Save
knowledge-form-why = Why
knowledge-happened-created = Created
knowledge-happened-edited = Edited
knowledge-happened-note-answered = Answered
knowledge-happened-noted = Note written
knowledge-happened-other = Something was done
knowledge-happened-revision-answered = A request for revision was answered
knowledge-happened-revision-asked = Someone asked for a revision
knowledge-history-former = A former colleague
knowledge-kind-act = Act
knowledge-kind-action-plan = Action plan
knowledge-kind-advice = Professional advice
knowledge-kind-guide = Guide
knowledge-kind-guideline = Guideline
knowledge-kind-hearing-letter = Hearing letter
knowledge-kind-official-report = Official report (NOU)
knowledge-kind-other = Other
knowledge-kind-regulation = Regulation
knowledge-kind-report = Report
knowledge-kind-standard = Standard
knowledge-kind-strategy = Strategy
knowledge-kind-white-paper = White paper
knowledge-list-any = All
knowledge-list-count = { $n ->
    [one] One document
   *[other] { $n } documents
}
knowledge-list-csv = Download CSV
knowledge-list-empty = No documents match
knowledge-list-empty-help = Try fewer words or other filters.
knowledge-list-filter = Search and filter
knowledge-list-lead = Acts, regulations, advice, plans and reports: who stands behind them, what applies now, and what has taken over.
knowledge-list-reset = Reset
knowledge-list-search = Search the documents
knowledge-list-show = Show
knowledge-list-title = Documents
knowledge-menu-documents = Documents
knowledge-new-title = New document
knowledge-note-about = About the note
knowledge-note-ambiguity = Ambiguity
knowledge-note-answer = Answer the note
knowledge-note-answer-help = Explain what is right, or what has been done. Printed figures are not changed.
knowledge-note-answered = Answer
knowledge-note-arithmetic = Arithmetic
knowledge-note-concerns = Concerns
knowledge-note-contradiction = Contradiction
knowledge-note-document = The document
knowledge-note-document-help = Where it is printed, or where it should have been.
knowledge-note-documents = Documents
knowledge-note-error-in-text = Error in the text
knowledge-note-gap = Gap
knowledge-note-kind = Kind
knowledge-note-new = Note a contradiction or gap
knowledge-note-new-lead = The note is shown to everyone signed in, beside what it concerns. It changes no printed figures.
knowledge-note-place = Place in the document
knowledge-note-state = Status
knowledge-note-text = Note
knowledge-note-text-help = What is missing or does not agree? Nothing about single patients.
knowledge-notes-all = { $n ->
    [one] See the note
   *[other] See all { $n } notes
}
knowledge-notes-count = { $n ->
    [one] One note
   *[other] { $n } notes
}
knowledge-notes-empty = No notes here
knowledge-notes-empty-help = No contradictions or gaps are noted for what you look for.
knowledge-notes-lead = What the documents leave out, say in two ways or print wrongly. A note never changes a printed figure.
knowledge-notes-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
knowledge-notes-search = Search the notes
knowledge-notes-title = Contradictions and gaps
knowledge-problem-nothing-noted = Choose what the note concerns. It must be open to everyone signed in.
knowledge-problem-url = Write an address that begins with https:// or http://.
knowledge-problem-year = Write a year, such as 2023.
knowledge-refused-backwards = What has applied does not become a draft again, and only what applies can be revised.
knowledge-refused-ended = A superseded document does not come back. Register a new one.
knowledge-refused-ring = Then the chain of successors would go in a ring. Choose another document.
knowledge-refused-same = The document already has this status.
knowledge-request-answer = Answer
knowledge-request-answer-help = The mandate of the group that revises it, what has been done, or why not.
knowledge-request-asked = Not answered
knowledge-request-declined = Declined
knowledge-request-do-answer = Answer the request
knowledge-request-done = Revised
knowledge-request-under-revision = Under revision
knowledge-requests-title = Requests for revision
knowledge-revision-ask = Ask for revision
knowledge-revision-help = What should change, and why? Do not write anything about patients.
knowledge-revision-send = Send the request
knowledge-revision-text = What should be revised
knowledge-said-answered = The answer is saved.
knowledge-said-asked = The request is sent. You will see the answer on this page.
knowledge-said-made = The document is registered.
knowledge-said-moved = The status is changed.
knowledge-said-noted = The note is saved.
knowledge-said-saved = The changes are saved.
knowledge-state-explained = Explained
knowledge-state-open = Open
knowledge-state-resolved = Resolved
knowledge-status-hearing = Out for comment
knowledge-status-help = Putting a document into force or superseding it takes the authority to adopt.
knowledge-status-in-force = In force
knowledge-status-planned = Planned
knowledge-status-superseded = Superseded
knowledge-status-under-revision = Under revision
knowledge-status-unknown = Not known
knowledge-thing-alternative = Alternative
knowledge-thing-value = Value
knowledge-work-due = Review the document
knowledge-work-request = Answer a request for revision
