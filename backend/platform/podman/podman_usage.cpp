// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/podman_usage.h"

#include "backend/execution/timing.h"
#include "backend/platform/podman/labels.h"

namespace snowmelt {

namespace {

/// Long enough to tell 1 % of a processor from none.
constexpr std::chrono::milliseconds between{500};
const QString statsPath = QStringLiteral("/containers/stats");

} // namespace

QMap<QString, UsageSample> parseUsage(const QJsonObject& answer)
{
    QMap<QString, UsageSample> samples;
    for (const QJsonValue& one : answer[u"Stats"].toArray()) {
        UsageSample sample;
        sample.cpuNano = one[u"CPUNano"].toInteger();
        sample.atNano = one[u"SystemNano"].toInteger();
        if (sample.atNano == 0)
            continue; // podman 4.3 lists those that do not run too, with nothing but zeros
        sample.memory = one[u"MemUsage"].toInteger(-1);
        sample.memoryLimit = one[u"MemLimit"].toInteger();
        samples.insert(one[u"Name"].toString(), sample);
    }
    return samples;
}

Utilisation utilisationOf(const UsageSample& first, const UsageSample& second, const QDateTime& at)
{
    const qint64 passed = second.atNano - first.atNano;
    const qint64 used = second.cpuNano - first.cpuNano;
    // A container that started anew in between counts from 0.
    const double cpu = passed > 0 && used >= 0 ? double(used) / double(passed) : -1;
    return {cpu, second.memory, second.memoryLimit, at};
}

/// All that run: a name in the question that is gone by then would be an error.
Task<QMap<QString, UsageSample>> PodmanUsage::sample(CallContext context)
{
    const QString path = statsPath + u"?stream=false";
    const Result<EngineAnswer> answer = co_await m_engine.get(path, context);
    if (!answer)
        co_return answer.as<QMap<QString, UsageSample>>();
    if (!answer->ok())
        co_return refused(statsPath, *answer);
    co_return parseUsage(answer->object());
}

Task<QMap<QString, Utilisation>> PodmanUsage::measure(FleetKey fleet, CallContext context)
{
    const Result<QMap<QString, UsageSample>> first = co_await sample(context);
    if (!first)
        co_return first.as<QMap<QString, Utilisation>>();
    const Result<Done> waited = co_await pause(between, context);
    if (!waited)
        co_return waited.as<QMap<QString, Utilisation>>();
    const Result<QMap<QString, UsageSample>> second = co_await sample(context);
    if (!second)
        co_return second.as<QMap<QString, Utilisation>>();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString ours = containerName(fleet, QString());
    QMap<QString, Utilisation> nodes;
    for (auto one = second->cbegin(); one != second->cend(); ++one)
        if (one.key().startsWith(ours) && first->contains(one.key()))
            nodes.insert(one.key().mid(ours.size()), utilisationOf(first->value(one.key()), *one, now));
    co_return nodes;
}

} // namespace snowmelt
