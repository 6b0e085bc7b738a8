// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/problem.h"

namespace snowmelt::test {

/// "3:5 unknownKey sise,…" per line: problems as text, to compare as text.
inline QString problemText(const QList<Problem>& problems)
{
    QStringList lines;
    for (const Problem& problem : problems)
        lines += QStringLiteral("%1:%2 %3 %4")
                     .arg(problem.line)
                     .arg(problem.column)
                     .arg(codeName(problem.code), problem.args.join(u'|'))
                     .trimmed();
    return lines.join(u'\n');
}

} // namespace snowmelt::test
