// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/orphans_question.h"

#include "models/items/orphan_model.h"

#include <QCoreApplication>

#include <algorithm>

namespace snowmelt {

namespace {

class OrphanWords
{
    Q_DECLARE_TR_FUNCTIONS(OrphanWords)

public:
    static Question question(const QList<Orphan>& orphans);
};

Question OrphanWords::question(const QList<Orphan>& orphans)
{
    QStringList names;
    for (const Orphan& orphan : orphans)
        names << QString(orphan.name + u" (" + orphanKindText(orphan.kind) + u')');
    const bool volumes = std::ranges::any_of(orphans, [](const Orphan& one) { return one.kind == OrphanKind::Volume; });
    return {QStringLiteral("orphansDialog"),
            tr("Remove %n orphan(s)", nullptr, int(orphans.size())),
            tr("Each is looked at once more; what something refers to by then is left alone. Nothing that serves is "
               "touched."),
            names,
            volumes ? tr("The data in the volumes is lost for good.")
                    : tr("What was on these nodes only is lost with them."),
            tr("&Remove"),
            {}};
}

} // namespace

Question orphansQuestion(const QList<Orphan>& orphans)
{
    return OrphanWords::question(orphans);
}

} // namespace snowmelt
