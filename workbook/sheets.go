package workbook

// The thirteen sheets, column by column. Help is written for the person who
// fills in the cell; it is shown as a note on the heading and while typing.

var planSheet = &Sheet{
	Name: SheetPlan, Aliases: []string{"Plan details", "About", "About the plan", "Cover", "Details"}, Required: true, Fields: true,
	Purpose: "What the plan is, who answers for it, when the board meets",
	store:   one(func(p *Plan) *Info { return &p.Info }),
	Columns: []Column{
		{Heading: FieldOrganisation, Aliases: []string{"Council", "Local authority", "Authority", "Organization"}, Kind: Text, Required: true, Help: "The council's full name, as it should stand on the board paper.", Example: "Exampleshire Council", Label: true, Public: Printed, field: in(func(i *Info) any { return &i.Organisation })},
		{Heading: FieldTitle, Aliases: []string{"Title", "Plan name", "Name of plan"}, Kind: Text, Required: true, Help: "What the plan is called.", Example: "Children's services improvement plan", Public: Printed, field: in(func(i *Info) any { return &i.Title })},
		{Heading: FieldBoard, Aliases: []string{"Improvement board", "Board name"}, Kind: Text, Help: "The board that receives the briefing.", Example: "Children's services improvement board", Label: true, Public: Printed, field: in(func(i *Info) any { return &i.Board })},
		{Heading: FieldSRO, Aliases: []string{"SRO", "Responsible owner", "Senior responsible officer"}, Kind: Text, Required: true, Help: "The one post that answers for the whole plan.", Example: "Director of children's services", Label: true, Public: AsPost, Compare: AsPerson, field: in(func(i *Info) any { return &i.SRO })},
		{Heading: FieldChair, Aliases: []string{"Board chair", "Independent chair"}, Kind: Text, Help: "Who chairs the board.", Example: "Independent chair", Label: true, field: in(func(i *Info) any { return &i.Chair })},
		{Heading: FieldJudgement, Aliases: []string{"Judgment", "Overall judgement", "Overall effectiveness"}, Kind: Text, Help: "The latest overall judgement and its date.", Example: "Requires improvement, March 2026", Public: Printed, field: in(func(i *Info) any { return &i.Judgement })},
		{Heading: FieldReportReceived, Aliases: []string{"Date report received", "Inspection report received"}, Kind: Day, Help: "The day the inspection report reached the council, only if the Visits sheet is empty: the 70 working days run from it.", Example: "13/03/2026", Public: Printed, field: in(func(i *Info) any { return &i.ReportReceived })},
		{Heading: FieldDueOverride, Aliases: []string{"Plan due", "Plan due date"}, Kind: Day, Help: "Only if the date by which the plan is due was agreed to be another than the 70 working days give.", Example: "26/06/2026", Public: Printed, field: in(func(i *Info) any { return &i.PlanDueOverride })},
		{Heading: FieldOverrideReason, Aliases: []string{"Reason for override"}, Kind: LongText, Help: "Who agreed that other date, and why.", Example: "Agreed with the regional office on 2 April", Public: Printed, field: in(func(i *Info) any { return &i.OverrideReason })},
		{Heading: FieldPlanSent, Aliases: []string{"Plan sent date", "Date plan sent", "Plan submitted"}, Kind: Day, Help: "The day the plan was sent to Ofsted and the Department for Education.", Example: "19/06/2026", Public: Printed, field: in(func(i *Info) any { return &i.PlanSent })},
		{Heading: FieldMeetingDate, Aliases: []string{"Board meeting", "Date of meeting", "Board date"}, Kind: Day, Help: "The day of the next board meeting.", Example: "13/10/2026", Public: Printed, field: in(func(i *Info) any { return &i.MeetingDate })},
		{Heading: FieldReportAuthor, Aliases: []string{"Author", "Prepared by"}, Kind: Text, Help: "The post that prepares the paper.", Example: "Improvement lead", Label: true, Public: AsPost, field: in(func(i *Info) any { return &i.ReportAuthor })},
		{Heading: FieldContact, Aliases: []string{"Contact", "Accessible format contact"}, Kind: Text, Help: "Whom to ask for the paper in another format.", Example: "improvement.team@example.org", Label: true, Public: Printed, field: in(func(i *Info) any { return &i.Contact })},
		{Heading: FieldMessage, Aliases: []string{"Message", "Foreword", "Message from the SRO"}, Kind: LongText, Help: "A few honest sentences from the senior responsible owner. Printed in the briefing as they stand.", Example: "Visits are now on time in every team. Reviews are not, and this paper says what we will do.", Public: Printed, field: in(func(i *Info) any { return &i.Message })},
		{Heading: FieldDecisions, Aliases: []string{"Decision asked", "Decisions", "Recommendations"}, Kind: LongText, Repeats: true, Help: "What the board is asked to do, starting with a verb. One decision a row: copy this row for each further one.", Example: "Agree the new date for action 2.1", Public: Printed, field: in(func(i *Info) any { return &i.DecisionsAsked })},
		{Heading: FieldAlternative, Aliases: []string{"Alternatives", "Alternative considered", "Other option"}, Kind: LongText, Repeats: true, Below: FieldDecisions, Help: "What else the board could do. It goes with the decision above it.", Example: "Keep the date of 16 December and add a second reviewer", Public: Printed, field: in(func(i *Info) any { return &i.Alternatives })},
		{Heading: FieldIfRefused, Aliases: []string{"If not agreed", "If the board refuses", "If declined"}, Kind: LongText, Repeats: true, Below: FieldDecisions, Help: "What happens if the board refuses. It goes with the decision above it.", Example: "Reviews in January have no record to rest on", Public: Printed, field: in(func(i *Info) any { return &i.IfRefused })},
		{Heading: FieldDecisionOwner, Aliases: []string{"Decision lead", "Who acts on the decision"}, Kind: Text, Repeats: true, Below: FieldDecisions, Help: "The post that acts on the board's answer. It goes with the decision above it.", Example: "Head of independent reviewing", Label: true, field: in(func(i *Info) any { return &i.DecisionOwners })},
		{Heading: FieldLastAsked, Aliases: []string{"Decisions asked last time", "Asked at the last meeting"}, Kind: LongText, Repeats: true, Help: "What the last board was asked to do, one a row. Copy Decisions asked here after the meeting.", Example: "Agree three more posts for the reviewing team", Public: Printed, field: in(func(i *Info) any { return &i.LastAsked })},
		{Heading: FieldLastOutcome, Aliases: []string{"What the board decided", "Outcome at the last meeting"}, Kind: LongText, Repeats: true, Below: FieldLastAsked, Help: "What the board decided, and what has come of it. It goes with what was asked above it.", Example: "Agreed; two people have started", Public: Printed, field: in(func(i *Info) any { return &i.LastOutcomes })},
		{Heading: FieldBoardEvery, Aliases: []string{"Board cycle", "Days between boards"}, Kind: Whole, Min: 1, Max: 400, Default: "42", Help: "Days from one board meeting to the next. Blank means 42.", Example: "42", Public: Printed, field: in(func(i *Info) any { return &i.BoardEvery })},
		{Heading: FieldDueSoon, Aliases: []string{"Due soon days"}, Kind: Whole, Min: 1, Max: 400, Default: "28", Help: "How many days ahead counts as due soon. Blank means 28.", Example: "28", Public: Printed, field: in(func(i *Info) any { return &i.DueSoon })},
		{Heading: FieldPlanEnds, Aliases: []string{"Plan end", "End of plan"}, Kind: Day, Help: "The last day of the plan. Actions due after it are pointed out.", Example: "31/03/2028", Public: Printed, field: in(func(i *Info) any { return &i.PlanEnds })},
		{Heading: FieldActionsPerOwner, Kind: Whole, Min: 1, Max: 1000, Default: "12", Help: "More open actions than this for one owner are pointed out. Blank means 12.", Example: "12", field: in(func(i *Info) any { return &i.ActionsPerOwner })},
		{Heading: FieldActionsPerArea, Kind: Whole, Min: 1, Max: 1000, Default: "15", Help: "More open actions than this in one area are pointed out. Blank means 15.", Example: "15", field: in(func(i *Info) any { return &i.ActionsPerArea })},
		{Heading: FieldSmallCount, Kind: Whole, Min: 2, Max: 100, Default: "5", Help: "Counts of children below this may identify a child and are pointed out. Blank means 5.", Example: "5", field: in(func(i *Info) any { return &i.SmallCount })},
		{Heading: FieldBrandColour, Aliases: []string{"Brand color", "Colour", "Corporate colour"}, Kind: Text, Help: "The council's colour as #rrggbb, for the rule on page 1 and the council's name.", Example: "#1f5f5f", Label: true, Public: Printed, field: in(func(i *Info) any { return &i.BrandColour })},
		{Heading: FieldLogo, Kind: Text, Help: "The file name of a PNG or JPEG picture in the same folder as this workbook.", Example: "logo.png", Label: true, Public: Printed, field: in(func(i *Info) any { return &i.Logo })},
		{Heading: FieldTemplateVersion, Kind: Text, Help: "Written by actionplan. Please leave it as it is.", Example: TemplateVersion, Label: true, Compare: Never, field: in(func(i *Info) any { return &i.TemplateVersion })},
	},
}

