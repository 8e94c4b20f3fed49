package check

// All is every rule, in the order in which they are tried and listed: people
// and coverage, dates, statuses, measures, writing and load, the plan itself,
// publication, submission, waivers.
var All = []Rule{
	ownerKnown, ownerSingle, partnerUnnamed, placeholder,
	concernWithoutArea, areaWithoutAction, findingUnanswered, mappedByArea, answeredElsewhere, actionWithoutFinding, priorityTerm,
	resolvedEarlier, repeatsLoop, repeatsLater, answerClosed, resolvedRaisedAgain, bulletMissing, bodyAbsent, otherCouncil,
	endedBeforeStarted, letterBeforeVisit, dueBeforeStart, completedBeforeStart, outsidePlan,
	dateAhead, readingAhead, revisedReason, movedTwice, dateMovedWithoutUpdate, revisedNotLogged, datesBunched, dueNotWorkingDay,
	optimistic, startPassed, completedStillOpen, deliveredCompleted, deliveredEvidence, embeddedEvidence, embeddedChecked, checkedByOwner, embeddedSoon, evidenceWeak, evidenceShared,
	deliveredImpactReview, impactReviewOverdue, deliveredImpact, withdrawnReason, slipsContingency, stale, statusUndated, statusBeforeLetter, statusesTogether,
	noteAgainstStatus, noteDateAhead, noteDatePassed, noteEmpty, noteCopied, updateContradicts, updateDateContradicts, areaStatus, allGreen, greenAgainstMeasure,
	figureImpossible, figureOutlier, targetNoBetter, targetEasy, readingsContradictDirection, targetBeforeBaseline, measureDates, measureWithoutReading, readingsStopped, targetDatePassed, baselineContradicts,
	readingTwice, valueAgainstCounts, rateDenominator, smallDenominator, comparatorYear, comparatorYears, countsContradict,
	activityOnly, impactActivity, vagueAction, nearDuplicate, sameWords, overloadArea, overloadOwner, riskMitigation, acronymUnknown,
	keyColour, keyDefinition, brandColour, logoMissing, overrideReason, clockUnset, clockLate,
	nhsNumber, upn, niNumber, dateOfBirth, caseNumber, initials, familyNamed, childDescribed, staffPrivate, streetAddress, postcode, phone, email, socialMedia, smallCount,
	submissionFindings, submissionSRO, submissionSentLate,
	waiverUnknown, waiverExpired, waiverUnused, waiverBlanket,
}
