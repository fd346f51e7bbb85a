/* What browsers post: the same door as the API, asked with texts, answered by
 * going to a page. */
#ifndef WEB_FORMS_H
#define WEB_FORMS_H

#include "web/app.h"

/* /a/{kinds}, /a/{kinds}/{id}/{action}; "patch" is an action here. */
handler form_create, form_act;

#endif
