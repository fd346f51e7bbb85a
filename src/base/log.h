/* logfmt lines on standard error.  Only web/, mail/ and cli/ log. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

void log_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
