/* What DiagramXML needs of libxml2, in a form that Swift can import. */
#ifndef CXML_SHIM_H
#define CXML_SHIM_H

#include <libxml/xmlversion.h>
/* Keeps the ICU headers out: their enums clash with those of Foundation's own ICU module. */
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlwriter.h>

#include <string.h>

/* The first mistake of a parse; `code` is 0 while there is none. */
typedef struct {
  int code;
  int line;
  char message[256];
} cxml_error;

/* The handler's type got its `const` in libxml2 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *cxml_raised_error;
#else
typedef xmlErrorPtr cxml_raised_error;
#endif

static inline void cxml_keep_first_error(void *context, cxml_raised_error raised) {
  cxml_error *first = (cxml_error *)((xmlParserCtxtPtr)context)->_private;
  if (first->code != 0 || raised->level < XML_ERR_ERROR) return;
  first->code = raised->code;
  first->line = raised->line;
  if (raised->message != NULL) strncpy(first->message, raised->message, sizeof(first->message) - 1);
}

/* Parses `count` bytes; NULL if they are not well-formed. `first` starts out as zeros. The caller
   frees the document. No network, no external document type, no entity is ever loaded. */
static inline xmlDocPtr cxml_read(const char *bytes, int count, cxml_error *first) {
  xmlParserCtxtPtr context = xmlNewParserCtxt();
  if (context == NULL) return NULL;
  context->_private = first;
  context->sax->serror = cxml_keep_first_error;
  xmlDocPtr document = xmlCtxtReadMemory(
      context, bytes, count, NULL, NULL,
      XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT | XML_PARSE_NOERROR |
          XML_PARSE_NOWARNING);
  xmlFreeParserCtxt(context);
  return document;
}

#endif
