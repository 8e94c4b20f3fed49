package reading

import (
	"fmt"
	"os"
	"path/filepath"

	"actionplan/report/tagged"
	"actionplan/workbook/files"
	"actionplan/workbook/words"
)

// Logo is the picture that a plan's sheet names, from the folder of its
// workbook, which stands at path.
func Logo(path, name string) ([]byte, error) {
	picture := filepath.Join(filepath.Dir(path), filepath.Base(name))
	if info, err := os.Stat(picture); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s on the Plan sheet is a folder, not a picture", words.Quote(name))
	}
	if !files.Exists(picture) {
		return nil, fmt.Errorf("there is no picture %s beside the workbook", words.Quote(name))
	}
	data, err := files.Read(picture)
	if err != nil {
		return nil, err
	}
	if _, err = tagged.DecodeImage(data); err != nil {
		return nil, fmt.Errorf("%s is %w", words.Quote(name), err)
	}
	return data, nil
}
