// hold.exe FILE: keeps FILE open as Excel does, so that others may read it and
// nobody may replace it, until standard input ends.
#include <stdio.h>
#include <windows.h>

int wmain(int count, wchar_t **words) {
	if (count != 2) return 2;
	HANDLE file = CreateFileW(words[1], GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
	if (file == INVALID_HANDLE_VALUE) return 1;
	puts("held");
	fflush(stdout);
	while (getchar() != EOF) {}
	return 0;
}
