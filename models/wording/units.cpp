// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace snowmelt {
namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

class Units
{
    Q_DECLARE_TR_FUNCTIONS(Units)

public:
    static QString duration(qint64 ms);
    static QString coarse(qint64 ms);
    static QString age(qint64 ms);
};

QString Units::duration(qint64 ms)
{
    if (ms < second)
        return tr("%1 ms").arg(ms);
    if (ms < 10 * second && ms % second != 0)
        return tr("%1 s").arg(QString::number(static_cast<double>(ms / 100) / 10.0, 'f', 1));
    if (ms < minute)
        return tr("%1 s").arg(ms / second);
    if (ms < hour)
        return tr("%1 min %2 s").arg(ms / minute).arg(ms % minute / second);
    if (ms < day)
        return tr("%1 h %2 min").arg(ms / hour).arg(ms % hour / minute);
    return tr("%1 d %2 h").arg(ms / day).arg(ms % day / hour);
}

QString Units::coarse(qint64 ms)
{
    if (ms < minute)
        return tr("%1 s").arg(ms / second);
    if (ms < hour)
        return tr("%1 min").arg(ms / minute);
    if (ms < day)
        return tr("%1 h").arg(ms / hour);
    return tr("%1 d").arg(ms / day);
}

QString Units::age(qint64 ms)
{
    if (ms < 5 * second)
        return tr("just now");
    return tr("%1 ago").arg(coarse(ms));
}

} // namespace

QString durationText(qint64 ms)
{
    return Units::duration(std::max<qint64>(ms, 0));
}

QString sizeText(qint64 bytes)
{
    constexpr qint64 exactBelow = 10'000;
    const int decimals = bytes < exactBelow || bytes >= 1'000'000'000 ? 1 : 0;
    return QLocale::c().formattedDataSize(bytes, decimals, QLocale::DataSizeSIFormat);
}

QString ageText(const QDateTime& at, const QDateTime& now)
{
    return at.isValid() ? Units::age(at.msecsTo(now)) : QString();
}

QString shareText(double share)
{
    return QString::number(qRound(share * 100)) + QStringLiteral(" %");
}

} // namespace snowmelt
