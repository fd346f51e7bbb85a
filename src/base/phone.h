/* Telephone numbers as people write them: what of one is dialled (conversation 20.1). */
#ifndef BASE_PHONE_H
#define BASE_PHONE_H

#include "base/arena.h"

/* Digits and a leading "+" only: "+33 (0)1 23 45 67 89" is "+33123456789", letters
 * are as on a keypad, of two numbers it is the first, and an extension stands apart,
 * after a comma, which a telephone waits at: "4185550100,12".  NULL: nothing here can
 * be dialled, as "#N/A", "0" or "4.18E+09". */
const char *phone_dialled(struct arena *a, const char *written);

#endif
