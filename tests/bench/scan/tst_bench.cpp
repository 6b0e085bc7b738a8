// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

/// That the bench measures at all, and says the same in both its outputs. No time is judged.
class BenchScanTest : public QObject
{
    Q_OBJECT

    struct Ended
    {
        int status = -1;
        QByteArray out;
    };
    static Ended bench(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(SNOWMELT_BENCH_SCAN), arguments);
        if (!process.waitForFinished(250'000))
            return {};
        const bool ended = process.exitStatus() == QProcess::NormalExit;
        return {ended ? process.exitCode() : -1, process.readAllStandardOutput() + process.readAllStandardError()};
    }

private Q_SLOTS:
    void tableAndJsonAgree()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("bench.json"));
        const Ended ended = bench({QStringLiteral("--quick"), QStringLiteral("--root"),
                                   QStringLiteral("/usr/share/common-licenses"), QStringLiteral("--json"), path});
        QVERIFY2(ended.status == 0, ended.out.constData());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(json[QStringLiteral("schema")].toString(), QStringLiteral("snowmelt.bench/1"));
        const QJsonObject size = json[QStringLiteral("sizes")].toArray().first().toObject();
        QCOMPARE(size[QStringLiteral("hosts")].toInt(), 2);
        QVERIFY(size[QStringLiteral("ratios")].toObject().contains(QStringLiteral("firstByOpenSsh")));
        QStringList names;
        for (const QJsonValue& value : size[QStringLiteral("contestants")].toArray()) {
            const QJsonObject cost = value.toObject();
            names.append(cost[QStringLiteral("name")].toString());
            QCOMPARE(cost[QStringLiteral("failure")].toString(), QString());
            for (const char* key : {"wallMs", "peakMemoryKiB"})
                QVERIFY2(cost[QLatin1String(key)].toInteger() > 0, key);
            const QString seconds = QString::number(cost[QStringLiteral("wallMs")].toDouble() / 1000, 'f', 2);
            QVERIFY2(QString::fromUtf8(ended.out).contains(names.last().leftJustified(15) + seconds.rightJustified(9)),
                     ended.out.constData());
        }
        QCOMPARE(names, (QStringList{QStringLiteral("openssh"), QStringLiteral("snowmelt first"),
                                     QStringLiteral("snowmelt again"), QStringLiteral("snowmelt kept")}));
    }

    void wrongArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{QStringLiteral("--fast")};
        QTest::newRow("no number") << QStringList{QStringLiteral("--hosts"), QStringLiteral("many")};
        QTest::newRow("no host") << QStringList{QStringLiteral("--hosts"), QStringLiteral("3,0")};
        QTest::newRow("no folder") << QStringList{QStringLiteral("--root"), QStringLiteral("etc")};
        QTest::newRow("a word too many") << QStringList{QStringLiteral("scan")};
    }
    void wrongArguments()
    {
        QFETCH(const QStringList, arguments);
        QCOMPARE(bench(arguments).status, 2);
    }

    void help()
    {
        const Ended ended = bench({QStringLiteral("--help")});
        QCOMPARE(ended.status, 0);
        QVERIFY(ended.out.contains("--hosts"));
        QVERIFY(!ended.out.contains("--ours"));
    }
};

QTEST_GUILESS_MAIN(BenchScanTest)
#include "tst_bench.moc"
