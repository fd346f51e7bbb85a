/* Log lines: formatted here, then written in one piece. */
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#define LINE_MAX_BYTES 1000

void log_line(const char *format, ...)
{
	char line[LINE_MAX_BYTES + 1]; /* the newline takes the place of the NUL */
	va_list args;
	va_start(args, format);
	int wanted = vsnprintf(line, sizeof line, format, args);
	va_end(args);
	if (wanted < 0)
		return;

	int n = wanted < LINE_MAX_BYTES ? wanted : LINE_MAX_BYTES;
	for (int i = 0; i < n; i++)
		if ((unsigned char)line[i] < 0x20 || line[i] == 0x7f)
			line[i] = ' ';
	line[n] = '\n';
	/* Where the log itself cannot be written there is nobody to tell. */
	if (write(STDERR_FILENO, line, (size_t)n + 1) < 0)
		return;
}
