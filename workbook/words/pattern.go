package words

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression that is compiled when it is first used:
// hundreds are known, a command needs a few, and compiling them all took as
// long as checking a plan. It is used like a regexp.Regexp, by those of its
// methods that read text.
type Pattern struct {
	compiled func() *regexp.Regexp
}

// MustCompile is the pattern of an expression in the syntax of package regexp.
// One that can't be compiled panics when it is first used.
func MustCompile(expression string) *Pattern {
	return &Pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
}

// MatchString and the others are those of regexp.Regexp.
func (p *Pattern) MatchString(s string) bool            { return p.compiled().MatchString(s) }
func (p *Pattern) FindString(s string) string           { return p.compiled().FindString(s) }
func (p *Pattern) FindStringIndex(s string) []int       { return p.compiled().FindStringIndex(s) }
func (p *Pattern) FindStringSubmatch(s string) []string { return p.compiled().FindStringSubmatch(s) }
func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	return p.compiled().FindStringSubmatchIndex(s)
}
func (p *Pattern) FindAllString(s string, n int) []string { return p.compiled().FindAllString(s, n) }
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringIndex(s, n)
}
func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	return p.compiled().FindAllStringSubmatch(s, n)
}
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringSubmatchIndex(s, n)
}
func (p *Pattern) ReplaceAllString(s, by string) string { return p.compiled().ReplaceAllString(s, by) }
func (p *Pattern) ReplaceAllStringFunc(s string, by func(string) string) string {
	return p.compiled().ReplaceAllStringFunc(s, by)
}
func (p *Pattern) Split(s string, n int) []string { return p.compiled().Split(s, n) }
func (p *Pattern) ReplaceAll(s, by []byte) []byte { return p.compiled().ReplaceAll(s, by) }
func (p *Pattern) ReplaceAllFunc(s []byte, by func([]byte) []byte) []byte {
	return p.compiled().ReplaceAllFunc(s, by)
}
func (p *Pattern) Match(b []byte) bool              { return p.compiled().Match(b) }
func (p *Pattern) FindSubmatch(b []byte) [][]byte   { return p.compiled().FindSubmatch(b) }
func (p *Pattern) FindSubmatchIndex(b []byte) []int { return p.compiled().FindSubmatchIndex(b) }
