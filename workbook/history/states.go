package history

import (
	"path/filepath"

	"actionplan/workbook"
	"actionplan/workbook/files"
	"actionplan/workbook/words"
)

// States are earlier workbooks of many plans, in one folder.
type States struct {
	byFile map[string]string // base name, folded → path
	byPlan map[string]string // organisation and title, folded → path; "" where two have the same
}

// FindStates looks through a folder of earlier workbooks; "" is no folder. A
// file that is no plan is passed over: it is nobody's earlier state.
func FindStates(dir string) (States, error) {
	if dir == "" {
		return States{}, nil
	}
	if !files.Exists(dir) {
		return States{}, words.Fail("name the folder with the earlier workbooks after --since", "there is no folder %s", words.Quote(dir))
	}
	paths, err := files.Workbooks([]string{dir})
	if err != nil {
		return States{}, err
	}
	s := States{byFile: map[string]string{}, byPlan: map[string]string{}}
	type found struct{ path, plan string }
	err = files.Each(paths, func(path string) found {
		data, err := files.Read(path)
		if err != nil {
			return found{}
		}
		plan, _, err := workbook.Load(filepath.Base(path), data)
		if err != nil {
			return found{}
		}
		return found{path, planKey(plan)}
	}, func(_ int, f found) error {
		if f.path == "" {
			return nil
		}
		s.byFile[words.Fold(filepath.Base(f.path))] = f.path
		if _, twice := s.byPlan[f.plan]; twice {
			f.path = "" // it can't be told which of them is meant
		}
		s.byPlan[f.plan] = f.path
		return nil
	})
	return s, err
}

// Of is the earlier workbook of a plan: that of the same file name, else the
// one that names the same organisation and title; "" for none.
func (s States) Of(path string, plan *workbook.Plan) string {
	if found := s.byFile[words.Fold(filepath.Base(path))]; found != "" {
		return found
	}
	return s.byPlan[planKey(plan)]
}

// Paths are the workbooks found.
func (s States) Paths() []string {
	var all []string
	for _, path := range s.byFile {
		all = append(all, path)
	}
	return all
}

func planKey(p *workbook.Plan) string {
	return words.Fold(p.Info.Organisation) + "\x00" + words.Fold(p.Info.Title)
}
