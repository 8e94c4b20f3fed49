package check

import "strings"

var (
	goesWell = phrasesOf(`
		everyone/everybody/all .. trained
		smooth/smoothly progress/running
		exactly/just where we/it/they
		all/everything/both .. in use/place
		all/everything .. and working/running
		bang on
		on track/schedule/course/target/time/programme
		ahead of schedule/plan/time/target
		ahead of the? new/revised/agreed/first date
		really/very/extremely good couple/few/month/months/quarter/term of? weeks/months/ahead
		going/go/proceeding/progressing/running/proceeds/progresses/moving to plan/schedule
		going/goes/progress*/proceed*/running/runs/moving/working very?/really?/extremely? well/smoothly/nicely/strongly
		as planned
		in line with plan/the/schedule
		good/great/excellent/strong/steady/positive/real/significant/very progress
		good progress
		very well under
		no problems/issues/concerns/worries at all
		no worries
		nothing to worry/trouble
		all/every milestones? hit/met
		definitely/certainly .. meet/make/finish/hit
		finished/done/completed early
		where it/we should be
		no issues/concerns/problems/barriers/risks/slippage/delays/worries/exceptions/issue/concern/problem/delay
		nothing to report/escalate
		without issue/issues/problem/problems/difficulty/delay
		good/great/excellent news
		will/shall/should comfortably/easily/certainly/surely/definitely
		comfortably ahead/within/on/above
		in/well in hand
		very? confident of/that/we
		could/couldn't not? be better/happier
		all/every/everything milestones?/milestone?/actions?/action?/steps?/step?/is?/are?/on?/in? met/achieved/track/place/complete/completed/hand/order/well/fine
		all is/going well`)
	// surely are those of goesWell that leave no room for a risk.
	surely = phrasesOf(`
		confident of finishing/meeting/completing/delivering
		confident that we/it/this will
		no problems/issues/concerns/worries at all
		no worries
		nothing to worry/trouble
		all/every milestones? hit/met
		definitely/certainly .. meet/make/finish/hit
		finished/done/completed early
		where it/we should be
		nothing .. in the/its/our way
		bang/safely/firmly/fully on schedule/track/course/target/time
		on track/schedule/course/target
		ahead of schedule/plan/time
		going/proceeding/progressing/running to plan/schedule
		no issues/concerns/problems/barriers/risks/slippage/worries/exceptions
		nothing to report/escalate
		without issue/issues/problem/problems
		will/shall comfortably/easily/certainly/surely/definitely
		comfortably ahead/within/on/above
		all/everything is? going/on well/track/plan`)
	// wasOrShallBe makes what goes well something of the past or of a wish.
	wasOrShallBe = phrasesOf(`
		back on
		was/were .. on/going/progressing/ahead/to
		until
		get/bring/brought/put/return*/bringing/getting/come/coming .. on/to track/schedule/plan
		to be/get/stay/keep/remain on/back
		keep/keeps/keeping/stay/stays/remain ..  on
		apart/aside from
		except
		some/parts/part/others/most of?
		will/would/should/could be
		had been`)
)

func (n *reading) readWell(c clause) {
	n.reserve = n.reserve || anyIn(reserves, c) || turns[c[0]]
	if wasOrShallBe.hasAnyhow(c) || partial(c) {
		return
	}
	wellIn(&n.allWell, c, goesWell)
	wellIn(&n.noDoubt, c, surely)
}

// reserves are words with which praise for one part leaves out another.
var reserves = setOf("depends depend hinges tight none only except apart except neither short lost")

// wellIn is say for phrases that may begin with a denial of their own: no
// issues.
func wellIn(into *string, c clause, ps *phrases) {
	for i := range c {
		if n := ps.at(c[i:]); n > 0 && (deniers[c[i]] || !denied(c, i)) {
			*into = strings.Join(c[i:i+n], " ")
			return
		}
	}
}
