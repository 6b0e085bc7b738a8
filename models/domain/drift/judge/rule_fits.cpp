// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/judge/rule_fits.h"

#include "models/domain/drift/judge/glob.h"

#include <algorithm>

namespace snowmelt {

bool isFor(const IgnoreRule& rule, const QString& group)
{
    return rule.groups.isEmpty() || rule.groups.contains(group);
}

bool isOver(const IgnoreRule& rule, const QDate& today)
{
    return rule.until.isValid() && today > rule.until;
}

bool isAbout(const IgnoreRule& rule, DriftSection section, const QByteArray& key)
{
    return rule.section == section && globMatches(rule.match.toUtf8(), key);
}

bool coversFields(const IgnoreRule& rule, const Difference& difference)
{
    return rule.field.isEmpty() || std::ranges::all_of(difference.fields, [&rule](const FieldChange& change) {
               return change.field == rule.field;
           });
}

bool fits(const IgnoreRule& rule, const Difference& difference)
{
    return coversFields(rule, difference) && isAbout(rule, difference.section, difference.key);
}

} // namespace snowmelt