var keySheet = &Sheet{
	Name: SheetKey, Aliases: []string{"Status key", "RAG key", "BRAG key", "Legend"},
	Purpose: "Your own status words and what each one means",
	store:   inSlice(func(p *Plan) *[]*KeyWord { return &p.Key.Words }),
	Columns: []Column{
		{Heading: ColWord, Aliases: []string{"Status word", "Status", "RAG", "BRAG", "Rating"}, Kind: Text, Required: true, Help: "The word that your staff use in the Status columns.", Example: "Green", Width: 18, Label: true, Public: Printed, Compare: AsKey, field: in(func(w *KeyWord) any { return &w.Word })},
		{Heading: ColMeans, Aliases: []string{"Meaning", "Stands for"}, Kind: List, Required: true, List: Names(KeyOrder), Help: "Which of the seven meanings it has. Delivered is done; embedded is done, evidenced and checked by somebody else.", Example: "on track", Width: 16, Public: Printed, field: in(func(w *KeyWord) any { return &w.Means })},
		{Heading: ColColour, Aliases: []string{"Color"}, Kind: Text, Help: "A colour's name (grey, white, green, amber, yellow, red, light blue, blue, purple) or #rrggbb. Blank: by meaning.", Example: "green", Width: 14, Label: true, Public: Printed, field: in(func(w *KeyWord) any { return &w.Colour })},
		{Heading: ColDefinition, Aliases: []string{"Description", "What it means"}, Kind: LongText, Help: "When a manager should use this word. The tracker prints it, and so does every paper that has room.", Example: "Expected to finish by its date", Width: 60, Public: Printed, field: in(func(w *KeyWord) any { return &w.Definition })},
	},
}

var visitKinds = []string{KindInspection, KindFocusedVisit, KindMonitoring, "Assurance visit", KindJTAI, KindAreaSEND, "DfE or commissioner review", "Peer review", "Audit", "Other"}

