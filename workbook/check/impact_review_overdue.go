package check

import "actionplan/workbook"

var impactReviewOverdue = Rule{
	Name: "impact-review-overdue", Severity: workbook.Warning, Doc: doc("impact-review-overdue"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			review := a.ReviewDue
			if review.IsZero() || !review.Add(p.Facts.BoardEvery).Before(p.AsOf) {
				continue
			}
			p.report(a.Source, workbook.ColImpactReview, a.Ref,
				"The difference it makes was to be reviewed on "+review.Long()+", and nothing has been reported since.",
				"Report what the review found, or set the day on which it will be held.")
		}
	},
}
