// The one function of bcryptprimitives.dll that a Go program asks for when it
// starts. Wine has the library from version 9 on; before, this stands in.
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG); // RtlGenRandom

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T bytes) {
	return SystemFunction036(to, (ULONG)bytes);
}