var visitsSheet = &Sheet{
	Name: SheetVisits, Aliases: []string{"Visit", "Inspections", "Letters", "Inspections and visits"},
	Purpose: "The inspections, visits and reviews that the plan answers",
	store:   inSlice(func(p *Plan) *[]*Visit { return &p.Visits }),
	Columns: []Column{
		{Heading: ColRef, Aliases: refAliases, Kind: Ref, Required: true, Help: "A short ref that no other visit has.", Example: "V1", Width: 8, Public: Printed, field: in(func(x *Visit) any { return &x.Ref })},
		{Heading: ColKind, Aliases: []string{"Type", "Kind of visit", "Visit type"}, Kind: List, Required: true, List: visitKinds, Also: map[string]string{"ilacs inspection": KindInspection, "ilacs": KindInspection, "sif": KindInspection, "joint targeted area inspection": KindJTAI, "send inspection": KindAreaSEND, "monitoring": KindMonitoring, "focused": KindFocusedVisit}, Help: "What kind of visit it was.", Example: KindFocusedVisit, Width: 20, Public: Printed, field: in(func(x *Visit) any { return &x.Kind })},
		{Heading: ColTitle, Aliases: []string{"Visit", "Name", "Visit title"}, Kind: Text, Required: true, Help: "How the board calls it.", Example: "Focused visit to children in care", Width: 29, Public: Printed, field: in(func(x *Visit) any { return &x.Title })},
		{Heading: ColStarted, Aliases: []string{"Start", "Start date", "Visit date", "Date of visit", "From"}, Kind: Day, Help: "The first day inspectors were there. Leave blank if the letter does not say.", Example: "14/09/2026", Width: 13, Public: Printed, field: in(func(x *Visit) any { return &x.Started })},
		{Heading: ColEnded, Aliases: []string{"End", "End date", "To"}, Kind: Day, Help: "The last day inspectors were there.", Example: "15/09/2026", Width: 13, Public: Printed, field: in(func(x *Visit) any { return &x.Ended })},
		{Heading: ColLetterDated, Aliases: []string{"Letter date", "Report date", "Date of letter"}, Kind: Day, Help: "The date on the letter or report.", Example: "20/10/2026", Width: 13, Public: Printed, field: in(func(x *Visit) any { return &x.LetterDated })},
		{Heading: ColLetterReceived, Aliases: []string{"Received", "Date received", "Report received"}, Kind: Day, Help: "The day the letter or report reached the council. The statutory clock runs from it.", Example: "13/10/2026", Width: 13, Public: Printed, field: in(func(x *Visit) any { return &x.LetterReceived })},
		{Heading: ColOutcome, Aliases: []string{"Judgement", "Result"}, Kind: Text, Help: "The judgement or the headline in a few words.", Example: "Not a consistently good service yet", Width: 24, Public: Printed, field: in(func(x *Visit) any { return &x.Outcome })},
		{Heading: ColScope, Aliases: []string{"Area looked at", "Areas covered"}, Kind: Text, Help: "What inspectors looked at.", Example: "Arrangements for children in care", Width: 20, Public: Printed, field: in(func(x *Visit) any { return &x.Scope })},
		{Heading: ColPublished, Aliases: []string{"Letter published"}, Kind: List, List: []string{"Yes", PublishedNo}, Help: "Whether the letter is published. First monitoring letters usually are not.", Example: "Yes", Width: 11, Public: Printed, field: in(func(x *Visit) any { return &x.Published })},
		{Heading: ColNumber, Aliases: []string{"Visit number", "Which visit"}, Kind: Figure, Help: "For monitoring visits: the first is 1, the second 2.", Example: "2", Width: 9, Public: Printed, Rare: true, field: in(func(x *Visit) any { return &x.Number })},
		{Heading: ColFramework, Kind: Text, Help: "The framework it was carried out under.", Example: "ILACS", Width: 14, Label: true, Public: Printed, Rare: true, field: in(func(x *Visit) any { return &x.Framework })},
		{Heading: ColLink, Aliases: []string{"Web link", "URL"}, Kind: Text, Help: "Where the letter can be read.", Example: "https://www.example.org/letter", Width: 30, Label: true, Rare: true, field: in(func(x *Visit) any { return &x.Link })},
	},
}

var areasSheet = &Sheet{
	Name: SheetAreas, Aliases: []string{"Improvement areas", "Area", "Priorities", "Themes", "Ambitions"}, Required: true,
	Purpose: "What has to improve, and the one post that answers for each",
	store:   inSlice(func(p *Plan) *[]*Area { return &p.Areas }),
	Columns: []Column{
		{Heading: ColRef, Aliases: append([]string{"Area ref", "Area no"}, refAliases...), Kind: Ref, Required: true, Help: "A short ref that no other area has, such as A1 or 1.", Example: "A1", Width: 8, Public: Printed, field: in(func(a *Area) any { return &a.Ref })},
		{Heading: ColAreaName, Aliases: []string{"Area", "Area for improvement", "Ofsted area for improvement", "Priority area", "Theme", "Ambition", "Area name"}, Kind: Text, Required: true, Help: "What has to improve, in a few words.", Example: "Children's records up to date and complete", Width: 38, Public: Printed, field: in(func(a *Area) any { return &a.Name })},
		{Heading: ColAreaOutcome, Aliases: []string{"Outcome", "What will be different for children", "Impact for children", "Intended outcome"}, Kind: LongText, Required: true, Help: "What children will notice when this has improved.", Example: "Anyone helping a child can see what matters and why", Width: 44, Public: Printed, field: in(func(a *Area) any { return &a.Outcome })},
		{Heading: ColAccountable, Aliases: []string{"Owner", "Accountable officer", "Accountable lead", "Lead", "Lead officer", "Area owner", "Accountable person"}, Kind: Owner, Required: true, Help: "The one post that answers to the board for this area.", Example: "Head of quality and performance", Width: 30, Public: AsPost, field: in(func(a *Area) any { return &a.Owner })},
		{Heading: ColStatus, Aliases: statusAliases, Kind: StatusWord, Help: "A word of the Key sheet. Blank: worked out from the area's actions.", Example: "On track", Width: 15, Public: Printed, field: in(func(a *Area) any { return &a.Status })},
		{Heading: ColStatusReason, Aliases: []string{"Reason", "Status reason", "Commentary", "Why"}, Kind: LongText, Help: "Why the area has that status, in one or two sentences. Printed beside the status.", Example: "Summaries are on nine in ten records; updating before reviews lags behind.", Width: 48, Public: Printed, field: in(func(a *Area) any { return &a.StatusReason })},
		{Heading: ColUpdated, Aliases: updatedAliases, Kind: Day, Help: "The day the status and its reason were last looked at.", Example: "28/09/2026", Width: 13, Public: Printed, field: in(func(a *Area) any { return &a.Updated })},
		{Heading: ColTargetDate, Aliases: []string{"Target", "By when", "Complete by"}, Kind: Day, Help: "When the area as a whole should be where it ought to be.", Example: "30/09/2027", Width: 13, Public: Printed, field: in(func(a *Area) any { return &a.TargetDate })},
		{Heading: ColVisits, Aliases: []string{"Visit", "Source visits", "From visits"}, Kind: RefsTo, To: SheetVisits, Help: "The refs of the visits it comes from, separated by a semicolon.", Example: "V1; V2", Width: 12, field: in(func(a *Area) any { return &a.Visits })},
		{Heading: ColPartners, Aliases: []string{"Partners", "Partner body"}, Kind: People, Help: "Other bodies that do part of the work, separated by a semicolon.", Example: "Integrated care board; Police", Width: 24, Public: Printed, Rare: true, field: in(func(a *Area) any { return &a.Partners })},
		{Heading: ColPriority, Kind: List, List: []string{KindPriorityAction, "Improvement", "Local"}, Help: "Priority action only where the letter itself uses that term.", Example: "Improvement", Width: 15, Public: Printed, Rare: true, field: in(func(a *Area) any { return &a.Priority })},
		{Heading: ColPublish, Aliases: publishAliases, Kind: List, List: publishList, Default: "Public", Help: "Restricted keeps this area and its rows out of the public edition. Blank means Public.", Example: "Public", Width: 12, Rare: true, field: in(func(a *Area) any { return &a.Publish })},
	},
}

