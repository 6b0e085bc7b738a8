// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/parse_blueprint.h"
#include "tests/support/problem_text.h"

namespace snowmelt::test {

/// What is said of the blueprint once `from` in it is `to`.
inline QString problemsAfter(const QByteArray& blueprint, const QByteArray& from, const QByteArray& to)
{
    const QByteArray text = QByteArray(blueprint).replace(from, to);
    Q_ASSERT(text != blueprint);
    return problemText(parseBlueprint(text, QStringLiteral("/x/fleet.yaml")).problems);
}

} // namespace snowmelt::test
