package check

// All is every rule, in the order in which they are tried and listed: people
// and coverage, dates, statuses, measures, writing and load, the plan itself,
// publication, submission, waivers.
var All = []Rule{
	ownerKnown, ownerSingle, partnerUnnamed, placeholder,
	concernWithoutArea, areaWithoutAction, findingUnanswered, actionWithoutFinding, priorityTerm,
	resolvedEarlier, repeatsLoop, repeatsLater,
	endedBeforeStarted, letterBeforeVisit, dueBeforeStart, completedBeforeStart, outsidePlan,
	dateAhead, readingAhead, revisedReason, movedTwice, dateMovedWithoutUpdate,
	optimistic, startPassed, completedStillOpen, deliveredCompleted, deliveredEvidence, embeddedEvidence, embeddedChecked,
	deliveredImpactReview, impactReviewOverdue, deliveredImpact, withdrawnReason, slipsContingency, stale, statusUndated, statusBeforeLetter,
	updateContradicts, updateDateContradicts, areaStatus, allGreen, greenAgainstMeasure,
	targetNoBetter, readingsContradictDirection, targetBeforeBaseline, measureDates, measureWithoutReading, baselineContradicts,
	readingTwice, valueAgainstCounts, rateDenominator, smallDenominator, comparatorYear,
	activityOnly, vagueAction, nearDuplicate, overloadArea, overloadOwner, riskMitigation, acronymUnknown,
	keyColour, keyDefinition, brandColour, overrideReason, clockUnset, clockLate,
	nhsNumber, upn, niNumber, dateOfBirth, caseNumber, initials, familyNamed, childDescribed, streetAddress, postcode, phone, email, socialMedia, smallCount,
	submissionFindings, submissionSRO, submissionSentLate,
	waiverUnknown, waiverExpired, waiverUnused,
}