var findingKinds = []string{KindPriorityAction, KindImprovementNeeded, KindConcern, KindProgress, KindStrength}

var findingsSheet = &Sheet{
	Name: SheetFindings, Aliases: []string{"Finding", "Ofsted findings", "Letter findings", "Recommendations"},
	Purpose: "What the letters say, one row for each finding",
	store:   inSlice(func(p *Plan) *[]*Finding { return &p.Findings }),
	Columns: []Column{
		{Heading: ColRef, Aliases: append([]string{"Finding ref", "Finding no"}, refAliases...), Kind: Ref, Required: true, Help: "A short ref that no other finding has.", Example: "F1", Width: 8, Public: Printed, field: in(func(f *Finding) any { return &f.Ref })},
		{Heading: ColFinding, Aliases: []string{"What the letter says", "Finding text", "Ofsted finding", "Text"}, Kind: LongText, Required: true, Help: "What the letter says, in a sentence. Nothing that could identify a child.", Example: "Records are not always updated before a review", Width: 56, Public: Printed, field: in(func(f *Finding) any { return &f.Text })},
		{Heading: ColKind, Aliases: []string{"Type", "Kind of finding", "Finding type"}, Kind: List, Required: true, List: findingKinds, Also: map[string]string{"area for improvement": KindImprovementNeeded, "what needs to improve": KindImprovementNeeded, "recommendation": KindImprovementNeeded}, Help: "Priority action is a formal term: only where the letter uses it.", Example: KindConcern, Width: 19, Public: Printed, field: in(func(f *Finding) any { return &f.Kind })},
		{Heading: ColVisit, Aliases: []string{"Visit ref", "Letter", "Source"}, Kind: RefTo, To: SheetVisits, Required: true, Help: "The ref of the visit whose letter says it.", Example: "V1", Width: 9, Public: Printed, field: in(func(f *Finding) any { return &f.Visit })},
		{Heading: ColAreas, Aliases: []string{"Area", "Improvement area", "Improvement areas", "Area ref", "Theme", "Themes", "Priority area", "Priority areas"}, Kind: RefsTo, To: SheetAreas, Help: "The refs of the improvement areas that answer it, separated by a semicolon.", Example: "A1; A2", Width: 12, field: in(func(f *Finding) any { return &f.Areas })},
		{Heading: ColWhere, Aliases: []string{"Where", "Paragraph", "Ofsted para no.", "Ofsted para no", "Para", "Where in the letter", "Section"}, Kind: Text, Help: "The section and paragraph, so that anybody can look it up.", Example: "Main findings, paragraph 9", Width: 30, Public: Printed, field: in(func(f *Finding) any { return &f.Where })},
		{Heading: ColRepeats, Aliases: []string{"Repeats finding", "Raised before", "Earlier finding"}, Kind: RefsTo, To: SheetFindings, Help: "The refs of earlier findings on the same matter.", Example: "F1", Width: 12, Rare: true, field: in(func(f *Finding) any { return &f.Repeats })},
		{Heading: ColResolvedBy, Aliases: []string{"Resolved by visit", "Resolved at", "Closed by"}, Kind: RefTo, To: SheetVisits, Help: "The ref of the later visit whose letter says it is resolved.", Example: "V2", Width: 12, Rare: true, field: in(func(f *Finding) any { return &f.ResolvedBy })},
		{Heading: ColPublish, Aliases: publishAliases, Kind: List, List: publishList, Default: "Public", Help: "Restricted keeps this row out of the public edition. Blank means Public.", Example: "Public", Width: 12, Rare: true, field: in(func(f *Finding) any { return &f.Publish })},
	},
}

