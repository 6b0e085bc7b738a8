// SPDX-License-Identifier: GPL-3.0-or-later
// Answers as podman 4.3 gives them.
#include "backend/platform/podman/podman_usage.h"

#include <QTest>

using namespace snowmelt;

namespace {

UsageSample at(qint64 cpuMs, qint64 atMs)
{
    return {cpuMs * 1'000'000, atMs * 1'000'000, 40'000'000, 512'000'000};
}

} // namespace

class TestPodmanUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportIsRead()
    {
        const QByteArray json = R"({"Error":null,"Stats":[
            {"AvgCPU":3.1,"ContainerID":"c1","Name":"snowmelt-shop-3f2a1b2c-web-1","PerCPU":null,"CPU":3.1,
             "CPUNano":1500000000,"CPUSystemNano":20,"SystemNano":1795264058000000000,"MemUsage":41234432,
             "MemLimit":8331403264,"MemPerc":0.49,"NetInput":1,"NetOutput":2,"BlockInput":3,"BlockOutput":4,"PIDs":9},
            {"Name":"snowmelt-shop-3f2a1b2c-web-2","CPUNano":5,"SystemNano":7},
            {"AvgCPU":0,"ContainerID":"c3","Name":"snowmelt-shop-3f2a1b2c-web-3","PerCPU":null,"CPU":0,"CPUNano":0,
             "CPUSystemNano":0,"SystemNano":0,"MemUsage":0,"MemLimit":0,"MemPerc":0,"NetInput":0,"NetOutput":0,
             "BlockInput":0,"BlockOutput":0,"PIDs":0,"UpTime":0,"Duration":0}]})"; // the last one is stopped
        const auto samples = parseUsage(QJsonDocument::fromJson(json).object());
        QCOMPARE(samples.size(), 2);
        QCOMPARE(samples.value(QStringLiteral("snowmelt-shop-3f2a1b2c-web-1")),
                 (UsageSample{1'500'000'000, 1'795'264'058'000'000'000, 41'234'432, 8'331'403'264}));
        QCOMPARE(samples.value(QStringLiteral("snowmelt-shop-3f2a1b2c-web-2")).memory, -1); // not said is not zero
        QVERIFY(parseUsage({}).isEmpty());
    }

    void aShareIsWhatWasUsedInBetween()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const Utilisation used = utilisationOf(at(9000, 1000), at(9750, 1500), now);
        QCOMPARE(used.cpu, 1.5);
        QCOMPARE(used.memory, 40'000'000);
        QCOMPARE(used.memoryLimit, 512'000'000);
        QCOMPARE(used.at, now);
    }

    void whatCannotBeToldIsNotZero()
    {
        QCOMPARE(utilisationOf(at(9000, 1000), at(9000, 1000), {}).cpu, -1.0); // the same moment
        QCOMPARE(utilisationOf(at(9000, 1000), at(10, 1500), {}).cpu, -1.0);   // it started anew
        QCOMPARE(utilisationOf(at(9000, 1000), at(9000, 1500), {}).cpu, 0.0);
    }
};

QTEST_APPLESS_MAIN(TestPodmanUsage)
#include "tst_podman_usage.moc"
