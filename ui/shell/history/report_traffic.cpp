// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/report_traffic.h"

#include "models/wording/wording.h"

#include <QCoreApplication>
#include <QLocale>

namespace snowmelt {

namespace {

class TrafficWords
{
    Q_DECLARE_TR_FUNCTIONS(TrafficWords)

public:
    static QString failures(const TrafficCounted& traffic);
    static QList<QStringList> table(const TrafficCounted& traffic);
    static QString switchLine(qint64 ms);
    static QStringList unseen(const TrafficCounted& traffic);
};

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

QString msText(int ms)
{
    return ms < 0 ? QStringLiteral("–") : durationText(ms);
}

QString TrafficWords::failures(const TrafficCounted& traffic)
{
    return tr("%1 failed of %2 requests").arg(numberText(traffic.failed), numberText(traffic.requests));
}

QList<QStringList> TrafficWords::table(const TrafficCounted& traffic)
{
    const SideTraffic& blue = traffic.blue;
    const SideTraffic& green = traffic.green;
    if (blue == SideTraffic() && green == SideTraffic())
        return {};
    return {{QString(), tr("Blue"), tr("Green")},
            {tr("Requests, counted by HAProxy"), numberText(blue.requests), numberText(green.requests)},
            {tr("Of them failed"), numberText(blue.failed), numberText(green.failed)},
            {tr("Mean response time, last requests"), msText(blue.meanMs), msText(green.meanMs)},
            {tr("Our own probes"), numberText(blue.probes), numberText(green.probes)},
            {tr("Of them not answered with 200"), numberText(blue.probesFailed), numberText(green.probesFailed)},
            {tr("Half of the probes within"), msText(blue.probeP50), msText(green.probeP50)},
            {tr("95 of 100 probes within"), msText(blue.probeP95), msText(green.probeP95)}};
}

QString TrafficWords::switchLine(qint64 ms)
{
    if (ms < 0)
        return tr("The traffic was not moved.");
    return tr("The switch took %1 ms. While it lasted, both sides took requests.").arg(numberText(ms));
}

QStringList TrafficWords::unseen(const TrafficCounted& traffic)
{
    QStringList lines{tr("Clients that never reached HAProxy: a name that did not resolve, a network that was cut."),
                      tr("Answers that are wrong and have status 200."),
                      tr("What a client did with its answer: HAProxy counts what it passed on.")};
    if (traffic.requests == 0)
        lines.prepend(tr("No request came while it ran, so “0 failed” says little."));
    else if (traffic.blue.probes + traffic.green.probes == 0)
        lines.prepend(tr("Percentiles: our own probes were not counted."));
    return lines;
}

} // namespace

void tellTraffic(ReportText& text, const DeploymentReport& report)
{
    text.failures = TrafficWords::failures(report.traffic);
    text.anyFailed = report.traffic.failed > 0;
    text.traffic = TrafficWords::table(report.traffic);
    text.switchLine = TrafficWords::switchLine(report.switchMs);
    text.unseen = TrafficWords::unseen(report.traffic);
}

} // namespace snowmelt