var actionsSheet = &Sheet{
	Name: SheetActions, Aliases: []string{"Action plan", "Action", "Action log", "Actions log", "Tasks"}, Required: true,
	Purpose: "Who will do what by when, and how it is going",
	store:   inSlice(func(p *Plan) *[]*Action { return &p.Actions }),
	Columns: []Column{
		{Heading: ColRef, Aliases: append([]string{"Action ref", "Action no", "Action number"}, refAliases...), Kind: Ref, Required: true, Help: "A short ref that no other action has, such as 1.1.", Example: "1.1", Width: 8, Public: Printed, Return: &Return{1, Shown, 8}, Flat: []string{"Item", "Ref number", "Action id", "#", "№"}, field: in(func(a *Action) any { return &a.Ref })},
		{Heading: ColAction, Aliases: []string{"What we will do", "Action text", "Task", "Description", "Action required"}, Kind: LongText, Required: true, Help: "What will exist or be in use on the due date.", Example: "A one-page summary stands on the record of every child in care", Width: 56, Public: Printed, Return: &Return{2, Shown, 44}, Flat: []string{"Actions", "Actions required", "Action to be taken", "Actions to be taken", "Key actions", "Key action", "What", "What will we do", "Improvement action", "Activity"}, field: in(func(a *Action) any { return &a.Text })},
		{Heading: ColOwner, Aliases: []string{"Lead", "Lead officer", "Action owner", "Responsible", "Responsible officer", "Who"}, Kind: Owner, Required: true, Help: "The one post that does it or sees it done. Partners go into Partner body.", Example: "Head of quality and performance", Width: 28, Public: AsPost, Flat: []string{"Leads", "Lead officers", "Owners", "By whom", "Lead person", "Accountable officer", "Accountable owner", "Responsibility", "Responsible person"}, field: in(func(a *Action) any { return &a.Owner })},
		{Heading: ColDue, Aliases: []string{"Due date", "By when", "Deadline", "Target date", "Complete by", "When", "Original due"}, Kind: Day, Required: true, Help: "The first date agreed. Never change it: a new date goes into Revised due.", Example: "30/11/2026", Width: 13, Public: Printed, Return: &Return{3, Shown, 12}, Flat: []string{"Timescale", "Timescales", "By when date", "Target completion date", "Completion target", "Due by", "Date due", "End date"}, field: in(func(a *Action) any { return &a.Due })},
		{Heading: ColStatus, Aliases: statusAliases, Kind: StatusWord, Required: true, Help: "A word of the Key sheet.", Example: "On track", Width: 15, Public: Printed, Return: &Return{4, Asked, 15}, Flat: []string{"B/R/A/G", "R.A.G", "RAG rated", "Progress rating", "Action status"}, field: in(func(a *Action) any { return &a.Status })},
		{Heading: ColArea, Aliases: []string{"Area ref", "Improvement area", "Priority area", "Theme"}, Kind: RefTo, To: SheetAreas, Required: true, Help: "The ref of the one improvement area it belongs to.", Example: "A1", Width: 9, Public: Printed, Return: &Return{12, Shown, 24}, field: in(func(a *Action) any { return &a.Area })},
		{Heading: ColSuccessMeasure, Aliases: []string{"Measure", "Measures", "Measure of success", "How will we know", "Success criteria", "KPI"}, Kind: RefsOrText, To: SheetMeasures, Required: true, Help: "The refs of the measures that will show it works, or what children will experience.", Example: "M1; M2", Width: 28, Public: Printed, Return: &Return{13, Shown, 26}, Flat: []string{"Outcome measure", "Success measures", "How will we know we have succeeded", "What does good look like", "Outcomes"}, field: in(func(a *Action) any { return refsOrText{&a.SuccessMeasure, &a.Measures} })},
		{Heading: ColStart, Aliases: []string{"Start date", "Started"}, Kind: Day, Help: "The day work starts.", Example: "01/09/2026", Width: 13, Public: Printed, Flat: []string{"Date started"}, field: in(func(a *Action) any { return &a.Start })},
		{Heading: ColProgressNote, Aliases: []string{"Progress", "Progress report", "Update", "Commentary", "Progress update"}, Kind: LongText, Help: "What has happened since the last board, with figures.", Example: "Summaries are on 212 of 236 records", Width: 48, Public: Printed, Return: &Return{5, Asked, 48}, Flat: []string{"Progress to date", "Latest progress", "Progress so far", "Progress comments", "Comments", "Comment", "Notes", "Update on progress"}, field: in(func(a *Action) any { return &a.ProgressNote })},
		{Heading: ColUpdated, Aliases: updatedAliases, Kind: Day, Help: "The day the status and note were last changed.", Example: "28/09/2026", Width: 13, Public: Printed, Flat: []string{"As at"}, field: in(func(a *Action) any { return &a.Updated })},
		{Heading: ColFindings, Aliases: []string{"Finding", "Finding refs", "Answers findings", "Finding ref"}, Kind: RefsTo, To: SheetFindings, Help: "The refs of the findings it answers, separated by a semicolon.", Example: "F1; F2", Width: 12, field: in(func(a *Action) any { return &a.Findings })},
		{Heading: ColRevisedDue, Aliases: []string{"Revised date", "Revised due date", "New date", "Revised"}, Kind: Day, Help: "The date now agreed, if it has moved.", Example: "31/12/2026", Width: 13, Public: Printed, Return: &Return{6, Asked, 12}, Flat: []string{"Extended to", "New target date"}, field: in(func(a *Action) any { return &a.RevisedDue })},
		{Heading: ColRevisionReason, Aliases: []string{"Reason", "Reason for delay", "Reason revised"}, Kind: LongText, Help: "Why the date has moved, and who agreed.", Example: "The supplier's release came six weeks late; agreed by the board on 1 September", Width: 36, Public: Printed, Return: &Return{7, Asked, 32}, Flat: []string{"Reason for change of date"}, field: in(func(a *Action) any { return &a.RevisionReason })},
		{Heading: ColIfItSlips, Aliases: []string{"Contingency", "If it slips (contingency)", "Recovery", "Recovery plan"}, Kind: LongText, Help: "How it will be brought back, if it is late or may be.", Example: "Two reviewing officers write summaries for a fortnight", Width: 36, Public: Printed, Return: &Return{11, Asked, 32}, Flat: []string{"Mitigation", "Risks"}, field: in(func(a *Action) any { return &a.IfItSlips })},
		{Heading: ColCompleted, Aliases: []string{"Date completed", "Completed on", "Completion date", "Date delivered"}, Kind: Day, Help: "The day it was done.", Example: "25/11/2026", Width: 13, Public: Printed, Return: &Return{8, Asked, 12}, Flat: []string{"Actual completion date"}, field: in(func(a *Action) any { return &a.Completed })},
		{Heading: ColEvidence, Aliases: []string{"Evidence ref", "Evidence link", "Monitoring and evaluation"}, Kind: LongText, Help: "The document, audit or data that shows it is done.", Example: "Records audit, September 2026", Width: 32, Return: &Return{9, Asked, 32}, Flat: []string{"Evidence of completion", "Monitoring", "Evaluation", "How it is monitored"}, field: in(func(a *Action) any { return &a.Evidence })},
		{Heading: ColCheckedBy, Aliases: []string{"Verified by", "Signed off by", "Quality assured by"}, Kind: Text, Help: "Who, other than the owner, has checked that it works.", Example: "Principal social worker", Width: 24, Label: true, Flat: []string{"Assured by"}, field: in(func(a *Action) any { return &a.CheckedBy })},
		{Heading: ColImpactChildren, Aliases: []string{"Impact", "Impact on children", "Outcome for children"}, Kind: LongText, Help: "What it changes, or has changed, for children.", Example: "Nobody has to ask a child to tell their story again", Width: 40, Public: Printed, Return: &Return{10, Asked, 34}, Flat: []string{"Impact on children and families", "Difference made", "Outcome"}, field: in(func(a *Action) any { return &a.Impact })},
		{Heading: ColShortName, Aliases: []string{"Short title"}, Kind: Text, Help: "Two to four words for charts and lists.", Example: "Summary on every record", Width: 24, Public: Printed, Flat: []string{"Action title"}, Rare: true, field: in(func(a *Action) any { return &a.ShortName })},
		{Heading: ColPartner, Aliases: []string{"Partner", "Partners", "Partner bodies"}, Kind: Text, Help: "Another body that shares the work.", Example: "Police", Width: 18, Public: Printed, Compare: AsParts, Flat: []string{"Partner agencies", "Support"}, Rare: true, field: in(func(a *Action) any { return &a.Partner })},
		{Heading: ColImpactReview, Aliases: []string{"Impact review date", "Review date"}, Kind: Day, Help: "The day somebody will look whether it has made a difference.", Example: "28/02/2027", Width: 13, Public: Printed, Rare: true, field: in(func(a *Action) any { return &a.ImpactReview })},
		{Heading: ColPublish, Aliases: publishAliases, Kind: List, List: publishList, Default: "Public", Help: "Restricted keeps this row out of the public edition. Blank means Public.", Example: "Public", Width: 12, Rare: true, field: in(func(a *Action) any { return &a.Publish })},
	},
}

