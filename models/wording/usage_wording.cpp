// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/usage_wording.h"

#include "models/wording/wording.h"

#include <QCoreApplication>

namespace snowmelt {
namespace {

class UsageWording
{
    Q_DECLARE_TR_FUNCTIONS(UsageWording)

public:
    static QString memory(const Utilisation& used)
    {
        const QString own = sizeText(used.memory);
        return used.memoryLimit > 0 ? tr("%1 of %2", "memory").arg(own, sizeText(used.memoryLimit)) : own;
    }
};

} // namespace

QString cpuText(const Utilisation& used)
{
    return used.cpu < 0 ? QString() : QString(QString::number(qRound(used.cpu * 100)) + QStringLiteral(" %"));
}

QString memoryText(const Utilisation& used)
{
    return used.memory < 0 ? QString() : UsageWording::memory(used);
}

QString usageAgeText(const Utilisation& used, const QDateTime& now)
{
    return ageText(used.at, now);
}

} // namespace snowmelt
