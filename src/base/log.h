/* logfmt lines on standard error.  Only web/, mail/ and cli/ log. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

/* One whole line whichever thread writes it, cut at 1000 bytes; a control
 * character in it becomes a space, so that no input can forge a line. */
void log_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