var measuresSheet = &Sheet{
	Name: SheetMeasures, Aliases: []string{"Measure", "KPIs", "Indicators", "Scorecard", "Performance measures"},
	Purpose: "The figures that show whether children's experience changes",
	store:   inSlice(func(p *Plan) *[]*Measure { return &p.Measures }),
	Columns: []Column{
		{Heading: ColRef, Aliases: append([]string{"Measure ref", "KPI ref"}, refAliases...), Kind: Ref, Required: true, Help: "A short ref that no other measure has.", Example: "M1", Width: 8, Public: Printed, field: in(func(m *Measure) any { return &m.Ref })},
		{Heading: ColMeasure, Aliases: []string{"Indicator", "KPI", "Measure name", "Name"}, Kind: Text, Required: true, Help: "What is counted, so that two people would count the same.", Example: "Records updated before a review", Width: 44, Public: Printed, field: in(func(m *Measure) any { return &m.Name })},
		{Heading: ColArea, Aliases: []string{"Area ref", "Improvement area", "Priority area", "Theme"}, Kind: RefTo, To: SheetAreas, Required: true, Help: "The ref of the improvement area it belongs to.", Example: "A1", Width: 9, Public: Printed, field: in(func(m *Measure) any { return &m.Area })},
		{Heading: ColUnit, Aliases: []string{"Units"}, Kind: Text, Required: true, Help: "% or what is counted: days, children, posts.", Example: "%", Width: 10, Label: true, Public: Printed, field: in(func(m *Measure) any { return &m.Unit })},
		{Heading: ColBetterWhen, Aliases: []string{"Polarity", "Good is", "High or low is good", "Better"}, Kind: List, Required: true, List: []string{HigherBetter, LowerBetter}, Also: map[string]string{"high": HigherBetter, "low": LowerBetter, "up": HigherBetter, "down": LowerBetter, "bigger is better": HigherBetter, "smaller is better": LowerBetter, "high is good": HigherBetter, "low is good": LowerBetter}, Help: "Higher or Lower: which way is better for children.", Example: HigherBetter, Width: 12, Public: Printed, field: in(func(m *Measure) any { return &m.BetterWhen })},
		{Heading: ColBaseline, Aliases: []string{"Baseline value"}, Kind: Amount, Required: true, Help: "The value when the work began.", Example: "48", Width: 11, Public: Printed, field: in(func(m *Measure) any { return &m.Baseline })},
		{Heading: ColBaselineDate, Aliases: []string{"Date of baseline"}, Kind: Day, Help: "The day that value was true.", Example: "30/09/2026", Width: 13, Public: Printed, field: in(func(m *Measure) any { return &m.BaselineDate })},
		{Heading: ColTarget, Aliases: []string{"Target value"}, Kind: Amount, Required: true, Help: "The value to reach.", Example: "95", Width: 11, Public: Printed, field: in(func(m *Measure) any { return &m.Target })},
		{Heading: ColTargetDate, Aliases: []string{"Date of target", "Target by"}, Kind: Day, Help: "The day by which to reach it.", Example: "30/09/2027", Width: 13, Public: Printed, field: in(func(m *Measure) any { return &m.TargetDate })},
		{Heading: ColSource, Aliases: []string{"Data source"}, Kind: Text, Help: "Where the figure comes from.", Example: "Case recording system, monthly report", Width: 28, field: in(func(m *Measure) any { return &m.From })},
		{Heading: ColCounts, Aliases: []string{"Who is counted", "Census or sample", "Counted"}, Kind: List, List: []string{CountsEveryone, CountsSample}, Also: map[string]string{"all": CountsEveryone, "census": CountsEveryone, "whole cohort": CountsEveryone, "sample": CountsSample, "audit": CountsSample, "dip sample": CountsSample}, Help: "Everyone if every child or record is counted. A sample if some are chosen, as in an audit: then a small change may be chance.", Example: CountsEveryone, Width: 12, Public: Printed, field: in(func(m *Measure) any { return &m.Counts })},
		{Heading: ColTolerance, Kind: Amount, Help: "How far behind the straight line to the target still counts as on course, in points.", Example: "2", Width: 11, Public: Printed, Rare: true, field: in(func(m *Measure) any { return &m.Tolerance })},
		{Heading: ColEngland, Aliases: []string{"England average", "National"}, Kind: Amount, Help: "The figure for England.", Example: "82", Width: 11, Public: Printed, Rare: true, field: in(func(m *Measure) any { return &m.England })},
		{Heading: ColNeighbours, Aliases: []string{"Stat neighbours", "SN", "Similar councils", "Statistical neighbour"}, Kind: Amount, Help: "The figure for statistical neighbours.", Example: "84", Width: 12, Public: Printed, Rare: true, field: in(func(m *Measure) any { return &m.Neighbours })},
		{Heading: ColComparatorYear, Aliases: []string{"Year of comparators"}, Kind: Text, Help: "The year of the figures for England and statistical neighbours.", Example: "2024-25", Width: 13, Label: true, Public: Printed, Rare: true, field: in(func(m *Measure) any { return &m.ComparatorYear })},
		{Heading: ColDataQualityNote, Aliases: []string{"Data quality"}, Kind: LongText, Help: "Anything a reader should know about how good the figure is.", Example: "Two teams joined the count in June", Width: 36, Public: Printed, Rare: true, field: in(func(m *Measure) any { return &m.DataQualityNote })},
	},
}

