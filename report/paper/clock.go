package paper

import "actionplan/report/paper/block"

// clock is the statutory clock of each letter that starts one.
func (c *composer) clock() []block.Block {
	var blocks []block.Block
	for _, x := range c.brief.Clocks {
		blocks = append(blocks, block.Para{Runs: []block.Run{{Text: x.Sentence, Bold: x.Late}}, As: block.First})
		if x.Working != "" {
			blocks = append(blocks, block.Para{Runs: text(x.Working), As: block.Working})
		}
	}
	return blocks
}
