/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the schema says about each kind of fault; only the schema's own files include it. */
#pragma once

#include "waxseal-manifest-findings.h"
#include "waxseal-manifest-schema-model.h"

G_BEGIN_DECLS

gboolean waxseal_manifest_schema_report_root (WaxsealManifestFindings *findings, xmlNode *root);
void waxseal_manifest_schema_report_type (WaxsealManifestFindings *findings,
                                          xmlNode *node,
                                          const char *value,
                                          const WaxsealManifestSchemaType *declared);
void waxseal_manifest_schema_report_no_type (WaxsealManifestFindings *findings, xmlNode *node);
void waxseal_manifest_schema_report_attribute (WaxsealManifestFindings *findings,
                                               xmlNode *node,
                                               const char *name);
void waxseal_manifest_schema_report_no_attribute (WaxsealManifestFindings *findings,
                                                  xmlNode *node,
                                                  const char *name);
void waxseal_manifest_schema_report_value (WaxsealManifestFindings *findings,
                                           xmlNode *node,
                                           const char *attribute,
                                           const WaxsealManifestSchemaValue *value,
                                           const char *text);
void waxseal_manifest_schema_report_element_in_text (WaxsealManifestFindings *findings,
                                                     xmlNode *node);
void waxseal_manifest_schema_report_text (WaxsealManifestFindings *findings,
                                          xmlNode *node,
                                          const xmlNode *text);
void waxseal_manifest_schema_report_stranger (WaxsealManifestFindings *findings,
                                              xmlNode *node,
                                              const WaxsealManifestSchemaType *type,
                                              guint next);
void waxseal_manifest_schema_report_repeated (WaxsealManifestFindings *findings,
                                              xmlNode *node,
                                              guint maximum);
void waxseal_manifest_schema_report_order (WaxsealManifestFindings *findings,
                                           xmlNode *node,
                                           xmlNode *later);
void waxseal_manifest_schema_report_missing (WaxsealManifestFindings *findings,
                                             xmlNode *node,
                                             const char *name,
                                             guint count,
                                             guint minimum);

G_END_DECLS