var readingsSheet = &Sheet{
	Name: SheetReadings, Aliases: []string{"Reading", "Data", "Measure data", "KPI data"},
	Purpose: "The values of the measures, one row for each period",
	store:   inSlice(func(p *Plan) *[]*Reading { return &p.Readings }),
	Columns: []Column{
		{Heading: ColMeasure, Aliases: []string{"Measure ref", "KPI", "Indicator"}, Kind: RefTo, To: SheetMeasures, Required: true, Help: "The ref of the measure.", Example: "M1", Width: 10, Public: Printed, Compare: AsKey, field: in(func(r *Reading) any { return &r.Measure })},
		{Heading: ColPeriodEnd, Aliases: []string{"Period", "Date", "Month", "Period ending"}, Kind: Day, Required: true, Help: "The last day of the period that the value is for.", Example: "31/10/2026", Width: 13, Public: Printed, Compare: AsKey, field: in(func(r *Reading) any { return &r.PeriodEnd })},
		{Heading: ColValue, Aliases: []string{"Reading", "Result"}, Kind: Amount, Required: true, Help: "The value, in the measure's unit.", Example: "55", Width: 11, Public: Printed, field: in(func(r *Reading) any { return &r.Value })},
		{Heading: ColNumerator, Aliases: []string{"Count"}, Kind: Figure, Help: "Of a percentage: how many.", Example: "130", Width: 12, Public: Printed, field: in(func(r *Reading) any { return &r.Numerator })},
		{Heading: ColDenominator, Aliases: []string{"Out of", "Cohort"}, Kind: Figure, Help: "Of a percentage: out of how many.", Example: "236", Width: 12, Public: Printed, field: in(func(r *Reading) any { return &r.Denominator })},
		{Heading: ColComment, Aliases: []string{"Note", "Notes", "Comments"}, Kind: LongText, Help: "Anything a reader should know about this value.", Example: "Half-term week left out", Width: 44, Public: Printed, field: in(func(r *Reading) any { return &r.Comment })},
	},
}

var updatesSheet = &Sheet{
	Name: SheetUpdates, Aliases: []string{"Update", "Log", "Update log", "Change log"},
	Purpose: "The log: one line each time an action is looked at",
	store:   inSlice(func(p *Plan) *[]*Update { return &p.Updates }),
	Columns: []Column{
		{Heading: ColDate, Aliases: []string{"Updated", "Update date"}, Kind: Day, Required: true, Help: "The day of the update.", Example: "28/09/2026", Width: 13, Public: Printed, field: in(func(u *Update) any { return &u.Date })},
		{Heading: ColAction, Aliases: []string{"Action ref", "Ref"}, Kind: RefTo, To: SheetActions, Required: true, Help: "The ref of the action.", Example: "1.1", Width: 9, Public: Printed, Compare: AsKey, field: in(func(u *Update) any { return &u.Action })},
		{Heading: ColStatus, Aliases: statusAliases, Kind: StatusWord, Required: true, Help: "Its status on that day, a word of the Key sheet.", Example: "On track", Width: 15, Public: Printed, field: in(func(u *Update) any { return &u.Status })},
		{Heading: ColRevisedDue, Aliases: []string{"Revised date", "New date"}, Kind: Day, Help: "The new date, if it was moved on that day.", Example: "31/12/2026", Width: 13, Public: Printed, field: in(func(u *Update) any { return &u.RevisedDue })},
		{Heading: ColNote, Aliases: []string{"Progress note", "Comment", "Update"}, Kind: LongText, Required: true, Help: "What was reported on that day.", Example: "First hundred summaries checked", Width: 60, Public: Printed, field: in(func(u *Update) any { return &u.Note })},
		{Heading: ColBy, Aliases: []string{"Updated by", "Who"}, Kind: Text, Help: "Who reported it.", Example: "Head of quality and performance", Width: 28, Label: true, field: in(func(u *Update) any { return &u.By })},
	},
}

