// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/failure_wording.h"

#include "models/wording/wording.h"

#include <QCoreApplication>
#include <QLocale>

namespace snowmelt {
namespace {

class FailureWording
{
    Q_DECLARE_TR_FUNCTIONS(FailureWording)

public:
    static QString count(const Failures& failures);
    static QString since(const Failures& failures, const QString& since);
    static QString counted(const Counted& counted);
    static QString took(int ms) { return tr("in %1").arg(durationText(ms)); }
    static QString healthSince(const QString& health, const QString& since);
    static QString gone(qint64 failed) { return tr("%1 on nodes that are gone").arg(number(failed)); }
    static QString noNode(qint64 failed)
    {
        return tr("%1 without a node: the balancer answered them itself").arg(number(failed));
    }
    static QString atMost()
    {
        return tr("The balancer counts by slot, and this slot had another node since it began to count.");
    }

private:
    static QString number(qint64 value) { return QLocale().toString(value); }
};

/// One in a million is not "0.0 %".
QString percentText(double percent)
{
    const QLocale locale;
    if (percent > 0 && percent < 0.1)
        return u"< " + locale.toString(0.1, 'f', 1);
    return locale.toString(percent, 'f', percent < 10 ? 1 : 0);
}

QString FailureWording::count(const Failures& failures)
{
    if (!failures.known())
        return tr("Failed requests unknown: the balancer could not be asked");
    if (failures.failed == 0)
        return tr("No request failed");
    return tr("%1 of %2 requests failed (%3 %)")
        .arg(number(failures.failed), number(failures.requests), percentText(failures.percent()));
}

QString FailureWording::since(const Failures& failures, const QString& since)
{
    if (!failures.known())
        return {};
    return failures.failed > 0 ? tr("counted since %1").arg(since)
                               : tr("%1 requests, counted since %2").arg(number(failures.requests), since);
}

QString FailureWording::counted(const Counted& counted)
{
    if (counted.failed == 0)
        return tr("none of %1 failed").arg(number(counted.requests));
    const QString failed = number(counted.failed);
    const QString requests = number(counted.requests);
    return counted.atMost ? tr("at most %1 of %2 failed").arg(failed, requests)
                          : tr("%1 of %2 failed").arg(failed, requests);
}

QString FailureWording::healthSince(const QString& health, const QString& since)
{
    return since.isEmpty() ? health : tr("%1 since %2", "down since 14:02").arg(health, since);
}

} // namespace

QString momentText(const QDateTime& at, const QDateTime& now)
{
    if (!at.isValid())
        return {};
    const QDateTime local = at.toLocalTime();
    const bool today = local.date() == now.toLocalTime().date();
    return local.toString(today ? QStringLiteral("HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString failureCountText(const Failures& failures)
{
    return FailureWording::count(failures);
}

QString countedSinceText(const Failures& failures, const QDateTime& now)
{
    return FailureWording::since(failures, momentText(failures.since, now));
}

QString goneText(qint64 failed)
{
    return FailureWording::gone(failed);
}

QString noNodeText(qint64 failed)
{
    return FailureWording::noNode(failed);
}

QString countedText(const Counted& counted)
{
    return FailureWording::counted(counted);
}

QString atMostHint()
{
    return FailureWording::atMost();
}

QString checkText(const BalancerCheck& check)
{
    QStringList parts;
    parts << (check.code > 0 ? QString(check.status + u' ' + QString::number(check.code)) : check.status);
    if (!check.description.isEmpty())
        parts << check.description;
    if (const QString words = check.words.simplified(); !words.isEmpty())
        parts << words;
    if (check.ms >= 0)
        parts << FailureWording::took(check.ms);
    return parts.join(QStringLiteral(" · "));
}

QString healthSinceText(Health health, const QDateTime& since, const QDateTime& now)
{
    return FailureWording::healthSince(healthText(health), momentText(since, now));
}

} // namespace snowmelt