var risksSheet = &Sheet{
	Name: SheetRisks, Aliases: []string{"Risk", "Risk register"},
	Purpose: "What could stop the plan, and what is done about it",
	store:   inSlice(func(p *Plan) *[]*Risk { return &p.Risks }),
	Columns: []Column{
		{Heading: ColRef, Aliases: append([]string{"Risk ref"}, refAliases...), Kind: Ref, Required: true, Help: "A short ref that no other risk has.", Example: "R1", Width: 8, Public: Printed, field: in(func(r *Risk) any { return &r.Ref })},
		{Heading: ColArea, Aliases: []string{"Area ref", "Improvement area", "Priority area", "Theme"}, Kind: RefTo, To: SheetAreas, Help: "The ref of the improvement area, if it is about one.", Example: "A1", Width: 9, Public: Printed, field: in(func(r *Risk) any { return &r.Area })},
		{Heading: ColRisk, Aliases: []string{"Risk description", "Description"}, Kind: LongText, Required: true, Help: "What could happen, and what it would do to the plan.", Example: "Empty social work posts rise again", Width: 44, Public: Printed, field: in(func(r *Risk) any { return &r.Text })},
		{Heading: ColLikelihood, Kind: Whole, Min: 1, Max: 5, Required: true, Help: "1 rare, 2 unlikely, 3 possible, 4 likely, 5 almost certain.", Example: "3", Width: 11, Public: Printed, field: in(func(r *Risk) any { return &r.Likelihood })},
		{Heading: ColImpact, Aliases: []string{"Severity"}, Kind: Whole, Min: 1, Max: 5, Required: true, Help: "1 minor, 2 low, 3 moderate, 4 major, 5 severe.", Example: "4", Width: 11, Public: Printed, field: in(func(r *Risk) any { return &r.Impact })},
		{Heading: ColMitigation, Aliases: []string{"What we are doing", "Mitigations", "Controls"}, Kind: LongText, Required: true, Help: "What is done to make it less likely or less harmful.", Example: "Retention payments; two recruitment rounds before July", Width: 44, Public: Printed, field: in(func(r *Risk) any { return &r.Mitigation })},
		{Heading: ColOwner, Aliases: []string{"Risk owner", "Lead"}, Kind: Owner, Required: true, Help: "The one post that watches it.", Example: "Assistant director, people", Width: 28, Public: AsPost, field: in(func(r *Risk) any { return &r.Owner })},
		{Heading: ColStatus, Kind: List, List: []string{"Open", RiskClosed}, Default: "Open", Help: "Open or Closed. Blank means Open.", Example: "Open", Width: 10, Public: Printed, field: in(func(r *Risk) any { return &r.Status })},
	},
}

var peopleSheet = &Sheet{
	Name: SheetPeople, Aliases: []string{"Owners", "Staff", "Leads", "Contacts"},
	Purpose: "The posts that own areas, actions and risks",
	store:   inSlice(func(p *Plan) *[]*Person { return &p.People }),
	Columns: []Column{
		{Heading: ColName, Aliases: []string{"Post", "Owner", "Full name"}, Kind: Text, Required: true, Help: "The post, or the person, exactly as it stands in the Owner columns.", Example: "Head of quality and performance", Width: 36, Label: true, Compare: AsKey, field: in(func(x *Person) any { return &x.Name })},
		{Heading: ColRole, Aliases: []string{"Job title", "Post title"}, Kind: Text, Help: "The post. Public papers print it instead of a name.", Example: "Head of quality and performance", Width: 36, Label: true, field: in(func(x *Person) any { return &x.Role })},
		{Heading: ColBody, Aliases: []string{"Organisation", "Partner body"}, Kind: Text, Help: "The organisation the post belongs to.", Example: "Exampleshire Council", Width: 28, Label: true, field: in(func(x *Person) any { return &x.Body })},
		{Heading: ColEmail, Aliases: []string{"E-mail", "Email address"}, Kind: Text, Help: "For the programme office. Never printed in public papers.", Example: "quality@example.org", Width: 30, Label: true, field: in(func(x *Person) any { return &x.Email })},
	},
}

var glossarySheet = &Sheet{
	Name: SheetGlossary, Aliases: []string{"Terms", "Abbreviations", "Acronyms"},
	Purpose: "Words and short forms that a board member may not know",
	store:   inSlice(func(p *Plan) *[]*Term { return &p.Glossary }),
	Columns: []Column{
		{Heading: ColTerm, Aliases: []string{"Word", "Acronym", "Abbreviation"}, Kind: Text, Required: true, Help: "The word or short form.", Example: "IRO", Width: 24, Label: true, Public: Printed, Compare: AsKey, field: in(func(t *Term) any { return &t.Term })},
		{Heading: ColMeaning, Aliases: []string{"Means", "Definition", "Stands for"}, Kind: LongText, Required: true, Help: "What it means, in plain words.", Example: "Independent reviewing officer: checks that a child's care plan is right and moving", Width: 72, Public: Printed, field: in(func(t *Term) any { return &t.Meaning })},
	},
}

var waiversSheet = &Sheet{
	Name: SheetWaivers, Aliases: []string{"Waiver", "Accepted problems"},
	Purpose: "Problems that somebody has looked at and answers for",
	store:   inSlice(func(p *Plan) *[]*Waiver { return &p.Waivers }),
	Columns: []Column{
		{Heading: ColRule, Aliases: []string{"Rule name"}, Kind: Text, Required: true, Help: "The rule's name, as the check prints it in brackets.", Example: "vague-action", Width: 24, Label: true, Compare: AsKey, field: in(func(w *Waiver) any { return &w.Rule })},
		{Heading: ColRef, Aliases: []string{"Record"}, Kind: Text, Help: "The ref it is about; blank waives the whole rule.", Example: "1.1", Width: 16, Label: true, Compare: AsKey, field: in(func(w *Waiver) any { return &w.Ref })},
		{Heading: ColReason, Aliases: []string{"Why"}, Kind: LongText, Required: true, Help: "Why it is right as it is.", Example: "The police own this date; it is confirmed for May", Width: 56, Label: true, field: in(func(w *Waiver) any { return &w.Reason })},
		{Heading: ColBy, Aliases: []string{"Waived by", "Agreed by"}, Kind: Text, Required: true, Help: "Who answers for it.", Example: "Improvement lead", Width: 28, Label: true, field: in(func(w *Waiver) any { return &w.By })},
		{Heading: ColUntil, Aliases: []string{"Expires", "Review date"}, Kind: Day, Help: "The last day it holds.", Example: "31/12/2026", Width: 13, field: in(func(w *Waiver) any { return &w.Until })},
	},
}

var (
	refAliases     = []string{"No", "No.", "Number", "ID", "Reference", "Ref no", "Ref."}
	statusAliases  = []string{"RAG", "BRAG", "RAG status", "BRAG status", "RAG rating", "R/A/G", "Rating", "Current status"}
	updatedAliases = []string{"Last updated", "Date updated", "Update date", "Status date"}
	publishAliases = []string{"Public or restricted", "Publication", "Public"}
)
